import type { APIRoute } from 'astro';
import { rowsCsv } from '../../portal/evidence-rows.ts';
import { loadLibrary } from '../../portal/library.ts';

/** All paired comparisons as a table. */
export const GET: APIRoute = async () =>
  new Response(rowsCsv(await loadLibrary()), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
