import type { LinkedCase } from '../charts/world.ts';
import { countryName } from '../i18n/format.ts';
import { type Locale, localeFacts } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import { alpha2 } from '../schemas/place.ts';
import { ecosystemOf, effectsOf } from './case-span.ts';
import type { Entry } from './library.ts';
import { pathOf } from './paths.ts';
import { href } from './site.ts';
import { titleOf } from './view.ts';

type Case = Entry<'case-studies'>;

/** One point a case. */
export function casePlaces(cases: readonly Case[], locale: Locale): LinkedCase[] {
  return cases.map((entry) => ({
    ...positionOf(entry),
    title: titleOf(entry as Entry, locale).text,
    href: href(locale, pathOf(entry as Entry)),
    key: entry.slug,
  }));
}

/** A country on a map that could not name every case. */
export interface CountryPlace extends LinkedCase {
  readonly name: string;
  readonly count: number;
}

/** One point a country, at the case in its middle, that leads to the search among its cases; by name. */
export function countryPlaces(cases: readonly Case[], locale: Locale): CountryPlace[] {
  const t = translator(locale);
  const groups = new Map<string, Case[]>();
  for (const entry of cases)
    for (const code of entry.facts.place.countries) {
      const group = groups.get(code);
      if (group) group.push(entry);
      else groups.set(code, [entry]);
    }
  const places = [...groups].flatMap(([code, group]) => {
    const byLongitude = group.toSorted((a, b) => a.facts.place.point.lon - b.facts.place.point.lon);
    const middle = byLongitude[Math.floor(group.length / 2)];
    if (!middle) return [];
    const name = countryName(alpha2(code), locale);
    return [
      {
        ...positionOf(middle),
        ecosystem: 'other' as const,
        effects: group.reduce((sum, { facts }) => sum + effectsOf(facts), 0),
        title: `${name} · ${t('count.case-studies', { count: group.length })}`,
        href: `${href(locale, '/search/')}?type=case-studies&country=${code}`,
        key: code,
        name,
        count: group.length,
      },
    ];
  });
  const { compare } = new Intl.Collator(localeFacts[locale].format);
  return places.sort((a, b) => compare(a.name, b.name));
}

function positionOf({ facts }: Case) {
  const { lat, lon } = facts.place.point;
  return { latitude: lat, longitude: lon, ecosystem: ecosystemOf(facts), effects: effectsOf(facts) };
}
