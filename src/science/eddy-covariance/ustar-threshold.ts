import { fluxFactors } from '../factors/eddy-covariance.ts';
import {
  classThresholds,
  type NightGroup,
  nightGroup,
  seasonThreshold,
  temperatureClasses,
  workspaceFor,
} from './moving-point.ts';
import { type Season, seasonsOf } from './seasons.ts';
import type { FluxSeries } from './series.ts';

/** Radiation below which a record is night, W m-2. */
export const nightRadiation = fluxFactors.factors['night.radiation'].value;
/** A year with fewer valid records than this is estimated as one pooled season. */
const leastRecordsPerYear = 3000;

export interface UstarThresholds {
  /** Median of the years, m s-1; null where no year has one. */
  readonly single: number | null;
  readonly years: readonly YearThreshold[];
  readonly seasons: readonly SeasonThreshold[];
}

export interface YearThreshold {
  readonly year: number;
  /** m s-1; the median of the other years where this one has none, null where no year has one. */
  readonly threshold: number | null;
  /** Estimated from all records of the year together. */
  readonly pooled: boolean;
}

export interface SeasonThreshold extends Season {
  /** m s-1; that of the year where the season has none of its own. */
  readonly threshold: number | null;
  /** Whether the season has an estimate of its own. */
  readonly own: boolean;
  /** Night records with everything measured. */
  readonly records: number;
  /** m s-1, by class of temperature from cold to warm; null where a class has none. */
  readonly byClass: readonly (number | null)[];
}

/** What an estimate needs, found once for all samples of a bootstrap. */
export interface UstarData {
  readonly seasons: readonly SeasonData[];
  readonly years: readonly YearData[];
}

export interface SeasonData {
  readonly season: Season;
  /** Night records with everything measured, by their number in the series. */
  readonly valid: Int32Array;
  readonly group: NightGroup;
}

export interface YearData {
  readonly year: number;
  /** Its seasons, by their place in the list of seasons. */
  readonly seasons: readonly number[];
  /** The records of its seasons in one group. */
  readonly group: NightGroup;
}

/** Picks the valid night records: Rg below 10 W m-2 and NEE, temperature and u* measured. */
export function ustarData(series: FluxSeries): UstarData {
  const seasons = seasonsOf(series).map((season) => {
    const valid = validNights(series, season.start, season.end);
    return { season, valid, group: groupOf(series, valid) };
  });
  const numbers = [...new Set(seasons.map(({ season }) => season.year))].sort((a, b) => a - b);
  const years = numbers.map((year) => {
    const own = [...seasons.keys()].filter((place) => seasons[place]?.season.year === year);
    const valid = own.flatMap((place) => [...(seasons[place]?.valid ?? [])]);
    return { year, seasons: own, group: groupOf(series, Int32Array.from(valid)) };
  });
  return { seasons, years };
}

function validNights({ nee, rg, tair, ustar }: FluxSeries, start: number, end: number): Int32Array {
  const valid: number[] = [];
  for (let i = start; i < end; i++) {
    if (!((rg?.[i] ?? Number.NaN) < nightRadiation)) continue; // NaN is not known to be night
    if (Number.isNaN((nee[i] ?? Number.NaN) + (tair?.[i] ?? Number.NaN) + (ustar?.[i] ?? Number.NaN)))
      continue;
    valid.push(i);
  }
  return Int32Array.from(valid);
}

function groupOf({ nee, ustar, tair }: FluxSeries, records: Int32Array): NightGroup {
  const pick = (values: Float64Array | null) => Float64Array.from(records, (i) => values?.[i] ?? Number.NaN);
  return nightGroup(pick(nee), pick(ustar), pick(tair));
}

/**
 * The u* threshold of each season, year and of all years (Papale et al. 2006; REddyProc, usEstUstarThreshold):
 * a season has the median of its temperature classes, a year the largest of its seasons. A year with fewer than
 * 3000 valid records, or without any season estimate, is estimated as one pooled season.
 */
export function estimateUstar(data: UstarData): UstarThresholds {
  const estimator = ustarEstimator(data);
  const { single, years, seasons, own, classes, pooled } = estimator(null);
  return {
    single: orNull(single),
    years: data.years.map(({ year }, y) => ({
      year,
      threshold: orNull(years[y]),
      pooled: pooled[y] === 1,
    })),
    seasons: data.seasons.map(({ season, valid }, s) => ({
      ...season,
      threshold: orNull(seasons[s]),
      own: own[s] === 1,
      records: valid.length,
      byClass: Array.from(classes[s] ?? [], orNull),
    })),
  };
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** One estimate; NaN stands for none. */
export interface UstarEstimate {
  single: number;
  readonly years: Float64Array;
  readonly seasons: Float64Array;
  readonly own: Uint8Array;
  readonly pooled: Uint8Array;
  readonly classes: readonly Float64Array[];
}

/**
 * Makes a function that estimates the thresholds of one sample: weights say how often each valid record of each
 * season counts, null that each counts once. Its result is overwritten by the next call.
 */
export function ustarEstimator({
  seasons,
  years,
}: UstarData): (weights: readonly Uint16Array[] | null) => UstarEstimate {
  const work = workspaceFor(Math.max(0, ...years.map(({ group }) => group.nee.length)));
  const pooledWeights = years.map(({ group }) => new Uint16Array(group.nee.length));
  const classes: Float64Array[] = seasons.map(() => new Float64Array(temperatureClasses));
  const estimate: UstarEstimate = {
    single: Number.NaN,
    years: new Float64Array(years.length),
    seasons: new Float64Array(seasons.length),
    own: new Uint8Array(seasons.length),
    pooled: new Uint8Array(years.length),
    classes,
  };
  const count = (place: number, weights: readonly Uint16Array[] | null) => {
    const given = weights?.[place];
    if (given === undefined) return seasons[place]?.valid.length ?? 0;
    let sum = 0;
    for (let k = 0; k < given.length; k++) sum += given[k] ?? 0;
    return sum;
  };
  return (weights) => {
    seasons.forEach(({ group }, s) => {
      const found = classThresholds(group, weights?.[s] ?? null, work);
      classes[s]?.set(found);
      estimate.seasons[s] = seasonThreshold(found);
      estimate.own[s] = Number.isNaN(estimate.seasons[s]) ? 0 : 1;
    });
    years.forEach((year, y) => {
      let largest = Number.NaN;
      let records = 0;
      for (const s of year.seasons) {
        const value = estimate.seasons[s] ?? Number.NaN;
        if (!(value <= largest)) largest = Number.isNaN(value) ? largest : value;
        records += count(s, weights);
      }
      estimate.pooled[y] = 0;
      if (records < leastRecordsPerYear || Number.isNaN(largest)) {
        const together = pool(year, weights, pooledWeights[y]);
        const value = seasonThreshold(classThresholds(year.group, together, work));
        if (!Number.isNaN(value)) {
          largest = value;
          estimate.pooled[y] = 1;
        }
      }
      estimate.years[y] = largest;
    });
    estimate.single = medianOf(estimate.years);
    years.forEach((year, y) => {
      if (Number.isNaN(estimate.years[y])) estimate.years[y] = estimate.single;
      for (const s of year.seasons)
        if (Number.isNaN(estimate.seasons[s])) estimate.seasons[s] = estimate.years[y] ?? Number.NaN;
    });
    return estimate;
  };
}

/** The weights of the seasons of a year one after the other, as its group has them. */
function pool(
  year: YearData,
  weights: readonly Uint16Array[] | null,
  into: Uint16Array | undefined,
): Uint16Array | null {
  if (weights === null || into === undefined) return null;
  let offset = 0;
  for (const s of year.seasons) {
    const own = weights[s] ?? new Uint16Array(0);
    into.set(own, offset);
    offset += own.length;
  }
  return into;
}

/** Median of the numbers that are not NaN; NaN where there is none. */
function medianOf(values: Float64Array): number {
  const found = values.filter((value) => !Number.isNaN(value)).sort();
  const middle = found.length / 2;
  const above = found[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((found[middle - 1] ?? Number.NaN) + above) / 2 : above;
}
