import type { APIRoute } from 'astro';
import { evidenceCsv, evidenceFiles } from '../../portal/evidence-csv.ts';
import { loadLibrary } from '../../portal/library.ts';

/** The effects of the evidence page as tables to download. */
export async function getStaticPaths() {
  return evidenceFiles(await loadLibrary()).map((file) => ({ params: { file }, props: { file } }));
}

export const GET: APIRoute<{ file: string }> = async ({ props }) =>
  new Response(evidenceCsv(await loadLibrary(), props.file), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
