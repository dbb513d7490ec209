import { costPerTonne } from '../../science/restoration-cost/appraisal.ts';
import { yearByYear } from '../../science/restoration-cost/schedule.ts';
import { drawnWorth, spreadInputs } from '../../science/restoration-cost/uncertainty.ts';
import { type Unsure, unsureOf } from '../unsure.ts';
import type { CostInputs } from './fields.ts';
import { spreadsOf } from './inputs.ts';

const names = {
  cost: { key: 'label.swings.input.cost' },
  income: { key: 'label.swings.input.income' },
  carbon: { key: 'column.periods.carbon.label' },
  rate: { key: 'label.swings.input.rate' },
};

/** Costs, income, removal and discount rate between what was entered for them. */
export function unsure(inputs: CostInputs): Unsure {
  const project = yearByYear(inputs.periods);
  return unsureOf(names, spreadInputs(spreadsOf(inputs)), (drawn) => {
    const { npv, tonnes } = drawnWorth(project, drawn);
    return costPerTonne(npv, tonnes);
  });
}
