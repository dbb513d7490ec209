import type { Locale } from '../i18n/locales.ts';
import type { Collection } from '../schemas/shared.ts';
import { cacheKey } from './cache-key.ts';
import { isOf } from './is-of.ts';
import { type Entry, type Library, loadLibrary } from './library.ts';
import { pathOf } from './paths.ts';
import { sameModels } from './same-model.ts';
import { activeLocales, localeParam } from './site.ts';
import { titleOf } from './view.ts';

/** Collections every page may quote from: a change in one of them draws all pages anew. */
const quotedEverywhere: readonly Collection[] = ['protocols', 'calculators', 'glossary', 'references'];

/** `getStaticPaths` of a collection's item pages. The cache key covers all that a page shows. */
export async function itemPaths<Name extends Collection>(name: Name) {
  const library = await loadLibrary();
  const quoted = cacheKey(
    quotedEverywhere.flatMap((collection) => library.all(collection).map((entry) => entry.digest)),
  );
  return library.all(name).flatMap((entry) => {
    const key = cacheKey([
      quoted,
      entry.digest,
      ...library.linked(entry as Entry).map((other) => other.digest),
      ...comparedWith(library, entry as Entry).map((other) => other.digest),
      ...pooledIn(library, name).map((set) => set.digest),
    ]);
    return activeLocales.map((locale) => ({
      params: { locale: localeParam(locale), slug: entry.slug },
      props: { slug: entry.slug, locale } satisfies ItemProps,
      cacheKey: `${locale}-${key}`,
    }));
  });
}

/** The cases that a case page sets beside its own. */
function comparedWith(library: Library, entry: Entry): readonly Entry[] {
  if (!isOf(entry, 'case-studies')) return [];
  return sameModels(library, entry).flatMap(({ cases }) => cases as readonly Entry[]);
}

/** The data sets whose rows a model's page pools. */
function pooledIn(library: Library, name: Collection): readonly Entry<'evidence'>[] {
  return name === 'management-models' ? library.all('evidence') : [];
}

/** `getStaticPaths` of the page that lists a whole collection with what cites each entry. */
export async function wholePaths(name: 'glossary' | 'references') {
  const library = await loadLibrary();
  const entries = library.all(name);
  return activeLocales.map((locale) => {
    const titles = entries.flatMap((entry) =>
      library.citing(entry.slug).map((other) => pathOf(other) + titleOf(other, locale).text),
    );
    return {
      params: { locale: localeParam(locale) },
      props: { locale },
      cacheKey: cacheKey([
        locale,
        ...library.all('references').map((entry) => entry.digest),
        ...entries.map((entry) => entry.digest),
        ...titles,
      ]),
    };
  });
}

export interface ItemProps {
  readonly slug: string;
  readonly locale: Locale;
}

/** The library and one entry of it, for an item page. */
export async function openItem<Name extends Collection>(
  name: Name,
  slug: string,
): Promise<{ library: Library; entry: Entry<Name> }> {
  const library = await loadLibrary();
  const entry = library.get(name, slug);
  if (!entry) throw new Error(`content/${name}/${slug} does not exist`);
  return { library, entry };
}
