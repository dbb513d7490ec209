import { shareFaults } from '../../science/yasso15/faults.ts';
import { type Awenh, ratesAt, sizeModifier } from '../../science/yasso15/model.ts';
import { litterOf } from '../../science/yasso15/run.ts';
import { type Stand, standStart, standSteadyState, standYears } from '../../science/yasso15/stand.ts';
import type { YassoInputs } from './fields.ts';
import type { YassoOutputs } from './outputs.ts';

/** Chemical shares of litter, per cent to fractions; fresh litter holds no humus. */
export function sharesOf({ a, w, e, n }: YassoInputs['litter'][number]): Awenh {
  return [a / 100, w / 100, e / 100, n / 100, 0];
}

export function poolsOf({ poolA, poolW, poolE, poolN, poolH }: YassoInputs): Awenh {
  return [poolA, poolW, poolE, poolN, poolH];
}

/** What is to be run. @throws RangeError for shares that are no whole */
export function standOf(inputs: YassoInputs): Stand {
  const starts = { empty: [0, 0, 0, 0, 0], pools: poolsOf(inputs), 'steady-state': null } as const;
  return {
    classes: inputs.litter.map((one) => ({
      diameter: one.diameter,
      before: litterOf(one.before, sharesOf(one)),
      after: litterOf(one.after, sharesOf(one)),
    })),
    climate: {
      temperatures: inputs.months.map(({ temperature }) => temperature),
      precipitation: inputs.precipitation,
      leaching: inputs.leaching,
    },
    initial: starts[inputs.start],
  };
}

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, one) => total + one, 0);

/** Everything that is computed; null where the former litter has no steady state to begin with. */
export function assess(inputs: YassoInputs): YassoOutputs | null {
  const stand = standOf(inputs);
  const { years } = inputs;
  const begun = standStart(stand);
  const series = standYears(stand, years);
  const unchanged = stand.classes.map((one) => ({ ...one, after: one.before }));
  const baseline = standYears({ ...stand, classes: unchanged }, years)?.total;
  if (begun === null || series === null || baseline === undefined) return null;
  const startStock = sum(begun);
  const endStock = series.total.at(-1) ?? startStock;
  const baselineStock = baseline.at(-1) ?? startStock;
  const longTerm = standSteadyState(stand);
  const [a, w, e, n, h] = begun;
  const first = { year: 0, total: startStock, baseline: startStock, a, w, e, n, h, co2: null };
  const at = (values: Float64Array, index: number) => values[index] ?? null;
  return {
    endStock: { value: endStock },
    baselineStock: { value: baselineStock },
    gain: { value: endStock - baselineStock },
    startStock: { value: startStock },
    change: { value: endStock - startStock },
    changePerYear: { value: (endStock - startStock) / years },
    longTermStock: { value: longTerm && sum(longTerm) },
    litterBefore: { value: sum(inputs.litter.map((one) => one.before)) },
    litterAfter: { value: sum(inputs.litter.map((one) => one.after)) },
    respired: { value: sum(series.co2) },
    leached: { value: inputs.leaching === 0 ? null : sum(series.leached) },
    course: [
      first,
      ...Array.from(series.total, (total, index) => ({
        year: index + 1,
        total,
        baseline: at(baseline, index),
        a: at(series.a, index),
        w: at(series.w, index),
        e: at(series.e, index),
        n: at(series.n, index),
        h: at(series.h, index),
        co2: at(series.co2, index),
      })),
    ],
    rates: stand.classes.map(({ diameter }) => ratesOf(stand, diameter)),
  };
}

/** How fast litter of one size decays in the climate of the stand. */
function ratesOf({ climate }: Stand, diameter: number): YassoOutputs['rates'][number] {
  const [a, w, e, n, h] = ratesAt({ ...climate, diameter }).decay;
  return { diameter, size: sizeModifier(diameter), a, w, e, n, h };
}

/** Litter whose shares make up no whole: its row, and the sum with its limits in per cent. */
export function wrongShares(inputs: YassoInputs) {
  const percent = (share: number) => Number((share * 100).toFixed(6)); // 95, not 95.00000000000001
  return inputs.litter.flatMap((one, row) =>
    shareFaults(sharesOf(one)).map(({ value, min, max }) => ({
      row,
      value: percent(value),
      min: percent(min),
      max: percent(max),
    })),
  );
}
