import { type Locale, localeFacts } from '../i18n/locales.ts';
import type { Entry, Library } from './library.ts';
import type { Listed } from './list-paths.ts';
import { titleOf } from './view.ts';

/** Cases by the year they began, learning paths by their place, everything else by its title in the language. */
export function inListOrder<Name extends Listed>(
  library: Library,
  collection: Name,
  locale: Locale,
): readonly Entry<Name>[] {
  const entries = library.all(collection);
  const { compare } = new Intl.Collator(localeFacts[locale].format, { numeric: true });
  const keyed = entries.map((entry) => ({
    entry,
    place: placeOf(entry.facts),
    title: titleOf(entry as Entry, locale).text,
  }));
  keyed.sort(
    (a, b) => a.place - b.place || compare(a.title, b.title) || (a.entry.slug < b.entry.slug ? -1 : 1),
  );
  return keyed.map(({ entry }) => entry);
}

function placeOf(facts: object): number {
  if ('started' in facts) return Number(String(facts.started).slice(0, 4));
  return 'order' in facts ? Number(facts.order) : 0;
}
