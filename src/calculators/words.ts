import type { Locale } from '../i18n/locales.ts';
import type { CalculatorId } from './load.ts';
import type { Words } from './say.ts';
import socStockEn from './soc-stock/words/en.json' with { type: 'json' };
import socStockZh from './soc-stock/words/zh.json' with { type: 'json' };
import ar from './words/ar.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import ru from './words/ru.json' with { type: 'json' };
import zh from './words/zh.json' with { type: 'json' };

// For the build and the command line: a browser gets the words of one page in that page.

type Dictionary = Readonly<Record<string, string>>;

const shared: Readonly<Record<Locale, Dictionary>> = { en, zh, es, fr, ru, ar };

/** One line a calculator. */
const ofCalculator: Readonly<
  Record<CalculatorId, { readonly en: Dictionary } & Readonly<Partial<Record<Locale, Dictionary>>>>
> = {
  'soc-stock': { en: socStockEn, zh: socStockZh },
};

/** The words of a calculator in a language: its own and those that all calculators share. */
export function wordsOf(id: CalculatorId, locale: Locale): Words {
  const own: Dictionary = { ...shared[locale], ...ofCalculator[id][locale] };
  const english = Object.entries({ ...en, ...ofCalculator[id].en }).filter(([key]) => !(key in own));
  return { locale, own, english: Object.fromEntries(english) };
}

const saidByScript =
  /^(?:row|cell|range|problem|warning|output|sentence|interval|headline|choice|status)(?:\.|$)|\.(?:label|caption)$|^heading\.(?:working|warnings)$|^button\.remove-row$/;

/** The words that change while a reader types, for the page to carry; what the build alone says is left out. */
export function wordsForScript({ locale, own, english }: Words): Words {
  const said = (words: Dictionary) =>
    Object.fromEntries(Object.entries(words).filter(([key]) => saidByScript.test(key)));
  return { locale, own: said(own), english: said(english) };
}
