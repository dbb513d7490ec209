import type { Estimate, Whisker } from '../charts/estimate.ts';
import { formatNumber, formatPercent, formatQuantity, type Quantity } from '../i18n/format.ts';
import { type Locale, localeFacts } from '../i18n/locales.ts';
import { type Translate, translator } from '../i18n/translate.ts';
import type { ShownOutcome } from './outcomes.ts';

/** A figure with all that says how sure it is: an outcome, or what it is compared with. */
export interface Figured extends Quantity {
  readonly level?: number | undefined;
  readonly basis?: string | undefined;
  readonly n?: number | undefined;
  readonly spread?: ShownOutcome['spread'];
}

interface Printing {
  readonly locale: Locale;
  /** Unit as plain characters; empty for a number without unit. */
  readonly unit: string;
  /** A change or difference shows its sign. */
  readonly signed?: boolean;
}

/** A figure as a drawing needs it: place, whisker, and the words beside it. */
export function estimateOf(figure: Figured, { locale, unit, signed = false }: Printing): Estimate {
  const { value, low, high, spread } = figure;
  const half =
    value !== undefined && spread?.value !== undefined ? `±\u202f${formatNumber(spread.value, locale)}` : '';
  const printed = [formatQuantity(figure, locale, signed), half, unit]
    .filter((part) => part !== '')
    .join('\u202f');
  return {
    value: value ?? [low ?? 0, high ?? 0],
    whisker: whiskerOf(figure),
    printed,
    modelled: figure.basis === 'modelled',
  };
}

/** A confidence interval, or a spread of known kind; a range of observations is drawn as the value itself. */
function whiskerOf({ value, low, high, level, spread }: Figured): Whisker | undefined {
  if (value === undefined) return undefined;
  if (low !== undefined && high !== undefined && level !== undefined) return { low, high, kind: 'interval' };
  if (spread?.value === undefined || spread.kind === 'not-stated') return undefined;
  return {
    low: value - spread.value,
    high: value + spread.value,
    kind: spread.kind === 'CI' ? 'interval' : 'spread',
  };
}

/** Notes in a row; the dot between two stays at the end of its line. */
export function joinNotes(notes: readonly string[]): string {
  return notes.join('\u00a0· ');
}

/** What the lines of a drawing are, in sentences: nobody should take a standard error for an interval. */
export function whiskerWords(figures: readonly Figured[], locale: Locale): string {
  const t = translator(locale);
  const single = figures.filter(({ value }) => value !== undefined);
  const drawn = single.filter((figure) => whiskerOf(figure) !== undefined);
  const sentences = new Set(drawn.map((figure) => whiskerSentence(figure, t, locale)));
  if (drawn.length === 0 && single.length > 0) sentences.add(t('figure.line.none'));
  else if (drawn.length < single.length) sentences.add(t('figure.line.some'));
  if (single.length < figures.length) sentences.add(t('figure.line.range'));
  if (figures.some(({ basis }) => basis === 'modelled')) sentences.add(t('figure.modelled'));
  return joinSentences([...sentences], locale);
}

function whiskerSentence({ low, level, spread }: Figured, t: Translate, locale: Locale): string {
  const known = low === undefined ? spread?.level : level;
  if (low === undefined && spread?.kind === 'SD') return t('figure.line.SD');
  if (low === undefined && spread?.kind === 'SE') return t('figure.line.SE');
  return known === undefined
    ? t('figure.line.CI')
    : t('figure.line.CI.level', { level: formatPercent(known, locale) });
}

/** Sentences one after the other: Chinese sets no space between them. */
export function joinSentences(sentences: readonly string[], locale: Locale): string {
  return sentences.join(localeFacts[locale].tag.startsWith('zh') ? '' : ' ');
}
