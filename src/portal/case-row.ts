import { type EcosystemType, ecosystemTypes } from '../charts/ecosystem.ts';
import { countryName, formatQuantity, listOf } from '../i18n/format.ts';
import type { Locale, Text } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import type { CaseStudy } from '../schemas/case-study.ts';
import { alpha2 } from '../schemas/place.ts';
import { labelOf, vocabularies } from '../schemas/vocabulary.ts';
import { type CaseSpan, isEffect, spanOf } from './case-span.ts';
import type { Entry } from './library.ts';
import { printedUnit } from './units.ts';
import { titleOf, viewOf } from './view.ts';

/** A case in a list: what tells it from the others, and one thing that was found. */
export interface CaseRow {
  readonly title: Text;
  readonly countries: string;
  readonly years: string;
  readonly span: CaseSpan;
  /** The types of its ecosystems, the main one first and with its code. */
  readonly ecosystems: readonly RowEcosystem[];
  readonly finding: Finding;
}

export interface RowEcosystem {
  readonly type: EcosystemType;
  readonly label: Text;
  readonly code?: string | undefined;
}

export interface Finding {
  /** The number; left out where the source gives words only. */
  readonly number?: string;
  /** The number with the one it stands against, in words. */
  readonly against?: string;
  /** HTML. */
  readonly unit?: string;
  readonly text: readonly Text[];
}

export function caseRow(entry: Entry<'case-studies'>, locale: Locale): CaseRow {
  const { facts } = entry;
  const span = spanOf(facts);
  return {
    title: titleOf(entry as Entry, locale),
    countries: listOf(
      facts.place.countries.map((code) => countryName(alpha2(code), locale)),
      locale,
    ),
    years: yearsOf(span, locale),
    span,
    ecosystems: ecosystemsOf(facts, span.ecosystem, locale),
    finding: findingOf(entry, locale),
  };
}

function ecosystemsOf({ ecosystems }: CaseStudy, main: EcosystemType, locale: Locale): RowEcosystem[] {
  const { entries, types } = vocabularies.ecosystems;
  const found = ecosystems.map((code) => entries[code]?.type);
  const present = [main, ...ecosystemTypes.filter((type) => type !== main && found.includes(type))];
  return present.map((type, index) => ({
    type,
    label: labelOf(types[type], type, locale),
    code: index === 0 ? ecosystems[0] : undefined,
  }));
}

function yearsOf({ start, end, approximate }: CaseSpan, locale: Locale): string {
  const t = translator(locale);
  if (end === undefined) return t(approximate ? 'list.since.about' : 'list.since', { year: String(start) });
  const years = { from: String(start), to: String(end) };
  return t(approximate ? 'list.span.about' : 'list.span', years);
}

/** The first effect of the record, which its authors put first; without one, what was done on the land. */
function findingOf(entry: Entry<'case-studies'>, locale: Locale): Finding {
  const { record } = viewOf(entry, locale);
  const effects = record.outcomes.filter(isEffect);
  const effect = effects.find(({ value, low }) => value !== undefined || low !== undefined) ?? effects[0];
  if (!effect) {
    const { interventions } = vocabularies;
    return { text: entry.facts.interventions.map((id) => labelOf(interventions.entries[id], id, locale)) };
  }
  const value = formatQuantity(effect, locale, effect.kind !== 'absolute');
  if (value === '') return { text: [effect.finding ?? effect.label] };
  const other = effect.comparison ? formatQuantity(effect.comparison, locale) : '';
  return {
    ...(other === '' ? { number: value } : { against: translator(locale)('list.against', { value, other }) }),
    unit: printedUnit(effect.unit, effect.substance, locale),
    text: [effect.label],
  };
}
