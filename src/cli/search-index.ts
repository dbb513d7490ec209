import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { stabiliseIndex } from './stable-index.ts';

/** Writes the search index of a finished site; gives the number of pages in it. */
export async function indexSite(site: string): Promise<number> {
  const folder = join(site, 'pagefind');
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`the search index could not be made: ${errors.join(' ')}`);
  const { page_count: pages, errors: problems } = await index.addDirectory({ path: site });
  if (problems.length > 0) throw new Error(`the search index could not be made: ${problems.join(' ')}`);
  await index.writeFiles({ outputPath: folder });
  await close();
  stabiliseIndex(folder);
  // The search page is our own: Pagefind's ready-made ones are not published.
  for (const name of readdirSync(folder))
    if (/ui\.(js|css)$|highlight/.test(name)) rmSync(join(folder, name));
  return pages;
}
