import type { APIRoute } from 'astro';
import type { Locale } from '../../i18n/locales.ts';
import { caseIndex } from '../../portal/case-index.ts';
import { loadLibrary } from '../../portal/library.ts';
import { activeLocales } from '../../portal/site.ts';

/** What the map and the search for similar places know of all cases. */
export const getStaticPaths = () =>
  activeLocales.map((locale) => ({ params: { locale }, props: { locale } }));

export const GET: APIRoute<{ locale: Locale }> = async ({ props }) =>
  new Response(JSON.stringify(caseIndex(await loadLibrary(), props.locale)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
