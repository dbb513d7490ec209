import type { Entry } from './library.ts';
import { facetValues } from './list-facets.ts';

/** Attributes by which a script finds a row again: its key, and its ids in each facet. */
export function rowData(entry: Entry): Readonly<Record<string, string>> {
  const facets = Object.entries(facetValues(entry)).map(
    ([name, values]) => [`data-${name}`, values.join(' ')] as const,
  );
  return { 'data-key': entry.slug, ...Object.fromEntries(facets) };
}
