import { close, createIndex } from 'pagefind';

/** Writes the search index of a finished site; gives the number of pages in it. */
export async function indexSite(folder: string): Promise<number> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`the search index could not be made: ${errors.join(' ')}`);
  const { page_count: pages, errors: problems } = await index.addDirectory({ path: folder });
  if (problems.length > 0) throw new Error(`the search index could not be made: ${problems.join(' ')}`);
  await index.writeFiles({ outputPath: `${folder}/pagefind` });
  await close();
  return pages;
}
