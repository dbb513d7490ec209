import { allocatePlots, roundToTotal } from '../../science/sampling/allocation.ts';
import { detectableChange } from '../../science/sampling/change.ts';
import {
  cautiousPlan,
  type PlanDesign,
  type PlannedStratum,
  type PlotPlan,
  planPlots,
  plotsByMargin,
} from '../../science/sampling/plan.ts';
import { stratifiedError } from '../../science/sampling/required.ts';
import { tQuantile } from '../../science/statistics.ts';
import { designOf, overallMean, type SamplingInputs, sharesOf, stratumOf } from './inputs.ts';

/** Everything that the result shows, and the plan it is read from. */
export function assess(inputs: SamplingInputs) {
  const strata = inputs.strata.map(stratumOf);
  const design = designOf(inputs);
  const wantsMargin = inputs.goal === 'margin';
  const plan = wantsMargin ? planPlots(strata, design) : sharedPlan(strata, design, inputs.total ?? 0);
  const mean = overallMean(inputs.strata);
  const unroundedTotal = plan.strata.reduce((sum, { unrounded }) => sum + unrounded, 0);
  const outputs = {
    n: { value: plan.n },
    halfWidth: { value: plan.halfWidth },
    halfWidthPercent: { value: mean === null ? null : (100 * plan.halfWidth) / mean },
    cost: { value: plan.cost },
    cautious: { value: wantsMargin ? (cautiousPlan(strata, design)?.n ?? null) : null },
    standardError: { value: plan.standardError },
    formulaTotal: { value: wantsMargin ? unroundedTotal : null },
    possible: { value: plan.possible },
    t: { value: plan.t },
    changeOfNewPlots: { value: changeOf(plan, inputs, 'temporary') },
    changeOfSamePlots: { value: changeOf(plan, inputs, 'permanent') },
    method: strata.some(({ cost }) => cost !== null) ? ('cost-optimal' as const) : ('neyman' as const),
    spread: spreadOf(inputs),
    strata: plan.strata.map(({ whole: _, share, ...one }, i) => ({
      ...{ name: inputs.strata[i]?.name ?? null, area: inputs.strata[i]?.area ?? null },
      ...one,
      share: 100 * share,
      proportional: unroundedTotal * share,
    })),
    curve: curveOf(plan, strata, inputs),
  };
  return { outputs, plan };
}

/** Where the spread comes from. */
function spreadOf({ strata }: SamplingInputs): 'pilot' | 'partly' | 'assumed' {
  const known = strata.filter(({ pilotPlots }) => pilotPlots !== null).length;
  if (known === 0) return 'assumed';
  return known === strata.length ? 'pilot' : 'partly';
}

/** A fixed number of plots, shared among the strata. */
function sharedPlan(strata: readonly PlannedStratum[], design: PlanDesign, total: number): PlotPlan {
  const area = strata.reduce((sum, one) => sum + one.area, 0);
  const shares = sharesOf(strata, design);
  const unrounded = allocatePlots(total, shares);
  const n = roundToTotal(unrounded);
  const all = n.reduce((sum, one) => sum + one, 0);
  const plans = strata.map(({ cost }, i) => {
    const { possible = 0 } = shares[i] ?? {};
    const plots = n[i] ?? 0;
    return {
      ...{ n: plots, share: (strata[i]?.area ?? 0) / area, unrounded: unrounded[i] ?? 0, possible },
      ...{ whole: plots === possible, cost: cost === null ? null : cost * plots },
    };
  });
  const standardError = stratifiedError(plans.map((plan, i) => ({ ...plan, sd: strata[i]?.sd ?? 0 })));
  const t = quantileOf(design, all, strata.length);
  return {
    n: all,
    formulaTotal: all,
    possible: plans.reduce((sum, { possible }) => sum + possible, 0),
    strata: plans,
    t,
    df: design.quantile === 'student' ? Math.max(1, all - strata.length) : Number.POSITIVE_INFINITY,
    standardError,
    halfWidth: t * standardError,
    cost: plans.reduce<number | null>((sum, { cost }) => (cost === null ? null : (sum ?? 0) + cost), null),
  };
}

/** The quantile of an interval from a number of plots. */
export function quantileOf(
  { confidence, quantile }: Pick<PlanDesign, 'confidence' | 'quantile'>,
  plots: number,
  strata: number,
): number {
  const df = quantile === 'student' ? Math.max(1, plots - strata) : Number.POSITIVE_INFINITY;
  return tQuantile((1 + confidence) / 2, df);
}

export interface Precision {
  readonly plots: number;
  readonly halfWidth: number;
  readonly cost: number | null;
}

/** Half-width and cost of numbers of plots around a plan, each shared in the best way; nothing is rounded. */
export function precisionAround(inputs: SamplingInputs, plots: number): readonly Precision[] {
  const strata = inputs.strata.map(stratumOf);
  const design = designOf(inputs);
  const shares = sharesOf(strata, design);
  const area = strata.reduce((sum, one) => sum + one.area, 0);
  const fewest = strata.length * design.minimum;
  const most = shares.reduce((sum, { possible }) => sum + possible, 0);
  const [from, to] = [Math.max(fewest, plots / 4), Math.min(most, plots * 4)];
  if (to <= from || from >= plots * 4) return [];
  const steps = 48;
  return Array.from({ length: steps + 1 }, (_, step) => {
    // Within the bounds whatever the last digits of the power are.
    const total = Math.min(to, Math.max(from, from * (to / from) ** (step / steps)));
    const each = allocatePlots(total, shares).map((n, i) => ({
      ...{ n, sd: strata[i]?.sd ?? 0, share: (strata[i]?.area ?? 0) / area },
      possible: shares[i]?.possible ?? 0,
    }));
    const halfWidth = quantileOf(design, total, strata.length) * stratifiedError(each);
    const cost = each.reduce<number | null>((sum, { n }, i) => {
      const price = strata[i]?.cost ?? null;
      return price === null ? null : (sum ?? 0) + price * n;
    }, null);
    return { plots: total, halfWidth, cost };
  });
}

type ChangeKind = 'temporary' | 'permanent';

/** The smallest change that a second inventory with as many plots would detect; null without what it needs. */
function changeOf(
  { n, standardError }: PlotPlan,
  { confidence, power, correlation }: SamplingInputs,
  kind: ChangeKind,
): number | null {
  if (n < 2 || standardError === 0 || (kind === 'permanent' && correlation === null)) return null;
  // One plot's share of the error of the mean: the same number of plots then gives the same error.
  const sd = standardError * Math.sqrt(n);
  const errors = { alpha: 1 - confidence / 100, power: power / 100 };
  return detectableChange(n, { sd, correlation: correlation ?? 0, plots: kind, ...errors });
}

/** Plots against the margin, around the one that is planned for. */
function curveOf(plan: PlotPlan, strata: readonly PlannedStratum[], inputs: SamplingInputs) {
  const design = designOf(inputs);
  const margin = inputs.goal === 'margin' ? design.margin : plan.halfWidth;
  if (!(margin > 0)) return [];
  return plotsByMargin(
    strata,
    design,
    [0.5, 0.75, 1, 1.5, 2].map((factor) => factor * margin),
  );
}
