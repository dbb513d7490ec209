import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isNotice } from '../guard/codes.ts';
import { writeEntry } from '../schemas/write-entry.ts';
import { type BookCollection, type BookPlan, bookCollections, planOf } from '../sheets/book.ts';
import { checkBook } from '../sheets/check.ts';
import { readCsvSheet } from '../sheets/csv-book.ts';
import type { CellSheet } from '../sheets/read.ts';
import { readWorkbook } from '../sheets/read-workbook.ts';
import { type SheetProblem, sheetProblem } from '../sheets/sheet-problem.ts';

export interface Imported {
  readonly problems: readonly SheetProblem[];
  /** Files below the content folder; none where something has to be mended first. */
  readonly written: readonly string[];
}

/**
 * Writes the contributions of a filled template, an .xlsx file or the CSV files of its sheets, as folders.
 * Nothing is written while anything is wrong, and never over a folder that is there.
 */
export async function importBook(paths: readonly string[], content: string): Promise<Imported> {
  const { sheets, problems } = await readSources(paths);
  if (sheets.length === 0) return { problems, written: [] };
  const plan = planFor(sheets);
  const book = checkBook(plan, sheets);
  const there = book.contributions
    .filter(({ slug }) => slug !== '' && existsSync(join(content, plan.collection, slug)))
    .map(({ slug, spot }) => sheetProblem(spot, 'already-there', { name: `${plan.collection}/${slug}` }));
  const all = [...problems, ...book.problems, ...there];
  if (!all.every(({ code }) => isNotice(code))) return { problems: all, written: [] };
  const written = book.contributions.flatMap(({ slug, record, body }) => {
    if (!record) return [];
    const folder = join(content, plan.collection, slug);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.mdx'), writeEntry(record, body), { flag: 'wx' });
    return [`${plan.collection}/${slug}/index.mdx`];
  });
  return { problems: all, written };
}

/** The sheets of one workbook, or of CSV files: each is named after its sheet. */
async function readSources(
  paths: readonly string[],
): Promise<{ sheets: readonly CellSheet[]; problems: readonly SheetProblem[] }> {
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .filter((name) => /\.csv$/i.test(name))
          .map((name) => join(path, name))
      : [path],
  );
  const [first] = files;
  if (files.length === 1 && first !== undefined && !/\.(csv|tsv|txt)$/i.test(first))
    return readWorkbook(readFileSync(first));
  const read = files.map((file) => readCsvSheet(basename(file).replace(/\.[^.]+$/, ''), readFileSync(file)));
  return {
    sheets: read.flatMap(({ sheet }) => (sheet ? [sheet] : [])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** The kind of contribution, by the first sheet that one of the kinds has; a case study where none has. */
function planFor(sheets: readonly CellSheet[]): BookPlan {
  const names = sheets.map(({ name }) => name.trim().toLowerCase());
  const known = bookCollections.find((collection: BookCollection) =>
    names.includes(planOf(collection).main.name),
  );
  return planOf(known ?? 'case-studies');
}
