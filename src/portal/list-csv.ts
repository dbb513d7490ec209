import { calculatorIds, loadCalculator } from '../calculators/load.ts';
import { writeCsv } from '../csv/write.ts';
import { sourceLocale } from '../i18n/locales.ts';
import type { CaseStudy } from '../schemas/case-study.ts';
import { minutesOf } from '../schemas/learning-path.ts';
import { convert } from '../science/units.ts';
import { ecosystemOf, spanOf } from './case-span.ts';
import type { Entry, Library } from './library.ts';
import type { Listed } from './list-paths.ts';
import { pathOf } from './paths.ts';
import { absolute, href } from './site.ts';
import { titleOf } from './view.ts';

type Cell = string | number | undefined;
type Columns<Name extends Listed> = Readonly<Record<string, (entry: Entry<Name>, library: Library) => Cell>>;

/** Ids in one cell; spreadsheets take a comma for a new column more often than a semicolon. */
const together = (ids: readonly string[] | undefined) => ids?.join('; ');

const ids = { id: ({ slug }: Entry<Listed>) => slug } as const;
const address = {
  title_en: (entry: Entry<Listed>) => titleOf(entry as Entry, sourceLocale).text,
  address: (entry: Entry<Listed>) => absolute(href(sourceLocale, pathOf(entry as Entry))),
} as const;

type Reviewed = Entry<Exclude<Listed, 'institutions'>>;
const state = {
  review: ({ facts }: Reviewed) => facts.review.state,
  review_date: ({ facts }: Reviewed) => facts.review.date,
  licence: ({ facts }: Reviewed) => facts.licence,
  revision: ({ revision }: Reviewed) => revision,
} as const;

/** Hectares, with no digit that the conversion alone has made. */
const hectares = (pick: 'value' | 'low' | 'high') => (entry: Entry<'case-studies'>) => {
  const { area } = entry.facts;
  const value = area?.[pick];
  return area && value !== undefined ? Number(convert(value, area.unit, 'har').toPrecision(12)) : undefined;
};

const outcomesOf = (role: CaseStudy['outcomes'][number]['role']) => (entry: Entry<'case-studies'>) =>
  entry.facts.outcomes.filter((outcome) => outcome.role === role && outcome.confirmed !== false).length;

const linked = (to: Listed) => (entry: Entry<Listed>, library: Library) =>
  together(
    library
      .linked(entry as Entry)
      .filter(({ collection }) => collection === to)
      .map(({ slug }) => slug),
  );

const caseColumns: Columns<'case-studies'> = {
  ...ids,
  ...address,
  countries_iso3166: ({ facts }) => together(facts.place.countries),
  subdivisions_iso3166: ({ facts }) => together(facts.place.subdivisions),
  latitude_deg: ({ facts }) => facts.place.point.lat,
  longitude_deg: ({ facts }) => facts.place.point.lon,
  position_basis: ({ facts }) => facts.place.point.basis,
  position_blurred_km: ({ facts }) => facts.place.point.blurred,
  start_year: ({ facts }) => spanOf(facts).start,
  start_approximate: ({ facts }) => String(spanOf(facts).approximate),
  end_year: ({ facts }) => spanOf(facts).end,
  ecosystem_type: ({ facts }) => ecosystemOf(facts),
  ecosystems_iucn_get: ({ facts }) => together(facts.ecosystems),
  drivers: ({ facts }) => together(facts.drivers),
  interventions: ({ facts }) => together(facts.interventions),
  restoration: ({ facts }) => facts.restoration,
  area_qualifier: ({ facts }) => facts.area?.qualifier,
  area_ha: hectares('value'),
  area_low_ha: hectares('low'),
  area_high_ha: hectares('high'),
  effects_count: outcomesOf('effect'),
  outputs_count: outcomesOf('output'),
  context_count: outcomesOf('context'),
  models: ({ facts }) => together(facts.models),
  protocols: ({ facts }) => together(facts.protocols),
  policies: ({ facts }) => together(facts.policies),
  institutions: ({ facts }) => together(facts.institutions),
  ...state,
};

const protocolColumns: Columns<'protocols'> = {
  ...ids,
  ...address,
  version: ({ facts }) => facts.version,
  yields: ({ facts }) => together(facts.yields.map(({ id }) => id)),
  yields_unit_ucum: ({ facts }) => together(facts.yields.map(({ unit }) => unit)),
  yields_substance: ({ facts }) => together(facts.yields.map(({ substance = '–' }) => substance)),
  land_uses: ({ facts }) => together(facts.landUses),
  pools: ({ facts }) => together(facts.pools),
  scale_en: ({ facts }) => facts.scale,
  skill: ({ facts }) => facts.skill,
  cost: ({ facts }) => facts.cost,
  steps_count: ({ facts }) => facts.steps.length,
  calculators: ({ facts }) => together(facts.calculators),
  cases: linked('case-studies'),
  ...state,
};

const modelColumns: Columns<'management-models'> = {
  ...ids,
  ...address,
  interventions: ({ facts }) => together(facts.interventions),
  protocols: ({ facts }) => together(facts.protocols),
  policies: ({ facts }) => together(facts.policies),
  cases: linked('case-studies'),
  ...state,
};

const policyColumns: Columns<'policy-options'> = {
  ...ids,
  ...address,
  evidence_for_count: ({ facts }) => facts.evidence.filter(({ direction }) => direction === 'for').length,
  evidence_against_count: ({ facts }) =>
    facts.evidence.filter(({ direction }) => direction === 'against').length,
  evidence_mixed_count: ({ facts }) => facts.evidence.filter(({ direction }) => direction === 'mixed').length,
  models: linked('management-models'),
  cases: linked('case-studies'),
  ...state,
};

const pathColumns: Columns<'learning-paths'> = {
  ...ids,
  ...address,
  order: ({ facts }) => facts.order,
  steps_count: ({ facts }) => facts.steps.length,
  time_min: ({ facts }) => minutesOf(facts),
  calculator: ({ facts }) => facts.exercise.calculator,
  protocols: linked('protocols'),
  cases: linked('case-studies'),
  ...state,
};

const institutionColumns: Columns<'institutions'> = {
  ...ids,
  name: ({ facts }) => facts.name,
  address: address.address,
  kind: ({ facts }) => facts.kind,
  country_iso3166: ({ facts }) => facts.country,
  ror: ({ facts }) => facts.ror,
  website: ({ facts }) => facts.website,
  cases: linked('case-studies'),
  protocols: linked('protocols'),
};

/** Columns that need the definition of the calculator, which is loaded when it is asked for. */
async function calculatorColumns(): Promise<Columns<'calculators'>> {
  const calculators = new Map(
    await Promise.all(calculatorIds.map(async (id) => [id as string, await loadCalculator(id)] as const)),
  );
  const outputs = (slug: string) =>
    Object.entries(calculators.get(slug)?.outputs ?? {}).flatMap(([name, output]) =>
      output.kind === 'figure' ? [{ name, unit: output.unit }] : [],
    );
  return {
    ...ids,
    ...address,
    version: ({ slug }) => calculators.get(slug)?.version,
    inputs: ({ slug }) => together(Object.keys(calculators.get(slug)?.fields ?? {})),
    outputs: ({ slug }) => together(outputs(slug).map(({ name }) => name)),
    outputs_unit_ucum: ({ slug }) => together(outputs(slug).map(({ unit }) => unit)),
    protocols: ({ facts }) => together(facts.protocols),
    ...state,
  };
}

const writers: Readonly<Record<Listed, (library: Library) => string | Promise<string>>> = {
  'case-studies': (library) => csvOf(library, 'case-studies', caseColumns),
  protocols: (library) => csvOf(library, 'protocols', protocolColumns),
  'management-models': (library) => csvOf(library, 'management-models', modelColumns),
  'policy-options': (library) => csvOf(library, 'policy-options', policyColumns),
  'learning-paths': (library) => csvOf(library, 'learning-paths', pathColumns),
  calculators: async (library) => csvOf(library, 'calculators', await calculatorColumns()),
  institutions: (library) => csvOf(library, 'institutions', institutionColumns),
};

/** The facts of a list as CSV: the same file for every language, one row an entry, units in the heads. */
export async function listCsv(library: Library, collection: Listed): Promise<string> {
  return writers[collection](library);
}

function csvOf<Name extends Listed>(library: Library, collection: Name, columns: Columns<Name>): string {
  const rows = library
    .all(collection)
    .map((entry) => Object.values(columns).map((column) => column(entry, library)));
  return writeCsv([Object.keys(columns), ...rows]);
}
