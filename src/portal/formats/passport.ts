import type { CaseStudy } from '../../schemas/case-study.ts';
import { vocabularies } from '../../schemas/vocabulary.ts';
import { convert } from '../../science/units.ts';
import type { PublishedCase } from './published.ts';

/** A case in the fields of another system, and what is lost on the way. */
interface SystemRecord {
  readonly system: string;
  readonly address: string;
  /** Where the names of the fields were read. */
  readonly fieldsReadIn: string;
  readonly fields: readonly PassportField[];
  /** Fields that the system has or asks for, and that the case cannot fill. */
  readonly missing: readonly { readonly field: string; readonly why: string }[];
  /** Facts of the case that have no home there. */
  readonly lost: readonly LostFact[];
}

interface PassportField {
  readonly field: string;
  readonly value: unknown;
  /** The facts of the case that the value was made from. */
  readonly from: string;
  readonly note?: string;
}

interface LostFact {
  readonly fact: string;
  readonly count?: number;
  readonly why: string;
}

/** Names of institutions by their id. */
export type InstitutionNames = ReadonlyMap<string, string>;

/** The case in the fields of FERM, WOCAT and Restor, with a loss report for each. */
export function passportOf(published: PublishedCase, institutions: InstitutionNames): object {
  const { id, address, revision, facts } = published;
  return {
    case: { id, address, revision, title: facts.title, licence: facts.licence, review: facts.review },
    note: 'A mapping by the portal, made to save typing: nobody has handed it in. Codes come from the vocabularies under /api/vocabularies/; check them against the present form of the system before using them.',
    systems: [ferm(published, institutions), wocat(published), restor(published, institutions)],
  };
}

const year = (date: string | undefined) => (date ? Number(date.slice(0, 4)) : undefined);
const approximate = (date: string) =>
  date.endsWith('~') ? 'The source gives an approximate date.' : undefined;

/** A field with a value; one without is left out. */
function field(name: string, value: unknown, from: string, note?: string): PassportField[] {
  const empty = value === undefined || (Array.isArray(value) && value.length === 0);
  return empty ? [] : [{ field: name, value, from, ...(note ? { note } : {}) }];
}

type Crosswalk = Readonly<Record<string, unknown>>;
const crosswalk = (
  name: 'drivers' | 'interventions' | 'degradation-types' | 'ecosystems',
  id: string,
): Crosswalk => (vocabularies[name].entries[id] as { crosswalk?: Crosswalk } | undefined)?.crosswalk ?? {};

const unique = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((one) => [JSON.stringify(one), one])).values(),
];

function coded(name: 'drivers' | 'interventions', ids: readonly string[]): object[] {
  return unique(
    ids.flatMap((id) => {
      const { ferm: label, fermCode: value } = crosswalk(name, id);
      return value === undefined ? [] : [{ value, label }];
    }),
  );
}

function ferm({ facts, address }: PublishedCase, institutions: InstitutionNames): SystemRecord {
  const restorationTypes = {
    'ecological-restoration': 'Ecological restoration',
    rehabilitation: 'Rehabilitation',
  };
  const { area, restoration } = facts;
  const whole = area?.value;
  return {
    system: 'FERM, Framework for Ecosystem Restoration Monitoring (FAO)',
    address: 'https://fao.org/ecosystem-restoration-monitoring/ferm/en',
    fieldsReadIn: 'https://github.com/sgiaccio/fao-ferm-registry (src/views/project, scripts/menus.js)',
    fields: [
      ...field('project.title', facts.title, 'title'),
      ...field('project.description', facts.summary, 'summary'),
      ...field('project.website', address, 'address of the case'),
      ...field('project.startingYear', year(facts.started), 'started', approximate(facts.started)),
      ...field('project.endingYear', year(facts.ended), 'ended'),
      ...field(
        'project.restorationTypes',
        restoration === 'sustainable-management' ? undefined : [restorationTypes[restoration]],
        'restoration',
      ),
      ...field('project.countries', facts.place.countries, 'place.countries', 'ISO 3166-1 alpha-3.'),
      ...field('project.keywords', facts.interventions, 'interventions'),
      ...field(
        'project.areaUnderRestoration',
        whole === undefined || !area ? undefined : hectares(whole, area.unit),
        'area.value',
        area ? ['In hectares.', area.note].filter(Boolean).join(' ') : undefined,
      ),
      ...field(
        'project.organizations',
        namesOf(facts, institutions),
        'institutions',
        'Named by sources; none has agreed to be listed.',
      ),
      ...field(
        'area.ecosystems',
        unique(facts.ecosystems.flatMap((id) => crosswalk('ecosystems', id)['ferm'] ?? [])),
        'ecosystems',
      ),
      ...field('activities', coded('interventions', facts.interventions), 'interventions'),
      ...field('drivers', coded('drivers', facts.drivers), 'drivers'),
    ],
    missing: [
      { field: 'project.restorationStatus', why: 'The case does not say in which phase FERM would see it.' },
      { field: 'project.objectives', why: 'Aims are told in the text, not recorded as facts.' },
      { field: 'project.tenureStatuses', why: 'Not recorded.' },
      { field: 'project.pointsOfContact', why: 'The portal publishes no contacts.' },
      { field: 'area (polygon)', why: 'The case has one point, not the outline of the land.' },
      { field: 'contributionToSdg', why: 'Not recorded.' },
      ...unmapped('activities', 'interventions', facts.interventions),
      ...(restoration === 'sustainable-management'
        ? [{ field: 'project.restorationTypes', why: 'FERM has no type for sustainable management.' }]
        : []),
    ],
    lost: [
      ...lostOutcomes(
        facts,
        'FERM monitors values by SDG indicator and year: interval, spread, n, depth, comparison and design have no field.',
      ),
      ...lostLinks(facts),
      ...lostPoint(facts, 'FERM takes areas, not points.'),
      ...lostDegradation(facts),
      ...lostAreaRange(facts),
    ],
  };
}

function wocat({ facts, address }: PublishedCase): SystemRecord {
  const practices = facts.interventions.map(
    (id) => crosswalk('interventions', id)['wocat'] as { measures?: string[]; group?: string } | undefined,
  );
  const square = facts.area?.value;
  return {
    system: 'WOCAT, Global Database on Sustainable Land Management (Technologies)',
    address: 'https://wocat.net/',
    fieldsReadIn:
      'https://github.com/CDE-UNIBE/qcat (details of a questionnaire as its interface gives them)',
    fields: [
      ...field('tech__1__1.qg_name.name', facts.title, 'title'),
      ...field(
        'tech__1__1.qg_location.country',
        facts.place.countries,
        'place.countries',
        'WOCAT takes one country a questionnaire, by name.',
      ),
      ...field(
        'tech__1__1.qg_location.state_province',
        facts.place.subdivisions,
        'place.subdivisions',
        'ISO 3166-2.',
      ),
      ...field('tech__1__1.qg_location.further_location', facts.place.name, 'place.name'),
      ...field('tech__2__1.tech_qg_1.tech_definition', facts.summary, 'summary'),
      ...field(
        'tech__2__6.tech_qg_160.tech_implementation_year',
        year(facts.started),
        'started',
        approximate(facts.started),
      ),
      ...field(
        'tech__3__4.tech_qg_20.tech_slm_group',
        unique(practices.flatMap((one) => one?.group ?? [])),
        'interventions',
      ),
      ...field(
        'tech_spread_area_precise',
        square === undefined || !facts.area
          ? undefined
          : Number((hectares(square, facts.area.unit) / 100).toPrecision(12)),
        'area.value',
        'In square kilometres; the group of questions of this field was not read.',
      ),
      ...field(
        'tech__3__6 (codes of measures)',
        unique(practices.flatMap((one) => one?.measures ?? [])),
        'interventions',
      ),
      ...field(
        'tech__3__7.tech_qg_27.tech_degradation',
        unique((facts.degradation ?? []).flatMap((id) => crosswalk('degradation-types', id)['wocat'] ?? [])),
        'degradation',
      ),
      ...field('tech__7 (references)', [address], 'address of the case'),
    ],
    missing: [
      { field: 'tech__1__2 (resource persons)', why: 'The portal publishes no contacts.' },
      {
        field: 'tech__4 (technical drawing, inputs and costs)',
        why: 'Costs are outcomes here, not activities with inputs and prices.',
      },
      {
        field: 'tech__5 (environment and land users)',
        why: 'Climate, soil and land users are told in the text, not recorded as facts.',
      },
      {
        field: 'tech__6 (impacts on seven steps)',
        why: 'Measured figures are not turned into steps: that would be a judgement of ours.',
      },
      ...(facts.degradation
        ? []
        : [
            {
              field: 'tech__3__7.tech_qg_27.tech_degradation',
              why: 'The case records drivers, not types of degradation.',
            },
          ]),
    ],
    lost: [
      ...lostOutcomes(
        facts,
        'WOCAT records impacts as judgements on seven steps: figures, units, intervals, n, depth and design have no field of their own.',
      ),
      {
        fact: 'drivers',
        count: facts.drivers.length,
        why: 'WOCAT asks for types of degradation; drivers belong to comments.',
      },
      { fact: 'restoration', why: 'WOCAT does not distinguish restoration from rehabilitation.' },
      ...lostLinks(facts),
      ...lostPoint(facts, 'The basis of the point and its blur have no field.'),
      ...lostAreaRange(facts),
    ],
  };
}

function restor({ facts, address }: PublishedCase, institutions: InstitutionNames): SystemRecord {
  const types = unique(facts.interventions.flatMap((id) => crosswalk('interventions', id)['restor'] ?? []));
  return {
    system: 'Restor',
    address: 'https://restor.eco/',
    fieldsReadIn:
      'https://intercom.help/restor/en/articles/11769861-understanding-site-types-and-intervention-types-on-restor',
    fields: [
      ...field('Site Name', facts.title, 'title'),
      ...field('Description', `${facts.summary} ${address}`, 'summary and address of the case'),
      ...field(
        'Site Type',
        facts.restoration === 'sustainable-management' ? 'SUSTAINABLE LAND MANAGEMENT' : 'RESTORATION',
        'restoration',
      ),
      ...field('Intervention Start Date', year(facts.started), 'started', approximate(facts.started)),
      ...field('Intervention Type', types, 'interventions'),
      ...field(
        'Site Management',
        namesOf(facts, institutions),
        'institutions',
        'Named by sources; the case does not say which of them manages the site.',
      ),
    ],
    missing: [
      { field: 'Site Status', why: 'Not recorded in the terms of Restor.' },
      { field: 'Pre-Intervention Land Use', why: 'Told in the text, not recorded as a fact.' },
      { field: 'Post-Intervention Land Cover', why: 'Told in the text, not recorded as a fact.' },
      { field: 'Support Sought', why: 'The portal seeks nothing on behalf of a case.' },
      { field: 'Ownership Status', why: 'Not recorded.' },
      { field: 'site polygon', why: 'The case has one point, not the outline of the land.' },
      ...facts.interventions
        .filter((id) => crosswalk('interventions', id)['restor'] === undefined)
        .map((id) => ({ field: 'Intervention Type', why: `No type of Restor was found for ${id}.` })),
    ],
    lost: [
      ...lostOutcomes(
        facts,
        'Restor shows its own remote-sensing figures for a polygon; measured outcomes have no field.',
      ),
      { fact: 'ecosystems', count: facts.ecosystems.length, why: 'Not a field of the site profile.' },
      { fact: 'drivers', count: facts.drivers.length, why: 'Not a field of the site profile.' },
      ...lostLinks(facts),
      ...lostPoint(facts, 'Sites are polygons.'),
      ...lostDegradation(facts),
      ...(facts.area ? [{ fact: 'area', why: 'Restor computes the area from the polygon.' }] : []),
      ...(facts.ended ? [{ fact: 'ended', why: 'Not a field of the site profile.' }] : []),
    ],
  };
}

function hectares(value: number, unit: string): number {
  return Number(convert(value, unit, 'har').toPrecision(12));
}

function namesOf(facts: CaseStudy, institutions: InstitutionNames): string[] {
  return (facts.institutions ?? []).map((id) => institutions.get(id) ?? id);
}

function unmapped(target: string, name: 'interventions', ids: readonly string[]) {
  return ids
    .filter((id) => crosswalk(name, id)['fermCode'] === undefined)
    .map((id) => ({ field: target, why: `No entry of FERM was found for ${id}.` }));
}

function lostOutcomes({ outcomes }: CaseStudy, why: string): LostFact[] {
  return outcomes.length > 0 ? [{ fact: 'outcomes', count: outcomes.length, why }] : [];
}

function lostLinks({ sources, models, protocols, policies }: CaseStudy): LostFact[] {
  const links = [...(models ?? []), ...(protocols ?? []), ...(policies ?? [])].length;
  return [
    {
      fact: 'sources',
      count: sources.length,
      why: 'Citations stand beside single facts here; there they are one list at most.',
    },
    ...(links > 0
      ? [
          {
            fact: 'models, protocols, policies',
            count: links,
            why: 'Links into the portal have no counterpart.',
          },
        ]
      : []),
  ];
}

function lostPoint({ place }: CaseStudy, why: string): LostFact[] {
  return [{ fact: place.point.blurred === undefined ? 'place.point' : 'place.point and its blur', why }];
}

function lostDegradation({ degradation }: CaseStudy): LostFact[] {
  return degradation
    ? [{ fact: 'degradation', count: degradation.length, why: 'Types of degradation are those of WOCAT.' }]
    : [];
}

function lostAreaRange({ area }: CaseStudy): LostFact[] {
  return area && (area.low !== undefined || area.qualifier !== undefined)
    ? [{ fact: 'area: range and qualifier', why: 'The area is one plain number there.' }]
    : [];
}
