/** Dates of the proleptic Gregorian calendar as whole numbers, in local standard time and without time zones. */

/** A calendar date. */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

export const minutesPerDay = 1440;

const daysPerEra = 146_097; // 400 years
const epoch = 719_468; // 1 March of year 0 to 1 January 1970, days

/** Days from 1 January 1970 to a date; years are counted from March, so that a leap day ends its year. */
export function daysOf({ year, month, day }: CivilDate): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * daysPerEra + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - epoch;
}

/** The date that lies `days` after 1 January 1970. */
export function dateOf(days: number): CivilDate {
  const z = days + epoch;
  const era = Math.floor(z / daysPerEra);
  const ofEra = z - era * daysPerEra;
  const y = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * y + Math.floor(y / 4) - Math.floor(y / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: y + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

/** Whether a date exists: no 30 February. */
export function exists(date: CivilDate): boolean {
  const again = dateOf(daysOf(date));
  return again.year === date.year && again.month === date.month && again.day === date.day;
}

/** Minutes from 1970-01-01 00:00 as yyyymmddHHMM; midnight is 0000 of the day that begins. */
export function stampOf(minutes: number): number {
  const days = Math.floor(minutes / minutesPerDay);
  const rest = minutes - days * minutesPerDay;
  const { year, month, day } = dateOf(days);
  return ((year * 100 + month) * 100 + day) * 10_000 + Math.floor(rest / 60) * 100 + (rest % 60);
}
