import { soilScenario } from '../../science/ipcc-soc-tier1/scenario.ts';
import { transitionYears } from '../../science/ipcc-soc-tier1/stocks.ts';
import { changeSpreads, drawnChange, namedFactors } from '../../science/ipcc-soc-tier1/uncertainty.ts';
import { gwpOf } from '../../science/units-gwp/gwp.ts';
import type { Saying } from '../say.ts';
import { type Unsure, unsureOf } from '../unsure.ts';
import type { Inputs } from './form.ts';
import { scenarioOf } from './scenario.ts';

/** Reference stock and factors with their published errors; null for rewetted wetland, which has none. */
export function unsure(inputs: Inputs): Unsure | null {
  const scenario = scenarioOf(inputs);
  const { factors } = soilScenario(scenario, gwpOf(inputs.gwpSet));
  if (scenario.reference === null || factors.after === null) return null;
  const before = namedFactors({ ...factors.without });
  const after = namedFactors({ ...factors.after });
  const parts = ['landUse', 'management', 'input'] as const;
  const names: Record<string, Saying> = { SOC_REF: { key: 'view.unsure.reference' } };
  const spreads = changeSpreads(scenario.reference, [...before, ...after]);
  for (const name of Object.keys(spreads)) {
    const part = parts.find((one) => name.startsWith(`F ${one} `));
    if (part === undefined) continue;
    const at = (list: typeof before) => list.some((one) => name === `F ${one.name}`);
    const when = at(before) ? (at(after) ? 'both' : 'without-factor') : 'with-factor';
    names[name] = { key: `view.unsure.${when}`, values: { part: { key: `label.factors.part.${part}` } } };
  }
  return unsureOf(names, spreads, drawnChange(before, after, transitionYears));
}
