/**
 * Number of sample plots for a wanted margin of error.
 *
 * Stratified: Cochran (1977), Sampling Techniques, 3rd ed., eq. 5.25, plot costs included. With equal costs it is
 * the formula of the CDM tool AR-TOOL03 (version 02.1.0), "Calculation of the number of sample plots for
 * measurements within A/R CDM project activities". Simple random: Cochran (1977), section 4.6.
 */
import { refuse } from '../range-fault.ts';
import { tQuantile } from '../statistics.ts';

export interface StratumSpread {
  /** Area, ha, above 0. */
  readonly area: number;
  /** Standard deviation between plots, in the unit of the margin, from 0. */
  readonly sd: number;
  /** Cost of one plot in any currency, above 0; null in every stratum where all plots cost the same. */
  readonly cost: number | null;
}

export interface StratifiedNumber {
  /** Plots that fit into the area. */
  readonly possible: number;
  /** Plots wanted in all, not rounded. */
  readonly total: number;
  /** The same by stratum: cost-optimal, or Neyman's where plots cost the same. */
  readonly byStratum: readonly number[];
  /** Plots wanted in all if the area were without limit, not rounded. */
  readonly totalInfinite: number;
  /** `total` shared by area instead, not rounded. */
  readonly proportional: readonly number[];
  /** Standard error of the mean that `byStratum` gives, in the unit of the margin. */
  readonly standardError: number;
}

/** Rounds up; a difference in the last digits of the arithmetic asks for no further plot. */
export function roundUp(plots: number): number {
  return Math.ceil(plots - 1e-9 * Math.max(1, plots));
}

function above(value: number, argument: string, min: number, max: number): void {
  const code = Number.isFinite(value) ? 'too-low' : 'not-a-number';
  refuse(value > min && value <= max ? [] : [{ code, argument, value, min, max }]);
}

function spread(value: number, argument: string): void {
  const fault = { code: 'too-low', argument, value, min: 0, max: Number.MAX_VALUE };
  refuse(value >= 0 && Number.isFinite(value) ? [] : [fault]);
}

/** Without variation there is nothing to plan: one plot in each stratum tells all. */
function someVariation(values: readonly number[], argument: string): void {
  const fault = { code: 'no-variation', argument, value: 0, min: 0, max: Number.MAX_VALUE };
  refuse(values.some((value) => value > 0) ? [] : [fault]);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Plots in a simple random sample: n0 = (t s/E)^2, n = n0/(1 + n0/N). Not rounded.
 * @param sd standard deviation between plots, above 0
 * @param margin half-width of the confidence interval of the mean, in the unit of `sd`, above 0
 * @param t quantile of the normal or of Student's t distribution, above 0
 * @param possible plots that fit into the area, above 0; null for an area without limit
 * @throws RangeError for an argument outside its range
 */
export function simpleRandomPlots(sd: number, margin: number, t: number, possible: number | null): number {
  above(margin, 'margin', 0, Number.MAX_VALUE);
  above(t, 't', 0, 1e6);
  if (possible !== null) above(possible, 'possible', 0, Number.MAX_VALUE);
  spread(sd, 'sd');
  someVariation([sd], 'sd');
  const infinite = ((t * sd) / margin) ** 2;
  return possible === null ? infinite : infinite / (1 + infinite / possible);
}

/**
 * Plots in a stratified sample for a margin of error, and their best allocation (Cochran 1977, eqs. 5.24 and 5.25):
 * n = sum(w s sqrt(c)) sum(w s/sqrt(c)) / (E^2/t^2 + sum(w s^2)/N), n_i in proportion to w s/sqrt(c). Nothing is
 * rounded, and a small stratum may be given more plots than fit into it: `planPlots` sees to both.
 * @param plotArea area of one plot, ha, above 0
 * @param margin half-width of the confidence interval of the mean, in the unit of the standard deviations, above 0
 * @param t quantile of the normal or of Student's t distribution, above 0
 * @throws RangeError for an argument outside its range, and where no stratum varies
 */
export function stratifiedPlots(
  strata: readonly StratumSpread[],
  plotArea: number,
  margin: number,
  t: number,
): StratifiedNumber {
  above(strata.length, 'strata.length', 0, 1e6);
  above(plotArea, 'plotArea', 0, Number.MAX_VALUE);
  above(margin, 'margin', 0, Number.MAX_VALUE);
  above(t, 't', 0, 1e6);
  for (const [i, { area, sd, cost }] of strata.entries()) {
    above(area, `strata.${i}.area`, 0, Number.MAX_VALUE);
    if (cost !== null) above(cost, `strata.${i}.cost`, 0, Number.MAX_VALUE);
    spread(sd, `strata.${i}.sd`);
  }
  someVariation(
    strata.map(({ sd }) => sd),
    'strata.0.sd',
  );
  const totalArea = sum(strata.map(({ area }) => area));
  const possible = totalArea / plotArea;
  const shares = strata.map(({ area }) => area / totalArea);
  const spreads = strata.map(({ sd }, i) => (shares[i] ?? 0) * sd);
  const roots = strata.map(({ cost }) => Math.sqrt(cost ?? 1));
  const pulls = spreads.map((spread, i) => spread / (roots[i] ?? 1));
  const totalPull = sum(pulls);
  const dear = sum(spreads.map((spread, i) => spread * (roots[i] ?? 1)));
  const variance = (margin / t) ** 2;
  const squares = sum(strata.map(({ sd }, i) => (shares[i] ?? 0) * sd * sd));
  const total = (dear * totalPull) / (variance + squares / possible);
  const byStratum = pulls.map((pull) => (totalPull === 0 ? 0 : (total * pull) / totalPull));
  return {
    possible,
    total,
    byStratum,
    totalInfinite: (dear * totalPull) / variance,
    proportional: shares.map((share) => total * share),
    standardError: stratifiedError(
      strata.map(({ area, sd }, i) => ({
        share: area / totalArea,
        sd,
        n: byStratum[i] ?? 0,
        possible: area / plotArea,
      })),
    ),
  };
}

export interface StratumSample {
  /** Share of the area, 0 to 1. */
  readonly share: number;
  readonly sd: number;
  /** Plots, whole or not. */
  readonly n: number;
  /** Plots that fit into the stratum; infinity for no limit. */
  readonly possible: number;
}

/**
 * Standard error of a stratified mean, sqrt(sum w^2 s^2/n (1 - n/N)) (Cochran 1977, section 5.4); infinite where a
 * stratum that varies has no plot, 0 in a stratum that is measured whole.
 */
export function stratifiedError(strata: readonly StratumSample[]): number {
  let variance = 0;
  for (const { share, sd, n, possible } of strata) {
    if (sd > 0 && share > 0) variance += ((share * sd) ** 2 / n) * Math.max(0, 1 - n / possible);
  }
  return Math.sqrt(variance);
}

/**
 * Whole number of plots with Student's t at n - `parameters` degrees of freedom, found by iteration from the normal
 * quantile (Cochran 1977, section 4.7; AR-TOOL03 allows to stop at the first step). Where two numbers
 * follow each other for ever, the larger.
 * @param plots number of plots, not rounded, for a quantile t
 * @param confidence two-sided, above 0, below 1
 * @param parameters strata, 1 in a simple random sample
 */
export function iteratePlots(
  plots: (t: number) => number,
  confidence: number,
  parameters: number,
): { readonly n: number; readonly t: number; readonly df: number; readonly steps: number } {
  const p = (1 + confidence) / 2;
  let n = roundUp(plots(tQuantile(p, Infinity)));
  let before = Number.NaN;
  const most = 50;
  for (let steps = 1; steps <= most; steps += 1) {
    const df = Math.max(1, n - parameters);
    const t = tQuantile(p, df);
    const next = roundUp(plots(t));
    if (next === n || (next === before && next < n) || steps === most) return { n, t, df, steps };
    before = n;
    n = next;
  }
  throw new Error('not reached: the last step returns');
}
