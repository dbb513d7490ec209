import { type Locale, localeFacts } from './locales.ts';

const thinSpace = '\u202f';

/** A number with as many digits as it was given with, grouped in threes from five digits up. */
export function formatNumber(value: number, locale: Locale, digits?: number): string {
  const format = new Intl.NumberFormat(localeFacts[locale].format, {
    useGrouping: Math.abs(value) >= 10_000,
    ...(digits === undefined ? { maximumFractionDigits: 12 } : { maximumSignificantDigits: digits }),
  });
  return format
    .formatToParts(value)
    .map((part) => {
      if (part.type === 'group') return thinSpace;
      return part.type === 'minusSign' ? '\u2212' : part.value;
    })
    .join('');
}

const qualifierMarks: Readonly<Record<string, string>> = {
  '>': '>',
  '<': '<',
  '>=': '≥',
  '<=': '≤',
  '~': '≈',
};

export interface Quantity {
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly qualifier?: string | undefined;
}

/** The number as it must be printed: qualifier, sign where it is a change, value or range. Empty without a number. */
export function formatQuantity(quantity: Quantity, locale: Locale, signed = false): string {
  const plus = (value: number) => (signed && value > 0 ? '+' : '') + formatNumber(value, locale);
  const mark = quantity.qualifier
    ? `${qualifierMarks[quantity.qualifier] ?? quantity.qualifier}${thinSpace}`
    : '';
  if (quantity.value !== undefined) return mark + plus(quantity.value);
  if (quantity.low === undefined || quantity.high === undefined) return '';
  const dash = quantity.low < 0 || quantity.high < 0 ? ' … ' : '–';
  return mark + plus(quantity.low) + dash + plus(quantity.high);
}

/** `2026-11-22`, `2026-11` or `2026`, in words of the language. */
export function formatDate(value: string, locale: Locale): string {
  const [year = 0, month, day] = value.split('-').map(Number);
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month) options.month = 'long';
  if (day) options.day = 'numeric';
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  return new Intl.DateTimeFormat(localeFacts[locale].format, options).format(date);
}

export function countryName(alpha2: string, locale: Locale): string {
  return new Intl.DisplayNames([localeFacts[locale].format], { type: 'region' }).of(alpha2) ?? alpha2;
}

export function listOf(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(localeFacts[locale].format, { type: 'conjunction', style: 'narrow' }).format(
    items,
  );
}
