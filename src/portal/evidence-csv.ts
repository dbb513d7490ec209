import { writeCsv } from '../csv/write.ts';
import { sourceLocale } from '../i18n/locales.ts';
import type { CaseStudy } from '../schemas/case-study.ts';
import type { Outcome } from '../schemas/outcome.ts';
import { isFigured } from './evidence.ts';
import type { Entry, Library } from './library.ts';
import { outcomeColumns } from './outcomes-csv.ts';
import { pathOf } from './paths.ts';
import { absolute, href } from './site.ts';

/** An effect as a row of open data: the outcome as its record holds it, and the case it belongs to. */
interface EffectFacts {
  readonly entry: Entry<'case-studies'>;
  readonly outcome: Outcome;
}

const caseColumns: Readonly<Record<string, (facts: CaseStudy) => string | number>> = {
  countries_iso3166: ({ place }) => place.countries.join('; '),
  latitude: ({ place }) => place.point.lat,
  longitude: ({ place }) => place.point.lon,
  started: ({ started }) => started,
};

/** Files of effects: all together, and one for each indicator that has any. */
export function evidenceFiles(library: Library): string[] {
  return ['effects', ...new Set(effectFacts(library).map(({ outcome }) => outcome.indicator))].sort();
}

/** The effects of one file as CSV: the columns of a case's outcomes after those of the case. */
export function evidenceCsv(library: Library, file: string): string {
  const rows = effectFacts(library)
    .filter(({ outcome }) => file === 'effects' || outcome.indicator === file)
    .map(({ entry, outcome }) => [
      entry.slug,
      addressOf(entry, outcome),
      ...Object.values(caseColumns).map((column) => column(entry.facts)),
      ...Object.values(outcomeColumns).map((column) =>
        column(outcome, (key) => library.source(entry, key)?.DOI),
      ),
    ]);
  return writeCsv([
    ['case', 'address', ...Object.keys(caseColumns), ...Object.keys(outcomeColumns)],
    ...rows,
  ]);
}

/** The same effects for the API. */
export function evidenceRecords(library: Library): object[] {
  return effectFacts(library).map(({ entry, outcome }) => ({
    case: entry.slug,
    address: addressOf(entry, outcome),
    outcome,
  }));
}

function effectFacts(library: Library): EffectFacts[] {
  return library
    .all('case-studies')
    .flatMap((entry) => entry.facts.outcomes.filter(isFigured).map((outcome) => ({ entry, outcome })));
}

function addressOf(entry: Entry<'case-studies'>, { id }: Outcome): string {
  return `${absolute(href(sourceLocale, pathOf(entry as Entry)))}#outcome-${id}`;
}
