import {
  addLayers,
  averageWithinStudies,
  type ClusterRobust,
  clusterRobust,
  meanVariation,
  type StudyEffect,
} from '../science/meta-analysis/dependence.ts';
import { type EggerTest, eggerTest, leaveOneOut, subgroups } from '../science/meta-analysis/diagnostics.ts';
import { type EffectSize, effectSizes } from '../science/meta-analysis/effect-sizes.ts';
import {
  type Coefficient,
  type ModelOptions,
  type Pooled,
  poolEffects,
  regressEffects,
} from '../science/meta-analysis/model.ts';
import { gearyIndex } from '../science/meta-analysis/studies.ts';
import { type Certainty, certaintyOf } from './certainty.ts';
import type { Question, RowArm, SynthesisRow } from './row.ts';
import { fewestStudies, level, type Settings, type SubgroupName } from './settings.ts';

/** How all means of this portal are pooled: restricted likelihood, Knapp and Hartung's intervals. */
export const model: ModelOptions = { method: 'REML', test: 'knha', level };

/** A row that is used, its gaps filled where that was asked for. */
export interface UsedRow {
  readonly row: SynthesisRow;
  readonly restored: RowArm;
  readonly other: RowArm;
  /** A standard deviation was filled in. */
  readonly filled: boolean;
}

/** Rows that make one effect: a single row, or the layers of a profile added up. */
export interface Comparison {
  readonly id: string;
  readonly study: string;
  readonly parts: readonly UsedRow[];
  readonly restored: RowArm;
  readonly other: RowArm;
  /** A standard deviation was filled in. */
  readonly filled: boolean;
}

export interface AnsweredStudy extends StudyEffect {
  readonly low: number;
  readonly high: number;
  /** Of the pooled mean, per cent; null where nothing is pooled. */
  readonly weight: number | null;
  readonly comparisons: readonly Comparison[];
  readonly years: number | null;
}

export interface Synthesis {
  readonly pooled: Pooled;
  /** Without each study in turn, in the order of the studies. */
  readonly leaveOneOut: readonly Pooled[];
  readonly egger: EggerTest | null;
  /** All effects with a variance by study, as another way to the same question. */
  readonly robust: ClusterRobust | null;
  readonly sensitivity: readonly { readonly correlation: number; readonly pooled: Pooled }[];
  /** Slope of the effect on the years since restoration began; null with too few studies that tell them. */
  readonly years: { readonly slope: Coefficient; readonly k: number } | null;
  readonly groups: Groups | null;
}

export interface Groups {
  readonly by: SubgroupName;
  readonly groups: readonly { readonly name: string; readonly pooled: Pooled }[];
  /** Whether groups differ; null where it cannot be told. */
  readonly p: number | null;
}

export interface Answer {
  readonly question: Question;
  readonly settings: Settings;
  /** Studies with an effect and a variance. */
  readonly studies: readonly AnsweredStudy[];
  readonly comparisons: readonly Comparison[];
  /** Rows that enter nothing, with the reasons; `no-variation` where a gap could not be filled. */
  readonly aside: readonly { readonly row: SynthesisRow; readonly reasons: readonly string[] }[];
  /** null where there are fewer than three independent studies. */
  readonly synthesis: Synthesis | null;
  /** Publications behind the studies. */
  readonly sources: readonly string[];
  /** Means that lie too near zero for a logarithm to be near normal. */
  readonly nearZero: number;
  readonly certainty: Certainty;
}

/** Fewest studies with years for a slope. */
const fewestForSlope = 5;

/**
 * The answer to a question: rows set aside, layers added up, gaps dropped or filled, effects averaged within studies,
 * studies pooled.
 * @param all rows of every question: gaps are filled from all that measured the same indicator
 */
export function answer(question: Question, all: readonly SynthesisRow[], settings: Settings): Answer {
  const { used, aside } = comparisonsOf(question, all, settings);
  const effects = effectsOf(used);
  const averaged = averageWithinStudies(effects, settings.correlation);
  const enough = averaged.length >= fewestStudies;
  const pooled = enough ? poolEffects(averaged, model) : null;
  const studies = averaged.map((one, index) => studyOf(one, used, pooled?.weights[index] ?? null));
  const synthesis = pooled && synthesise(pooled, studies, effects, used, settings);
  const sources = [...new Set(used.flatMap(({ parts }) => parts.map(({ row }) => row.source)))];
  const filled = used.some((one) => one.filled);
  return {
    ...{ question, settings, studies, comparisons: used, aside, synthesis, sources },
    nearZero: used.filter(({ restored, other }) => [restored, other].some(isNearZero)).length,
    certainty: certaintyOf({ indicator: question.indicator, studies, synthesis, sources, filled }),
  };
}

function isNearZero({ mean, sd, n }: RowArm): boolean {
  return sd !== null && sd > 0 && n !== null && gearyIndex(mean, sd, n) < 3;
}

function comparisonsOf({ rows, indicator }: Question, all: readonly SynthesisRow[], settings: Settings) {
  const fill = settings.missing === 'impute';
  const known = all.filter((row) => row.indicator === indicator && row.aside.length === 0);
  const variation = fill
    ? {
        restored: meanVariation(known.map(({ restored }) => restored)),
        other: meanVariation(known.map(({ other }) => other)),
      }
    : { restored: null, other: null };
  const aside: { row: SynthesisRow; reasons: readonly string[] }[] = [];
  const usable: UsedRow[] = [];
  for (const row of rows) {
    const restored = filledArm(row.restored, variation.restored);
    const other = filledArm(row.other, variation.other);
    const arms = [restored, other];
    const whole = arms.every(({ sd, n }) => sd !== null && n !== null) && arms.some(({ sd }) => sd !== 0);
    const marked = row.aside.filter((reason) => reason !== 'no-spread');
    const reasons = whole ? marked : [...marked, 'no-spread'];
    if (reasons.length > 0) aside.push({ row, reasons });
    else usable.push({ row, restored, other, filled: row.aside.includes('no-spread') });
  }
  const used = [...groupBy(usable, ({ row }) => row.profile || row.id)].map(([id, parts]): Comparison => {
    const [first] = parts;
    if (!first) throw new Error('not reached: a group has a row');
    const one = parts.length === 1;
    return {
      id,
      study: first.row.study,
      parts,
      restored: one
        ? first.restored
        : addLayers(
            parts.map(({ restored }) => restored),
            settings.correlation,
          ),
      other: one
        ? first.other
        : addLayers(
            parts.map(({ other }) => other),
            settings.correlation,
          ),
      filled: parts.some(({ filled }) => filled),
    };
  });
  return { used, aside };
}

function filledArm({ mean, sd, n }: RowArm, variation: number | null): RowArm {
  return { mean, sd: sd ?? (variation === null ? null : mean * variation), n };
}

/** Log response ratios of the comparisons, in their order. */
function effectsOf(used: readonly Comparison[]): readonly EffectSize[] {
  if (used.length === 0) return [];
  const blank = { effect: null, variance: null, standardError: null, low: null, high: null };
  const studies = used.map(({ study, restored, other }) => ({
    ...blank,
    ...{ study, m1: restored.mean, sd1: restored.sd, n1: restored.n },
    ...{ m2: other.mean, sd2: other.sd, n2: other.n },
  }));
  return effectSizes('lnRR', studies).effects;
}

/** Standard normal quantile for the interval of a single study. */
const normal = 1.959963984540054;

function studyOf(one: StudyEffect, used: readonly Comparison[], weight: number | null): AnsweredStudy {
  const half = normal * Math.sqrt(one.variance);
  const comparisons = one.places.flatMap((place) => used[place] ?? []);
  const told = comparisons.flatMap(({ parts }) =>
    parts.flatMap(({ row }) => (row.years === null ? [] : [row.years])),
  );
  const years = told.length === 0 ? null : told.reduce((sum, year) => sum + year, 0) / told.length;
  return { ...one, low: one.effect - half, high: one.effect + half, weight, comparisons, years };
}

function synthesise(
  pooled: Pooled,
  studies: readonly AnsweredStudy[],
  effects: readonly EffectSize[],
  used: readonly Comparison[],
  settings: Settings,
): Synthesis {
  const told = studies.flatMap((one) => (one.years === null ? [] : [{ ...one, years: one.years }]));
  const differ = new Set(told.map(({ years }) => years)).size > 1;
  const slope =
    told.length >= fewestForSlope && differ
      ? regressEffects(
          told,
          told.map(({ years }) => [years]),
          model,
        ).coefficients[1]
      : undefined;
  return {
    pooled,
    leaveOneOut: leaveOneOut(studies, model),
    egger: eggerTest(studies),
    robust: effects.length > studies.length ? clusterRobust(effects, { ...model, test: 'z' }) : null,
    sensitivity:
      effects.length > studies.length
        ? [0, 1].map((correlation) => ({
            correlation,
            pooled: poolEffects(averageWithinStudies(effects, correlation), model),
          }))
        : [],
    years: slope ? { slope, k: told.length } : null,
    groups: settings.subgroups === '' ? null : groupsOf(settings.subgroups, effects, used, settings),
  };
}

/** Effects averaged within each study and group, pooled by group. */
function groupsOf(
  by: SubgroupName,
  effects: readonly EffectSize[],
  used: readonly Comparison[],
  { correlation }: Settings,
): Groups {
  const nameOf = ({ place }: EffectSize) => used[place]?.parts[0]?.row[by] ?? '';
  const parts = [...groupBy(effects, nameOf)].flatMap(([name, own]) =>
    averageWithinStudies(own, correlation).map((one) => ({ ...one, name })),
  );
  const { groups, separate } = subgroups(
    parts,
    parts.map(({ name }) => name),
    model,
  );
  return { by, groups, p: separate?.p ?? null };
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const own = groups.get(key(item));
    if (own) own.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
