import { formatNumber } from '../i18n/format.ts';
import { type Locale, localeFacts, sourceLocale, type Text } from '../i18n/locales.ts';
import { escapeHtml, typeset } from '../i18n/typeset.ts';

type Dictionary = Readonly<Record<string, string>>;

/** The words of one calculator in one language, with English for those that the language lacks. */
export interface Words {
  readonly locale: Locale;
  readonly own: Dictionary;
  readonly english: Dictionary;
}

/** Words with their places filled. */
export interface Saying {
  readonly key: string;
  readonly values?: Values;
}

/** A number to be shown with so many significant digits, and with its sign where it is a change. */
export interface Rounded {
  readonly number: number;
  readonly digits: number;
  readonly signed: boolean;
  /** Smaller numbers are only said to be less than this. */
  readonly least?: number | null;
}

/** What may stand in the places of words: other words, a number, or text as it was typed. */
export type Value = Saying | Rounded | number | string;
export type Values = Readonly<Record<string, Value>>;

/** What stands for a number that is not there. */
export const noNumber = '–';

const place = /\{(\w+)\}/;

/** Whether there are words for a key, in the language or in English. */
export function hasWords(words: Words, key: string): boolean {
  return key in words.own || key in words.english;
}

/** Words as plain text, for attributes and the command line, and the language they begin in. */
export function sayText(words: Words, what: Saying | string): Text {
  const { key, values = {} } = asSaying(what);
  const { text, lang } = find(words, key);
  const parts = text.split(place).map((part, index) => {
    if (index % 2 === 0) return part;
    const value = values[part] ?? `{${part}}`; // a place that nobody fills stays visible
    return isSaying(value) ? sayText(words, value).text : written(value, lang);
  });
  return { text: parts.join(''), lang };
}

/** Words as HTML, everything escaped; those of another language than `around`, the page's, are marked with it. */
export function sayHtml(words: Words, what: Saying | string, around: Locale = words.locale): string {
  const { key, values = {} } = asSaying(what);
  const { text, lang } = find(words, key);
  const parts = text.split(place).map((part, index) => {
    if (index % 2 === 0) return typeset(part);
    const value = values[part] ?? `{${part}}`; // a place that nobody fills stays visible
    return isSaying(value) ? sayHtml(words, value, lang) : isolate(written(value, lang), lang);
  });
  if (lang === around) return parts.join('');
  const { tag, direction } = localeFacts[lang];
  return `<span lang="${tag}" dir="${direction}">${parts.join('')}</span>`;
}

/** A number in the digits of a language; text as it is. */
export function written(value: Rounded | number | string, lang: Locale): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatNumber(value, lang);
  const { least = null } = value;
  if (least !== null && Math.abs(value.number) < least) return `<\u202f${formatNumber(least, lang)}`;
  const plus = value.signed && value.number > 0 ? '+' : '';
  return plus + formatNumber(value.number, lang, value.digits);
}

/** As HTML: numbers, units and what was typed keep their direction inside words that run from right to left. */
export function isolate(text: string, lang: Locale): string {
  const html = escapeHtml(text);
  if (localeFacts[lang].direction !== 'rtl') return html;
  // The space before a unit stays between number and unit.
  const [, space = '', rest = html] = /^(\u202f?)(.*)$/s.exec(html) ?? [];
  return `${space}<bdi>${rest}</bdi>`;
}

/** The value for a place `{unit}`, which stands close behind its number: the symbol with its space, or nothing. */
export function unitPlace(symbol: string): string {
  return symbol === '' ? '' : `\u202f${symbol}`;
}

/** A word with its places still open, and its language. */
function find(words: Words, key: string): Text {
  const own = words.own[key];
  if (own !== undefined) return { text: own, lang: words.locale };
  const text = words.english[key];
  if (text === undefined) throw new Error(`no words for "${key}"`);
  return { text, lang: sourceLocale };
}

function asSaying(what: Saying | string): Saying {
  return typeof what === 'string' ? { key: what } : what;
}

function isSaying(value: Value): value is Saying {
  return typeof value === 'object' && 'key' in value;
}
