import { type AnyRecord, type Kind, kinds, mostNamed } from '../compare/record.ts';
import { effectsOf } from './case-span.ts';
import { compareRecord, type Translated, titlesOf } from './compare-record.ts';
import type { Entry, Library } from './library.ts';
import { citedSources } from './sources.ts';

/** What is compared of an entry: the same record as in the file beside its page. */
export function compareItem(library: Library, kind: Kind, slug: string): AnyRecord {
  const collection = kinds[kind];
  const entry = library.get(collection, slug);
  if (!entry) throw new Error(`content/${collection}/${slug} does not exist`);
  const sources = citedSources(library, entry as Entry).map(({ id, DOI }) => ({
    key: id,
    ...(DOI !== undefined && { doi: DOI }),
  }));
  const naming = kind === 'protocols' ? 'protocols' : 'models';
  const cases = library
    .all('case-studies')
    .filter(({ facts }) => kind !== 'cases' && facts[naming]?.includes(slug))
    .map((one) => ({ id: one.slug, title: titlesOf(published(one)) }));
  return compareRecord(collection, published(entry as Entry) as never, {
    sources,
    cases: { count: cases.length, first: cases.slice(0, mostNamed) },
  });
}

function published<Name extends Entry['collection']>({ slug, facts, translations }: Entry<Name>) {
  return {
    id: slug,
    facts,
    translations: Object.fromEntries(translations.map(({ locale, words }) => [locale, { words }])),
  } as Translated<Entry<Name>['facts']>;
}

/** For every model with several cases: those with most effects, as many as can stand side by side. */
export function comparisonsOfModels(
  library: Library,
  many: number,
): readonly {
  readonly model: Entry<'management-models'>;
  readonly cases: readonly Entry<'case-studies'>[];
}[] {
  const count = (cases: readonly Entry<'case-studies'>[]) =>
    cases.reduce((sum, { facts }) => sum + effectsOf(facts), 0);
  return library
    .all('management-models')
    .map((model) => {
      const cases = library
        .all('case-studies')
        .filter(({ facts }) => facts.models?.includes(model.slug))
        .sort((a, b) => effectsOf(b.facts) - effectsOf(a.facts) || (a.slug < b.slug ? -1 : 1));
      return { model, cases: cases.slice(0, many) };
    })
    .filter(({ cases }) => cases.length > 1)
    .sort((a, b) => count(b.cases) - count(a.cases) || (a.model.slug < b.model.slug ? -1 : 1));
}
