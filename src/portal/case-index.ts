import { ecosystemTypes } from '../charts/ecosystem.ts';
import type { CaseIndex } from '../explore/case-index.ts';
import { climates, climatesNamed } from '../explore/climate.ts';
import type { Locale } from '../i18n/locales.ts';
import type { CaseStudy } from '../schemas/case-study.ts';
import { vocabularies } from '../schemas/vocabulary.ts';
import { caseRow } from './case-row.ts';
import { isEffect } from './case-span.ts';
import type { Library } from './library.ts';
import { mapFacets, mapValues } from './list-facets.ts';
import { inListOrder } from './list-order.ts';

/** All cases as columns, for those who look for cases in the browser. */
export function caseIndex(library: Library, locale: Locale): CaseIndex {
  const cases = inListOrder(library, 'case-studies', locale);
  const rows = cases.map((entry) => caseRow(entry, locale));
  const values = cases.map(mapValues);
  return {
    keys: cases.map(({ slug }) => slug),
    titles: rows.map(({ title }) => title.text),
    english: rows.flatMap(({ title }, at) => (title.lang === locale ? [] : [at])),
    longitude: cases.map(({ facts }) => facts.place.point.lon),
    latitude: cases.map(({ facts }) => facts.place.point.lat),
    type: rows.map(({ span }) => ecosystemTypes.indexOf(span.ecosystem)),
    where: rows.map(({ countries }) => countries),
    when: rows.map(({ years }) => years),
    effects: rows.map(({ span }) => span.effects),
    facets: mapFacets(library, locale).map(({ name, options }) => {
      const ids = options.map(({ value }) => value);
      return {
        name,
        values: ids,
        labels: options.map(({ label }) => label.text),
        of: values.map((own) => (own[name] ?? []).map((id) => ids.indexOf(id))),
      };
    }),
    climates: cases.map(({ facts }) => climatesOf(facts)),
    aims: cases.map(({ facts }) => themesOf(facts)),
    themes,
  };
}

const themes = Object.keys(vocabularies.indicators.themes);

function climatesOf({ ecosystems }: CaseStudy): number[] {
  const { entries, biomes } = vocabularies.ecosystems;
  const named = ecosystems.flatMap((code) => {
    const { label, biome = '' } = entries[code] ?? {};
    return climatesNamed(label?.en ?? '', biomes[biome]?.label.en ?? '');
  });
  return climates.flatMap((climate, at) => (named.includes(climate) ? [at] : []));
}

function themesOf({ outcomes }: CaseStudy): number[] {
  const found = outcomes
    .filter(isEffect)
    .map(({ indicator }) => vocabularies.indicators.entries[indicator]?.theme);
  return themes.flatMap((theme, at) => (found.includes(theme) ? [at] : []));
}
