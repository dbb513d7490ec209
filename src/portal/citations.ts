import { type CslItem, toCsl } from './csl-item.ts';
import { citationOf, citedCollections } from './item-citation.ts';
import type { Entry, Library } from './library.ts';
import { citedSources } from './sources.ts';

/** How an entry is cited and what it cites, in CSL-JSON: a record of /api/citations.json. */
export interface CitationRecord {
  /** Collection and slug: its address within the site. */
  readonly id: string;
  readonly citation: CslItem;
  readonly sources: readonly CslItem[];
}

/** From this list the build writes the citation files beside every page (src/cli/citation-files.ts). */
export function citationRecords(library: Library): CitationRecord[] {
  return citedCollections.flatMap((name) =>
    library.all(name).map((entry) => ({
      id: `${name}/${entry.slug}`,
      citation: citationOf(entry),
      sources: citedSources(library, entry as Entry).map((source) => ({
        ...toCsl(source),
        ...(source.incomplete ? { note: `Reference to be completed: ${source.incomplete}` } : {}),
      })),
    })),
  );
}
