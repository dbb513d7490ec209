import { countryName } from '../i18n/format.ts';
import { type Locale, localeFacts, locales } from '../i18n/locales.ts';
import { translateId, translator } from '../i18n/translate.ts';
import { collectionNames } from '../schemas/collections.ts';
import { alpha2 } from '../schemas/place.ts';
import { labelOf, vocabularies } from '../schemas/vocabulary.ts';
import type { Library } from './library.ts';
import { titleOf } from './view.ts';

/** What results can be narrowed by. The values are ids, so that an address means the same in every language. */
export const searchFilters = ['type', 'ecosystem', 'country', 'model', 'language'] as const;

export type FilterLabels = Readonly<Record<(typeof searchFilters)[number], Readonly<Record<string, string>>>>;

export function filterLabels(library: Library, locale: Locale): FilterLabels {
  const t = translator(locale);
  const countries = new Set(library.all('case-studies').flatMap(({ facts }) => facts.place.countries));
  const label = <Item>(items: Iterable<Item>, id: (item: Item) => string, text: (item: Item) => string) =>
    Object.fromEntries([...items].map((item) => [id(item), text(item)]));
  return {
    type: label(
      collectionNames,
      (name) => name,
      (name) => translateId(t, 'collection', name),
    ),
    ecosystem: label(
      Object.entries(vocabularies.ecosystems.types),
      ([id]) => id,
      ([id, entry]) => labelOf(entry, id, locale).text,
    ),
    country: label(
      [...countries].sort(),
      (code) => code,
      (code) => countryName(alpha2(code), locale),
    ),
    model: label(
      library.all('management-models'),
      ({ slug }) => slug,
      (entry) => titleOf(entry, locale).text,
    ),
    language: label(
      locales,
      (code) => code,
      (code) => localeFacts[code].name,
    ),
  };
}
