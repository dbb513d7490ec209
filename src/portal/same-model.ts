import type { Entry, Library } from './library.ts';

/** A case beside others of one of its models, itself first. */
export interface SameModel {
  readonly model: Entry<'management-models'>;
  readonly cases: readonly Entry<'case-studies'>[];
}

const mostCases = 8;

/** The models of a case that other cases follow too, each with the first of these cases. */
export function sameModels(library: Library, entry: Entry<'case-studies'>): SameModel[] {
  return (entry.facts.models ?? []).flatMap((slug) => {
    const model = library.get('management-models', slug);
    if (!model) return [];
    const others = library
      .linked(model as Entry)
      .filter((one): one is Entry<'case-studies'> & Entry => one.collection === 'case-studies')
      .filter((one) => one.slug !== entry.slug && one.facts.models?.includes(slug));
    return others.length > 0 ? [{ model, cases: [entry, ...others].slice(0, mostCases) }] : [];
  });
}
