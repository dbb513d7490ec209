/**
 * Gap filling by marginal distribution sampling (Reichstein et al. 2005, Glob. Change Biol. 11:1424-1439,
 * appendix; in the form of REddyProc 1.3.3, sMDSGapFill, sFillLUT and sFillMDC), and its variant without the
 * bias from skewed radiation (Vekuri et al. 2023, Sci. Rep. 13:1720).
 */
import { fluxFactors } from '../factors/eddy-covariance.ts';
import { countMeasured, type FluxSeries, type StepsPerDay } from './series.ts';
import { nightRadiation } from './ustar-threshold.ts';

export type FillingVariant = 'Reichstein05' | 'Vekuri23';

/** How a value was found: similar weather, similar radiation, same time of day. */
export const fillingMethod = { weather: 1, radiation: 2, diurnal: 3 } as const;

/** A filled column. One entry a record; 0 in `method` where nothing was filled. */
export interface Filled {
  /** Measured, or else filled; NaN where a gap of more than 60 days stays open. */
  readonly value: Float64Array;
  /** 0 measured, 1 to 3 from the most to the least reliable, 255 not filled. */
  readonly quality: Uint8Array;
  /** Mean of the similar records, as if nothing had been measured here. */
  readonly estimate: Float64Array;
  readonly estimateQuality: Uint8Array;
  /** Similar records. */
  readonly count: Int32Array;
  /** Their standard deviation (n - 1). */
  readonly sd: Float64Array;
  readonly method: Uint8Array;
  /** Length of the window, days. */
  readonly window: Uint16Array;
}

export const notFilled = 255;
/** Gaps longer than this stay open, days. */
export const longestGap = 60;

const { factors } = fluxFactors;
const tolerance = {
  rg: factors['similar.radiation'].value, // W m-2
  leastRg: factors['similar.least-radiation'].value, // W m-2
  vpd: factors['similar.vapour-pressure-deficit'].value, // hPa
  tair: factors['similar.temperature'].value, // K
};

export type Drivers = Pick<FluxSeries, 'rg' | 'vpd' | 'tair'>;

export interface FillingOptions {
  readonly stepsPerDay: StepsPerDay;
  readonly variant: FillingVariant;
  /** Estimate the measured records too: their spread is the random error. */
  readonly all: boolean;
}

/**
 * Fills the gaps of a column, NaN where it was not measured, from records with similar drivers.
 * @throws RangeError where nothing was measured
 */
export function fillGaps(values: Float64Array, drivers: Drivers, options: FillingOptions): Filled {
  if (countMeasured(values) === 0) throw new RangeError('values hold no measurement; at least 2 are needed');
  const filling = new Filling(values, drivers, options);
  const has = (column: Float64Array | null) => column !== null && countMeasured(column) > 0;
  const radiation = has(drivers.rg);
  const weather = radiation && has(drivers.vpd) && has(drivers.tair);
  // The order and windows of REddyProc, sMDSGapFill, steps 1 to 8; each step only for what is still empty.
  const byWeather = (days: number) => weather && filling.lookUp(days, true);
  const byRadiation = (days: number) => radiation && filling.lookUp(days, false);
  byWeather(7);
  byWeather(14);
  byRadiation(7);
  for (const days of [0, 1, 2]) filling.diurnal(days);
  for (let days = 21; days <= 70; days += 7) byWeather(days);
  for (let days = 14; days <= 70; days += 7) byRadiation(days);
  for (let days = 7; days <= 210; days += 7) filling.diurnal(days);
  return filling.result;
}

/** The state of one filling: what was measured, packed; what is still to be filled; what was found. */
class Filling {
  readonly result: Filled;
  readonly #values: Float64Array;
  readonly #options: FillingOptions;
  readonly #rg: Float64Array;
  readonly #vpd: Float64Array;
  readonly #tair: Float64Array;
  /** Number of measured records before each record. */
  readonly #before: Int32Array;
  // Value and drivers of the measured records.
  readonly #own: Float64Array;
  readonly #ownRg: Float64Array;
  readonly #ownVpd: Float64Array;
  readonly #ownTair: Float64Array;
  /** Positions of the similar records among the measured ones, or of a diurnal course in the series. */
  readonly #similar: Int32Array;
  /** Records still to be filled; the first `#open` entries. */
  readonly #gaps: Int32Array;
  #open = 0;

  constructor(values: Float64Array, drivers: Drivers, options: FillingOptions) {
    const n = values.length;
    const missing = new Float64Array(n).fill(Number.NaN);
    this.#values = values;
    this.#options = options;
    this.#rg = drivers.rg ?? missing;
    this.#vpd = drivers.vpd ?? missing;
    this.#tair = drivers.tair ?? missing;
    const measured = countMeasured(values);
    this.#own = new Float64Array(measured);
    this.#ownRg = new Float64Array(measured);
    this.#ownVpd = new Float64Array(measured);
    this.#ownTair = new Float64Array(measured);
    this.#before = new Int32Array(n + 1);
    this.#similar = new Int32Array(Math.max(measured, 1));
    this.#gaps = new Int32Array(n);
    let k = 0;
    for (let i = 0; i < n; i++) {
      this.#before[i] = k;
      const value = values[i] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      this.#own[k] = value;
      this.#ownRg[k] = this.#rg[i] ?? Number.NaN;
      this.#ownVpd[k] = this.#vpd[i] ?? Number.NaN;
      this.#ownTair[k] = this.#tair[i] ?? Number.NaN;
      k++;
    }
    this.#before[n] = k;
    this.result = emptyResult(values);
    this.#findGaps();
  }

  /** Lists what is to be filled: records in gaps of up to 60 days, and the measured ones where asked. */
  #findGaps(): void {
    const n = this.#values.length;
    const longest = longestGap * this.#options.stepsPerDay;
    let start = 0; // of the present gap
    for (let i = 0; i <= n; i++) {
      const measured = i === n || !Number.isNaN(this.#values[i] ?? Number.NaN);
      if (!measured) continue;
      if (i - start <= longest) for (let j = start; j < i; j++) this.#gaps[this.#open++] = j;
      if (i < n && this.#options.all) this.#gaps[this.#open++] = i;
      start = i + 1;
    }
  }

  /** Mean of the records of similar weather, or of similar radiation only, in a window of +- days. */
  lookUp(days: number, weather: boolean): void {
    const n = this.#values.length;
    const reach = days * this.#options.stepsPerDay;
    const similar = this.#similar;
    const ownRg = this.#ownRg;
    const ownVpd = this.#ownVpd;
    const ownTair = this.#ownTair;
    let left = 0;
    for (let g = 0; g < this.#open; g++) {
      const i = this.#gaps[g] ?? 0;
      const rg = this.#rg[i] ?? Number.NaN;
      const vpd = this.#vpd[i] ?? Number.NaN;
      const tair = this.#tair[i] ?? Number.NaN;
      const first = this.#before[Math.max(0, i - reach)] ?? 0;
      const end = this.#before[Math.min(n, i + reach + 1)] ?? 0;
      const dRg = Math.max(Math.min(tolerance.rg, rg), tolerance.leastRg);
      let count = 0;
      // A missing driver is NaN, and no comparison with NaN holds.
      if (weather) {
        for (let k = first; k < end; k++) {
          if (
            Math.abs((ownRg[k] ?? 0) - rg) < dRg &&
            Math.abs((ownVpd[k] ?? 0) - vpd) < tolerance.vpd &&
            Math.abs((ownTair[k] ?? 0) - tair) < tolerance.tair
          )
            similar[count++] = k;
        }
      } else {
        for (let k = first; k < end; k++) if (Math.abs((ownRg[k] ?? 0) - rg) < dRg) similar[count++] = k;
      }
      if (count < 2) {
        this.#gaps[left++] = i;
        continue;
      }
      const mean = meanAt(this.#own, similar, count);
      const sd = sdAt(this.#own, similar, count, mean);
      const shown = this.#options.variant === 'Vekuri23' ? this.#balanced(rg, count, mean) : mean;
      const method = weather ? fillingMethod.weather : fillingMethod.radiation;
      this.#keep(i, shown, sd, count, method, 2 * days);
    }
    this.#open = left;
  }

  /** By day the mean of two means: of the records with less, and with more radiation (Vekuri et al. 2023). */
  #balanced(rg: number, count: number, mean: number): number {
    if (rg < nightRadiation) return mean;
    let lower = 0;
    let lowerSum = 0;
    let higherSum = 0;
    for (let j = 0; j < count; j++) {
      const k = this.#similar[j] ?? 0;
      const value = this.#own[k] ?? 0;
      if ((this.#ownRg[k] ?? 0) <= rg) {
        lower++;
        lowerSum += value;
      } else higherSum += value;
    }
    if (lower === 0 || lower === count) return mean;
    return (lowerSum / lower + higherSum / (count - lower)) / 2;
  }

  /** Mean of the records within two steps of the same time of day, in a window of +- days. */
  diurnal(days: number): void {
    const n = this.#values.length;
    const step = this.#options.stepsPerDay;
    let left = 0;
    for (let g = 0; g < this.#open; g++) {
      const i = this.#gaps[g] ?? 0;
      let count = 0;
      for (let d = -days; d <= days; d++) {
        const centre = i + d * step;
        const end = Math.min(n - 1, centre + 2);
        for (let j = Math.max(0, centre - 2); j <= end; j++) {
          if (Number.isNaN(this.#values[j] ?? Number.NaN)) continue;
          this.#similar[count++] = j;
        }
      }
      if (count < 2) {
        this.#gaps[left++] = i;
        continue;
      }
      const mean = meanAt(this.#values, this.#similar, count);
      const sd = sdAt(this.#values, this.#similar, count, mean);
      this.#keep(i, mean, sd, count, fillingMethod.diurnal, 2 * days + 1);
    }
    this.#open = left;
  }

  #keep(i: number, mean: number, sd: number, count: number, method: number, window: number): void {
    const { result } = this;
    const quality = qualityOf(method, window);
    result.estimate[i] = mean;
    result.estimateQuality[i] = quality;
    result.sd[i] = sd;
    result.count[i] = count;
    result.method[i] = method;
    result.window[i] = window;
    if (result.quality[i] === 0) return; // measured
    result.value[i] = mean;
    result.quality[i] = quality;
  }
}

/** From 1, the most reliable, to 3, by method and length of the window in days (REddyProc, sFillLUT and sFillMDC). */
export function qualityOf(method: number, window: number): 1 | 2 | 3 {
  const limits =
    method === fillingMethod.weather ? [14, 56] : method === fillingMethod.radiation ? [14, 28] : [1, 5];
  return window <= (limits[0] ?? 0) ? 1 : window <= (limits[1] ?? 0) ? 2 : 3;
}

function emptyResult(values: Float64Array): Filled {
  const n = values.length;
  const nothing = () => new Float64Array(n).fill(Number.NaN);
  const quality = new Uint8Array(n).fill(notFilled);
  for (let i = 0; i < n; i++) if (!Number.isNaN(values[i] ?? Number.NaN)) quality[i] = 0;
  return {
    value: values.slice(),
    quality,
    estimate: nothing(),
    estimateQuality: new Uint8Array(n).fill(notFilled),
    count: new Int32Array(n),
    sd: nothing(),
    method: new Uint8Array(n),
    window: new Uint16Array(n),
  };
}

function meanAt(values: Float64Array, positions: Int32Array, count: number): number {
  let sum = 0;
  for (let j = 0; j < count; j++) sum += values[positions[j] ?? 0] ?? 0;
  return sum / count;
}

function sdAt(values: Float64Array, positions: Int32Array, count: number, mean: number): number {
  let squares = 0;
  for (let j = 0; j < count; j++) squares += ((values[positions[j] ?? 0] ?? 0) - mean) ** 2;
  return Math.sqrt(squares / (count - 1));
}
