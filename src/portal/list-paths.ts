import type { Locale } from '../i18n/locales.ts';
import { cacheKey } from './cache-key.ts';
import { type Entry, type Library, loadLibrary } from './library.ts';
import { listFacets } from './list-facets.ts';
import { inListOrder } from './list-order.ts';
import { activeLocales, localeParam } from './site.ts';

/** Collections with a list of their own; terms and references stand on one page each. */
export const listed = [
  'case-studies',
  'protocols',
  'management-models',
  'policy-options',
  'learning-paths',
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
  'learning-paths': ['order', 'minutes', 'title'],
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

const made = new WeakMap<Library, ReturnType<typeof pathsOf>>();

/** Pages of every list in every language; no page carries a whole collection once it is large. */
export async function listPaths() {
  const library = await loadLibrary();
  const paths = made.get(library) ?? pathsOf(library);
  made.set(library, paths);
  return paths;
}

function pathsOf(library: Library) {
  return listed.flatMap((collection) =>
    activeLocales.flatMap((locale) => {
      const entries = inListOrder(library, collection, locale);
      const total = entries.length;
      const pages = Math.max(1, Math.ceil(total / perPage));
      const facets = JSON.stringify(listFacets(library, collection, locale));
      return Array.from({ length: pages }, (_, index) => index + 1).map((page) => {
        const shown = entries.slice((page - 1) * perPage, page * perPage) as readonly Entry[];
        const slugs = shown.map(({ slug }) => slug);
        const props = { locale, collection, page, pages, total, slugs } satisfies ListProps;
        const digests = shown.flatMap((entry) =>
          [entry, ...library.linked(entry)].map(({ digest }) => digest),
        );
        return {
          params: { locale: localeParam(locale), collection, page: page === 1 ? undefined : `page/${page}` },
          props,
          cacheKey: cacheKey([JSON.stringify(props), facets, ...digests]),
        };
      });
    }),
  );
}
