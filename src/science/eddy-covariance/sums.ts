import { molarFactors } from '../factors/molar.ts';
import { dateOf, daysOf } from './calendar.ts';
import { centresOf, type FluxSeries, minutesPerStep, type StepsPerDay } from './series.ts';

/** g mol-1 */
const molarMassOfCarbon = molarFactors.factors['atom.C'].value;

/** g C m-2 of one record of 1 µmol m-2 s-1. */
export function gramsPerRecord(stepsPerDay: StepsPerDay): number {
  return minutesPerStep(stepsPerDay) * 60 * molarMassOfCarbon * 1e-6; // s · g mol-1 · mol µmol-1
}

/** Sum of a flux over all records, g C m-2; null where a record is missing: a sum is never stretched. */
export function sumOf(fluxes: Float64Array, stepsPerDay: StepsPerDay): number | null {
  let sum = 0;
  for (let i = 0; i < fluxes.length; i++) sum += fluxes[i] ?? Number.NaN;
  return Number.isNaN(sum) ? null : sum * gramsPerRecord(stepsPerDay);
}

/** Mean of the entries that are numbers; null where none is. */
export function meanOfPresent(values: Float64Array): number | null {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return count === 0 ? null : sum / count;
}

/** Fluxes of a day or month. */
export interface PeriodSum {
  readonly year: number;
  readonly month: number;
  /** Day of the month; null for a month. */
  readonly day: number | null;
  readonly records: number;
  /** Records with NEE measured and kept. */
  readonly measured: number;
  /** g C m-2 of the period; null where a record is missing. */
  readonly nee: number | null;
  readonly reco: number | null;
  readonly gpp: number | null;
}

export interface SummedColumns {
  /** Filled NEE and its quality (0 measured). */
  readonly nee: Float64Array;
  readonly neeQuality: Uint8Array;
  readonly reco: Float64Array | null;
  readonly gpp: Float64Array | null;
}

/** Sums by day, or by month. A month that the file does not hold whole is summed as far as it goes. */
export function periodSums(
  time: Pick<FluxSeries, 'firstEnd' | 'stepsPerDay'>,
  columns: SummedColumns,
  by: 'day' | 'month',
): readonly PeriodSum[] {
  const { day } = centresOf({ nee: columns.nee, ...time });
  const sums: PeriodSum[] = [];
  let start = 0;
  for (let i = 1; i <= day.length; i++) {
    const one = dateOf(day[start] ?? 0);
    const next = dateOf(day[i] ?? Number.POSITIVE_INFINITY);
    const sameMonth = i < day.length && next.year === one.year && next.month === one.month;
    if (sameMonth && (by === 'month' || next.day === one.day)) continue;
    const part = (values: Float64Array | null) =>
      values === null ? null : sumOf(values.subarray(start, i), time.stepsPerDay);
    sums.push({
      ...one,
      day: by === 'day' ? one.day : null,
      records: i - start,
      measured: columns.neeQuality.subarray(start, i).filter((quality) => quality === 0).length,
      nee: part(columns.nee),
      reco: part(columns.reco),
      gpp: part(columns.gpp),
    });
    start = i;
  }
  return sums;
}

/** Days of the month of a date. */
export function daysOfMonth({ year, month }: { readonly year: number; readonly month: number }): number {
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return daysOf(next) - daysOf({ year, month, day: 1 });
}
