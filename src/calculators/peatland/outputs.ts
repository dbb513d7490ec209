import { gwpSets } from '../../science/units-gwp/gwp-sets.ts';
import { figure, label, type OutputsOf, rows } from '../output.ts';
import { ownFactors } from './own-factors.ts';

const yearly = { unit: 't/(har.a)', symbol: 't CO2e/(ha·yr)', substance: 'CO2e' } as const;
const mass = figure({ unit: 'kg/(har.a)', symbol: 'kg/(ha·yr)', digits: 4 });
const flux = figure({ ...yearly, digits: 4 });
const change = figure({ ...yearly, digits: 4, signed: true });
const plain = figure({ unit: '1', digits: 4 });

export const outputs = {
  benefit: figure(yearly),
  benefitOfProject: figure({ unit: 't', symbol: 't CO2e', substance: 'CO2e' }),
  benefitOfArea: figure({ unit: 't/a', symbol: 't CO2e/yr', substance: 'CO2e' }),
  drained: figure(yearly),
  rewetted: figure(yearly),
  median: figure(yearly),
  probabilityOfBenefit: figure({ unit: '%' }),
  method: label(['tier-1', 'own-factors']),
  gases: rows({
    gas: label(['co2', 'doc', 'ch4', 'n2o', 'total']),
    drainedMass: mass,
    drained: flux,
    rewettedMass: mass,
    rewetted: flux,
    benefit: change,
  }),
  factors: rows(
    {
      factor: label([...ownFactors, 'ditch-fraction']),
      table: plain,
      used: plain,
      low: plain,
      high: plain,
      from: label(['table', 'own']),
    },
    { shown: 'closed' },
  ),
  bySet: rows({ set: label(gwpSets), drained: flux, rewetted: flux, benefit: change }, { shown: 'closed' }),
};

export type PeatlandOutputs = OutputsOf<typeof outputs>;
