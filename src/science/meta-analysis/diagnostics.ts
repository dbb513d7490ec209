/** What a pooled effect hangs on: single studies, groups of studies, and small studies. */
import { linearRegression } from '../least-squares.ts';
import { chiSquareUpperTail, normalUpperTail, tUpperTail } from '../statistics.ts';
import {
  type Effect,
  type ModelOptions,
  type Pooled,
  poolEffects,
  type Regression,
  regressEffects,
} from './model.ts';

/** The pooled effect without each study in turn; empty for a single study. */
export function leaveOneOut(effects: readonly Effect[], options: ModelOptions): Pooled[] {
  if (effects.length < 2) return [];
  return effects.map((_, without) =>
    poolEffects(
      effects.filter((__, i) => i !== without),
      options,
    ),
  );
}

export interface Subgroups {
  /** In the order in which they first appear. */
  readonly groups: readonly { readonly name: string; readonly pooled: Pooled }[];
  /** Each group with a tau2 of its own: sum (mu_g - mu)^2/se_g^2 (Borenstein et al. 2009, ch. 19); null for one group. */
  readonly separate: { readonly q: number; readonly df: number; readonly p: number } | null;
  /** One tau2 for all groups: a meta-regression on the group; null for one group, or without degrees of freedom. */
  readonly common: Regression | null;
}

/**
 * Pools every group by itself and tests whether groups differ.
 * @param names the group of each effect, of the same length
 */
export function subgroups(
  effects: readonly Effect[],
  names: readonly string[],
  options: ModelOptions,
): Subgroups {
  if (names.length !== effects.length) {
    throw new RangeError(`names has ${names.length} entries; ${effects.length} are needed`);
  }
  const distinct = [...new Set(names)];
  const groups = distinct.map((name) => ({
    name,
    pooled: poolEffects(
      effects.filter((_, i) => names[i] === name),
      options,
    ),
  }));
  if (groups.length < 2) return { groups, separate: null, common: null };
  const known = groups.flatMap(({ pooled: { estimate, standardError } }) =>
    standardError ? [{ estimate, weight: 1 / standardError ** 2 }] : [],
  );
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  const mean = known.reduce((sum, { estimate, weight }) => sum + weight * estimate, 0) / total;
  const q = known.reduce((sum, { estimate, weight }) => sum + weight * (estimate - mean) ** 2, 0);
  const df = groups.length - 1;
  const separate = known.length < groups.length ? null : { q, df, p: chiSquareUpperTail(q, df) };
  const rows = names.map((name) => distinct.slice(1).map((one) => (one === name ? 1 : 0)));
  const common = effects.length > groups.length ? regressEffects(effects, rows, options) : null;
  return { groups, separate, common };
}

export interface EggerTest {
  /** Effect that a study without error would show. */
  readonly limitEstimate: number;
  readonly slope: number;
  readonly slopeError: number;
  /** Student's t of the slope; null where the points lie on a line. */
  readonly t: number | null;
  readonly df: number;
  readonly p: number | null;
}

/**
 * Regression of the effects on their standard errors with weights 1/v: whether small studies show other effects
 * (Egger et al. 1997, BMJ 315:629, in the form of Sterne & Egger 2005: the slope here is their intercept). It is no
 * proof of publication bias. null below three studies, or where all errors are equal.
 */
export function eggerTest(effects: readonly Effect[]): EggerTest | null {
  if (effects.length < 3) return null;
  const errors = effects.map(({ variance }) => Math.sqrt(variance));
  const [first = 0] = errors;
  if (errors.every((error) => Math.abs(error - first) <= 1e-12 * first)) return null;
  const line = linearRegression(
    errors,
    effects.map(({ effect }) => effect),
    effects.map(({ variance }) => 1 / variance),
  );
  const { slope, slopeError, df } = line;
  if (slopeError === null) return null;
  const t = slopeError > 0 ? slope / slopeError : null;
  const p = t === null ? null : 2 * tUpperTail(Math.abs(t), df);
  return { limitEstimate: line.intercept, slope, slopeError, t, df, p };
}

export interface RankTest {
  /** Kendall's tau-b between standardised effects and variances. */
  readonly tau: number;
  readonly p: number;
  /** From the permutation distribution; otherwise by the normal approximation (ties, or more than 500 studies). */
  readonly exact: boolean;
}

/** Most studies for which all permutations are counted. */
const mostExact = 500;

/**
 * Rank correlation of effects and variances (Begg & Mazumdar 1994, Biometrics 50:1088): Kendall's tau of the effects,
 * less the fixed-effect mean and divided by its error, with the variances. null below three studies, or where all
 * are tied.
 */
export function rankTest(effects: readonly Effect[]): RankTest | null {
  const n = effects.length;
  if (n < 3) return null;
  const { estimate, standardError } = poolEffects(effects, { method: 'FE', test: 'z' });
  const x = effects.map(
    ({ effect, variance }) => (effect - estimate) / Math.sqrt(variance - (standardError ?? 0) ** 2),
  );
  const y = effects.map(({ variance }) => variance);
  let score = 0; // concordant minus discordant pairs
  for (let i = 1; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      score += Math.sign((x[i] ?? 0) - (x[j] ?? 0)) * Math.sign((y[i] ?? 0) - (y[j] ?? 0));
    }
  }
  const pairs = (n * (n - 1)) / 2;
  const tiesX = ties(x);
  const tiesY = ties(y);
  const tau = score / Math.sqrt((pairs - pairsOf(tiesX)) * (pairs - pairsOf(tiesY)));
  if (!Number.isFinite(tau)) return null;
  if (tiesX.length === 0 && tiesY.length === 0 && n <= mostExact) {
    return { tau, p: exactKendall(n, (score + pairs) / 2), exact: true };
  }
  const z = score / Math.sqrt(scoreVariance(n, tiesX, tiesY));
  return { tau, p: Math.min(1, 2 * normalUpperTail(Math.abs(z))), exact: false };
}

/** Sizes of the groups of equal values. */
function ties(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}

function pairsOf(sizes: readonly number[]): number {
  return sizes.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
}

/** Variance of the score with ties (Kendall & Gibbons 1990, Rank Correlation Methods, 5th ed., eq. 4.3). */
function scoreVariance(n: number, x: readonly number[], y: readonly number[]): number {
  const sum = (sizes: readonly number[], f: (t: number) => number) => sizes.reduce((all, t) => all + f(t), 0);
  const main = (t: number) => t * (t - 1) * (2 * t + 5);
  const pairs = (t: number) => t * (t - 1);
  const triples = (t: number) => t * (t - 1) * (t - 2);
  return (
    (main(n) - sum(x, main) - sum(y, main)) / 18 +
    (sum(x, pairs) * sum(y, pairs)) / (2 * n * (n - 1)) +
    (sum(x, triples) * sum(y, triples)) / (9 * n * (n - 1) * (n - 2))
  );
}

/**
 * Two-sided p of `concordant` concordant pairs among n values without ties: how many permutations have so many
 * (Kendall & Gibbons 1990, section 5.2), counted as shares so that nothing overflows.
 */
function exactKendall(n: number, concordant: number): number {
  const pairs = (n * (n - 1)) / 2;
  let shares = Float64Array.of(1);
  for (let i = 2; i <= n; i += 1) {
    const next = new Float64Array((i * (i - 1)) / 2 + 1);
    let window = 0;
    for (let c = 0; c < next.length; c += 1) {
      window += shares[c] ?? 0;
      if (c >= i) window -= shares[c - i] ?? 0;
      next[c] = window / i;
    }
    shares = next;
  }
  const below = Math.min(concordant, pairs - concordant);
  let tail = 0;
  for (let c = 0; c <= below; c += 1) tail += shares[c] ?? 0;
  return Math.min(1, 2 * tail);
}
