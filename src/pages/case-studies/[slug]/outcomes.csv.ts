import type { APIRoute } from 'astro';
import { loadLibrary } from '../../../portal/library.ts';
import { outcomesCsv } from '../../../portal/outcomes-csv.ts';

/** The outcomes of a case as a table: the same rows as on its page, in English. */
export async function getStaticPaths() {
  const library = await loadLibrary();
  return library
    .all('case-studies')
    .map(({ slug, digest }) => ({ params: { slug }, props: { slug }, cacheKey: digest }));
}

export const GET: APIRoute<{ slug: string }> = async ({ props }) => {
  const library = await loadLibrary();
  const entry = library.get('case-studies', props.slug);
  if (!entry) throw new Error(`content/case-studies/${props.slug} does not exist`);
  return new Response(outcomesCsv(library, entry), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};
