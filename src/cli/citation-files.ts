import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBibtex, toCslJson, toRis } from '../portal/citation-export.ts';
import type { CitationRecord } from '../portal/citations.ts';
import type { CslItem } from '../portal/csl-item.ts';
import type { Records } from '../portal/formats/published.ts';

/**
 * Writes the citation files of a site from its /api/citations.json: five small files beside each page.
 * As routes of Astro the same files would take eight times as long (docs/decisions/0003-citations.md).
 */
export function writeCitationFiles(site: string): void {
  const { records } = JSON.parse(
    readFileSync(join(site, 'api/citations.json'), 'utf8'),
  ) as Records<CitationRecord>;
  for (const { id, citation, sources } of records) {
    mkdirSync(join(site, id), { recursive: true });
    const write = (name: string, text: string) => writeFileSync(join(site, id, name), text);
    write('cite.bib', toBibtex([citation]));
    write('cite.ris', toRis([citation]));
    write('cite.json', toCslJson([citation]));
    if (sources.length === 0) continue;
    write('sources.bib', toBibtexList(sources));
    write('sources.json', toCslJson(sources));
  }
}

/** Entries of BibTeX are made one by one, since most sources stand on several pages. */
const entries = new Map<string, string>();
export function toBibtexList(sources: readonly CslItem[]): string {
  return sources
    .map((source) => {
      const content = JSON.stringify(source);
      const known = entries.get(content) ?? toBibtex([source]);
      entries.set(content, known);
      return known;
    })
    .join('\n');
}
