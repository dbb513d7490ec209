import { type EcosystemType, ecosystemTypes } from '../charts/ecosystem.ts';
import { type Locale, locales, sourceLocale } from '../i18n/locales.ts';
import { collectionNames } from '../schemas/collections.ts';
import type { Collection, reviewStates } from '../schemas/shared.ts';
import type { Source } from '../schemas/source.ts';
import { ecosystemOf, effectsOf } from './case-span.ts';
import { type Citable, citedCollections } from './item-citation.ts';
import type { Entry, Library } from './library.ts';
import { titleOf } from './view.ts';

type ReviewState = (typeof reviewStates)[number];

/** How far the library is: all of it counted from the contributions themselves. */
export interface Status {
  readonly collections: readonly CollectionStatus[];
  readonly reviews: Readonly<Record<ReviewState, number>>;
  readonly outdated: readonly { readonly entry: Entry; readonly locale: Locale }[];
  readonly incomplete: readonly IncompleteSource[];
  /** Figures that were not found again in their source. */
  readonly unconfirmed: readonly { readonly entry: Entry<'case-studies'>; readonly figures: number }[];
  /** Cases without a single measured or modelled effect. */
  readonly withoutEffect: readonly Entry<'case-studies'>[];
  readonly matrix: readonly MatrixRow[];
}

interface CollectionStatus {
  readonly name: Collection;
  readonly total: number;
  /** Entries whose words stand in a language; for English all of them. */
  readonly languages: Readonly<Record<Locale, number>>;
}

export interface IncompleteSource {
  readonly source: Source;
  /** Contributions that cite it. */
  readonly citing: readonly Entry[];
}

/** A management model with the number of its cases in each type of ecosystem; 0 is a gap. */
export interface MatrixRow {
  readonly model: Entry<'management-models'>;
  readonly cases: Readonly<Record<EcosystemType, number>>;
}

export function statusOf(library: Library): Status {
  const reviewed = citedCollections.flatMap((name) => library.all(name) as readonly Entry<Citable>[]);
  const state = (wanted: ReviewState) => reviewed.filter(({ facts }) => facts.review.state === wanted).length;
  const cases = library.all('case-studies');
  return {
    collections: collectionNames.map((name) => collectionStatus(name, library.all(name) as readonly Entry[])),
    reviews: { compiled: state('compiled'), submitted: state('submitted'), reviewed: state('reviewed') },
    outdated: collectionNames.flatMap((name) =>
      (library.all(name) as readonly Entry[]).flatMap((entry) =>
        entry.translations
          .filter(({ translates }) => translates !== entry.revision)
          .map(({ locale }) => ({ entry, locale })),
      ),
    ),
    incomplete: incompleteSources(library),
    unconfirmed: cases.flatMap((entry) => {
      const figures = entry.facts.outcomes.filter(({ confirmed }) => confirmed === false).length;
      return figures > 0 ? [{ entry, figures }] : [];
    }),
    withoutEffect: cases.filter(({ facts }) => effectsOf(facts) === 0),
    matrix: library.all('management-models').map((model) => ({ model, cases: casesByType(model, cases) })),
  };
}

function collectionStatus(name: Collection, entries: readonly Entry[]): CollectionStatus {
  const inLanguage = (locale: Locale) =>
    locale === sourceLocale
      ? entries.length
      : entries.filter((entry) => titleOf(entry, locale).lang === locale).length;
  const counts = locales.map((locale) => [locale, inLanguage(locale)] as const);
  return {
    name,
    total: entries.length,
    languages: Object.fromEntries(counts) as Readonly<Record<Locale, number>>, // one key for each locale
  };
}

function incompleteSources(library: Library): IncompleteSource[] {
  const own = collectionNames.flatMap((name) =>
    (library.all(name) as readonly Entry[]).flatMap((entry) => {
      const sources = 'sources' in entry.facts ? (entry.facts.sources ?? []) : [];
      return sources.flatMap((source) =>
        typeof source === 'object' && 'incomplete' in source && source.incomplete
          ? [{ source, citing: [entry] }]
          : [],
      );
    }),
  );
  const shared = library
    .all('references')
    .filter(({ facts }) => facts.incomplete !== undefined)
    .map(({ slug, facts }) => ({ source: { id: slug, ...facts }, citing: library.citing(slug) }));
  return [...own, ...shared];
}

function casesByType(
  model: Entry<'management-models'>,
  cases: readonly Entry<'case-studies'>[],
): Readonly<Record<EcosystemType, number>> {
  const of = cases.filter(({ facts }) => facts.models?.includes(model.slug));
  const counts = ecosystemTypes.map(
    (type) => [type, of.filter(({ facts }) => ecosystemOf(facts) === type).length] as const,
  );
  return Object.fromEntries(counts) as Readonly<Record<EcosystemType, number>>; // one key for each type
}

/** The same as data: ids and counts. */
export function statusRecord(library: Library) {
  const status = statusOf(library);
  const id = (entry: Entry) => `${entry.collection}/${entry.slug}`;
  return {
    collections: status.collections,
    reviews: status.reviews,
    outdatedTranslations: status.outdated.map(({ entry, locale }) => ({ entry: id(entry), locale })),
    incompleteSources: status.incomplete.map(({ source, citing }) => ({
      id: source.id,
      missing: source.incomplete,
      citedBy: citing.map(id),
    })),
    unconfirmedFigures: status.unconfirmed.map(({ entry, figures }) => ({ entry: id(entry), figures })),
    casesWithoutEffect: status.withoutEffect.map(id),
    casesByModelAndEcosystem: status.matrix.map(({ model, cases }) => ({ model: model.slug, cases })),
  };
}
