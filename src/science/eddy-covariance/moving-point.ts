/**
 * The u* threshold of one group of night records by the moving point test (Papale et al. 2006, Biogeosciences
 * 3:571-583; in the form of Wutzler et al. 2018, Biogeosciences 15:5015-5030, and of REddyProc 1.3.3,
 * usEstUstarThreshold). The constants are the defaults of REddyProc.
 */
export const temperatureClasses = 7;
const ustarBins = 20;
const leastRecords = 160;
const leastRecordsPerClass = 100;
const largestCorrelation = 0.5;
const largestFirstBin = 0.2; // m s-1
const plateau = 0.95;
const plateauBins = 10;
const binsBehindThreshold = 3;
const leastBin = 0.9; // of the intended number of records
const leastShareOfClasses = 0.2;
// Values no further apart are equal.
const sameTair = 1e-8;
const sameUstar = 1e-14;

/** Night records of one season or year, sorted once so that any resampling of them needs no sorting. */
export interface NightGroup {
  readonly nee: Float64Array;
  readonly ustar: Float64Array;
  readonly tair: Float64Array;
  /** Positions in order of temperature, equal ones in order of time. */
  readonly byTair: Int32Array;
  /** Positions in order of u*, equal ones in order of temperature. */
  readonly byUstar: Int32Array;
}

/** Sorts night records; all three columns have one entry a record and no NaN. */
export function nightGroup(nee: Float64Array, ustar: Float64Array, tair: Float64Array): NightGroup {
  const byTair = sorted(Int32Array.from(nee.keys()), tair);
  return { nee, ustar, tair, byTair, byUstar: sorted(byTair, ustar) };
}

/** Positions in order of their values; equal values keep the order given. */
function sorted(positions: Int32Array, values: Float64Array): Int32Array {
  const from = positions.slice();
  return from.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0)); // the sort of typed arrays is stable
}

/** Arrays for one estimate after the other, so that a bootstrap allocates nothing. */
export interface Workspace {
  readonly classOf: Int8Array;
  readonly bucket: Int32Array;
}

export function workspaceFor(records: number): Workspace {
  return { classOf: new Int8Array(records), bucket: new Int32Array(records) };
}

/**
 * Threshold of every temperature class, m s-1; NaN where a class has none.
 * @param weights how often each record counts (a bootstrap sample); null for once each
 */
export function classThresholds(
  group: NightGroup,
  weights: Uint16Array | null,
  work: Workspace,
): Float64Array {
  const thresholds = new Float64Array(temperatureClasses).fill(Number.NaN);
  const records = weights === null ? group.nee.length : total(weights);
  if (records < leastRecords || records / temperatureClasses < leastRecordsPerClass) return thresholds;
  const bounds = fillBuckets(group, weights, work, Math.floor(records / temperatureClasses));
  for (let c = 0; c < temperatureClasses; c++) {
    const start = bounds[c] ?? 0;
    const end = bounds[c + 1] ?? 0;
    if (Math.abs(correlation(group, weights, work.bucket, start, end)) < largestCorrelation)
      thresholds[c] = thresholdOfClass(group, weights, work.bucket, start, end);
  }
  return thresholds;
}

/** Median of the classes that have a threshold; NaN where fewer than 20 % of them have one. */
export function seasonThreshold(classes: Float64Array): number {
  const found = classes.filter((value) => !Number.isNaN(value)).sort();
  if (found.length / classes.length < leastShareOfClasses) return Number.NaN;
  const middle = found.length / 2;
  const above = found[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((found[middle - 1] ?? Number.NaN) + above) / 2 : above;
}

function total(weights: Uint16Array): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k] ?? 0;
  return sum;
}

/**
 * Splits the records into classes of equal size by temperature, a class beginning only where the temperature
 * changes, and puts each class into its part of the bucket in order of u*. Gives the bounds of the parts.
 */
function fillBuckets(
  { tair, byTair, byUstar }: NightGroup,
  weights: Uint16Array | null,
  { classOf, bucket }: Workspace,
  size: number,
): Int32Array {
  const bounds = new Int32Array(temperatureClasses + 1);
  let c = 0;
  let position = 0;
  let before = Number.NaN;
  for (const k of byTair) {
    const weight = weights === null ? 1 : (weights[k] ?? 0);
    if (weight === 0) continue;
    const value = tair[k] ?? 0;
    if (value - before > sameTair) while (c < temperatureClasses - 1 && position >= (c + 1) * size) c++;
    classOf[k] = c;
    bounds[c + 1] = (bounds[c + 1] ?? 0) + 1;
    position += weight;
    before = value;
  }
  for (let i = 0; i < temperatureClasses; i++) bounds[i + 1] = (bounds[i + 1] ?? 0) + (bounds[i] ?? 0);
  const next = bounds.slice();
  for (const k of byUstar) {
    if (weights !== null && weights[k] === 0) continue;
    const own = classOf[k] ?? 0;
    const place = next[own] ?? 0;
    bucket[place] = k;
    next[own] = place + 1;
  }
  return bounds;
}

/** Pearson correlation of u* and temperature in a part of the bucket; NaN where one of them is constant. */
function correlation(
  { tair, ustar }: NightGroup,
  weights: Uint16Array | null,
  bucket: Int32Array,
  start: number,
  end: number,
): number {
  let n = 0;
  let meanT = 0;
  let meanU = 0;
  for (let j = start; j < end; j++) {
    const k = bucket[j] ?? 0;
    const w = weights === null ? 1 : (weights[k] ?? 0);
    n += w;
    meanT += w * (tair[k] ?? 0);
    meanU += w * (ustar[k] ?? 0);
  }
  meanT /= n;
  meanU /= n;
  let tt = 0;
  let uu = 0;
  let tu = 0;
  for (let j = start; j < end; j++) {
    const k = bucket[j] ?? 0;
    const w = weights === null ? 1 : (weights[k] ?? 0);
    const t = (tair[k] ?? 0) - meanT;
    const u = (ustar[k] ?? 0) - meanU;
    tt += w * t * t;
    uu += w * u * u;
    tu += w * t * u;
  }
  return tt === 0 || uu === 0 ? Number.NaN : tu / Math.sqrt(tt * uu);
}

// Sums of u* and NEE and number of records of each bin; filled and read within one call of `thresholdOfClass`.
const binUstar = new Float64Array(ustarBins);
const binNee = new Float64Array(ustarBins);
const binCount = new Float64Array(ustarBins);

/** Mean u* of the first bin whose NEE has reached the plateau behind it; NaN where none has. */
function thresholdOfClass(
  group: NightGroup,
  weights: Uint16Array | null,
  bucket: Int32Array,
  start: number,
  end: number,
): number {
  const bins = fillBins(group, weights, bucket, start, end);
  for (let b = 0; b < bins; b++) {
    binUstar[b] = (binUstar[b] ?? 0) / (binCount[b] ?? 1);
    binNee[b] = (binNee[b] ?? 0) / (binCount[b] ?? 1);
  }
  if (!((binUstar[0] ?? 0) <= largestFirstBin)) return Number.NaN;
  for (let b = 0; b < bins - binsBehindThreshold; b++) {
    if (onPlateau(b, bins) && onPlateau(b + 1, bins)) return binUstar[b] ?? Number.NaN;
  }
  return Number.NaN;
}

function onPlateau(b: number, bins: number): boolean {
  const last = Math.min(b + plateauBins, bins - 1);
  let sum = 0;
  for (let i = b + 1; i <= last; i++) sum += binNee[i] ?? 0;
  return (binNee[b] ?? 0) >= plateau * (sum / (last - b));
}

/**
 * Sums the records of a class into at most 20 bins of u*. A bin holds a 20th of the records and goes on to the
 * last one of equal u*; what is left at the end joins the former bin where it is less than 0.9 of a bin.
 */
function fillBins(
  { nee, ustar }: NightGroup,
  weights: Uint16Array | null,
  bucket: Int32Array,
  start: number,
  end: number,
): number {
  let records = 0;
  for (let j = start; j < end; j++) records += weights === null ? 1 : (weights[bucket[j] ?? 0] ?? 0);
  const size = Math.floor(records / ustarBins);
  binUstar.fill(0);
  binNee.fill(0);
  binCount.fill(0);
  let bin = 0;
  let seen = 0; // records up to the present one
  let begun = 0; // records before the present bin
  let sumUstar = 0;
  let sumNee = 0;
  for (let j = start; j < end; j++) {
    const k = bucket[j] ?? 0;
    const w = weights === null ? 1 : (weights[k] ?? 0);
    const u = ustar[k] ?? 0;
    seen += w;
    sumUstar += w * u;
    sumNee += w * (nee[k] ?? 0);
    const isLast = j === end - 1;
    const changes = !isLast && (ustar[bucket[j + 1] ?? 0] ?? 0) - u > sameUstar;
    if (!isLast && !(changes && seen >= begun + size)) continue;
    const count = seen - begun;
    if (isLast && count < size * leastBin && bin > 0) bin--;
    const into = Math.min(bin, ustarBins - 1);
    binUstar[into] = (binUstar[into] ?? 0) + sumUstar;
    binNee[into] = (binNee[into] ?? 0) + sumNee;
    binCount[into] = (binCount[into] ?? 0) + count;
    begun = seen;
    sumUstar = 0;
    sumNee = 0;
    bin++;
  }
  return Math.min(bin, ustarBins);
}
