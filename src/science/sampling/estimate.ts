/** Means from plots that were measured, with intervals. */
import { refuse } from '../range-fault.ts';
import { tQuantile } from '../statistics.ts';
import { stratifiedError } from './required.ts';

export interface MeasuredStratum {
  /** Area, or number of possible plots: any measure of size, above 0. */
  readonly size: number;
  /** Plots measured, a whole number from 1. */
  readonly n: number;
  readonly mean: number;
  /** Standard deviation between plots, from 0; null with one plot. */
  readonly sd: number | null;
  /** Plots that fit into the stratum, at least n; null for no limit. */
  readonly possible: number | null;
}

export interface MeanEstimate {
  readonly mean: number;
  /** null where a stratum with one plot leaves it unknown. */
  readonly standardError: number | null;
  /** Effective degrees of freedom; null without a standard error, or where nothing varies. */
  readonly df: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface EstimateFault {
  readonly code: 'not-a-number' | 'too-low' | 'too-high' | 'not-whole';
  readonly argument: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

/** Everything that keeps a mean from being computed. */
export function estimateFaults(strata: readonly MeasuredStratum[], confidence: number): EstimateFault[] {
  const faults: EstimateFault[] = [];
  const huge = Number.MAX_VALUE;
  const within = (argument: string, value: number, min: number, max: number, open = false) => {
    const place = { argument, value, min, max };
    if (!Number.isFinite(value)) faults.push({ code: 'not-a-number', ...place });
    else if (value < min || (open && value === min)) faults.push({ code: 'too-low', ...place });
    else if (value > max) faults.push({ code: 'too-high', ...place });
  };
  within('confidence', confidence, 0.5, 0.9999);
  within('strata.length', strata.length, 1, 1e6);
  for (const [i, { size, n, mean, sd, possible }] of strata.entries()) {
    const at = (name: string) => `strata.${i}.${name}`;
    within(at('size'), size, 0, huge, true);
    within(at('n'), n, 1, 1e9);
    if (Number.isFinite(n) && !Number.isInteger(n)) {
      faults.push({ code: 'not-whole', argument: at('n'), value: n, min: 1, max: 1e9 });
    }
    within(at('mean'), mean, -huge, huge);
    if (sd !== null) within(at('sd'), sd, 0, huge);
    if (possible !== null) within(at('possible'), possible, n, huge);
  }
  return faults;
}

/**
 * Stratified mean, its standard error sqrt(sum w^2 s^2/n (1 - n/N)) and its interval by Student's t with the
 * effective degrees of freedom of Satterthwaite (Cochran 1977, Sampling Techniques, section 5.4); with one stratum
 * that is the t interval with n - 1.
 * @param confidence two-sided, 0.5 to 0.9999
 * @throws RangeError with every fault of `estimateFaults`
 */
export function stratifiedMean(strata: readonly MeasuredStratum[], confidence: number): MeanEstimate {
  refuse(estimateFaults(strata, confidence));
  const size = strata.reduce((sum, stratum) => sum + stratum.size, 0);
  const samples = strata.map((one) => ({
    share: one.size / size,
    sd: one.n < 2 ? null : one.sd,
    n: one.n,
    possible: one.possible ?? Infinity,
  }));
  const mean = strata.reduce((sum, one) => sum + (one.size / size) * one.mean, 0);
  const unknown = { mean, standardError: null, df: null, low: null, high: null };
  let squares = 0;
  const known = [];
  for (const { sd, ...rest } of samples) {
    if (sd === null && rest.n < rest.possible) return unknown;
    const sample = { ...rest, sd: sd ?? 0 };
    known.push(sample);
    const variance = stratifiedError([sample]) ** 2;
    if (variance > 0) squares += variance ** 2 / (rest.n - 1);
  }
  const standardError = stratifiedError(known);
  if (squares === 0) return { mean, standardError, df: null, low: mean, high: mean };
  const df = standardError ** 4 / squares;
  const half = standardError * tQuantile((1 + confidence) / 2, df);
  return { mean, standardError, df, low: mean - half, high: mean + half };
}

export interface MeasuredMean {
  readonly mean: number;
  /** From 0. */
  readonly standardError: number;
  /** Above 0. */
  readonly df: number;
}

/**
 * Difference `later` - `earlier` of two independent means with Welch's interval (Welch 1947, Biometrika 34:28, eq. 28
 * for the degrees of freedom). A gain is positive.
 */
export function meanDifference(earlier: MeasuredMean, later: MeasuredMean, confidence: number): MeanEstimate {
  for (const [name, { mean, standardError, df }] of Object.entries({ earlier, later })) {
    if (!Number.isFinite(mean)) throw new RangeError(`${name}.mean is ${mean}; a finite number is needed`);
    if (!(standardError >= 0 && standardError < Infinity)) {
      throw new RangeError(`${name}.standardError is ${standardError}; a number from 0 is needed`);
    }
    if (!(df > 0)) throw new RangeError(`${name}.df is ${df}; a number above 0 is needed`);
  }
  if (!(confidence >= 0.5 && confidence <= 0.9999)) {
    throw new RangeError(`confidence is ${confidence}; 0.5 to 0.9999 is needed`);
  }
  const mean = later.mean - earlier.mean;
  const a = earlier.standardError ** 2;
  const b = later.standardError ** 2;
  const standardError = Math.sqrt(a + b);
  if (standardError === 0) return { mean, standardError, df: null, low: mean, high: mean };
  const df = (a + b) ** 2 / (a ** 2 / earlier.df + b ** 2 / later.df);
  const half = standardError * tQuantile((1 + confidence) / 2, df);
  return { mean, standardError, df, low: mean - half, high: mean + half };
}
