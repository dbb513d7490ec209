import type { Locale, Text } from '../i18n/locales.ts';
import { filler, type Message } from '../i18n/message.ts';
import type { CompareWords, LabelKind, ModelFigures, TitleKind } from './words.ts';

/** Words by id; those there are in English only stand in a list of one. */
export type Packed = Readonly<Record<string, string | readonly [string]>>;

/** The words of one language for one kind, as the build writes them: all but the facts of the items. */
export interface CompareData {
  readonly locale: Locale;
  readonly messages: Readonly<Record<string, Message>>;
  readonly labels: Readonly<Partial<Record<LabelKind, Packed>>>;
  /** Symbols of units that are not their code. */
  readonly symbols: Readonly<Record<string, string>>;
  readonly titles: Readonly<Partial<Record<TitleKind, Packed>>>;
  readonly evidence: Readonly<Record<string, ModelFigures>>;
  /** Items that can be added, where there are few; cases have an index of their own. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** What stands before the address of a page in this language, and before one that leaves the site. */
  readonly base: string;
  readonly origin: string;
}

export function wordsOf(data: CompareData): CompareWords {
  const { locale, messages, labels, symbols, titles, evidence, base, origin } = data;
  const fill = filler(locale);
  const unpack = (words: Packed | undefined, id: string): Text | undefined => {
    const found = words && Object.hasOwn(words, id) ? words[id] : undefined;
    if (found === undefined) return undefined;
    return typeof found === 'string' ? { text: found, lang: locale } : { text: found[0], lang: 'en' };
  };
  return {
    locale,
    say: (key, values = {}) => {
      const message = messages[key];
      if (message === undefined) throw new Error(`no message "${key}"`);
      return fill(message, values);
    },
    label: (kind, id) => unpack(labels[kind], id) ?? { text: id, lang: 'en' },
    symbol: (unit) => symbols[unit] ?? unit,
    title: (kind, id) => unpack(titles[kind], id),
    indicators: Object.keys(labels.indicators ?? {}),
    evidence,
    href: (path) => base + path,
    url: (path) => origin + path,
  };
}
