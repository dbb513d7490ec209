import { type CivilDate, daysOf, exists, minutesPerDay } from './calendar.ts';

const packed = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/;
const spaced = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ](\d{1,2}):(\d\d)(?::00(?:\.0+)?)?$/;

/**
 * Minutes since 1970-01-01 00:00 of `yyyymmddHHMM`, `yyyy-mm-dd HH:MM` or `yyyy/mm/dd HH:MM`, with or without
 * seconds; 24:00 is the midnight that ends the day. Null for what is no such time.
 */
export function readTime(text: string): number | null {
  const match = packed.exec(text) ?? spaced.exec(text);
  if (match === null) return null;
  const [, year = '', month = '', day = '', hour = '', minute = ''] = match;
  const date: CivilDate = { year: Number(year), month: Number(month), day: Number(day) };
  const minutes = Number(hour) * 60 + Number(minute);
  if (date.month < 1 || date.month > 12 || !exists(date)) return null;
  if (Number(minute) > 59 || minutes > minutesPerDay) return null;
  return daysOf(date) * minutesPerDay + minutes;
}
