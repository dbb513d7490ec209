import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Published, Records } from '../portal/formats/published.ts';
import { outcomesCsv } from '../portal/outcomes-csv.ts';
import type { CaseStudy } from '../schemas/case-study.ts';
import type { Source } from '../schemas/source.ts';

/**
 * Writes the outcomes of every case of a site as a table, from its open data. As a route of Astro the same
 * files would take ten times as long; the development server has that route (src/pages/case-studies).
 */
export function writeOutcomeFiles(site: string): void {
  const read = <Facts>(name: string) =>
    JSON.parse(readFileSync(join(site, 'api', `${name}.json`), 'utf8')) as Records<Published<Facts>>;
  const shared = new Map(
    read<Omit<Source, 'id'>>('references').records.map(({ id, facts }) => [id, facts.DOI]),
  );
  for (const { id, facts } of read<CaseStudy>('case-studies').records) {
    const own = new Map(
      facts.sources.flatMap((source) =>
        typeof source === 'object' ? [[source.id, source.DOI] as const] : [],
      ),
    );
    const csv = outcomesCsv(facts.outcomes, (key) => (own.has(key) ? own.get(key) : shared.get(key)));
    mkdirSync(join(site, 'case-studies', id), { recursive: true });
    writeFileSync(join(site, 'case-studies', id, 'outcomes.csv'), csv);
  }
}
