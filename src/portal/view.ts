import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { splitFrontMatter } from '../guard/front-matter.ts';
import { readBody } from '../guard/read-body.ts';
import { readSourceText } from '../guard/source-text.ts';
import { type Locale, sourceLocale, type Text } from '../i18n/locales.ts';
import { sectionHeadings } from '../i18n/translate.ts';
import { type Context, type Section, sectionsOf } from '../prose/sections.ts';
import { collections } from '../schemas/collections.ts';
import { contentFolder } from '../schemas/content-files.ts';
import type { Collection } from '../schemas/shared.ts';
import { type Localized, localize } from '../schemas/words.ts';
import type { Entry } from './library.ts';
import { listProblems } from './loader.ts';
import type { FactsOf, StoredTranslation } from './stored.ts';

export type TranslationState = 'original' | 'translated' | 'outdated' | 'missing';

/** A contribution in the language of a reader, or in English where that language has no text yet. */
export interface View<Name extends Collection> {
  readonly entry: Entry<Name>;
  readonly locale: Locale;
  readonly record: Localized<FactsOf[Name]>;
  /** Language the text of the page is in. */
  readonly textLocale: Locale;
  readonly state: TranslationState;
  readonly translation: StoredTranslation['translation'] | undefined;
}

export function viewOf<Name extends Collection>(entry: Entry<Name>, locale: Locale): View<Name> {
  const translation = entry.translations.find((candidate) => candidate.locale === locale);
  const schema = collections[entry.collection].schema as unknown as z.ZodType<FactsOf[Name]>;
  const { record } = localize(schema, entry.facts, translation?.words, locale, sourceLocale);
  return {
    entry,
    locale,
    record,
    textLocale: translation ? locale : sourceLocale,
    state: stateOf(entry, locale, translation),
    translation: translation?.translation,
  };
}

function stateOf(entry: Entry, locale: Locale, translation: StoredTranslation | undefined): TranslationState {
  if (locale === sourceLocale) return 'original';
  if (!translation) return 'missing';
  return translation.translates === entry.revision ? 'translated' : 'outdated';
}

/** The title of any contribution in a language; names of institutions and terms have one of their own. */
export function titleOf(entry: Entry, locale: Locale): Text {
  const facts = entry.facts as Partial<
    FactsOf['case-studies'] & FactsOf['institutions'] & FactsOf['glossary']
  >;
  const named = (names: Partial<Record<Locale, string | undefined>> | undefined, fallback: string): Text => {
    const own = names?.[locale];
    return own ? { text: own, lang: locale } : { text: fallback, lang: sourceLocale };
  };
  if (entry.collection === 'institutions') return named(facts.names, facts.name ?? entry.slug);
  if (entry.collection === 'glossary') return named(facts.term, facts.term?.en ?? entry.slug);
  const translation = entry.translations.find((candidate) => candidate.locale === locale);
  const title = translation?.words['title'];
  return typeof title === 'string'
    ? { text: title, lang: locale }
    : { text: facts.title ?? entry.slug, lang: sourceLocale };
}

/** The text of a contribution, guarded again and divided into sections. Refused content stops the build. */
export function sectionsOfView(view: View<Collection>, context: Omit<Context, 'headings'>): Section[] {
  const { collection, slug } = view.entry;
  const file = `${collection}/${slug}/${view.textLocale === sourceLocale ? 'index' : view.textLocale}.mdx`;
  const source = readSourceText(readFileSync(join(contentFolder(), file)), file);
  const parts = splitFrontMatter(source.text, file);
  const body = readBody(parts.body, file);
  const problems = [...source.problems, ...parts.problems, ...body.problems];
  if (problems.length > 0) throw new Error(listProblems(problems));
  const { sections } = collections[collection];
  return sectionsOf(body.nodes, {
    ...context,
    headings: sectionHeadings(view.textLocale, collection, sections),
  });
}

/** The summary of a contribution in a language; institutions have none. */
export function summaryOf(entry: Entry, locale: Locale): Text | undefined {
  const translated = entry.translations.find((candidate) => candidate.locale === locale)?.words['summary'];
  if (typeof translated === 'string') return { text: translated, lang: locale };
  return 'summary' in entry.facts ? { text: entry.facts.summary, lang: sourceLocale } : undefined;
}
