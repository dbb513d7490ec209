import type { Locale } from '../i18n/locales.ts';
import { type TermFinder, termFinder } from '../prose/terms.ts';
import type { Entry, Library } from './library.ts';

export interface Glossary {
  readonly finder: TermFinder;
  definition(id: string): string | undefined;
}

const glossaries = new WeakMap<Library, Map<Locale, Glossary>>();

/** The terms to mark in texts of a language, with their definitions. Only terms defined in it are marked. */
export function glossaryFor(library: Library, locale: Locale): Glossary {
  const byLocale = glossaries.get(library) ?? new Map<Locale, Glossary>();
  glossaries.set(library, byLocale);
  const known = byLocale.get(locale);
  if (known) return known;
  const terms = library.all('glossary').filter(({ facts }) => facts.definition[locale] && facts.term[locale]);
  const glossary: Glossary = {
    finder: termFinder(terms.map((term) => ({ id: term.slug, spellings: spellingsOf(term, locale) }))),
    definition: (id) => library.get('glossary', id)?.facts.definition[locale],
  };
  byLocale.set(locale, glossary);
  return glossary;
}

function spellingsOf({ facts }: Entry<'glossary'>, locale: Locale): string[] {
  const term = facts.term[locale];
  const own = term ? [term] : [];
  return [
    ...own,
    ...(facts.abbreviation ? [facts.abbreviation] : []),
    ...(locale === 'en' ? (facts.aliases ?? []) : []),
  ];
}
