import { netsOf, otherGasesOf } from '../../science/neutrality/removal.ts';
import { type Drawn, drawnPlan, type Spreads } from '../../science/neutrality/spread.ts';
import { gwpOf } from '../../science/units-gwp/gwp.ts';
import { type Unsure, unsureOf } from '../unsure.ts';
import type { NeutralityInputs } from './fields.ts';
import { prepare } from './plan.ts';

const names = {
  rate: { key: 'output.firstRate.label' },
  disturbance: { key: 'field.disturbance.label' },
  leakage: { key: 'field.leakage.label' },
  young: { key: 'view.removal.young' },
  old: { key: 'view.removal.old' },
  roots: { key: 'view.removal.roots' },
} as const satisfies Readonly<Record<keyof Spreads, object>>;

/**
 * The rate, and the shares between their limits. The rate of a pooled ratio is an exponential of Student's t, which has
 * no finite variance: there is nothing that could be shared out.
 */
export function unsure(inputs: NeutralityInputs): Unsure | null {
  if (inputs.rateFrom === 'synthesis') return null;
  const { plan, uptake, spreads } = prepare(inputs);
  const gases = otherGasesOf(plan, gwpOf(inputs.gwpSet));
  return unsureOf(names, spreads, (drawn: Drawn) => {
    const one = drawnPlan(plan, uptake, drawn);
    return (netsOf(one.plan, one.uptake, gases).at(-1) ?? 0) / 1e6;
  });
}
