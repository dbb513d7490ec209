import { formatNumber, formatPercent, formatQuantity } from '../i18n/format.ts';
import type { Locale } from '../i18n/locales.ts';
import type { Values } from '../i18n/message.ts';
import type { Quantity, Spread } from './record.ts';

type NoteKey =
  | 'outcomes.range'
  | 'outcomes.interval'
  | 'outcomes.no-interval'
  | 'outcomes.n'
  | 'outcomes.spread.CI.level'
  | `outcomes.spread.${Spread['kind']}`;

type Figured = Quantity & { readonly spread?: Spread | undefined };

/** Interval or its absence, spread and n of a figure, each as words. */
export function certaintyNotes(
  figure: Figured,
  t: (key: NoteKey, values?: Values) => string,
  locale: Locale,
): string[] {
  const number = (value: number) => formatNumber(value, locale);
  const { value, low, high, level, spread, n } = figure;
  const notes: string[] = [];
  if (low !== undefined && high !== undefined) {
    if (level === undefined) notes.push(t('outcomes.range'));
    else if (value !== undefined)
      notes.push(
        t('outcomes.interval', { level: formatPercent(level, locale), low: number(low), high: number(high) }),
      );
  }
  if (spread) {
    const values = [spread.value, spread.low, spread.high].filter((part) => part !== undefined);
    const printed = values.map(number).join('–');
    notes.push(
      spread.kind === 'CI' && spread.level !== undefined
        ? t('outcomes.spread.CI.level', { value: printed, level: formatPercent(spread.level, locale) })
        : t(`outcomes.spread.${spread.kind}`, { value: printed }),
    );
  }
  if (low === undefined && !spread && value !== undefined) notes.push(t('outcomes.no-interval'));
  if (n !== undefined) notes.push(t('outcomes.n', { n }));
  return notes;
}

/** A unit with its substance after the first mass, before exponents are set: t C ha^-1 yr^-1. */
export function unitWords(
  code: string,
  symbol: string,
  substance: string | undefined,
  locale: Locale,
): string {
  if (code === '1') return '';
  const [first = '', ...rest] = symbol.split(' ');
  const named = substance === 'dry-matter' ? dryMatter[locale] : substance;
  return [first, ...(named && code !== '%' ? [named] : []), ...rest].join(' ');
}

const dryMatter: Readonly<Record<Locale, string>> = {
  en: 'dry matter',
  zh: '干物质',
  es: 'materia seca',
  fr: 'matière sèche',
  ru: 'сухой массы',
  ar: 'مادة جافة',
};

/** A figure in one line of words, with its unit; a change shows its sign. */
export function figureWords(figure: Quantity, unit: string, locale: Locale, signed: boolean): string {
  const number = formatQuantity(figure, locale, signed);
  return number === '' ? '' : `${number} ${unit}`.trim();
}
