import { type Locale, localeFacts } from './locales.ts';

/** One sentence, or one for each plural category that the language has. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

export type Values = Readonly<Record<string, string | number>>;

/** Puts values into messages of one language; a plural is chosen by `values.count`. It carries no language itself. */
export function filler(locale: Locale): (message: Message, values: Values) => string {
  const plural = new Intl.PluralRules(localeFacts[locale].format);
  const number = new Intl.NumberFormat(localeFacts[locale].format);
  const print = (value: string | number) => (typeof value === 'number' ? number.format(value) : value);
  const forms = new Map<string, Filled>();
  const formOf = (message: string): Filled => {
    const known = forms.get(message);
    if (known) return known;
    const made = formFor(message, print);
    forms.set(message, made);
    return made;
  };
  return (message, values) => formOf(choose(message, values, plural))(values);
}

function choose(message: Message, values: Values, plural: Intl.PluralRules): string {
  if (typeof message === 'string') return message;
  const form = plural.select(Number(values['count'] ?? 0));
  return message[form] ?? message.other ?? '';
}

/** A message with its values put in. */
type Filled = (values: Values) => string;

/** A message divided at its places once, since most are asked for on every page. */
function formFor(message: string, print: (value: string | number) => string): Filled {
  const parts = message.split(/\{(\w+)\}/);
  if (parts.length === 1) return () => message;
  return (values) =>
    parts
      .map((part, index) => {
        if (index % 2 === 0) return part;
        const value = values[part];
        return value === undefined ? `{${part}}` : print(value);
      })
      .join('');
}
