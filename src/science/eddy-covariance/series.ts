import { dateOf, daysOf, minutesPerDay } from './calendar.ts';

/**
 * A regular series of averages over 30 or 60 minutes. Every column has one entry a record, in order of time;
 * NaN marks what was not measured, inside these columns only. A column is null where the site has no sensor.
 */
export interface FluxSeries {
  readonly stepsPerDay: StepsPerDay;
  /** End of the first record: minutes since 1970-01-01 00:00, local standard time. */
  readonly firstEnd: number;
  /** Net ecosystem exchange, µmol CO2 m-2 s-1, positive to the air. */
  readonly nee: Float64Array;
  /** Global radiation, W m-2. */
  readonly rg: Float64Array | null;
  /** Air temperature, °C. */
  readonly tair: Float64Array | null;
  /** Vapour pressure deficit, hPa. */
  readonly vpd: Float64Array | null;
  /** Friction velocity u*, m s-1. */
  readonly ustar: Float64Array | null;
}

export type StepsPerDay = 24 | 48;

/** The quantities that find similar records. */
export type Driver = 'rg' | 'vpd' | 'tair';

/** Where a record lies in the calendar, by the centre of its averaging time. One entry a record. */
export interface Centres {
  readonly year: Int32Array;
  /** 1 to 12 */
  readonly month: Uint8Array;
  /** 1 to 366 */
  readonly dayOfYear: Uint16Array;
  /** Hours since midnight, with fraction. */
  readonly hour: Float64Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
}

/** Minutes of one record. */
export function minutesPerStep(stepsPerDay: StepsPerDay): number {
  return minutesPerDay / stepsPerDay;
}

/** Centres of the records of a series. A record that ends at midnight belongs to the day before. */
export function centresOf({
  nee,
  firstEnd,
  stepsPerDay,
}: Pick<FluxSeries, 'nee' | 'firstEnd' | 'stepsPerDay'>): Centres {
  const n = nee.length;
  const year = new Int32Array(n);
  const month = new Uint8Array(n);
  const dayOfYear = new Uint16Array(n);
  const hour = new Float64Array(n);
  const day = new Int32Array(n);
  const step = minutesPerStep(stepsPerDay);
  let today = Number.NaN;
  let date = dateOf(0);
  let newYear = 0;
  for (let i = 0; i < n; i++) {
    const centre = firstEnd + i * step - step / 2;
    const days = Math.floor(centre / minutesPerDay);
    if (days !== today) {
      today = days;
      date = dateOf(days);
      newYear = daysOf({ year: date.year, month: 1, day: 1 });
    }
    year[i] = date.year;
    month[i] = date.month;
    dayOfYear[i] = days - newYear + 1;
    hour[i] = (centre - days * minutesPerDay) / 60;
    day[i] = days;
  }
  return { year, month, dayOfYear, hour, day };
}

/** Number of entries that were measured. */
export function countMeasured(values: Float64Array): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) count++;
  return count;
}
