import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CitationRecord } from '../portal/citations.ts';
import { type CslItem, toCsl } from '../portal/csl-item.ts';
import type { Published, Records } from '../portal/formats/published.ts';
import type { Source } from '../schemas/source.ts';
import { toBibtexList } from './citation-files.ts';

/** Writes the whole library in BibTeX: every entry, every source that one cites, every shared reference, once each. */
export function writeLibraryFile(site: string): void {
  const read = <Record>(name: string) =>
    JSON.parse(readFileSync(join(site, 'api', `${name}.json`), 'utf8')) as Records<Record>;
  const { about, records } = read<CitationRecord>('citations');
  const shared = read<Published<Omit<Source, 'id'>>>('references').records.map(({ id, facts }) =>
    toCsl({ id, ...facts }),
  );
  const sources = new Map<string, CslItem>(
    [...shared, ...records.flatMap((record) => record.sources)].map((item) => [item.id, item]),
  );
  const items = [
    ...records.map(({ citation }) => citation),
    ...[...sources.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  ];
  // BibTeX passes over what stands outside its entries.
  const own = about.citation
    .replace(about.title, 'The whole library in BibTeX.')
    .replace('citations.json', 'library.bib');
  const head = `${own.replaceAll('@', '(at)')}\n\n`;
  writeFileSync(join(site, 'api/library.bib'), head + toBibtexList(items));
}
