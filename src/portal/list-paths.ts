import type { Locale } from '../i18n/locales.ts';
import { type Entry, loadLibrary } from './library.ts';
import { activeLocales, localeParam } from './site.ts';

/** Collections with a list of their own; terms and references stand on one page each. */
export const listed = [
  'case-studies',
  'protocols',
  'management-models',
  'policy-options',
  'calculators',
  'institutions',
] as const;
export type Listed = (typeof listed)[number];

const perPage = 48;

export interface ListProps {
  readonly locale: Locale;
  readonly collection: Listed;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly slugs: readonly string[];
}

/** Pages of every list in every language; no page carries a whole collection once it is large. */
export async function listPaths() {
  const library = await loadLibrary();
  return listed.flatMap((collection) => {
    const entries = [...library.all(collection)].sort(inListOrder);
    const pages = Math.max(1, Math.ceil(entries.length / perPage));
    return Array.from({ length: pages }, (_, index) => index + 1).flatMap((page) => {
      const shown = entries.slice((page - 1) * perPage, page * perPage);
      return activeLocales.map((locale) => ({
        params: { locale: localeParam(locale), collection, page: page === 1 ? undefined : `page/${page}` },
        props: {
          locale,
          collection,
          page,
          pages,
          total: entries.length,
          slugs: shown.map(({ slug }) => slug),
        } satisfies ListProps,
      }));
    });
  });
}

/** Cases by the year they began, everything else by name of its folder. */
function inListOrder(a: Entry, b: Entry): number {
  const year = (entry: Entry) => ('started' in entry.facts ? entry.facts.started : '');
  return year(a) < year(b) ? -1 : year(a) > year(b) ? 1 : a.slug < b.slug ? -1 : 1;
}
