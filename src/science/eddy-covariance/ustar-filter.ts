import type { FluxSeries } from './series.ts';
import { nightRadiation, type UstarThresholds } from './ustar-threshold.ts';

/** NEE after the u* filter. */
export interface UstarFiltered {
  /** µmol m-2 s-1; NaN where missing or taken out. */
  readonly nee: Float64Array;
  /** 1 for records that the filter marks, whether NEE was measured or not. */
  readonly marked: Uint8Array;
  readonly count: number;
}

/**
 * Takes NEE out of records that are not known to be day (Rg below 10 W m-2 or missing) and whose u* is below the
 * threshold or missing (Papale et al. 2006; REddyProc, sMDSGapFillAfterUstar). Day is kept.
 * @param thresholds of each record, m s-1
 */
export function filterUstar(
  { nee, rg, ustar }: Pick<FluxSeries, 'nee' | 'rg' | 'ustar'>,
  thresholds: Float64Array,
): UstarFiltered {
  const kept = nee.slice();
  const marked = new Uint8Array(nee.length);
  let count = 0;
  for (let i = 0; i < nee.length; i++) {
    if ((rg?.[i] ?? Number.NaN) >= nightRadiation) continue;
    if ((ustar?.[i] ?? Number.NaN) >= (thresholds[i] ?? Number.NaN)) continue; // NaN: marked
    kept[i] = Number.NaN;
    marked[i] = 1;
    count++;
  }
  return { nee: kept, marked, count };
}

/** The threshold of each record: that of the year its season counts for. Null where a year has none. */
export function thresholdsOfRecords(
  {
    seasons,
    years,
  }: Pick<UstarThresholds, 'years'> & {
    readonly seasons: readonly { readonly year: number; readonly start: number; readonly end: number }[];
  },
  records: number,
): Float64Array | null {
  const thresholds = new Float64Array(records).fill(Number.NaN);
  for (const { year, start, end } of seasons) {
    const own = years.find((one) => one.year === year)?.threshold ?? null;
    if (own === null) return null;
    thresholds.fill(own, start, end);
  }
  return thresholds;
}
