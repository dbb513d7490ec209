import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCsv } from '../csv/write.ts';
import { sourceLocale } from '../i18n/locales.ts';
import { contentFolder } from '../schemas/content-files.ts';
import { type EvidenceRow, rowColumns } from '../schemas/evidence-row.ts';
import { rowsFile } from '../schemas/evidence-set.ts';
import { readRows } from '../schemas/read-rows.ts';
import { toCsl } from './citation-format.ts';
import type { Entry, Library } from './library.ts';
import { listProblems } from './loader.ts';
import { pathOf } from './paths.ts';
import { absolute, href } from './site.ts';

/** A comparison and the data set it belongs to. */
export interface OwnedRow {
  readonly row: EvidenceRow;
  readonly set: Entry<'evidence'>;
}

const read = new WeakMap<Entry<'evidence'>, readonly EvidenceRow[]>();

/** The comparisons of a data set, in the order of its table. */
export function rowsOf(set: Entry<'evidence'>): readonly EvidenceRow[] {
  const known = read.get(set);
  if (known) return known;
  const file = `evidence/${set.slug}/${rowsFile}`;
  const { placed, problems } = readRows(readFileSync(join(contentFolder(), file)), file);
  if (problems.length > 0) throw new Error(listProblems(problems));
  const rows = placed.map(({ row }) => row);
  read.set(set, rows);
  return rows;
}

export function allRows(library: Library): readonly OwnedRow[] {
  return library.all('evidence').flatMap((set) => rowsOf(set).map((row) => ({ row, set })));
}

/** Where a comparison stands on the page of its data set. */
export function rowAddress({ row, set }: OwnedRow): string {
  return `${absolute(href(sourceLocale, pathOf(set as Entry)))}#row-${row.id}`;
}

/** Every comparison with what must stand beside it wherever it is used. */
export function rowRecords(library: Library): object[] {
  return allRows(library).map((owned) => {
    const source = library.source(owned.set as Entry, owned.row.source);
    return {
      ...owned.row,
      address: rowAddress(owned),
      dataset: owned.set.slug,
      datasetTitle: owned.set.facts.title,
      datasetLicence: owned.set.facts.dataLicence,
      attribution: owned.set.facts.attribution,
      citation: source ? toCsl(source) : null,
    };
  });
}

const setColumns: Readonly<Record<string, (owned: OwnedRow, library: Library) => string>> = {
  dataset: ({ set }) => set.slug,
  dataset_licence: ({ set }) => set.facts.dataLicence,
  attribution: ({ set }) => set.facts.attribution,
  citation: ({ set, row }, library) => plainCitation(library, set, row.source),
  address: rowAddress,
};

/** Comparisons as a table: their own columns, and those of their data sets. */
export function rowsCsv(library: Library, rows: readonly OwnedRow[] = allRows(library)): string {
  return writeCsv([
    [...rowColumns, ...Object.keys(setColumns)],
    ...rows.map((owned) => [
      ...rowColumns.map((column) => {
        const value = owned.row[column];
        return Array.isArray(value) ? value.join(';') : (value as string | number | undefined);
      }),
      ...Object.values(setColumns).map((column) => column(owned, library)),
    ]),
  ]);
}

/** Authors, year, title and identifier of a source on one line. */
export function plainCitation(library: Library, set: Entry<'evidence'>, key: string): string {
  const source = library.source(set as Entry, key);
  if (!source) return '';
  const authors = (source.author ?? []).map((name) => ('literal' in name ? name.literal : name.family));
  const id = source.DOI ? `https://doi.org/${source.DOI}` : source.URL;
  return [authors.join(', '), source.issued, source.title, source['container-title'], id]
    .filter((part) => part !== undefined && part !== '')
    .join('. ');
}
