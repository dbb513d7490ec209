import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { stabiliseIndex } from './stable-index.ts';

/** Symbols of equations and rows of factors: single letters would answer to any word that begins with them. */
const unsearched = ['math', 'svg', '[data-working]', '[data-tables]', '.factors', '.symbols'] as const;

/** Writes the search index of a finished site; gives the number of pages in it. */
export async function indexSite(site: string): Promise<number> {
  const folder = join(site, 'pagefind');
  const { index, errors } = await createIndex({ excludeSelectors: [...unsearched] });
  if (!index) throw new Error(`the search index could not be made: ${errors.join(' ')}`);
  const { page_count: pages, errors: problems } = await index.addDirectory({ path: site });
  if (problems.length > 0) throw new Error(`the search index could not be made: ${problems.join(' ')}`);
  const { files, errors: faults } = await index.getFiles();
  if (faults.length > 0) throw new Error(`the search index could not be made: ${faults.join(' ')}`);
  rmSync(folder, { recursive: true, force: true });
  // Written here: Pagefind's own writing may still be under way when its process is ended.
  for (const { path, content } of files) {
    // The search page is our own: Pagefind's ready-made ones are not published.
    if (/ui\.(js|css)$|highlight/.test(path)) continue;
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  await close();
  stabiliseIndex(folder);
  return pages;
}
