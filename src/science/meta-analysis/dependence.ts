/**
 * Effects that are not independent: several layers, treatments or dates of one study, or several treatments against one
 * comparator. They are averaged within the study before studies are pooled (Borenstein et al. 2009, Introduction to
 * Meta-Analysis, ch. 24), or pooled as they are with a variance that allows for clusters.
 */
import { tQuantile, tUpperTail } from '../statistics.ts';
import type { EffectSize } from './effect-sizes.ts';
import { type Effect, type ModelOptions, poolEffects } from './model.ts';

export interface StudyEffect extends Effect {
  readonly study: string;
  /** Places of the effects it is the mean of. */
  readonly places: readonly number[];
}

/**
 * The plain mean of the effects of every study and its variance, (1/m^2) sum_ij r_ij sqrt(v_i v_j), with one stated
 * correlation r between the errors of any two effects of a study (Borenstein et al. 2009, eq. 24.6). Studies come in
 * the order in which they first appear.
 * @param correlation from 0 to 1
 */
export function averageWithinStudies(effects: readonly EffectSize[], correlation: number): StudyEffect[] {
  refuseCorrelation(correlation);
  return [...byStudy(effects)].map(([study, own]) => ({
    study,
    places: own.map(({ place }) => place),
    effect: own.reduce((sum, { effect }) => sum + effect, 0) / own.length,
    variance:
      varianceOfSum(
        own.map(({ variance }) => Math.sqrt(variance)),
        correlation,
      ) /
      own.length ** 2,
  }));
}

function byStudy(effects: readonly EffectSize[]): Map<string, EffectSize[]> {
  const studies = new Map<string, EffectSize[]>();
  for (const effect of effects) {
    const own = studies.get(effect.study);
    if (own) own.push(effect);
    else studies.set(effect.study, [effect]);
  }
  return studies;
}

/** Mean and standard deviation of one arm, and its replicates. */
export interface Arm {
  readonly mean: number;
  /** null where it was not reported. */
  readonly sd: number | null;
  readonly n: number | null;
}

/**
 * The stock of a profile from those of its layers: means add up; the standard deviation follows from the stated
 * correlation between layers; the replicates are the fewest of any layer.
 */
export function addLayers(layers: readonly Arm[], correlation: number): Arm {
  refuseCorrelation(correlation);
  const deviations = layers.flatMap(({ sd }) => (sd === null ? [] : [sd]));
  const replicates = layers.flatMap(({ n }) => (n === null ? [] : [n]));
  return {
    mean: layers.reduce((sum, { mean }) => sum + mean, 0),
    sd: deviations.length < layers.length ? null : Math.sqrt(varianceOfSum(deviations, correlation)),
    n: replicates.length < layers.length ? null : Math.min(...replicates),
  };
}

/** Variance of a sum of terms with these standard deviations and one correlation between any two. */
function varianceOfSum(deviations: readonly number[], correlation: number): number {
  const sum = deviations.reduce((total, one) => total + one, 0);
  const squares = deviations.reduce((total, one) => total + one ** 2, 0);
  return (1 - correlation) * squares + correlation * sum ** 2;
}

function refuseCorrelation(correlation: number): void {
  if (!(correlation >= 0 && correlation <= 1))
    throw new RangeError(`correlation is ${correlation}; 0 to 1 is needed`);
}

export interface ClusterRobust {
  readonly estimate: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  readonly p: number | null;
  /** Clusters less one. */
  readonly df: number;
}

/**
 * All effects pooled with weights 1/(v + tau2), and a sandwich variance by study: sum_c (sum_i w_i e_i)^2/(sum w)^2
 * times m/(m - 1), t with m - 1 degrees of freedom for m studies (CR1: Hedges, Tipton & Johnson 2010, Res. Synth.
 * Methods 1:39; the small-sample factor of metafor's `robust`). null below two studies.
 */
export function clusterRobust(effects: readonly EffectSize[], options: ModelOptions): ClusterRobust | null {
  const clusters = [...byStudy(effects).values()];
  const m = clusters.length;
  if (m < 2) return null;
  const { estimate, tau2 } = poolEffects(effects, options);
  const weight = ({ variance }: EffectSize) => 1 / (variance + tau2);
  const total = effects.reduce((sum, one) => sum + weight(one), 0);
  const meat = clusters.reduce(
    (sum, own) => sum + own.reduce((part, one) => part + weight(one) * (one.effect - estimate), 0) ** 2,
    0,
  );
  const standardError = Math.sqrt((meat * m) / (m - 1)) / total;
  const half = tQuantile((1 + (options.level ?? 0.95)) / 2, m - 1) * standardError;
  const p = standardError > 0 ? 2 * tUpperTail(Math.abs(estimate) / standardError, m - 1) : null;
  return { estimate, standardError, low: estimate - half, high: estimate + half, p, df: m - 1 };
}

/**
 * Missing standard deviations as mean x the average coefficient of variation of the same arm in `known` (Bracken 1992;
 * Lajeunesse 2013, Handbook of Meta-analysis in Ecology and Evolution, ch. 13). An assumption, not a measurement.
 * null where `known` has no coefficient.
 */
export function meanVariation(known: readonly Arm[]): number | null {
  const variations = known.flatMap(({ mean, sd }) => (sd !== null && mean > 0 ? [sd / mean] : []));
  if (variations.length === 0) return null;
  return variations.reduce((sum, one) => sum + one, 0) / variations.length;
}
