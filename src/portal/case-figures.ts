import { type Change, changeChart } from '../charts/change.ts';
import { type ComparedEstimate, comparisonChart } from '../charts/comparison.ts';
import type { Estimate, Whisker } from '../charts/estimate.ts';
import type { Drawing } from '../charts/frame.ts';
import { chartText } from '../charts/text.ts';
import { formatNumber, formatQuantity, type Quantity } from '../i18n/format.ts';
import type { Locale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import type { ShownOutcome } from './outcomes.ts';
import { unitWords } from './units.ts';

/** A chart of a case: the drawing at two widths, the same data as rows, and the sources behind it. */
export interface CaseFigure {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly drawings: readonly [wide: Drawing, narrow: Drawing];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly sources: readonly string[];
}

const widths = [680, 344] as const;

/** Figures of the effects of a case: restored against comparison land, and changes, one for each unit. */
export function figuresOf(outcomes: readonly ShownOutcome[], locale: Locale): CaseFigure[] {
  const effects = outcomes.filter(({ role, confirmed }) => role === 'effect' && confirmed !== false);
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

function comparisonFigure(group: readonly ShownOutcome[], unit: string, locale: Locale): CaseFigure {
  const t = translator(locale);
  const id = `figure-comparison-${group[0]?.id ?? ''}`;
  const title = t('figure.comparison');
  const groups = group.map((outcome) => ({
    label: chartText(outcome.label.text),
    estimates: [
      { ...estimateOf(outcome, locale, unit), name: t('figure.treated'), role: 'treated' },
      ...(outcome.comparison
        ? [
            {
              ...estimateOf(outcome.comparison, locale, unit),
              name: chartText(outcome.comparison.label.text),
              role: 'comparison' as const,
            },
          ]
        : []),
    ] satisfies ComparedEstimate[],
  }));
  const text = t('figure.comparison.text');
  const drawings = widths.map((width) =>
    comparisonChart(
      groups,
      { id: `${id}-${width}`, title, description: describe(groups) },
      { width, unit, format: (value) => formatNumber(value, locale) },
    ),
  );
  return {
    id,
    title: unit === '' ? title : `${title} (${unit})`,
    text,
    drawings: [drawings[0], drawings[1]] as [Drawing, Drawing],
    head: [t('outcomes.indicator'), t('outcomes.value'), t('outcomes.against')],
    rows: groups.map(({ label, estimates }) => [
      label,
      ...estimates.map(({ printed, name }, index) => (index === 0 ? printed : `${printed} (${name})`)),
    ]),
    sources: sourcesOf(group),
  };
}

function changeFigure(group: readonly ShownOutcome[], unit: string, locale: Locale): CaseFigure {
  const t = translator(locale);
  const id = `figure-change-${group[0]?.id ?? ''}`;
  const title = t('figure.change');
  const changes: Change[] = group.map((outcome) => ({
    ...estimateOf(outcome, locale, unit, true),
    label: chartText(outcome.label.text),
  }));
  const description = changes.map(({ label, printed }) => `${label}: ${printed}`).join('; ');
  const drawings = widths.map((width) =>
    changeChart(
      changes,
      { id: `${id}-${width}`, title, description },
      { width, unit, format: (value) => formatNumber(value, locale) },
    ),
  );
  return {
    id,
    title: unit === '' ? title : `${title} (${unit})`,
    text: t('figure.change.text'),
    drawings: [drawings[0], drawings[1]] as [Drawing, Drawing],
    head: [t('outcomes.indicator'), t('outcomes.value')],
    rows: changes.map(({ label, printed }) => [label, printed]),
    sources: sourcesOf(group),
  };
}

interface Figured extends Quantity {
  readonly level?: number | undefined;
  readonly basis?: string | undefined;
  readonly spread?: ShownOutcome['spread'];
}

function estimateOf(quantity: Figured, locale: Locale, unit: string, signed = false): Estimate {
  const { value, low, high } = quantity;
  const printed = [formatQuantity(quantity, locale, signed), unit]
    .filter((part) => part !== '')
    .join('\u202f');
  return {
    value: value ?? [low ?? 0, high ?? 0],
    whisker: whiskerOf(quantity),
    printed,
    modelled: quantity.basis === 'modelled',
  };
}

/** A confidence interval, or a spread of known kind; a range of observations is drawn as the value itself. */
function whiskerOf({ value, low, high, level, spread }: Figured): Whisker | undefined {
  if (value === undefined) return undefined;
  if (low !== undefined && high !== undefined && level !== undefined) return { low, high, kind: 'interval' };
  if (spread?.value === undefined || spread.kind === 'not-stated') return undefined;
  return { low: value - spread.value, high: value + spread.value, kind: 'spread' };
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

function describe(
  groups: readonly { label: string; estimates: readonly { name: string; printed: string }[] }[],
): string {
  return groups
    .map(
      ({ label, estimates }) =>
        `${label}: ${estimates.map(({ name, printed }) => `${name} ${printed}`).join(', ')}`,
    )
    .join('; ');
}
