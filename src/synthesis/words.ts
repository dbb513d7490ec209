import { formatNumber } from '../i18n/format.ts';
import type { Locale } from '../i18n/locales.ts';
import type { Values } from '../i18n/message.ts';
import { escapeHtml } from '../i18n/typeset.ts';
import type { SynthesisRow } from './row.ts';

/** A data set as it must be named wherever its rows are used. */
export interface SetFacts {
  /** English, as the data set calls itself, unless the language has a title. */
  readonly title: string;
  readonly address: string;
  /** The same with the site, for files that leave it; in the original language. */
  readonly url: string;
  readonly licence: string;
  readonly attribution: string;
  readonly origin: 'computed' | 'printed';
}

/** What the answers are said with: the same in the build and in a browser. */
export interface SynthesisWords {
  readonly locale: Locale;
  say(key: string, values?: Values): string;
  label(
    kind: 'indicator' | 'intervention' | 'ecosystem' | 'country' | 'dataset' | 'model',
    id: string,
  ): string;
  set(id: string): SetFacts;
  /** Authors, year, title and identifier of a source on one line. */
  citation(dataset: string, source: string): string;
  /** Address of a file made by the build for the default settings. */
  file(name: string): string;
}

const thinSpace = '\u202f';

/** A log response ratio as a change in per cent with its sign: +35 %. */
export function percent(lnRR: number, locale: Locale): string {
  const change = 100 * Math.expm1(lnRR);
  const rounded = Math.abs(change) < 10 ? Math.round(change * 10) / 10 : Math.round(change);
  const sign = rounded > 0 ? '+' : '';
  return `${sign}${formatNumber(rounded === 0 ? 0 : rounded, locale)}${thinSpace}%`;
}

/** A number with so many significant digits; small ones as they are. */
export function number(value: number | null | undefined, locale: Locale, digits = 3): string {
  if (value === null || value === undefined) return '';
  return formatNumber(Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(digits)), locale);
}

/** p as journals print it: never 0. */
export function pValue(value: number | null | undefined, locale: Locale): string {
  if (value === null || value === undefined) return '—';
  return value < 0.001
    ? `<${thinSpace}${formatNumber(0.001, locale)}`
    : formatNumber(Number(value.toFixed(3)), locale);
}

/** Figures keep their order in languages that are written from the right. */
export function figures(text: string): string {
  return `<bdi dir="ltr">${escapeHtml(text)}</bdi>`;
}

export function rowHref(words: SynthesisWords, { dataset, id }: SynthesisRow): string {
  return `${words.set(dataset).address}#row-${id}`;
}
