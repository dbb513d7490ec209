/**
 * The smallest change of a mean between two inventories that a number of plots detects, and the number of plots that
 * detects a change: delta = (t(1 - alpha/2) + t(power)) sqrt(s^2/n), as in Zar (2010), Biostatistical Analysis, 5th
 * ed., chapters 7 (one sample: the differences of plots measured twice) and 8 (two samples). Student's t for both
 * errors stands in for the non-central t; the number of plots is off by one at most.
 */
import { refuse } from '../range-fault.ts';
import { tQuantile } from '../statistics.ts';

export interface ChangeDesign {
  /** Standard deviation between plots at either time, above 0. */
  readonly sd: number;
  /** Correlation between the two measurements of a plot that is visited again, above -1, below 1. */
  readonly correlation: number;
  /** The same plots are measured again (permanent), or others (temporary). */
  readonly plots: 'permanent' | 'temporary';
  /** Two-sided error of the first kind, 0.0001 to 0.5: 1 - confidence. */
  readonly alpha: number;
  /** Probability that the change is detected, 0.5 to 0.9999. */
  readonly power: number;
}

const bounds = {
  sd: [0, 1e9],
  correlation: [-1, 1],
  alpha: [0.0001, 0.5],
  power: [0.5, 0.9999],
} as const;

export interface ChangeFault {
  readonly code: 'not-a-number' | 'too-low' | 'too-high';
  readonly argument: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

/** Everything that is wrong with a design; sd and correlation must lie strictly within their bounds. */
export function changeFaults(design: ChangeDesign): ChangeFault[] {
  const faults: ChangeFault[] = [];
  for (const argument of ['sd', 'correlation', 'alpha', 'power'] as const) {
    const [min, max] = bounds[argument];
    const value = design[argument];
    const open = argument === 'sd' || argument === 'correlation';
    const place = { argument, value, min, max };
    if (!Number.isFinite(value)) faults.push({ code: 'not-a-number', ...place });
    else if (value < min || (open && value === min)) faults.push({ code: 'too-low', ...place });
    else if (value > max || (argument === 'correlation' && value === max)) {
      faults.push({ code: 'too-high', ...place });
    }
  }
  return faults;
}

/** Variance of one plot's change (permanent), or of the difference of two plots (temporary). */
function changeVariance({ sd, correlation, plots }: ChangeDesign): number {
  return 2 * sd * sd * (plots === 'permanent' ? 1 - correlation : 1);
}

function freedom(n: number, { plots }: ChangeDesign): number {
  return plots === 'permanent' ? n - 1 : 2 * (n - 1);
}

/**
 * Smallest change of the mean, in the unit of `sd`, that `n` plots at each time detect.
 * @param n whole number from 2
 * @throws RangeError with every fault
 */
export function detectableChange(n: number, design: ChangeDesign): number {
  refuse(changeFaults(design));
  if (!Number.isInteger(n) || n < 2) throw new RangeError(`n is ${n}; a whole number from 2 is needed`);
  const df = freedom(n, design);
  const quantiles = tQuantile(1 - design.alpha / 2, df) + tQuantile(design.power, df);
  return quantiles * Math.sqrt(changeVariance(design) / n);
}

/**
 * Smallest number of plots at each time that detects a change of `change`, found by bisection: the detectable change
 * falls with every plot.
 * @param change in the unit of `sd`, above 0
 * @returns null where even ten million plots do not
 * @throws RangeError with every fault
 */
export function plotsForChange(change: number, design: ChangeDesign): number | null {
  refuse(changeFaults(design));
  if (!(change > 0 && change < Infinity)) {
    throw new RangeError(`change is ${change}; a number above 0 is needed`);
  }
  let enough = 10_000_000;
  if (detectableChange(enough, design) > change) return null;
  let few = 1;
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (detectableChange(middle, design) <= change) enough = middle;
    else few = middle;
  }
  return enough;
}
