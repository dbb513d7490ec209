import type { z } from 'zod';
import { isCost } from '../compare/cases.ts';
import type {
  AnyRecord,
  CaseRecord,
  Labels,
  ModelRecord,
  Naming,
  ProtocolRecord,
  RecordSource,
} from '../compare/record.ts';
import { type Locale, sourceLocale } from '../i18n/locales.ts';
import { type CaseStudy, caseStudy } from '../schemas/case-study.ts';
import { type ManagementModel, managementModel } from '../schemas/management-model.ts';
import { alpha2 } from '../schemas/place.ts';
import { type Protocol, protocol } from '../schemas/protocol.ts';
import { type Localized, localize } from '../schemas/words.ts';
import type { Published } from './formats/published.ts';

/** An entry as the open data have it, with its translations. Nothing of Astro: the build's second process reads it too. */
export interface Translated<Facts> extends Pick<Published<Facts>, 'id' | 'facts'> {
  readonly translations: Readonly<Partial<Record<Locale, { readonly words: Record<string, unknown> }>>>;
}

/** Collections whose entries can be compared. */
export type Compared = 'case-studies' | 'protocols' | 'management-models';

interface FactsOf {
  readonly 'case-studies': CaseStudy;
  readonly protocols: Protocol;
  readonly 'management-models': ManagementModel;
}

/** What an item needs that does not stand in its own record. */
export interface Around {
  /** The sources it cites, in the order of its page. */
  readonly sources: readonly RecordSource[];
  /** Cases that name it. */
  readonly cases: Naming;
}

/** What is compared of an entry, once for all languages. */
export function compareRecord<Name extends Compared>(
  collection: Name,
  entry: Translated<FactsOf[Name]>,
  around: Around,
): AnyRecord {
  const makers: { readonly [Of in Compared]: (entry: Translated<FactsOf[Of]>, around: Around) => AnyRecord } =
    {
      'case-studies': caseRecord,
      protocols: protocolRecord,
      'management-models': modelRecord,
    };
  return makers[collection](entry, around);
}

/** The title of an entry in every language that has it. */
export function titlesOf({ facts, translations }: Translated<{ readonly title: string }>): Labels {
  const titles = Object.entries(translations).flatMap(([locale, { words }]) =>
    typeof words['title'] === 'string' ? [[locale, words['title']] as const] : [],
  );
  return { en: facts.title, ...Object.fromEntries(titles) };
}

function caseRecord(entry: Translated<CaseStudy>, { sources }: Around): CaseRecord {
  const facts = labelled(caseStudy as unknown as z.ZodType<CaseStudy>, entry);
  const { place, area } = facts;
  return {
    ...common(entry, facts, sources),
    place: {
      name: place.name,
      countries: place.countries.map(alpha2),
      point: place.point,
    },
    ecosystems: facts.ecosystems,
    drivers: facts.drivers,
    degradation: facts.degradation ?? [],
    interventions: facts.interventions,
    restoration: facts.restoration,
    started: facts.started,
    ended: facts.ended,
    area,
    models: facts.models ?? [],
    protocols: facts.protocols ?? [],
    policies: facts.policies ?? [],
    outcomes: facts.outcomes
      .filter(({ role, indicator }) => role !== 'context' || isCost(indicator))
      .map(({ method: _, years: __, ...outcome }) => outcome),
  };
}

function protocolRecord(entry: Translated<Protocol>, { sources, cases }: Around): ProtocolRecord {
  const facts = labelled(protocol as unknown as z.ZodType<Protocol>, entry);
  return {
    ...common(entry, facts, sources),
    version: facts.version,
    yields: facts.yields.map(({ id, label, unit, substance }) => ({ id, label, unit, substance })),
    landUses: facts.landUses,
    pools: facts.pools ?? [],
    scale: facts.scale,
    skill: facts.skill,
    cost: facts.cost,
    crew: facts.crew,
    equipment: facts.equipment.map(({ id, item }) => ({ id, item })),
    steps: facts.steps.length,
    checks: facts.checks.map(({ id, check, limit, sources: said }) => ({ id, check, limit, sources: said })),
    uncertainty: facts.uncertainty,
    variants: facts.variants,
    standards: facts.standards ?? [],
    calculators: facts.calculators ?? [],
    cases,
  };
}

function modelRecord(entry: Translated<ManagementModel>, { sources, cases }: Around): ModelRecord {
  const facts = labelled(managementModel as unknown as z.ZodType<ManagementModel>, entry);
  const { interventions, suits, unsuited, timeline, effects, risks, enablers } = facts;
  return {
    ...common(entry, facts, sources),
    ...{ interventions, suits, unsuited, timeline, effects, risks, enablers },
    protocols: facts.protocols ?? [],
    policies: facts.policies ?? [],
    cases,
  };
}

function common(
  { id, facts: { review } }: Translated<CaseStudy | Protocol | ManagementModel>,
  { title, licence }: { readonly title: Labels; readonly licence: string },
  sources: readonly RecordSource[],
) {
  const { state, date, reviewers } = review;
  return {
    ...{ id, title, licence, sources },
    review: { state, date, ...(reviewers && { reviewers: reviewers.map(({ name }) => name) }) },
  };
}

/** A record in which every text stands in all its languages. */
type Labelled<T> = T extends { readonly text: string; readonly lang: Locale }
  ? Labels
  : T extends readonly (infer Item)[]
    ? readonly Labelled<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Labelled<T[Key]> }
      : T;

function labelled<Facts>(
  schema: z.ZodType<Facts>,
  { facts, translations }: Translated<Facts>,
): Labelled<Localized<Facts>> {
  const languages = [
    localize(schema, facts, undefined, sourceLocale, sourceLocale).record,
    ...Object.entries(translations).map(
      ([locale, { words }]) => localize(schema, facts, words, locale as Locale, sourceLocale).record,
    ),
  ];
  return together(languages) as Labelled<Localized<Facts>>;
}

/** Records that differ in the language of their texts only, as one. */
function together(all: readonly unknown[]): unknown {
  const [first] = all;
  if (typeof first !== 'object' || first === null) return first;
  if ('text' in first && 'lang' in first)
    return Object.fromEntries(
      (all as readonly { text: string; lang: string }[]).map(({ lang, text }) => [lang, text]),
    );
  const inEach = (key: string | number) =>
    together(all.map((one) => (one as Record<string | number, unknown>)[key]));
  return Array.isArray(first)
    ? first.map((_, index) => inEach(index))
    : Object.fromEntries(Object.keys(first).map((key) => [key, inEach(key)]));
}
