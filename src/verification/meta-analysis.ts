import { eggerTest, leaveOneOut, rankTest, subgroups } from '../science/meta-analysis/diagnostics.ts';
import { effectSizes, type Measure, type Study } from '../science/meta-analysis/effect-sizes.ts';
import {
  type Effect,
  type Method,
  type Pooled,
  poolEffects,
  type Test,
} from '../science/meta-analysis/model.ts';
import { listAt, objectsAt, optionalNumberAt } from './json-inputs.ts';
import { type Json, type JsonObject, Refusal, type Verifier } from './verifier.ts';

const measures: Readonly<Record<string, Measure>> = { lnRR: 'lnRR', SMD: 'SMD', MD: 'MD', 'yi/vi': 'given' };

/**
 * Where metafor 3.8-1 ends its iterations: REML after a step of tau2 below 1e-5 (`threshold`), Paule-Mandel at a bracket
 * of .Machine$double.eps^0.25 (`uniroot`). Left to run on, REML and PM end up to 4e-4 and 2e-3 of tau2 away from the
 * printed numbers; docs/decisions holds the comparison.
 */
const stop = { step: 1e-5, likelihood: 2 ** -13, bracket: 2 ** -13 };

function studyOf(one: JsonObject): Study {
  const number = (key: string) => optionalNumberAt(one, key);
  return {
    study: String(one['study'] ?? ''),
    m1: number('m1'),
    sd1: number('sd1'),
    n1: number('n1'),
    m2: number('m2'),
    sd2: number('sd2'),
    n2: number('n2'),
    effect: number('yi'),
    variance: number('vi'),
    standardError: number('sei'),
    low: null,
    high: null,
  };
}

/** A model in metafor's words. */
function fit(pooled: Pooled) {
  return {
    method: pooled.method,
    test: pooled.test,
    k: pooled.k,
    estimate: pooled.estimate,
    se: pooled.standardError,
    stat: pooled.statistic,
    df: pooled.df,
    pval: pooled.p,
    ci_lb: pooled.low,
    ci_ub: pooled.high,
    tau2: pooled.tau2,
    tau2_se: pooled.tau2Error,
    I2: pooled.i2,
    H2: pooled.h2,
    Q: pooled.q,
    Q_df: pooled.qDf,
    Q_pval: pooled.qP,
    pi_lb: pooled.prediction?.low ?? null,
    pi_ub: pooled.prediction?.high ?? null,
    pi_riley_lb: pooled.riley?.low ?? null,
    pi_riley_ub: pooled.riley?.high ?? null,
  };
}

function meta(inputs: JsonObject) {
  const measure = measures[String(inputs['measure'])];
  if (measure === undefined) throw new Refusal(`measure is ${JSON.stringify(inputs['measure'])}`);
  const studies = objectsAt(inputs, 'studies').map(studyOf);
  const { effects } = effectSizes(measure, studies);
  const byPlace = new Map(effects.map((one) => [one.place, one]));
  const model = (method: Method, test: Test) => fit(poolEffects(effects, { method, test, stop }));
  const egger = eggerTest(effects);
  const rank = rankTest(effects);
  const reml = { method: 'REML', test: 'z', stop } as const;
  const without = leaveOneOut(effects, reml).map(fit);
  const column = (key: keyof ReturnType<typeof fit>) => without.map((one) => one[key]);
  return {
    effect_sizes: {
      yi: studies.map((_, place) => byPlace.get(place)?.effect ?? null),
      vi: studies.map((_, place) => byPlace.get(place)?.variance ?? null),
    },
    fixed_effect: model('FE', 'z'),
    DL_z: model('DL', 'z'),
    REML_z: model('REML', 'z'),
    DL_knha: model('DL', 'knha'),
    REML_knha: model('REML', 'knha'),
    PM_z: model('PM', 'z'),
    PM_knha: model('PM', 'knha'),
    egger_lm: egger && {
      intercept_limit_estimate: egger.limitEstimate,
      t: egger.t,
      df: egger.df,
      pval: egger.p,
      bias_slope_egger_intercept: egger.slope,
      bias_slope_se: egger.slopeError,
    },
    begg_kendall: rank && { tau: rank.tau, pval: rank.p },
    leave_one_out_REML: {
      estimate: column('estimate'),
      se: column('se'),
      ci_lb: column('ci_lb'),
      ci_ub: column('ci_ub'),
      tau2: column('tau2'),
      I2: column('I2'),
      Q: column('Q'),
    },
    weights_REML_percent: poolEffects(effects, reml).weights,
    ...groupResults(inputs, effects),
  };
}

function groupResults(inputs: JsonObject, effects: readonly (Effect & { readonly place: number })[]) {
  const names = listAt(inputs, 'subgroup').map(String);
  if (names.length === 0) return {};
  const own = effects.map(({ place }) => names[place] ?? '');
  const { groups, separate, common } = subgroups(effects, own, { method: 'REML', test: 'z', stop });
  return {
    subgroups_REML: groups.map(({ name, pooled }) => ({ group: name, ...fit(pooled) })),
    subgroup_difference_separate_tau2: separate && {
      Q_between: separate.q,
      df: separate.df,
      pval: separate.p,
    },
    subgroup_difference_common_tau2: common && {
      QM: common.moderatorTest.statistic,
      df: common.moderatorTest.df1,
      pval: common.moderatorTest.p,
      tau2: common.tau2,
    },
  };
}

/** The tolerance states a second allowance in words: "compare with rel 1e-4 for tau2, tau2_se, I2, H2". */
function statedInNote(path: readonly string[], tolerance: JsonObject) {
  const note: Json | undefined = tolerance['note'];
  const match = typeof note === 'string' ? /rel (\S+) for ([\w, ]+)/.exec(note) : null;
  const names = match?.[2]?.split(', ') ?? [];
  if (!path.some((step) => names.includes(step))) return undefined;
  const abs = tolerance['abs'];
  return { rel: Number(match?.[1]), abs: typeof abs === 'number' ? abs : 0 };
}

const verifier: Verifier = {
  calculator: 'meta-analysis',
  operations: { meta },
  allowance: statedInNote,
  references: [
    'R package metafor 3.8-1: escalc, rma.uni (FE, DL, REML, PM; z and Knapp-Hartung), predict, leave1out, regtest, ranktest',
    'Viechtbauer (2010), J. Stat. Softw. 36(3): BCG trials, printed results',
  ],
  notVerified: [
    'Meta-regression on a number: the BCG example printed in Viechtbauer (2010) and one factor only.',
    'Effects given with 95 % limits, and standard deviations filled in from a mean coefficient of variation: by hand only.',
    'Designs with studies that share a control or a site: not offered.',
  ],
};

export default verifier;
