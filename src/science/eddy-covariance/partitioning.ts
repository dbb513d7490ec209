/**
 * Partitioning of NEE by the respiration of the night (Reichstein et al. 2005, Glob. Change Biol. 11:1424-1439,
 * in the form of REddyProc 1.3.3, sMRFluxPartition).
 */
import { fluxFactors } from '../factors/eddy-covariance.ts';
import { quantile } from '../statistics.ts';
import {
  endTemperature,
  fitReference,
  fitRespiration,
  respiration,
  temperatureTerm,
  zeroCelsius,
} from './lloyd-taylor.ts';
import type { StepsPerDay } from './series.ts';

/** What the partitioning reads; one entry a record. */
export interface PartitioningInput {
  readonly stepsPerDay: StepsPerDay;
  /** Filled NEE, µmol m-2 s-1, and its quality (0 measured). */
  readonly nee: Float64Array;
  readonly neeQuality: Uint8Array;
  /** Filled air temperature, °C, and its quality (0 measured). */
  readonly tair: Float64Array;
  readonly tairQuality: Uint8Array;
  /** Measured global radiation, W m-2. */
  readonly rg: Float64Array;
  /** W m-2 */
  readonly potential: Float64Array;
}

/** Settings that a reader may change openly. */
export interface PartitioningOptions {
  /** Least range of temperature in a window for E0, K; 5 in the reference, which allows 3. */
  readonly leastTemperatureRange: number;
}

export interface Partitioned {
  /** Temperature sensitivity, K. */
  readonly e0: number;
  /** Windows that gave a valid E0. */
  readonly windows: number;
  /** Respiration at 15 °C, µmol m-2 s-1. */
  readonly rref: Float64Array;
  /** Ecosystem respiration, µmol m-2 s-1, positive. */
  readonly reco: Float64Array;
  /** Gross primary production, µmol m-2 s-1, positive for uptake; may be negative. */
  readonly gpp: Float64Array;
  /** Night records used. */
  readonly nights: number;
}

/** Why there is no partitioning, with what was found. */
export interface PartitioningFailure {
  readonly reason: 'few-e0-windows' | 'no-reference-window';
  /** Windows with a valid E0, or with a valid Rref. */
  readonly windows: number;
  readonly nights: number;
}

const nightRadiation = fluxFactors.factors['night.radiation'].value; // W m-2, itself still night
const e0Windows = { first: 8, step: 5, reach: 7, leastRecords: 7, best: 3 } as const; // days
const rrefWindows = { first: 4, step: 4, reach: 3, leastRecords: 3 } as const;
const e0Bounds = { min: 30, max: 350 } as const; // K
const trimmed = 0.05;

/** Splits filled NEE into respiration and gross primary production, or says why it cannot. */
export function partition(
  input: PartitioningInput,
  options: PartitioningOptions,
): Partitioned | PartitioningFailure {
  const nights = nightRecords(input);
  const estimates = sensitivities(input, nights, options.leastTemperatureRange);
  const failure = { nights: nights.length };
  if (estimates.length < e0Windows.best)
    return { reason: 'few-e0-windows', windows: estimates.length, ...failure };
  const best = estimates.toSorted((a, b) => a.error - b.error).slice(0, e0Windows.best);
  const mean = best.reduce((sum, { e0 }) => sum + e0, 0) / best.length;
  const e0 = Math.round(mean * 100) / 100;
  const rref = referenceRespiration(input, nights, e0);
  if (rref === null) return { reason: 'no-reference-window', windows: 0, ...failure };
  const reco = new Float64Array(rref.length);
  const gpp = new Float64Array(rref.length);
  for (let i = 0; i < rref.length; i++) {
    const released = respiration(rref[i] ?? 0, e0, input.tair[i] ?? Number.NaN);
    reco[i] = released;
    gpp[i] = released - (input.nee[i] ?? Number.NaN);
  }
  return { e0, windows: estimates.length, rref, reco, gpp, nights: nights.length };
}

/** Records of the night, by sensor and by sun, with NEE and temperature measured. */
export function nightRecords(input: PartitioningInput): Int32Array {
  const { neeQuality, tair, tairQuality, rg, potential } = input;
  const found = new Int32Array(rg.length);
  let count = 0;
  for (let i = 0; i < rg.length; i++) {
    if (!((rg[i] ?? Number.NaN) <= nightRadiation) || (potential[i] ?? 0) > 0) continue;
    if (neeQuality[i] !== 0 || tairQuality[i] !== 0) continue;
    if (!((tair[i] ?? Number.NaN) > endTemperature - zeroCelsius)) continue; // below, eq. 11 has no meaning
    found[count++] = i;
  }
  return found.slice(0, count);
}

/** Day counter of a record: the first day has one record less, and the last record opens a day of its own. */
function dayOf(record: number, stepsPerDay: StepsPerDay): number {
  return Math.floor((record + 1) / stepsPerDay);
}

interface Sensitivity {
  readonly e0: number;
  /** Standard error, K. */
  readonly error: number;
}

/** E0 of every window of 15 days that gives a valid one. */
function sensitivities(
  input: PartitioningInput,
  nights: Int32Array,
  leastRange: number,
): readonly Sensitivity[] {
  const { first, step, reach, leastRecords } = e0Windows;
  const found: Sensitivity[] = [];
  const window = windowOver(input, nights);
  for (let centre = first; centre <= lastDay(input); centre += step) {
    const count = window.fill(centre - reach, centre + reach);
    if (count < leastRecords || !(window.temperatureRange(count) >= leastRange)) continue;
    const fit = fitRespiration(window.terms, window.fluxes, count);
    if (fit === null) continue;
    const kept = window.trim(count, fit.rref, fit.e0);
    const refit = fitRespiration(window.terms, window.fluxes, kept);
    if (refit === null) continue;
    if (refit.e0 - refit.e0Error > e0Bounds.min && refit.e0 + refit.e0Error < e0Bounds.max)
      found.push({ e0: refit.e0, error: refit.e0Error });
  }
  return found;
}

function lastDay({ nee, stepsPerDay }: PartitioningInput): number {
  return dayOf(nee.length - 1, stepsPerDay);
}

/** Rref of each record: from windows of 7 days, linear between their mean records, constant at both ends. */
function referenceRespiration(input: PartitioningInput, nights: Int32Array, e0: number): Float64Array | null {
  const { first, step, reach, leastRecords } = rrefWindows;
  const window = windowOver(input, nights);
  const values = new Map<number, number>();
  for (let centre = first; centre <= lastDay(input); centre += step) {
    const count = window.fill(centre - reach, centre + reach);
    if (count < leastRecords) continue;
    // A later window takes the place of an earlier one at the same record, be it valid or not.
    values.set(window.meanRecord(count), fitReference(window.terms, window.fluxes, count, e0));
  }
  const places = [...values].filter(([, value]) => value >= 0).sort(([a], [b]) => a - b);
  return places.length === 0 ? null : interpolate(places, input.nee.length);
}

function interpolate(places: readonly (readonly [number, number])[], records: number): Float64Array {
  const line = new Float64Array(records);
  let right = 0;
  for (let i = 0; i < records; i++) {
    while (right < places.length && (places[right]?.[0] ?? 0) < i) right++;
    const [x1, y1] = places[right] ?? places.at(-1) ?? [0, 0];
    const [x0, y0] = places[right - 1] ?? [x1, y1];
    line[i] = x1 === x0 || right >= places.length ? y1 : y0 + ((y1 - y0) * (i - x0)) / (x1 - x0);
  }
  return line;
}

/** Night records of a few days at a time, in arrays that serve every window. */
function windowOver({ nee, tair, stepsPerDay }: PartitioningInput, nights: Int32Array) {
  const terms = new Float64Array(nights.length);
  const fluxes = new Float64Array(nights.length);
  const residuals = new Float64Array(nights.length);
  let begin = 0;
  return {
    terms,
    fluxes,
    /** Takes the records of the days from `from` to `to`; gives their number. */
    fill(from: number, to: number): number {
      while (begin < nights.length && dayOf(nights[begin] ?? 0, stepsPerDay) < from) begin++;
      let count = 0;
      for (let j = begin; j < nights.length; j++) {
        const i = nights[j] ?? 0;
        if (dayOf(i, stepsPerDay) > to) break;
        terms[count] = temperatureTerm(tair[i] ?? 0);
        fluxes[count] = nee[i] ?? 0;
        count++;
      }
      return count;
    },
    temperatureRange(count: number): number {
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      for (let j = begin; j < begin + count; j++) {
        const kelvin = (tair[nights[j] ?? 0] ?? 0) + zeroCelsius; // as the reference compares
        low = Math.min(low, kelvin);
        high = Math.max(high, kelvin);
      }
      return high - low;
    },
    /** Drops records whose residual lies outside the 5 % and 95 % quantiles; gives the number left. */
    trim(count: number, rref: number, e0: number): number {
      for (let j = 0; j < count; j++) residuals[j] = (fluxes[j] ?? 0) - rref * Math.exp(e0 * (terms[j] ?? 0));
      const own = residuals.slice(0, count);
      const low = quantile(own, trimmed);
      const high = quantile(own, 1 - trimmed);
      let kept = 0;
      for (let j = 0; j < count; j++) {
        const residual = residuals[j] ?? 0;
        if (!(residual >= low && residual <= high)) continue;
        terms[kept] = terms[j] ?? 0;
        fluxes[kept] = fluxes[j] ?? 0;
        kept++;
      }
      return kept;
    },
    /** Mean record of the present window, from 0; halves go to the even number counted from 1. */
    meanRecord(count: number): number {
      let sum = 0;
      for (let j = begin; j < begin + count; j++) sum += (nights[j] ?? 0) + 1;
      const mean = sum / count;
      const floor = Math.floor(mean);
      const half = mean - floor === 0.5;
      return (half ? floor + (floor % 2) : Math.round(mean)) - 1;
    },
  };
}
