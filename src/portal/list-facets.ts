import { type EcosystemType, ecosystemTypes } from '../charts/ecosystem.ts';
import { countryName } from '../i18n/format.ts';
import { type Locale, localeFacts, type Text } from '../i18n/locales.ts';
import { type MessageKey, translateId, translator } from '../i18n/translate.ts';
import { calculatorAims, calculatorNeeds, calculatorTiers } from '../schemas/calculator-page.ts';
import type { CaseStudy } from '../schemas/case-study.ts';
import { designs } from '../schemas/outcome.ts';
import { alpha2 } from '../schemas/place.ts';
import { reviewStates } from '../schemas/shared.ts';
import { labelOf, type VocabularyName, vocabularies } from '../schemas/vocabulary.ts';
import { effectsOf, isEffect } from './case-span.ts';
import { caseFilters } from './filters.ts';
import { isOf } from './is-of.ts';
import type { Entry, Library } from './library.ts';
import type { Listed } from './list-paths.ts';
import { titleOf } from './view.ts';

export interface FacetOption {
  /** An id: an address means the same in every language, and the same in the search. */
  readonly value: string;
  readonly label: Text;
  readonly count: number;
  readonly mark?: EcosystemType | undefined;
  /** Inside the option before it that is not inside another. */
  readonly inner?: boolean;
}

/** Something a list can be narrowed by. */
export interface Facet {
  readonly name: string;
  readonly legend: MessageKey;
  /** any = an entry has one of the chosen values; all = it has every one. */
  readonly match: 'any' | 'all';
  readonly options: readonly FacetOption[];
}

type Values = Readonly<Record<string, readonly string[]>>;

/** What an entry can be found by. */
export function facetValues(entry: Entry): Values {
  if (isOf(entry, 'case-studies')) {
    return { ...caseFilters(entry), driver: entry.facts.drivers, evidence: evidenceOf(entry.facts) };
  }
  if (isOf(entry, 'protocols')) {
    const { landUses, pools = [], skill, cost } = entry.facts;
    return { 'land-use': landUses, pool: pools, skill: [skill], cost: [cost] };
  }
  if (isOf(entry, 'calculators')) {
    const { aims, tier, needs, landUses } = entry.facts;
    return { aim: aims, tier: [tier], needs, 'land-use': landUses };
  }
  if (isOf(entry, 'institutions')) {
    const { kind, country } = entry.facts;
    return { kind: [kind], country: country ? [country] : [] };
  }
  return {};
}

/** What a case can be found by on the map, beside what the list is narrowed by. */
export function mapValues(entry: Entry<'case-studies'>): Values {
  const { facts } = entry;
  const effects = facts.outcomes.filter(isEffect);
  const of = <Value>(values: readonly (Value | undefined)[]) => [
    ...new Set(values.flatMap((value) => (value === undefined ? [] : [value]))),
  ];
  const years = of(effects.map((effect) => effect.years)).map(bandOf);
  return {
    ...caseFilters(entry),
    driver: facts.drivers,
    group: of(facts.ecosystems.flatMap((code) => [vocabularies.ecosystems.entries[code]?.biome, code])),
    indicator: of(effects.map(({ indicator }) => indicator)),
    years: years.length > 0 ? of(years) : ['not-stated'],
    design: effects.length === 0 ? [] : of(effects.map((effect) => effect.design ?? 'not-stated')),
    review: [facts.review.state],
  };
}

/** Years since the restoration began at which effects were found: from, and below which. */
const bands = {
  '0-5': [0, 5],
  '5-10': [5, 10],
  '10-20': [10, 20],
  '20-40': [20, 40],
  '40-': [40, Infinity],
} as const;
const bandIds = Object.keys(bands) as (keyof typeof bands)[];

function bandOf(years: number): string {
  return bandIds.find((id) => years >= bands[id][0] && years < bands[id][1]) ?? 'not-stated';
}

const evidenceKinds = ['effect', 'comparison', 'interval'] as const;

function evidenceOf(facts: CaseStudy): string[] {
  const effects = facts.outcomes.filter(isEffect);
  const has: Readonly<Record<(typeof evidenceKinds)[number], boolean>> = {
    effect: effectsOf(facts) > 0,
    comparison: effects.some(({ kind, comparison }) => kind === 'difference' || comparison !== undefined),
    interval: effects.some(({ level, spread }) => level !== undefined || spread !== undefined),
  };
  return evidenceKinds.filter((kind) => has[kind]);
}

interface Kind {
  readonly legend: MessageKey;
  readonly match?: 'all';
  /** The order of the values; without it they stand by count, then by name. */
  readonly order?: readonly string[];
  readonly byName?: true;
  readonly isInner?: (value: string) => boolean;
  readonly label: (value: string, locale: Locale, library: Library) => Text;
}

const said = (place: string) => (value: string, locale: Locale) => ({
  text: translateId(translator(locale), place, value),
  lang: locale,
});
const listedIn = (name: VocabularyName) => (value: string, locale: Locale) =>
  labelOf(vocabularies[name].entries[value], value, locale);

const kinds: Readonly<Record<string, Kind>> = {
  ecosystem: {
    legend: 'search.filter.ecosystem',
    order: ecosystemTypes,
    label: (value, locale) => labelOf(vocabularies.ecosystems.types[value], value, locale),
  },
  country: {
    legend: 'search.filter.country',
    byName: true,
    label: (value, locale) => ({ text: countryName(alpha2(value), locale), lang: locale }),
  },
  model: {
    legend: 'search.filter.model',
    label: (value, locale, library) => {
      const entry = library.get('management-models', value);
      return entry ? titleOf(entry, locale) : { text: value, lang: 'en' };
    },
  },
  driver: { legend: 'facts.drivers', label: listedIn('drivers') },
  group: {
    legend: 'map.facet.group',
    order: Object.keys(vocabularies.ecosystems.biomes).flatMap((biome) => [
      biome,
      ...Object.keys(vocabularies.ecosystems.entries).filter(
        (code) => vocabularies.ecosystems.entries[code]?.biome === biome,
      ),
    ]),
    isInner: (value) => value in vocabularies.ecosystems.entries,
    label: (value, locale) => {
      const { biomes, entries } = vocabularies.ecosystems;
      const { text, lang } = labelOf(biomes[value] ?? entries[value], value, locale);
      return { text: `${value} ${text}`, lang };
    },
  },
  indicator: { legend: 'map.facet.indicator', label: listedIn('indicators') },
  years: { legend: 'map.facet.years', order: [...bandIds, 'not-stated'], label: said('map.years') },
  design: { legend: 'map.facet.design', order: [...designs, 'not-stated'], label: said('design') },
  review: { legend: 'review.label', order: reviewStates, label: said('map.review') },
  evidence: {
    legend: 'list.evidence',
    match: 'all',
    order: evidenceKinds,
    label: said('list.evidence'),
  },
  'land-use': { legend: 'protocol.suits', label: listedIn('land-uses') },
  pool: {
    legend: 'protocol.pools',
    order: Object.keys(vocabularies.pools.entries),
    label: listedIn('pools'),
  },
  skill: { legend: 'protocol.skill', order: ['basic', 'intermediate', 'advanced'], label: said('skill') },
  cost: { legend: 'protocol.cost', order: ['low', 'medium', 'high'], label: said('cost') },
  aim: { legend: 'calculator.aim', order: calculatorAims, label: said('calculator.aim') },
  needs: { legend: 'calculator.needs', order: calculatorNeeds, label: said('calculator.needs') },
  tier: { legend: 'calculator.tier', order: calculatorTiers, label: said('calculator.tier') },
  kind: { legend: 'institution.kind', label: said('institution-kind') },
};

const facetsOf: Readonly<Record<Listed, readonly string[]>> = {
  'case-studies': ['ecosystem', 'evidence', 'country', 'model', 'driver'],
  protocols: ['skill', 'cost', 'pool', 'land-use'],
  'management-models': [],
  'policy-options': [],
  'learning-paths': [],
  calculators: ['aim', 'needs', 'tier', 'land-use'],
  institutions: ['kind', 'country'],
};

const made = new WeakMap<Library, Map<string, readonly Facet[]>>();

/** The facets of a list with a count for each value; one that would narrow nothing is left out. */
export function listFacets(library: Library, collection: Listed, locale: Locale): readonly Facet[] {
  return remembered(library, `${collection} ${locale}`, () => {
    const all = library.all(collection).map((entry) => facetValues(entry as Entry));
    return countFacets(library, facetsOf[collection], all, locale);
  });
}

const onMap = ['ecosystem', 'group', 'country', 'model', 'driver', 'indicator', 'years', 'design', 'review'];

/** The facets of the map of cases. The first is the legend of its points. */
export function mapFacets(library: Library, locale: Locale): readonly Facet[] {
  return remembered(library, `map ${locale}`, () =>
    countFacets(library, onMap, library.all('case-studies').map(mapValues), locale),
  );
}

function remembered(library: Library, key: string, make: () => readonly Facet[]): readonly Facet[] {
  const known = made.get(library) ?? new Map<string, readonly Facet[]>();
  made.set(library, known);
  const facets = known.get(key) ?? make();
  known.set(key, facets);
  return facets;
}

function countFacets(
  library: Library,
  names: readonly string[],
  all: readonly Values[],
  locale: Locale,
): Facet[] {
  return names.flatMap((name) => {
    const kind = kinds[name];
    if (!kind) return [];
    const counts = new Map<string, number>();
    for (const values of all)
      for (const value of values[name] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    if ([...counts.values()].every((count) => count === all.length)) return [];
    const options = [...counts].map(([value, count]) => ({
      value,
      count,
      label: kind.label(value, locale, library),
      mark: name === 'ecosystem' ? ecosystemTypes.find((type) => type === value) : undefined,
      ...(kind.isInner?.(value) && { inner: true }),
    }));
    const { legend, match = 'any' } = kind;
    return [{ name, legend, match, options: options.sort(optionOrder(kind, locale)) }];
  });
}

function optionOrder({ order, byName }: Kind, locale: Locale): (a: FacetOption, b: FacetOption) => number {
  if (order) return (a, b) => order.indexOf(a.value) - order.indexOf(b.value);
  const { compare } = new Intl.Collator(localeFacts[locale].format);
  const name = (a: FacetOption, b: FacetOption) => compare(a.label.text, b.label.text);
  return byName ? name : (a, b) => b.count - a.count || name(a, b);
}
