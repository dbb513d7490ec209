import type { APIRoute } from 'astro';
import { loadLibrary } from '../portal/library.ts';
import { llmsText } from '../portal/llms-text.ts';

export const GET: APIRoute = async () =>
  new Response(llmsText(await loadLibrary()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
