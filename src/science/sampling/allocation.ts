/**
 * A fixed number of plots shared among strata: Neyman (1934), J. R. Stat. Soc. 97:558; Cochran (1977), Sampling
 * Techniques, 3rd ed., eq. 5.26, within bounds of each stratum (the optimum under box constraints of
 * Gabler, Ganninger & Münnich 2012, Metrika 75:151, doi:10.1007/s00184-010-0319-3, theorem 1).
 */
import { refuse } from '../range-fault.ts';

export interface StratumShare {
  /** Plots that fit into the stratum, a whole number or not, above 0. */
  readonly possible: number;
  /** Standard deviation between plots, from 0. */
  readonly sd: number;
  /** Cost of one plot, above 0; null in every stratum where all plots cost the same. */
  readonly cost: number | null;
  /** Smallest number of plots, 0 to `possible`. */
  readonly minimum: number;
}

/** Why a number of plots cannot be shared. */
export interface AllocationFault {
  /** `no-variation`: all standard deviations are 0, any allocation is as good. */
  readonly code: 'too-low' | 'too-high' | 'not-a-number' | 'no-variation';
  /** `total`, or `strata.<place>.<argument>`, places from 0. */
  readonly argument: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

/** Every reason at once. */
export function allocationFaults(total: number, strata: readonly StratumShare[]): AllocationFault[] {
  const faults: AllocationFault[] = [];
  const within = (argument: string, value: number, min: number, max: number, open = false) => {
    const code = !Number.isFinite(value)
      ? 'not-a-number'
      : value > max
        ? 'too-high'
        : value < min || (open && value === min)
          ? 'too-low'
          : null;
    if (code) faults.push({ code, argument, value, min, max });
  };
  for (const [i, { possible, sd, cost, minimum }] of strata.entries()) {
    within(`strata.${i}.possible`, possible, 0, 1e12, true);
    within(`strata.${i}.sd`, sd, 0, 1e12);
    if (cost !== null) within(`strata.${i}.cost`, cost, 0, 1e12, true);
    within(`strata.${i}.minimum`, minimum, 0, possible);
  }
  if (strata.length > 0 && strata.every(({ sd }) => sd === 0)) {
    faults.push({ code: 'no-variation', argument: 'strata.0.sd', value: 0, min: 0, max: 1e12 });
  }
  if (faults.length > 0) return faults;
  const least = strata.reduce((sum, { minimum }) => sum + minimum, 0);
  const most = strata.reduce((sum, { possible }) => sum + possible, 0);
  within('total', total, Math.max(least, strata.length > 0 ? 1 : 0), most);
  return faults;
}

/**
 * Numbers of plots, not rounded, that add up to `total` and give the mean its smallest standard error: in
 * proportion to N_i s_i/sqrt(c_i), a stratum at its minimum or its number of possible plots held there. What strata
 * that vary cannot hold is shared by the others in proportion to their size.
 * @throws RangeError with every fault of `allocationFaults`
 */
export function allocatePlots(total: number, strata: readonly StratumShare[]): number[] {
  refuse(allocationFaults(total, strata));
  const raw = strata.map(({ possible, sd, cost }) => (possible * sd) / Math.sqrt(cost ?? 1));
  const strongest = Math.max(...raw);
  const pulls = raw.map((pull) => (pull > strongest * 1e-12 ? pull / strongest : 0));
  const held = share(total, strata, pulls);
  const rest = total - held.reduce((sum, n) => sum + n, 0);
  if (rest <= total * 1e-12) return held;
  const floors = strata.map((stratum, i) => ({ ...stratum, minimum: held[i] ?? 0 }));
  return share(
    total,
    floors,
    strata.map(({ possible }, i) => ((pulls[i] ?? 0) > 0 ? 0 : possible)),
  );
}

/**
 * n_i = pull_i x within [minimum_i, possible_i], x such that they add up to `total` (or all that pull are full).
 * The sum is a rising line with a kink where a stratum leaves its minimum or fills; walked kink by kink.
 */
function share(total: number, strata: readonly StratumShare[], pulls: readonly number[]): number[] {
  const kinks = strata.flatMap(({ minimum, possible }, i) => {
    const pull = pulls[i] ?? 0;
    return pull > 0
      ? [
          { at: minimum / pull, slope: pull },
          { at: possible / pull, slope: -pull },
        ]
      : [];
  });
  kinks.sort((a, b) => a.at - b.at);
  let sum = strata.reduce((all, { minimum }) => all + minimum, 0);
  let slope = 0;
  let x = 0;
  for (const kink of kinks) {
    const next = sum + slope * (kink.at - x);
    if (next >= total && slope > 0) break;
    sum = next;
    x = kink.at;
    slope += kink.slope;
  }
  if (slope > 0 && sum < total) x += (total - sum) / slope;
  return strata.map(({ minimum, possible }, i) => {
    const pull = pulls[i] ?? 0;
    return pull > 0 ? Math.min(possible, Math.max(minimum, pull * x)) : minimum;
  });
}

/**
 * Whole numbers that add up to the rounded sum: all are rounded down, then those with the largest remainders up
 * (the optimal rounding of Cont & Heidari 2014, arXiv:1501.00014; equal remainders in their order).
 */
export function roundToTotal(values: readonly number[]): number[] {
  // A remainder of 1 - 1e-12 is a rounding error of the arithmetic, not a plot that is missing.
  const floors = values.map((value) => Math.floor(value + 1e-9));
  const total = Math.round(values.reduce((sum, value) => sum + value, 0));
  const missing = total - floors.reduce((sum, value) => sum + value, 0);
  const order = values
    .map((value, i) => ({ i, remainder: value - (floors[i] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  const up = new Set(order.slice(0, Math.max(0, missing)).map(({ i }) => i));
  return floors.map((floor, i) => floor + (up.has(i) ? 1 : 0));
}
