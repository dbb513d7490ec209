import { rothcFactors } from '../../science/factors/rothc.ts';
import { inertCarbon, panEvaporation, type RothcMonth } from '../../science/rothc/month.ts';
import { type Scenario, type Start, startOf } from '../../science/rothc/scenario.ts';
import type { RothcInputs } from './fields.ts';

const { ratioCrops, ratioGrassland, ratioWoodland } = rothcFactors.factors;
const ratios = { crops: ratioCrops.value, grassland: ratioGrassland.value, woodland: ratioWoodland.value };

/** The twelve months before or after the change; a ratio of the reader's own stands before that of the plants. */
export function yearOf(inputs: RothcInputs, when: 'before' | 'after'): readonly RothcMonth[] {
  const before = when === 'before';
  const own = before ? inputs.ratioBefore : inputs.ratioAfter;
  const dpmRpm = own ?? ratios[before ? inputs.landBefore : inputs.landAfter];
  return inputs.months.map((month, index) => ({
    temperature: month.temperature,
    rain: month.rain,
    panEvaporation: inputs.evaporation === 'pan' ? month.evaporation : panEvaporation(month.evaporation),
    plantInput: before ? month.plantBefore : month.plantAfter,
    manureInput: inputs.manure.reduce((sum, one) => (one.month === index + 1 ? sum + one[when] : sum), 0),
    covered: (before ? month.coverBefore : month.coverAfter) === 'covered',
    dpmRpm,
  }));
}

/** Inert carbon as given, or after Falloon from the measured stock; null where neither is there. */
function inertOf({ inert, measuredStock }: RothcInputs): number | null {
  if (inert !== null) return inert;
  return measuredStock === null ? null : inertCarbon(measuredStock);
}

/** What is to be run; null where the inert carbon is not known. */
export function scenarioOf(inputs: RothcInputs): Scenario | null {
  const inert = inertOf(inputs);
  if (inert === null) return null;
  const { clay, depth, years, start, measuredStock } = inputs;
  return {
    soil: { clay, depth, inert },
    before: yearOf(inputs, 'before'),
    after: yearOf(inputs, 'after'),
    years,
    measured: start === 'measured' ? measuredStock : null,
  };
}

/** The same inputs are checked and then run: the long way to the start is gone once. */
const starts = new WeakMap<RothcInputs, Start | null>();

/** Where the run of these inputs begins; null where there is no such beginning. */
export function beginning(inputs: RothcInputs, scenario: Scenario): Start | null {
  const known = starts.get(inputs);
  if (known !== undefined) return known;
  const found = startOf(scenario);
  starts.set(inputs, found);
  return found;
}
