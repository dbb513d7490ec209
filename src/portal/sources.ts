import { collections } from '../schemas/collections.ts';
import type { Collection } from '../schemas/shared.ts';
import type { Source } from '../schemas/source.ts';
import { citedKeys } from '../schemas/walk.ts';
import { formatSource } from './citation-format.ts';
import type { Entry, Library } from './library.ts';

/** A source of a page: its number there, and the citation as it is printed. */
export interface NumberedSource {
  readonly number: number;
  readonly key: string;
  readonly source: Source;
  readonly html: string;
}

/** The sources of a page: its own in their order, then those of the shared library as they are cited. */
export function citedSources(library: Library, entry: Entry<Collection>): Source[] {
  const facts = entry.facts as { sources?: readonly (string | { id: string })[] };
  const own = (facts.sources ?? []).flatMap((source) => (typeof source === 'object' ? [source.id] : []));
  const cited = citedKeys(collections[entry.collection].schema, entry.facts).map(({ key }) => key);
  return [...new Set([...own, ...cited, ...entry.cited])].map((key) => {
    const source = library.source(entry, key);
    if (!source)
      throw new Error(`content/${entry.collection}/${entry.slug} cites ${key}, which is no source`);
    return source;
  });
}

/** The sources of a page as they are printed and numbered there. */
export function sourcesOf(library: Library, entry: Entry<Collection>): Promise<NumberedSource[]> {
  const numbered = citedSources(library, entry).map(async (source, index) => ({
    number: index + 1,
    key: source.id,
    source,
    html: await formatSource(source),
  }));
  return Promise.all(numbered);
}

/** Where the copy that was read stands, when it is not the address of the citation. */
export function seenAt(source: Source): string | undefined {
  return source.seen && /^https?:\/\//.test(source.seen) ? source.seen.split(' ')[0] : undefined;
}
