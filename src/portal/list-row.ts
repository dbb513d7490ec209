import type { SingleField } from '../calculators/fields.ts';
import { isCalculatorId, loadCalculator } from '../calculators/load.ts';
import { sayText } from '../calculators/say.ts';
import { wordsOf } from '../calculators/words.ts';
import { countryName, formatMinutes } from '../i18n/format.ts';
import { type Locale, localeFacts, type Text } from '../i18n/locales.ts';
import { type MessageKey, translator } from '../i18n/translate.ts';
import { minutesOf } from '../schemas/learning-path.ts';
import { alpha2 } from '../schemas/place.ts';
import type { Collection } from '../schemas/shared.ts';
import { labelOf, vocabularies } from '../schemas/vocabulary.ts';
import { isOf } from './is-of.ts';
import type { Entry, Library } from './library.ts';
import { summaryOf, titleOf, viewOf } from './view.ts';

/** One fact of an entry in a list; the key names its column where the list is shown as a table. */
export interface RowCell {
  readonly key: string;
  readonly label: MessageKey;
  readonly items: readonly Text[];
  /** What the column is ordered by, where that is not its words. */
  readonly value?: number;
  readonly number?: true;
}

/** An entry of any list but that of the cases. */
export interface ListRow {
  readonly title: Text;
  /** What stands below the title. */
  readonly under?: Text;
  readonly cells: readonly RowCell[];
}

export async function listRow(entry: Entry, locale: Locale, library: Library): Promise<ListRow> {
  const title = titleOf(entry, locale);
  const count = (to: Collection): RowCell => {
    const value = library.linked(entry).filter(({ collection }) => collection === to).length;
    const items = [{ text: String(value), lang: locale }];
    return { key: to, label: columnOf[to], items, value, number: true };
  };
  if (isOf(entry, 'protocols')) return { title, ...protocolRow(entry, locale) };
  if (isOf(entry, 'policy-options')) {
    const { problem } = viewOf(entry, locale).record;
    return { title, cells: [line([problem]), count('management-models'), count('case-studies')] };
  }
  if (isOf(entry, 'learning-paths')) return { title, cells: pathCells(entry, locale) };
  if (isOf(entry, 'calculators'))
    return { title, cells: [...lineOf(entry, locale), ...(await calculatorCells(entry, locale))] };
  if (isOf(entry, 'institutions')) {
    return { title, cells: [...institutionCells(entry, locale), count('case-studies'), count('protocols')] };
  }
  return {
    title,
    cells: [...lineOf(entry, locale), count('case-studies'), count('protocols'), count('policy-options')],
  };
}

function lineOf(entry: Entry, locale: Locale): RowCell[] {
  const summary = summaryOf(entry, locale);
  return summary ? [line([firstSentence(summary)])] : [];
}

const columnOf: Readonly<Record<Collection, MessageKey>> = {
  'case-studies': 'collection.case-studies',
  protocols: 'collection.protocols',
  'management-models': 'collection.management-models',
  'policy-options': 'collection.policy-options',
  'learning-paths': 'collection.learning-paths',
  calculators: 'collection.calculators',
  evidence: 'collection.evidence',
  institutions: 'collection.institutions',
  glossary: 'collection.glossary',
  references: 'collection.references',
};

const line = (items: readonly Text[]): RowCell => ({ key: 'line', label: 'list.column.line', items });

function protocolRow(entry: Entry<'protocols'>, locale: Locale): Omit<ListRow, 'title'> {
  const t = translator(locale);
  const { record } = viewOf(entry, locale);
  const { skill, cost } = entry.facts;
  const own = (text: string): Text[] => [{ text, lang: locale }];
  return {
    under: record.scale,
    cells: [
      { key: 'yields', label: 'protocol.yields', items: record.yields.map(({ label }) => label) },
      {
        key: 'suits',
        label: 'protocol.suits',
        items: entry.facts.landUses.map((id) => labelOf(vocabularies['land-uses'].entries[id], id, locale)),
      },
      {
        key: 'skill',
        label: 'protocol.skill',
        items: own(t(`skill.${skill}`)),
        value: ['basic', 'intermediate', 'advanced'].indexOf(skill),
      },
      {
        key: 'cost',
        label: 'protocol.cost',
        items: own(t(`cost.${cost}`)),
        value: ['low', 'medium', 'high'].indexOf(cost),
      },
    ],
  };
}

function pathCells(entry: Entry<'learning-paths'>, locale: Locale): RowCell[] {
  const { aim } = viewOf(entry, locale).record;
  const minutes = minutesOf(entry.facts);
  const number = (key: string, label: MessageKey, value: number, text: string): RowCell => ({
    ...{ key, label, value, number: true as const },
    items: [{ text, lang: locale }],
  });
  return [
    number('order', 'path.order', entry.facts.order, String(entry.facts.order)),
    line([aim]),
    number('steps', 'path.steps', entry.facts.steps.length, String(entry.facts.steps.length)),
    number('minutes', 'path.time', minutes, formatMinutes(minutes, locale)),
  ];
}

function institutionCells({ facts }: Entry<'institutions'>, locale: Locale): RowCell[] {
  const t = translator(locale);
  const country = facts.country ? countryName(alpha2(facts.country), locale) : '';
  return [
    {
      key: 'kind',
      label: 'institution.kind',
      items: [{ text: t(`institution-kind.${facts.kind}`), lang: locale }],
    },
    { key: 'country', label: 'institution.country', items: country ? [{ text: country, lang: locale }] : [] },
  ];
}

/** What a calculator asks for, with units, and what it gives. */
async function calculatorCells(entry: Entry<'calculators'>, locale: Locale): Promise<RowCell[]> {
  if (!isCalculatorId(entry.slug)) throw new Error(`content/calculators/${entry.slug} has no calculator`);
  const calculator = await loadCalculator(entry.slug);
  const words = wordsOf(entry.slug, locale);
  const inputs = Object.entries(calculator.fields).flatMap(([name, field]) => {
    const singles: [string, SingleField][] =
      field.kind === 'table'
        ? Object.entries(field.columns).map(([column, one]) => [`column.${name}.${column}`, one])
        : [[`field.${name}`, field]];
    return singles.flatMap(([place, one]) =>
      one.optional || one.kind === 'choice'
        ? []
        : [{ key: `${place}.label`, symbol: one.kind === 'quantity' ? one.symbol : '' }],
    );
  });
  const figures = Object.entries(calculator.outputs).flatMap(([name, output]) =>
    output.kind === 'figure' ? [{ key: `output.${name}.label`, symbol: output.symbol }] : [],
  );
  const withUnit = ({ key, symbol }: { key: string; symbol: string }): Text => {
    const { text, lang } = sayText(words, key);
    return { text: symbol === '' ? text : `${text} (${symbol})`, lang };
  };
  return [
    { key: 'inputs', label: 'list.column.inputs', items: inputs.map(withUnit) },
    { key: 'result', label: 'list.column.result', items: figures.slice(0, 1).map(withUnit) },
  ];
}

function firstSentence({ text, lang }: Text): Text {
  const segmenter = new Intl.Segmenter(localeFacts[lang].tag, { granularity: 'sentence' });
  const [first] = segmenter.segment(text);
  return { text: first?.segment.trim() ?? text, lang };
}
