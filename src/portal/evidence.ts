import type { Drawing } from '../charts/frame.ts';
import { estimateStrip, type StripMark, stripAxis, stripScale } from '../charts/strip.ts';
import { chartText } from '../charts/text.ts';
import { certaintyNotes } from '../compare/figure.ts';
import { formatNumber } from '../i18n/format.ts';
import { type Locale, localeFacts, type Text } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import { labelOf, vocabularies } from '../schemas/vocabulary.ts';
import { estimateOf, type Figured, joinNotes } from './estimates.ts';
import type { Entry, Library } from './library.ts';
import { inListOrder } from './list-order.ts';
import type { ShownOutcome } from './outcomes.ts';
import { unitWords } from './units.ts';
import { titleOf, viewOf } from './view.ts';

/** A figure of an effect and the case that reports it. */
export interface Effect {
  readonly entry: Entry<'case-studies'>;
  readonly title: Text;
  readonly outcome: ShownOutcome;
}

/** How the figures of a panel stand to what they are compared with; figures of two kinds never share a scale. */
export type EffectKind = 'compared' | ShownOutcome['kind'];

export interface EvidenceRow extends Effect {
  readonly id: string;
  readonly strip: Drawing;
}

/** Figures of one unit and one kind, on one scale. */
export interface EvidencePanel {
  readonly kind: EffectKind;
  /** Unit in plain words, for setting as HTML. */
  readonly unit: string;
  readonly axis: Drawing;
  readonly rows: readonly EvidenceRow[];
}

export interface EvidenceIndicator {
  readonly id: string;
  readonly label: Text;
  /** All figures there are; a page does not show more than it can carry. */
  readonly count: number;
  readonly shown: number;
  readonly panels: readonly EvidencePanel[];
}

export interface EvidenceTheme {
  readonly id: string;
  readonly label: Text;
  readonly indicators: readonly EvidenceIndicator[];
}

const mostRows = 24;

/** Effects with a number that were found again in their source, in the order of the list of cases. */
export function effectsIn(library: Library, locale: Locale): Effect[] {
  return inListOrder(library, 'case-studies', locale).flatMap((entry) => {
    const title = titleOf(entry as Entry, locale);
    return viewOf(entry, locale)
      .record.outcomes.filter(isFigured)
      .map((outcome) => ({ entry, title, outcome }));
  });
}

/** The rule by which an outcome counts as an effect with a figure. */
export function isFigured({
  role,
  confirmed,
  value,
  low,
}: Pick<ShownOutcome, 'role' | 'confirmed' | 'value' | 'low'>): boolean {
  return role === 'effect' && confirmed !== false && (value !== undefined || low !== undefined);
}

/** All effects by theme and indicator; nothing is pooled, converted or worked out. */
export function evidenceOf(effects: readonly Effect[], locale: Locale): EvidenceTheme[] {
  const byIndicator = groupBy(effects, ({ outcome }) => outcome.indicator);
  const { compare } = new Intl.Collator(localeFacts[locale].format);
  const { entries, themes } = vocabularies.indicators;
  return Object.keys(themes).flatMap((theme) => {
    const indicators = [...byIndicator]
      .filter(([id]) => entries[id]?.theme === theme)
      .map(([id, group]) => indicatorOf(id, group, locale))
      .sort((a, b) => b.count - a.count || compare(a.label.text, b.label.text));
    return indicators.length > 0
      ? [{ id: theme, label: labelOf(themes[theme], theme, locale), indicators }]
      : [];
  });
}

function indicatorOf(id: string, group: readonly Effect[], locale: Locale): EvidenceIndicator {
  const rows = surest(group);
  const panels = groupBy(rows, ({ outcome }) => `${kindOf(outcome)} ${unitOf(outcome, locale)}`);
  return {
    id,
    label: labelOf(vocabularies.indicators.entries[id], id, locale),
    count: group.length,
    shown: rows.length,
    panels: [...panels.values()].map((panel, index) => panelOf(`${id}-${index + 1}`, panel, locale)),
  };
}

/** Where there are more figures than a page can carry: those with a spread and most samples, in their order. */
function surest(group: readonly Effect[]): readonly Effect[] {
  if (group.length <= mostRows) return group;
  const certainty = ({ outcome: { level, spread, n = 0 } }: Effect) =>
    (level !== undefined || spread !== undefined ? 1e9 : 0) + n;
  const chosen = new Set(group.toSorted((a, b) => certainty(b) - certainty(a)).slice(0, mostRows));
  return group.filter((effect) => chosen.has(effect));
}

function kindOf({ kind, value, comparison }: ShownOutcome): EffectKind {
  return kind === 'absolute' && value !== undefined && comparison?.value !== undefined ? 'compared' : kind;
}

function unitOf({ unit, substance }: ShownOutcome, locale: Locale): string {
  return unitWords(unit, substance, locale);
}

function panelOf(id: string, group: readonly Effect[], locale: Locale): EvidencePanel {
  const t = translator(locale);
  const [first] = group;
  const kind = first ? kindOf(first.outcome) : 'absolute';
  const unit = first ? unitOf(first.outcome, locale) : '';
  const marked = group.map((effect) => ({ effect, marks: marksOf(effect.outcome, kind, unit, locale) }));
  const scale = stripScale(marked.flatMap(({ marks }) => marks));
  const axisWords = { id: `axis-${id}`, title: t('evidence.axis', { unit: chartText(unit) }) };
  return {
    kind,
    unit,
    axis: stripAxis(scale, axisWords, (value) => formatNumber(value, locale)),
    rows: marked.map(({ effect, marks }) => {
      const row = `${effect.entry.slug}-${effect.outcome.id}`;
      const names = { treated: t('figure.treated'), comparison: t('outcomes.against') };
      const title = joinNotes(marks.map(({ printed, role }) => `${names[role]}: ${printed}`));
      return { ...effect, id: row, strip: estimateStrip(marks, scale, { id: `strip-${row}`, title }) };
    }),
  };
}

function marksOf(outcome: ShownOutcome, kind: EffectKind, unit: string, locale: Locale): StripMark[] {
  const printing = { locale, unit: chartText(unit) };
  const own = {
    ...estimateOf(outcome, { ...printing, signed: kind === 'change' || kind === 'difference' }),
    role: 'treated' as const,
  };
  if (kind !== 'compared' || !outcome.comparison) return [own];
  return [own, { ...estimateOf(outcome.comparison, printing), role: 'comparison' }];
}

/** How many figures say how sure they are, and how many stand beside a figure of comparison land. */
export function countEffects(effects: readonly Effect[]) {
  const count = (test: (outcome: ShownOutcome) => boolean) =>
    effects.filter(({ outcome }) => test(outcome)).length;
  return {
    figures: effects.length,
    cases: new Set(effects.map(({ entry }) => entry.slug)).size,
    certain: count((outcome) => saysHowSure(outcome)),
    compared: count(({ comparison }) => comparison?.value !== undefined),
    modelled: count(({ basis }) => basis === 'modelled'),
  };
}

function saysHowSure({ level, spread }: Figured): boolean {
  return level !== undefined || (spread !== undefined && spread.kind !== 'not-stated');
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** Interval or its absence, spread and n of a figure, as one line of words. */
export function certaintyOf(figure: Figured, locale: Locale): string {
  return joinNotes(certaintyNotes(figure, translator(locale), locale));
}
