import type { APIRoute } from 'astro';
import { loadLibrary } from '../../portal/library.ts';
import { listCsv } from '../../portal/list-csv.ts';
import { type Listed, listed } from '../../portal/list-paths.ts';

/** The facts of a list as a table to download. */
export const getStaticPaths = () =>
  listed.map((collection) => ({ params: { collection }, props: { collection } }));

export const GET: APIRoute<{ collection: Listed }> = async ({ props }) =>
  new Response(await listCsv(await loadLibrary(), props.collection), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
