import {
  eggerTest,
  leaveOneOut,
  rankTest,
  type Subgroups,
  subgroups,
} from '../../science/meta-analysis/diagnostics.ts';
import { type EffectSize, percentChange } from '../../science/meta-analysis/effect-sizes.ts';
import {
  type Method,
  type ModelOptions,
  type Pooled,
  poolEffects,
  type Regression,
  regressEffects,
  type Test,
} from '../../science/meta-analysis/model.ts';
import { normalQuantile } from '../../science/statistics.ts';
import type { Estimate } from '../output.ts';

const z95 = normalQuantile(0.975);

/** An effect with its interval, or without where none is defined. */
export function estimate(value: number, low: number | null, high: number | null): Estimate {
  return low === null || high === null ? { value } : { value, low, high, level: 0.95 };
}

/** A log response ratio as a change in percent. */
export function asPercent({ estimate: value, low, high }: Pooled): Estimate {
  // Beyond the largest number there is nothing to show.
  const to = (x: number | null) => (x === null || percentChange(x) === Infinity ? null : percentChange(x));
  const percent = to(value);
  return percent === null ? { value: null } : estimate(percent, to(low), to(high));
}

/** Each study with its own normal interval and its weight. */
export function effectRows(effects: readonly EffectSize[], { weights }: Pooled) {
  return effects.map(({ study, effect, variance }, i) => {
    const error = Math.sqrt(variance);
    return {
      study,
      effect,
      standardError: error,
      low: effect - z95 * error,
      high: effect + z95 * error,
      weight: weights[i] ?? null,
    };
  });
}

const comparedModels: readonly (readonly [Method, Test])[] = [
  ['FE', 'z'],
  ['DL', 'z'],
  ['REML', 'z'],
  ['PM', 'z'],
  ['DL', 'knha'],
  ['REML', 'knha'],
];

/** The same studies by every model, so that a reader sees what hangs on the choice. */
export function modelRows(effects: readonly EffectSize[]) {
  return comparedModels
    .filter(([, test]) => test === 'z' || effects.length > 1)
    .map(([method, test]) => {
      const { estimate: value, low, high, tau2, i2 } = poolEffects(effects, { method, test });
      return { model: method, test, effect: value, low, high, tau2, i2 };
    });
}

/** The test of whether true effects differ at all, and how much. */
export function heterogeneityRow({ q, qDf, qP, tau2, tau2Error, h2 }: Pooled) {
  return { q, df: qDf, p: qP, tau2, tau2Error, h2 };
}

/** Tests of whether small studies show other effects; those that are not defined are left out. */
export function smallStudyRows(effects: readonly EffectSize[]) {
  const egger = eggerTest(effects);
  const rank = rankTest(effects);
  return [
    ...(egger === null ? [] : [{ test: 'egger' as const, statistic: egger.slope, p: egger.p }]),
    ...(rank === null ? [] : [{ test: 'begg' as const, statistic: rank.tau, p: rank.p }]),
  ];
}

/** Above so many studies no single one decides, and the time grows with their square. */
const mostLeftOut = 150;

export function leaveOneOutRows(effects: readonly EffectSize[], options: ModelOptions) {
  if (effects.length > mostLeftOut) return [];
  return leaveOneOut(effects, options).map(({ estimate: effect, low, high, tau2, i2 }, i) => ({
    without: effects[i]?.study ?? null,
    effect,
    low,
    high,
    tau2,
    i2,
  }));
}

/** Groups of those studies whose group is given; null below two groups. */
export function groupsOf(
  effects: readonly EffectSize[],
  names: readonly (string | null)[],
  options: ModelOptions,
): Subgroups | null {
  const named = effects.flatMap((one) => {
    const name = names[one.place] ?? null;
    return name === null ? [] : [{ ...one, name }];
  });
  const distinct = new Set(named.map(({ name }) => name));
  if (distinct.size < 2) return null;
  return subgroups(
    named,
    named.map(({ name }) => name),
    options,
  );
}

export function groupRows(groups: Subgroups | null) {
  return (groups?.groups ?? []).map(({ name, pooled }) => ({
    group: name,
    k: pooled.k,
    effect: pooled.estimate,
    low: pooled.low,
    high: pooled.high,
    tau2: pooled.tau2,
    i2: pooled.i2,
  }));
}

/** Tests of the difference between groups: each with a tau2 of its own, and with one for all. */
export function differenceRows(groups: Subgroups | null) {
  const rows = [];
  if (groups?.separate) {
    const { q, df, p } = groups.separate;
    rows.push({ test: 'separate', statistic: q, df1: df, df2: null, p });
  }
  if (groups?.common) {
    const { statistic, df1, df2, p } = groups.common.moderatorTest;
    rows.push({ test: 'common', statistic, df1, df2, p });
  }
  return rows;
}

/** A line through the studies whose moderator is given; null with fewer than three, or where it does not vary. */
export function regressionOf(
  effects: readonly EffectSize[],
  moderators: readonly (number | null)[],
  options: ModelOptions,
): Regression | null {
  const known = effects.flatMap((one) => {
    const value = moderators[one.place] ?? null;
    return value === null ? [] : [{ ...one, value }];
  });
  if (known.length < 3 || known.every(({ value }) => value === known[0]?.value)) return null;
  return regressEffects(
    known,
    known.map(({ value }) => [value]),
    options,
  );
}

export function regressionRows(regression: Regression | null) {
  return (regression?.coefficients ?? []).map((one, i) => ({
    term: i === 0 ? 'intercept' : 'slope',
    coefficient: one.estimate,
    standardError: one.standardError,
    low: one.low,
    high: one.high,
    p: one.p,
  }));
}
