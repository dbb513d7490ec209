import { type Locale, localeFacts } from './locales.ts';

const thinSpace = '\u202f';

/** `Intl` formatters are dear to make, and to ask: what was made for a key is kept. */
function kept<Made>(make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, Made>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}

const numbers = kept((key) => {
  const [format, grouping, digits] = key.split(' ');
  return new Intl.NumberFormat(format, {
    useGrouping: grouping === 'grouped',
    ...(digits ? { maximumSignificantDigits: Number(digits) } : { maximumFractionDigits: 12 }),
  });
});

/** A number with as many digits as it was given with, grouped in threes from five digits up. */
export function formatNumber(value: number, locale: Locale, digits?: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 10_000 && digits === undefined) {
    return value < 0 ? `\u2212${-value}` : String(value); // the same in every language here, and often asked
  }
  const grouping = Math.abs(value) >= 10_000 ? 'grouped' : 'plain';
  const formatter = numbers(`${localeFacts[locale].format} ${grouping} ${digits ?? ''}`);
  if (value > 0 && grouping === 'plain') return formatter.format(value);
  const parts = formatter.formatToParts(value).map((part) => {
    if (part.type === 'group') return thinSpace;
    return part.type === 'minusSign' ? '\u2212' : part.value;
  });
  return parts.join('');
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
  const dash = signed || quantity.low < 0 || quantity.high < 0 ? ' … ' : '–';
  return mark + plus(quantity.low) + dash + plus(quantity.high);
}

const dates = kept((key) => {
  const [format, precision] = key.split(' ');
  return new Intl.DateTimeFormat(format, {
    year: 'numeric',
    timeZone: 'UTC',
    ...(precision === 'year' ? {} : { month: 'long' }),
    ...(precision === 'day' ? { day: 'numeric' } : {}),
  });
});

/** `2026-11-22`, `2026-11` or `2026`, in words of the language. */
export function formatDate(value: string, locale: Locale): string {
  return dateWords(`${localeFacts[locale].format} ${value}`);
}

/** The same few dates and countries are asked for on every page. */
const dateWords = kept((key) => {
  const [format = '', value = ''] = key.split(' ');
  const [year = 0, month, day] = value.split('-').map(Number);
  const precision = day ? 'day' : month ? 'month' : 'year';
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  return dates(`${format} ${precision}`).format(date);
});

const regions = kept((format) => new Intl.DisplayNames([format], { type: 'region' }));

const countryNames = kept((key) => {
  const [format = '', alpha2 = ''] = key.split(' ');
  return regions(format).of(alpha2) ?? alpha2;
});

export function countryName(alpha2: string, locale: Locale): string {
  return countryNames(`${localeFacts[locale].format} ${alpha2}`);
}

const lists = kept((format) => new Intl.ListFormat(format, { type: 'conjunction', style: 'narrow' }));

/** Percent of a share from 0 to 1. */
export function formatPercent(share: number, locale: Locale): string {
  return percents(localeFacts[locale].format).format(share);
}

const percents = kept((format) => new Intl.NumberFormat(format, { style: 'percent' }));

export function listOf(items: readonly string[], locale: Locale): string {
  return lists(localeFacts[locale].format).format(items);
}

const durations = kept((key) => {
  const [format, unit] = key.split(' ');
  return new Intl.NumberFormat(format, { style: 'unit', unit: unit ?? 'minute', unitDisplay: 'short' });
});

/** A time as hours and minutes, in the short units of the language. */
export function formatMinutes(minutes: number, locale: Locale): string {
  const { format } = localeFacts[locale];
  const hours = Math.floor(minutes / 60);
  const parts = [
    ...(hours > 0 ? [durations(`${format} hour`).format(hours)] : []),
    ...(minutes % 60 > 0 ? [durations(`${format} minute`).format(minutes % 60)] : []),
  ];
  return parts.join(' ');
}
