import { formatNumber } from './format.ts';
import type { Locale } from './locales.ts';
import { translator } from './translate.ts';

/** Latitude in words of the language: 36.5° N. */
export function latitudeWords(value: number, locale: Locale): string {
  return translator(locale)(value < 0 ? 'degrees.south' : 'degrees.north', {
    degrees: formatNumber(Math.abs(value), locale),
  });
}

/** Longitude in words of the language; on the prime meridian neither east nor west. */
export function longitudeWords(value: number, locale: Locale): string {
  if (value === 0) return '0°';
  return translator(locale)(value < 0 ? 'degrees.west' : 'degrees.east', {
    degrees: formatNumber(Math.abs(value), locale),
  });
}
