import type { APIRoute } from 'astro';
import type { Locale } from '../../../i18n/locales.ts';
import { loadLibrary } from '../../../portal/library.ts';
import { synthesisData, synthesisDataPaths } from '../../../portal/synthesis.ts';

/** Rows and words with which a browser answers anew. */
export const getStaticPaths = synthesisDataPaths;

export const GET: APIRoute<{ locale: Locale }> = async ({ props }) =>
  new Response(JSON.stringify(synthesisData(await loadLibrary(), props.locale)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
