import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mostNamed, type Named, type Naming } from '../compare/record.ts';
import type { CitationRecord } from '../portal/citations.ts';
import { type Compared, compareRecord, type Translated, titlesOf } from '../portal/compare-record.ts';
import type { Records } from '../portal/formats/published.ts';
import type { CaseStudy } from '../schemas/case-study.ts';
import type { ManagementModel } from '../schemas/management-model.ts';
import type { Protocol } from '../schemas/protocol.ts';

/**
 * Writes beside the page of every case, protocol and model what is compared of it, from the open data of a site: a
 * browser loads these small files for the items it compares, and no others.
 */
export function writeCompareFiles(site: string): void {
  const read = <Content>(name: string) =>
    JSON.parse(readFileSync(join(site, 'api', `${name}.json`), 'utf8')) as Records<Content>;
  const cited = new Map(
    read<CitationRecord>('citations').records.map(({ id, sources }) => [
      id,
      sources.map(({ id: key, DOI }) => ({ key, ...(typeof DOI === 'string' && { doi: DOI }) })),
    ]),
  );
  const cases = read<Translated<CaseStudy>>('case-studies').records;
  const naming = (key: 'protocols' | 'models') => {
    const named = new Map<string, { count: number; readonly first: Named[] }>();
    for (const one of cases)
      for (const slug of one.facts[key] ?? []) {
        const known = named.get(slug) ?? { count: 0, first: [] };
        known.count += 1;
        if (known.first.length < mostNamed) known.first.push({ id: one.id, title: titlesOf(one) });
        named.set(slug, known);
      }
    return named;
  };
  const none = { count: 0, first: [] };

  const write = <Facts>(
    collection: Compared,
    entries: readonly Translated<Facts>[],
    named: ReadonlyMap<string, Naming>,
  ) => {
    for (const entry of entries) {
      const folder = join(site, collection, entry.id);
      const around = {
        sources: cited.get(`${collection}/${entry.id}`) ?? [],
        cases: named.get(entry.id) ?? none,
      };
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        join(folder, 'compare.json'),
        `${JSON.stringify(compareRecord(collection, entry as never, around))}\n`,
      );
    }
  };
  write('case-studies', cases, new Map());
  write('protocols', read<Translated<Protocol>>('protocols').records, naming('protocols'));
  write(
    'management-models',
    read<Translated<ManagementModel>>('management-models').records,
    naming('models'),
  );
}
