import type { APIRoute } from 'astro';
import type { Kind } from '../../compare/record.ts';
import type { Locale } from '../../i18n/locales.ts';
import { compareData, compareDataPaths } from '../../portal/compare-words.ts';
import { loadLibrary } from '../../portal/library.ts';

/** The words with which a browser says a comparison. */
export const getStaticPaths = compareDataPaths;

export const GET: APIRoute<{ kind: Kind; locale: Locale }> = async ({ props }) =>
  new Response(JSON.stringify(compareData(await loadLibrary(), props.kind, props.locale)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
