/**
 * Emissions over the years that a removal is held against, t CO2e a year.
 *
 *   constant  E(y) = E0
 *   linear    E(y) = E0 max(0, 1 - (y - y0) / (z - y0)), zero from the year z on
 *   points    straight lines between the years given, the first and the last value beyond them
 */
import { rangeFaults, refuse } from '../range-fault.ts';
import { pathwayBounds } from './domain.ts';

export type Pathway =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'linear'; readonly value: number; readonly from: number; readonly zero: number }
  /** In order of the years, each year once. */
  | { readonly kind: 'points'; readonly points: readonly EmissionPoint[] };

export interface EmissionPoint {
  readonly year: number;
  readonly emission: number;
}

/** Emission of a calendar year, t CO2e. */
export function emissionAt(pathway: Pathway, year: number): number {
  if (pathway.kind === 'constant') return pathway.value;
  if (pathway.kind === 'linear') {
    const { value, from, zero } = pathway;
    return value * Math.min(1, Math.max(0, (zero - year) / (zero - from)));
  }
  const { points } = pathway;
  const next = points.findIndex((point) => point.year >= year);
  const after = points[next] ?? points.at(-1);
  const before = points[next - 1] ?? after;
  if (!after || !before) throw new RangeError('a pathway of points needs one point or more');
  if (next <= 0 || after.year === before.year) return after.emission;
  const share = (year - before.year) / (after.year - before.year);
  return before.emission + share * (after.emission - before.emission);
}

/** @throws RangeError for emissions out of range, years out of order, or a zero that is not after the start */
export function refusePathway(pathway: Pathway): void {
  if (pathway.kind === 'points') {
    if (pathway.points.length === 0) throw new RangeError('a pathway of points needs one point or more');
    for (const [index, { year, emission }] of pathway.points.entries()) {
      refuse(rangeFaults({ value: emission }, { value: pathwayBounds.value }, `points.${index}.`));
      const last = pathway.points[index - 1]?.year ?? -Infinity;
      if (!(year > last)) throw new RangeError(`points.${index}.year is ${year}; it must come after ${last}`);
    }
    return;
  }
  refuse(rangeFaults({ value: pathway.value }, { value: pathwayBounds.value }));
  if (pathway.kind === 'linear' && !(pathway.zero > pathway.from))
    throw new RangeError(`zero is ${pathway.zero}; it must come after ${pathway.from}`);
}

/** What is emitted in each of some years, and since the first of them, t CO2e. */
export interface EmissionYear {
  readonly emission: number;
  readonly emitted: number;
}

/** Years `start` to `start + years - 1`. */
export function emissionYears(pathway: Pathway, start: number, years: number): readonly EmissionYear[] {
  refusePathway(pathway);
  let emitted = 0;
  return Array.from({ length: years }, (_, index) => {
    const emission = emissionAt(pathway, start + index);
    emitted += emission;
    return { emission, emitted };
  });
}

/** Share of an amount, per cent; null where there is nothing to have a share of. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? (100 * part) / whole : null;
}
