import type { APIRoute } from 'astro';
import { loadLibrary } from '../../../portal/library.ts';
import { outcomesCsv } from '../../../portal/outcomes-csv.ts';

/**
 * The outcomes of a case as a table: the same rows as on its page, in English. This is for the development server;
 * a build writes the files beside the pages, which takes a tenth of the time (src/cli/outcome-files.ts).
 */
export async function getStaticPaths() {
  if (import.meta.env.PROD) return [];
  const library = await loadLibrary();
  return library.all('case-studies').map(({ slug }) => ({ params: { slug }, props: { slug } }));
}

export const GET: APIRoute<{ slug: string }> = async ({ props }) => {
  const library = await loadLibrary();
  const entry = library.get('case-studies', props.slug);
  if (!entry) throw new Error(`content/case-studies/${props.slug} does not exist`);
  const csv = outcomesCsv(entry.facts.outcomes, (key) => library.source(entry, key)?.DOI);
  return new Response(csv, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
