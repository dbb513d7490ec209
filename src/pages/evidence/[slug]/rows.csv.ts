import type { APIRoute } from 'astro';
import { allRows, rowsCsv } from '../../../portal/evidence-rows.ts';
import { loadLibrary } from '../../../portal/library.ts';

/** The comparisons of one data set as a table. */
export async function getStaticPaths() {
  return (await loadLibrary()).all('evidence').map(({ slug }) => ({ params: { slug }, props: { slug } }));
}

export const GET: APIRoute<{ slug: string }> = async ({ props }) => {
  const library = await loadLibrary();
  const rows = allRows(library).filter(({ set }) => set.slug === props.slug);
  return new Response(rowsCsv(library, rows), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
