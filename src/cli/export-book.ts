import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import type { z } from 'zod';
import { collections } from '../schemas/collections.ts';
import { readEntry } from '../schemas/read-entry.ts';
import { type BookCollection, bookCollections, planOf } from '../sheets/book.ts';
import { writeCsvBook } from '../sheets/csv-book.ts';
import { type Contribution, fillSheets } from '../sheets/write.ts';
import { writeWorkbook } from '../sheets/write-workbook.ts';

/** Writes contributions of one kind as a workbook, or as a folder of CSV files; without any, the empty template. */
export async function exportBook(
  collection: BookCollection,
  contributions: readonly Contribution[],
  to: string,
): Promise<void> {
  if (existsSync(to)) throw new Error(`${to} exists. Choose another name: nothing is overwritten.`);
  const plan = planOf(collection);
  const filled = fillSheets(plan, contributions);
  if (extname(to).toLowerCase() === '.xlsx') {
    writeFileSync(to, await writeWorkbook(plan, filled), { flag: 'wx' });
    return;
  }
  if (extname(to) !== '') throw new Error(`${to}: name a file .xlsx, or a folder for CSV files.`);
  mkdirSync(to, { recursive: true });
  for (const { name, text } of writeCsvBook(filled)) writeFileSync(join(to, name), text, { flag: 'wx' });
}

/** The contributions that paths name, such as content/case-studies/x; all of one kind. */
export function readContributions(
  paths: readonly string[],
  content: string,
): { collection: BookCollection; contributions: Contribution[] } {
  const named = paths.map((path) => {
    const direct = relative(content, resolve(path));
    const below = (direct.startsWith('..') ? path : direct).replaceAll('\\', '/');
    const [collection = '', slug = ''] = below.replace(/^(\.\/)?(content\/)?/, '').split('/');
    if (
      !isBookCollection(collection) ||
      !statSync(join(content, collection, slug), { throwIfNoEntry: false })
    )
      throw new Error(`${path} is not a contribution. Name folders such as content/case-studies/my-case.`);
    return { collection, slug };
  });
  const [first] = named;
  if (!first) throw new Error('Name at least one contribution, such as content/case-studies/my-case.');
  const contributions = named.map(({ collection, slug }) => {
    if (collection !== first.collection) throw new Error('Contributions of one kind fit one book.');
    const file = `${collection}/${slug}/index.mdx`;
    const schema: z.ZodType = collections[collection].schema;
    const { record, body, problems } = readEntry(schema, readFileSync(join(content, file)), file);
    if (record === undefined || problems.length > 0)
      throw new Error(`${file} has problems; run npm run check:content -- ${collection}/${slug}`);
    return { slug, facts: record as Contribution['facts'], body };
  });
  return { collection: first.collection, contributions };
}

const isBookCollection = (name: string): name is BookCollection =>
  (bookCollections as readonly string[]).includes(name);
