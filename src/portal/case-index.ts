import { ecosystemTypes } from '../charts/ecosystem.ts';
import type { CaseIndex } from '../explore/case-index.ts';
import type { Locale } from '../i18n/locales.ts';
import { caseRow } from './case-row.ts';
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
  };
}
