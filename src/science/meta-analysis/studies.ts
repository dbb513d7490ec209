/** Looks at reported studies before they are pooled: what a reader should check, and what was filled in. */
import { quantile } from '../statistics.ts';
import type { Study } from './effect-sizes.ts';

/** The groups of a study: names of the mean, its standard deviation and its replicates. */
const groups = [
  { mean: 'm1', sd: 'sd1', n: 'n1' },
  { mean: 'm2', sd: 'sd2', n: 'n2' },
] as const;

/** A number of a study that is doubtful. */
export interface Doubt {
  /** Place of the study, from 0. */
  readonly place: number;
  readonly argument: 'm1' | 'm2' | 'sd1' | 'sd2';
  readonly value: number;
}

/**
 * Geary's index, (mean/sd) 4 n^1.5/(1 + 4 n): below 3 a mean lies too near 0 for its logarithm to be near normal
 * (Lajeunesse 2015, Ecology 96:2056, doi:10.1890/14-2402.1; first as sqrt(n) mean/sd in Hedges et al. 1999).
 * @param mean above 0
 * @param sd above 0
 * @param n from 1
 */
export function gearyIndex(mean: number, sd: number, n: number): number {
  return ((mean / sd) * 4 * n ** 1.5) / (1 + 4 * n);
}

/** Means whose Geary index is below 3: of use for lnRR only. */
export function meansNearZero(studies: readonly Study[]): Doubt[] {
  return studies.flatMap((study, place) =>
    groups.flatMap(({ mean, sd, n }): Doubt[] => {
      const [value, spread, size] = [study[mean], study[sd], study[n]];
      if (value === null || spread === null || size === null || spread === 0) return [];
      return gearyIndex(value, spread, size) < 3 ? [{ place, argument: mean, value }] : [];
    }),
  );
}

/**
 * Standard deviations that may be standard errors: relative to the mean they are below a fifth of the median of all
 * studies, and three or more studies tell the median.
 */
export function tooSmallDeviations(studies: readonly Study[]): Doubt[] {
  const relative = studies.flatMap((study, place) =>
    groups.flatMap(({ mean, sd }) => {
      const [value, spread] = [study[mean], study[sd]];
      return value !== null && value > 0 && spread !== null && spread > 0
        ? [{ place, argument: sd, value: spread, ratio: spread / value }]
        : [];
    }),
  );
  if (new Set(relative.map(({ place }) => place)).size < 3) return [];
  const typical = quantile(
    relative.map(({ ratio }) => ratio),
    0.5,
  );
  return relative.flatMap(({ ratio, ...doubt }) => (ratio < typical / 5 ? [doubt] : []));
}

/** Names that more than one study bears: their effects may share a control, a site, an author. */
export function repeatedNames(studies: readonly { readonly study: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { study } of studies) counts.set(study.trim(), (counts.get(study.trim()) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count > 1 && name !== '' ? [name] : []));
}

/**
 * Fills missing standard deviations with mean x the average coefficient of variation of the same group in the studies
 * that report it (Bracken 1992). An assumption, not a measurement: `filled` names the places to be marked.
 * Needs means above 0; where no study reports the group, nothing is filled.
 */
export function fillDeviations(studies: readonly Study[]): {
  readonly studies: readonly Study[];
  readonly filled: readonly number[];
} {
  const variations = groups.map(({ mean, sd }) => {
    const known = studies.flatMap((study) => {
      const [value, spread] = [study[mean], study[sd]];
      return value !== null && value > 0 && spread !== null ? [spread / value] : [];
    });
    return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length;
  });
  const filled: number[] = [];
  const complete = studies.map((study, place) => {
    const sds = groups.map(({ mean, sd }, i) => {
      const [value, variation] = [study[mean], variations[i] ?? null];
      if (study[sd] !== null || value === null || value <= 0 || variation === null) return study[sd];
      if (!filled.includes(place)) filled.push(place);
      return value * variation;
    });
    return { ...study, sd1: sds[0] ?? null, sd2: sds[1] ?? null };
  });
  return { studies: complete, filled };
}
