import { equilibrium, requiredInput } from '../../science/rothc/equilibrium.ts';
import { runMonths } from '../../science/rothc/run.ts';
import {
  type Scenario,
  type Start,
  startOf,
  stockOf,
  yearlyPlantInput,
  yearsAfter,
  yearsUnchanged,
} from '../../science/rothc/scenario.ts';
import type { Estimate } from '../output.ts';
import type { RothcInputs } from './fields.ts';
import type { RothcOutputs } from './outputs.ts';

/** The normal quantile that holds 95 %. */
const z95 = 1.96;

/** Everything that is computed of a scenario with a beginning. */
export function assess(inputs: RothcInputs, scenario: Scenario, begun: Start): RothcOutputs {
  const { soil, after, years } = scenario;
  const startStock = stockOf(begun.state, soil);
  const band = inputs.inputBand / 100;
  const [lower, higher] = limitsOf(inputs, scenario, begun);
  const course = {
    ...yearsAfter(begun.state, scenario),
    low: yearsAfter(lower.state, scenario, 1 - band).total,
    high: yearsAfter(higher.state, scenario, 1 + band).total,
    baseline: yearsUnchanged(begun, scenario).total,
  };
  const at = (values: Float64Array, year: number) => values[year - 1] ?? null;
  const endStock = at(course.total, years) ?? startStock;
  const longTerm = equilibrium(after, soil);
  const { dpm, rpm, bio, hum } = begun.state;
  const [lowStart, highStart] = [stockOf(lower.state, soil), stockOf(higher.state, soil)];
  const first = { year: 0, total: startStock, low: lowStart, high: highStart, baseline: startStock };
  return {
    endStock: ranged(endStock, at(course.low, years), at(course.high, years)),
    baselineStock:
      lower === higher
        ? { value: at(course.baseline, years) }
        : ranged(at(course.baseline, years), lowStart, highStart),
    change: { value: endStock - startStock },
    changePerYear: { value: (endStock - startStock) / years },
    startStock: { value: startStock },
    longTermStock: { value: longTerm && stockOf(longTerm, soil) },
    requiredInput: {
      value: inputs.targetStock === null ? null : requiredInput(inputs.targetStock, after, soil),
    },
    inputBefore: { value: begun.yearlyInput },
    inputAfter: { value: yearlyPlantInput(after) },
    inertCarbon: { value: soil.inert },
    respired: { value: course.co2.reduce((sum, one) => sum + one, 0) },
    course: [
      { ...first, dpm, rpm, bio, hum, co2: null },
      ...Array.from(course.total, (total, index) => ({
        year: index + 1,
        total,
        low: at(course.low, index + 1),
        high: at(course.high, index + 1),
        baseline: at(course.baseline, index + 1),
        dpm: at(course.dpm, index + 1),
        rpm: at(course.rpm, index + 1),
        bio: at(course.bio, index + 1),
        hum: at(course.hum, index + 1),
        co2: at(course.co2, index + 1),
      })),
    ],
    modifiers: modifiersOf(scenario, begun),
  };
}

/** Where the run would begin at either limit of the measured stock; the beginning itself where it has no error. */
function limitsOf({ stockError }: RothcInputs, scenario: Scenario, begun: Start): readonly [Start, Start] {
  const { measured, soil } = scenario;
  const error = z95 * (stockError ?? 0);
  if (measured === null || error === 0) return [begun, begun];
  const from = (stock: number) => startOf({ ...scenario, measured: Math.max(soil.inert, stock) }) ?? begun;
  return [from(measured - error), from(measured + error)];
}

/** A value with limits that hold no stated probability. */
function ranged(value: number | null, low: number | null, high: number | null): Estimate {
  return low === null || high === null ? { value } : { value, low, high };
}

/** Rate modifiers of the first year after the change. */
function modifiersOf({ soil, after }: Scenario, { state }: Start): RothcOutputs['modifiers'] {
  const year = runMonths(state, after, soil);
  return Array.from(year.deficit, (deficit, index) => ({
    month: index + 1,
    deficit,
    temperature: year.temperatureModifier[index] ?? null,
    moisture: year.moistureModifier[index] ?? null,
    cover: year.coverModifier[index] ?? null,
  }));
}
