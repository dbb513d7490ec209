import { type Change, changeChart } from '../charts/change.ts';
import { type ComparedEstimate, type ComparisonGroup, comparisonChart } from '../charts/comparison.ts';
import type { Drawing } from '../charts/frame.ts';
import { chartText } from '../charts/text.ts';
import { certaintyNotes } from '../compare/figure.ts';
import { formatNumber } from '../i18n/format.ts';
import { type Locale, sourceLocale } from '../i18n/locales.ts';
import { type Translate, translator } from '../i18n/translate.ts';
import { isEffect } from './case-span.ts';
import { estimateOf, type Figured, joinNotes, joinSentences, whiskerWords } from './estimates.ts';
import type { ShownOutcome } from './outcomes.ts';
import { unitWords } from './units.ts';

/** A chart of a case: the drawing at two widths, the same data as rows, and the sources behind it. */
export interface CaseFigure {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly drawings: readonly [wide: Drawing, narrow: Drawing];
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly sources: readonly string[];
}

const widths = [680, 344] as const;

/** A short unit stands beside every figure of a drawing, a long one only with its axis. */
function besideFigures(unit: string): string {
  return unit.length > 3 ? '' : unit;
}

/** Figures of the effects of a case: restored against comparison land, and changes, one for each unit. */
export function effectFigures(outcomes: readonly ShownOutcome[], locale: Locale): CaseFigure[] {
  const effects = outcomes.filter(isEffect);
  const compared = effects.filter(
    ({ value, comparison }) => value !== undefined && comparison?.value !== undefined,
  );
  const changes = effects.filter(
    (outcome) => outcome.kind !== 'absolute' && !compared.includes(outcome) && hasNumber(outcome),
  );
  return [
    ...byUnit(compared, locale).map(([unit, group]) => comparisonFigure(group, unit, locale)),
    ...byUnit(changes, locale)
      .filter(([, group]) => group.length > 1)
      .map(([unit, group]) => changeFigure(group, unit, locale)),
  ];
}

/** The restored land and what it stands against, in this order. */
function armsOf(outcome: ShownOutcome): Figured[] {
  return [outcome, ...(outcome.comparison ? [outcome.comparison] : [])];
}

function comparisonFigure(group: readonly ShownOutcome[], unit: string, locale: Locale): CaseFigure {
  const t = translator(locale);
  const id = `figure-comparison-${group[0]?.id ?? ''}`;
  const title = t('figure.comparison');
  const groups = group.map((outcome) => ({
    label: chartText(outcome.label.text),
    estimates: comparedEstimates(outcome, unit, locale),
  }));
  const lines = whiskerWords(group.flatMap(armsOf), locale);
  const drawings = widths.map((width) =>
    comparisonChart(
      groups,
      { id: `${id}-${width}`, title, description: joinSentences([describe(groups), lines], locale) },
      { width, unit, format: (value) => formatNumber(value, locale) },
    ),
  );
  return {
    id,
    title: unit === '' ? title : `${title} (${unit})`,
    text: joinSentences([t('figure.comparison.text'), lines], locale),
    drawings: [drawings[0], drawings[1]] as [Drawing, Drawing],
    columns: [t('outcomes.indicator'), t('figure.treated'), t('outcomes.against')].map((label) => ({
      label,
    })),
    rows: group.map((outcome) => [
      outcome.label.text,
      cellOf(outcome, unit, locale),
      ...(outcome.comparison
        ? [`${outcome.comparison.label.text}: ${cellOf(outcome.comparison, unit, locale)}`]
        : []),
    ]),
    sources: sourcesOf(group),
  };
}

function comparedEstimates(outcome: ShownOutcome, unit: string, locale: Locale): ComparedEstimate[] {
  const t = translator(locale);
  const { comparison } = outcome;
  const treated = {
    ...estimateOf(outcome, { locale, unit: besideFigures(unit) }),
    name: armName(t('figure.treated'), outcome, t),
    role: 'treated' as const,
  };
  if (!comparison) return [treated];
  const name = armName(chartText(comparison.label.text), comparison, t);
  const against = estimateOf(comparison, { locale, unit: besideFigures(unit) });
  return [treated, { ...against, name, role: 'comparison' }];
}

function armName(name: string, { n }: Figured, t: Translate): string {
  return n === undefined ? name : t('figure.arm', { name, n });
}

/** A figure as it stands in the table of a drawing: with spread, or its absence, and n. */
function cellOf(figure: Figured, unit: string, locale: Locale): string {
  const { printed } = estimateOf({ ...figure, spread: undefined }, { locale, unit });
  return joinNotes([printed, ...certaintyNotes(figure, translator(locale), locale)]);
}

function changeFigure(group: readonly ShownOutcome[], unit: string, locale: Locale): CaseFigure {
  const t = translator(locale);
  const id = `figure-change-${group[0]?.id ?? ''}`;
  const title = t('figure.change');
  const changes: Change[] = group.map((outcome) => ({
    ...estimateOf(outcome, { locale, unit: besideFigures(unit), signed: true }),
    label: chartText(outcome.label.text),
  }));
  const lines = whiskerWords(group, locale);
  const description = changes.map(({ label, printed }) => `${label}: ${printed}`).join('; ');
  const drawings = widths.map((width) =>
    changeChart(
      changes,
      { id: `${id}-${width}`, title, description: joinSentences([`${description}.`, lines], locale) },
      { width, unit, format: (value) => formatNumber(value, locale) },
    ),
  );
  return {
    id,
    title: unit === '' ? title : `${title} (${unit})`,
    text: joinSentences([t('figure.change.text'), lines], locale),
    drawings: [drawings[0], drawings[1]] as [Drawing, Drawing],
    columns: [
      { label: t('outcomes.indicator') },
      { label: t('outcomes.value'), numeric: true },
      { label: t('outcomes.certainty') },
    ],
    rows: group.map((outcome) => [
      outcome.label.text,
      estimateOf({ ...outcome, spread: undefined }, { locale, unit, signed: true }).printed,
      joinNotes(certaintyNotes(outcome, t, locale)),
    ]),
    sources: sourcesOf(group),
  };
}

function byUnit(outcomes: readonly ShownOutcome[], locale: Locale): [string, ShownOutcome[]][] {
  const groups = new Map<string, ShownOutcome[]>();
  for (const outcome of outcomes) {
    const unit = chartText(unitWords(outcome.unit, outcome.substance, locale));
    groups.set(unit, [...(groups.get(unit) ?? []), outcome]);
  }
  return [...groups];
}

function hasNumber({ value, low }: ShownOutcome): boolean {
  return value !== undefined || low !== undefined;
}

function sourcesOf(outcomes: readonly ShownOutcome[]): string[] {
  return [...new Set(outcomes.flatMap(({ sources }) => sources))];
}

function describe(groups: readonly ComparisonGroup[]): string {
  const said = groups.map(
    ({ label, estimates }) =>
      `${label}: ${estimates.map(({ name, printed }) => `${name}: ${printed}`).join(', ')}`,
  );
  return `${said.join('; ')}.`;
}

/** The name of a figure within the address of its case, and of its file. */
export function figureName(id: string): string {
  return id.replace(/^figure-/, '');
}

export type FigureKind = 'svg' | 'png';

/** `PICTURES=none` leaves out the pictures of points, for benchmarks and quick looks. */
export const figureKinds: readonly FigureKind[] =
  process.env['PICTURES'] === 'none' ? ['svg'] : ['svg', 'png'];

/** A figure as a file: English has no language in its name. */
export function figureFile(id: string, locale: Locale, kind: FigureKind): string {
  const language = locale === sourceLocale ? '' : `.${locale}`;
  return `${figureName(id)}${language}.${kind}`;
}
