import type { Locale } from '../i18n/locales.ts';
import { loadLibrary } from './library.ts';
import { inListOrder } from './list-order.ts';
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

/** A list of more entries is narrowed by the search: a browser is not asked to fetch thousands of rows. */
export const mostInBrowser = 300;

/** What each list can be ordered by, its own order first; a minus begins with the most. Keys name row cells. */
export const listOrders = {
  'case-studies': ['years', 'title', '-effects'],
  protocols: ['title', 'cost', 'skill'],
  'management-models': ['title', '-case-studies'],
  'policy-options': ['title', '-case-studies'],
  calculators: ['title'],
  institutions: ['title', 'kind', 'country', '-case-studies'],
} as const satisfies Readonly<Record<Listed, readonly string[]>>;

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
  return listed.flatMap((collection) =>
    activeLocales.flatMap((locale) => {
      const entries = inListOrder(library, collection, locale);
      const pages = Math.max(1, Math.ceil(entries.length / perPage));
      return Array.from({ length: pages }, (_, index) => index + 1).map((page) => ({
        params: { locale: localeParam(locale), collection, page: page === 1 ? undefined : `page/${page}` },
        props: {
          locale,
          collection,
          page,
          pages,
          total: entries.length,
          slugs: entries.slice((page - 1) * perPage, page * perPage).map(({ slug }) => slug),
        } satisfies ListProps,
      }));
    }),
  );
}
