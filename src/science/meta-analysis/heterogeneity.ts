/**
 * Variance between studies, tau2, of a model y = X b + u + e, u ~ N(0, tau2), e_i ~ N(0, v_i).
 *
 * DL: DerSimonian & Laird (1986), Control. Clin. Trials 7:177, eq. 8, with moderators Raudenbush (2009). REML by Fisher
 * scoring: Viechtbauer (2005), J. Educ. Behav. Stat. 30:261, eqs. 10-12. PM: Paule & Mandel (1982), J. Res. Natl. Bur.
 * Stand. 87:377, eq. 5.
 */
import { quantile } from '../statistics.ts';
import { type Design, traces, varianceTraces, type Weighted, weigh } from './design.ts';
import { brentRoot } from './root.ts';

export type HeterogeneityMethod = 'DL' | 'REML' | 'PM';

export interface Heterogeneity {
  /** Variance between studies, in the squared unit of the effect, from 0. */
  readonly tau2: number;
  /** Its standard error; null where it is not defined. */
  readonly standardError: number | null;
  /** Whether the iteration met its tolerance; true where there was none. */
  readonly converged: boolean;
}

/**
 * Where iterations stop. By default they go on to the last digits; outside programs stop earlier, which a comparison
 * with them must know (metafor: steps of 1e-5, brackets and likelihoods of 2^-13).
 */
export interface StopRules {
  /** REML: largest last step of tau2. */
  readonly step: number;
  /** REML: how much the log-likelihood at 0 must exceed that of the tau2 found (above `step`) to be preferred. */
  readonly likelihood: number;
  /** PM: width of the last bracket of tau2. */
  readonly bracket: number;
}

export interface HeterogeneityOptions {
  readonly stop?: StopRules;
}

/** tau2 and its standard error; 0 where the studies differ less than their sampling errors let expect. */
export function heterogeneity(
  method: HeterogeneityMethod,
  y: Float64Array,
  v: Float64Array,
  design: Design,
  options: HeterogeneityOptions = {},
): Heterogeneity {
  if (design.k <= design.p) return { tau2: 0, standardError: null, converged: true };
  if (method === 'DL') return dersimonianLaird(y, v, design);
  if (method === 'PM') return pauleMandel(y, v, design, options.stop?.bracket ?? 0);
  return restrictedLikelihood(y, v, design, options.stop ?? null);
}

/** Method of moments: tau2 = (Q - (k - p))/tr P, not below 0; its error from the variance of Q. */
function dersimonianLaird(y: Float64Array, v: Float64Array, design: Design): Heterogeneity {
  const fit = weigh(y, v, 0, design);
  const { p, pp } = traces(design, fit);
  const free = design.k - design.p;
  const tau2 = Math.max(0, (fit.q - free) / p);
  const standardError = Math.sqrt(2 * free + 4 * tau2 * p + 2 * tau2 ** 2 * pp) / p;
  return { tau2, standardError, converged: true };
}

/** Unweighted estimate of Hedges (Hedges & Olkin 1985, eq. 9.22), the start of the iteration. */
function hedges(y: Float64Array, v: Float64Array, design: Design): number {
  const fit = weigh(y, new Float64Array(design.k).fill(1), 0, design);
  const hat = v.map((_, i) => design.columns.reduce((sum, column) => sum + (column[i] as number) ** 2, 0));
  const expected = v.reduce((sum, variance, i) => sum + variance * (1 - (hat[i] as number)), 0);
  return Math.max(0, (fit.q - expected) / (design.k - design.p));
}

/** Restricted log-likelihood but for constants (Viechtbauer 2005, eq. 9). */
function logLikelihood(fit: Weighted): number {
  const variances = fit.w.reduce((sum, weight) => sum - Math.log(weight), 0);
  return -(variances + fit.logDeterminant + fit.q) / 2;
}

/** Largest number of steps of Fisher scoring. */
const mostSteps = 1000;

function restrictedLikelihood(
  y: Float64Array,
  v: Float64Array,
  design: Design,
  stop: StopRules | null,
): Heterogeneity {
  const scale = v.reduce((sum, variance) => sum + variance, 0) / design.k;
  let tau2 = hedges(y, v, design);
  let converged = false;
  for (let step = 0; step < mostSteps && !converged; step += 1) {
    let change = scoringStep(y, v, tau2, design);
    if (!stop && tau2 + change < 0 && scoringStep(y, v, 0, design) <= 0) change = -tau2; // at 0 it stays at 0
    if (!Number.isFinite(change)) break;
    while (tau2 + change < 0) change /= 2;
    converged = Math.abs(change) <= (stop?.step ?? 1e-13 * (tau2 + scale)) || tau2 + change === 0;
    tau2 += change;
  }
  // The iteration may have ended on a lower hill than the one at 0.
  const atZero = logLikelihood(weigh(y, v, 0, design)) - logLikelihood(weigh(y, v, tau2, design));
  if (stop ? atZero > stop.likelihood && tau2 > stop.step : atZero > 1e-9) tau2 = 0;
  const { pp } = traces(design, weigh(y, v, tau2, design));
  return { tau2, standardError: Math.sqrt(2 / pp), converged };
}

/** Step of Fisher scoring, (y'PPy - tr P)/tr PP (Viechtbauer 2005, eq. 12). */
function scoringStep(y: Float64Array, v: Float64Array, tau2: number, design: Design): number {
  const fit = weigh(y, v, tau2, design);
  const { p, pp } = traces(design, fit);
  let square = 0;
  for (let i = 0; i < y.length; i += 1) square += ((fit.w[i] as number) * (fit.residuals[i] as number)) ** 2;
  return (square - p) / pp;
}

function pauleMandel(y: Float64Array, v: Float64Array, design: Design, tolerance: number): Heterogeneity {
  const free = design.k - design.p;
  const excess = (tau2: number) => weigh(y, v, tau2, design).q - free;
  const tau2 = excess(0) <= 0 ? 0 : brentRoot(excess, 0, upperBound(excess, y), tolerance);
  const fit = weigh(y, v, tau2, design);
  const { pp } = traces(design, fit);
  const { pvpv, pvp } = varianceTraces(design, fit, v);
  const weights = fit.w.reduce((sum, weight) => sum + weight, 0);
  const variance = 2 * pvpv + 4 * tau2 * pvp + 2 * tau2 ** 2 * pp;
  return {
    tau2,
    standardError: ((design.k / free) * Math.sqrt(Math.max(0, variance))) / weights,
    converged: true,
  };
}

/** A tau2 above the root: 100 or, on coarse scales, ten squares of the scaled median deviation, as metafor has it. */
function upperBound(excess: (tau2: number) => number, y: Float64Array): number {
  const centre = quantile(y, 0.5);
  const deviation =
    1.4826 *
    quantile(
      y.map((value) => Math.abs(value - centre)),
      0.5,
    );
  let bound = Math.max(100, 10 * deviation ** 2);
  while (excess(bound) > 0) bound *= 10;
  return bound;
}
