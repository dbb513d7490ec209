/**
 * Meta-analytic models: fixed effect, random effects, and meta-regression on moderators.
 *
 * Estimates and tests as in Viechtbauer (2010), J. Stat. Softw. 36(3), doi:10.18637/jss.v036.i03, section 2.3; the
 * adjustment of Knapp & Hartung (2003), Stat. Med. 22:2693, eqs. 7-10, without truncation. I2 and H2: Higgins & Thompson
 * (2002), Stat. Med. 21:1539, with the typical sampling variance of their eq. 9.
 */
import { type MatrixLike, solve, transpose } from '../linear-algebra.ts';
import { chiSquareUpperTail, fUpperTail, normalUpperTail, tQuantile, tUpperTail } from '../statistics.ts';
import { type Design, designOf, meanDesign, traces, weigh } from './design.ts';
import { type HeterogeneityMethod, type HeterogeneityOptions, heterogeneity } from './heterogeneity.ts';

/** `FE`: all studies estimate one effect, tau2 = 0. */
export type Method = 'FE' | HeterogeneityMethod;
/** `z`: normal quantiles. `knha`: Knapp and Hartung, Student's t with k - p degrees of freedom. */
export type Test = 'z' | 'knha';

export interface Effect {
  readonly effect: number;
  /** Sampling variance, above 0. */
  readonly variance: number;
}

export interface ModelOptions extends HeterogeneityOptions {
  readonly method: Method;
  readonly test: Test;
  /** Two-sided confidence of all intervals, 0.5 to 0.999; 0.95. */
  readonly level?: number;
}

export interface Coefficient {
  readonly estimate: number;
  /** null where it is not defined (Knapp-Hartung without degrees of freedom). */
  readonly standardError: number | null;
  /** z or t; null where the standard error is 0 or not defined. */
  readonly statistic: number | null;
  /** Two-sided. */
  readonly p: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Model {
  readonly method: Method;
  readonly test: Test;
  /** Studies. */
  readonly k: number;
  readonly coefficients: readonly Coefficient[];
  /** Degrees of freedom of t; null for z. */
  readonly df: number | null;
  /** Variance between studies (residual, with moderators), and its standard error. */
  readonly tau2: number;
  readonly tau2Error: number | null;
  readonly converged: boolean;
  /** Share of the variance that is not sampling error, %. */
  readonly i2: number;
  readonly h2: number;
  /** (Residual) heterogeneity at fixed-effect weights, its degrees of freedom and p. */
  readonly q: number;
  readonly qDf: number;
  readonly qP: number;
  /** Weights 1/(v + tau2), in per cent of their sum. */
  readonly weights: Float64Array;
  /** Covariance of the coefficients; null where not defined. */
  readonly covariance: readonly Float64Array[] | null;
}

export interface EffectFault {
  readonly code: 'not-a-number' | 'too-low' | 'too-high' | 'too-few' | 'moderator-constant';
  readonly argument: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

/** Everything that keeps a model from being fitted, but for moderators that depend on each other. */
export function modelFaults(
  effects: readonly Effect[],
  moderators: MatrixLike | null,
  options: ModelOptions,
): EffectFault[] {
  const faults: EffectFault[] = [];
  const huge = 1e24;
  for (const [i, { effect, variance }] of effects.entries()) {
    const at = (name: string) => ({ argument: `effects.${i}.${name}` });
    if (!(Math.abs(effect) <= huge)) {
      faults.push({ code: 'not-a-number', ...at('effect'), value: effect, min: -huge, max: huge });
    }
    if (!(variance > 0 && variance <= huge)) {
      const code = Number.isFinite(variance) ? 'too-low' : 'not-a-number';
      faults.push({ code, ...at('variance'), value: variance, min: 0, max: huge });
    }
  }
  const level = options.level ?? 0.95;
  if (!(level >= 0.5 && level <= 0.999)) {
    faults.push({ code: 'not-a-number', argument: 'level', value: level, min: 0.5, max: 0.999 });
  }
  const least = moderators === null ? 1 : (moderators[0]?.length ?? 0) + 2;
  if (effects.length < least) {
    const value = effects.length;
    faults.push({ code: 'too-few', argument: 'effects', value, min: least, max: 100_000 });
  }
  for (const [i, row] of (moderators ?? []).entries()) {
    for (let j = 0; j < row.length; j += 1) {
      const value = row[j] ?? Number.NaN;
      const argument = `moderators.${i}.${j}`;
      if (!Number.isFinite(value))
        faults.push({ code: 'not-a-number', argument, value, min: -huge, max: huge });
    }
  }
  if (moderators !== null && moderators.length !== effects.length) {
    const [value, min, max] = [moderators.length, effects.length, effects.length];
    faults.push({ code: 'too-few', argument: 'moderators', value, min, max });
  }
  return faults;
}

function fitModel(effects: readonly Effect[], design: Design, options: ModelOptions): Model {
  const { method, test, level = 0.95 } = options;
  const y = Float64Array.from(effects, ({ effect }) => effect);
  const v = Float64Array.from(effects, ({ variance }) => variance);
  const { k, p } = design;
  const free = k - p;
  const fixed = weigh(y, v, 0, design);
  const found =
    method === 'FE'
      ? { tau2: 0, standardError: null, converged: true }
      : heterogeneity(method, y, v, design, options);
  const fit = found.tau2 === 0 ? fixed : weigh(y, v, found.tau2, design);
  const scale = test === 'z' ? 1 : free > 0 ? fit.q / free : null;
  const df = test === 'z' ? null : free;
  const critical = df === 0 ? null : tQuantile((1 + level) / 2, df ?? Infinity);
  const back = (matrix: MatrixLike) =>
    design.back.map((row) =>
      Float64Array.from({ length: p }, (_, j) => combine(row, (a) => matrix[a]?.[j] ?? 0)),
    );
  const covariance =
    scale === null
      ? null
      : back(transpose(back(fit.inverse))).map((row) => row.map((value) => value * scale));
  const coefficients = design.back.map((row, j): Coefficient => {
    const estimate = combine(row, (a) => fit.gamma[a] ?? 0);
    const standardError = covariance === null ? null : Math.sqrt(Math.max(0, covariance[j]?.[j] ?? 0));
    const statistic = standardError ? estimate / standardError : null;
    const half = critical === null || standardError === null ? null : critical * standardError;
    const size = statistic === null ? null : Math.abs(statistic);
    const tail =
      size === null ? null : df === null ? normalUpperTail(size) : df > 0 ? tUpperTail(size, df) : null;
    return {
      estimate,
      standardError,
      statistic,
      p: tail === null ? null : 2 * tail,
      low: half === null ? null : estimate - half,
      high: half === null ? null : estimate + half,
    };
  });
  const typical = free > 0 ? free / traces(design, fixed).p : 1;
  const total = fit.w.reduce((sum, weight) => sum + weight, 0);
  const excess = free > 0 ? fixed.q / free : 1;
  return {
    method,
    test,
    k,
    coefficients,
    df,
    tau2: found.tau2,
    tau2Error: found.standardError,
    converged: found.converged,
    i2:
      method === 'FE'
        ? 100 * Math.max(0, free > 0 && fixed.q > 0 ? 1 - 1 / excess : 0)
        : (100 * found.tau2) / (found.tau2 + typical),
    h2: method === 'FE' ? excess : 1 + found.tau2 / typical,
    q: free > 0 ? fixed.q : 0,
    qDf: free,
    qP: free > 0 ? chiSquareUpperTail(fixed.q, free) : 1,
    weights: fit.w.map((weight) => (100 * weight) / total),
    covariance,
  };
}

function combine(row: Float64Array, value: (place: number) => number): number {
  return row.reduce((sum, factor, a) => sum + factor * value(a), 0);
}

function refuseModel(faults: readonly EffectFault[]): void {
  if (faults.length === 0) return;
  const texts = faults.map(
    ({ code, argument, value, min, max }) => `${argument} is ${value} (${code}; ${min} to ${max})`,
  );
  throw new RangeError(texts.join('; '));
}

/** An interval that holds the true effect of one further study. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Pooled extends Omit<Model, 'coefficients' | 'covariance'>, Coefficient {
  /**
   * Prediction interval mu +- q sqrt(se^2 + tau2), q normal or, after Knapp-Hartung, t with k - 1 (metafor's
   * default); null for a fixed effect.
   */
  readonly prediction: Interval | null;
  /** The same with t of k - 2 degrees of freedom (Riley, Higgins & Deeks 2011, BMJ 342:d549), at least 1. */
  readonly riley: Interval | null;
}

/**
 * Pools effects of independent studies.
 * @throws RangeError with every fault of `modelFaults`
 */
export function poolEffects(effects: readonly Effect[], options: ModelOptions): Pooled {
  refuseModel(modelFaults(effects, null, options));
  const { coefficients, covariance: _, ...model } = fitModel(effects, meanDesign(effects.length), options);
  const [mean] = coefficients;
  if (!mean) throw new Error('not reached: a mean has one coefficient');
  const p = (1 + (options.level ?? 0.95)) / 2;
  const spread = Math.sqrt((mean.standardError ?? 0) ** 2 + model.tau2);
  const around = (df: number): Interval | null => {
    if (model.method === 'FE' || mean.standardError === null || df < 1) return null;
    const half = tQuantile(p, df) * spread;
    return { low: mean.estimate - half, high: mean.estimate + half };
  };
  return {
    ...model,
    ...mean,
    prediction: around(model.df ?? Infinity),
    riley: around(Math.max(1, effects.length - 2)),
  };
}

export interface Regression extends Model {
  /**
   * Test that all coefficients but the intercept are 0: chi-square, or F after Knapp-Hartung; statistic and p are null
   * where the line passes through every effect.
   */
  readonly moderatorTest: {
    readonly statistic: number | null;
    readonly df1: number;
    readonly df2: number | null;
    readonly p: number | null;
  };
  /** Share of tau2 without moderators that they take up, %; null for a fixed effect, or where that is 0. */
  readonly r2: number | null;
}

/**
 * Meta-regression y = b0 + b1 x1 + ... + u + e.
 * @param moderators one row per study, one column per moderator, without the intercept; a factor as columns of 0 and 1
 * @throws RangeError with every fault of `modelFaults`, or where moderators depend on each other
 */
export function regressEffects(
  effects: readonly Effect[],
  moderators: MatrixLike,
  options: ModelOptions,
): Regression {
  refuseModel(modelFaults(effects, moderators, options));
  const design = designOf(moderators.map((row) => Float64Array.of(1, ...Array.from(row))));
  const model = fitModel(effects, design, options);
  const { covariance, coefficients } = model;
  if (covariance === null) throw new Error('not reached: a regression has degrees of freedom');
  const slopes = coefficients.slice(1).map(({ estimate }) => estimate);
  const inner = covariance.slice(1).map((row) => row.slice(1));
  const df1 = slopes.length;
  const square = quadraticForm(inner, slopes);
  const df2 = model.df;
  const statistic = square === null || df2 === null ? square : square / df1;
  const without = options.method === 'FE' ? 0 : poolEffects(effects, options).tau2;
  const p =
    statistic === null
      ? null
      : df2 === null
        ? chiSquareUpperTail(statistic, df1)
        : fUpperTail(statistic, df1, df2);
  return {
    ...model,
    moderatorTest: { statistic, df1, df2, p },
    r2: without > 0 ? 100 * Math.max(0, 1 - model.tau2 / without) : null,
  };
}

/** b' S^-1 b, scaled so that units do not matter; null where a variance is 0. */
function quadraticForm(s: readonly Float64Array[], b: readonly number[]): number | null {
  const size = s.map((row, i) => Math.sqrt(row[i] ?? 0));
  if (!size.every((one) => one > 0)) return null;
  const scaled = s.map((row, i) => row.map((value, j) => value / ((size[i] ?? 1) * (size[j] ?? 1))));
  const right = b.map((value, i) => value / (size[i] ?? 1));
  return solve(scaled, right).reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0);
}
