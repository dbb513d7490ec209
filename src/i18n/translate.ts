import type { Locale } from './locales.ts';
import { filler, type Message, type Values } from './message.ts';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import ru from './messages/ru.json' with { type: 'json' };
import zh from './messages/zh.json' with { type: 'json' };

/** English is the type: a key that is not there is a compile error. */
export type MessageKey = keyof typeof en;

type Messages = Readonly<Partial<Record<string, Message>>>;

const messages: Readonly<Record<Locale, Messages>> = { en, zh, es, fr, ru, ar };

export type { Values } from './message.ts';
export type Translate = (key: MessageKey, values?: Values) => string;

/**
 * The words of the interface in one language. `{name}` in a message is replaced by `values.name`; a message
 * with plural forms chooses by `values.count`. A message the language lacks is shown in English.
 */
export function translator(locale: Locale): Translate {
  const known = translators.get(locale);
  if (known) return known;
  const made = makeTranslator(locale);
  translators.set(locale, made);
  return made;
}

const translators = new Map<Locale, Translate>();

function makeTranslator(locale: Locale): Translate {
  const fill = filler(locale);
  return (key, values = {}) => {
    const message = messages[locale][key] ?? (en as Messages)[key];
    if (message === undefined) throw new Error(`no message "${key}"`);
    return fill(message, values);
  };
}

export const messageKeys = Object.keys(en) as readonly MessageKey[];

/** Whether a string names a message: for keys made of a place and an id. */
export function isMessageKey(key: string): key is MessageKey {
  return key in en;
}

/** `t` for a key put together from a place and an id of the data, such as `role.effect`. */
export function translateId(t: Translate, place: string, id: string): string {
  const key = `${place}.${id}`;
  if (!isMessageKey(key)) throw new Error(`no message "${key}"`);
  return t(key);
}

/** The headings by which a text is divided in a language, by section id. */
export function sectionHeadings(
  locale: Locale,
  collection: string,
  sections: readonly string[],
): Map<string, string> {
  const t = translator(locale);
  return new Map(sections.map((section) => [translateId(t, `section.${collection}`, section), section]));
}

/** Messages with their plural forms, for a script that fills them in the browser. */
export function messageForms(locale: Locale, keys: readonly MessageKey[]): Record<string, Message> {
  return Object.fromEntries(keys.map((key) => [key, messages[locale][key] ?? (en as Messages)[key] ?? '']));
}
