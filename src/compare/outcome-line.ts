import { formatNumber } from '../i18n/format.ts';
import { certaintyNotes, figureWords, unitWords } from './figure.ts';
import { amount, sourcesOf } from './lines.ts';
import type { CaseRecord, Depth, OutcomeRecord } from './record.ts';
import type { Figure, Line, Note } from './table.ts';
import { type CompareWords, own, textOf } from './words.ts';

/** An outcome with all that must stand beside its number. */
export function outcomeLine(item: CaseRecord, outcome: OutcomeRecord, words: CompareWords): Line {
  const { locale } = words;
  const { carbon, comparison, finding, note, period } = outcome;
  const signed = outcome.kind !== 'absolute';
  const printed = amount(outcome, outcome.unit, outcome.substance, signed, words);
  const label = textOf(outcome.label, locale);
  const said = (text: string) => own(text, words);
  const notes: Note[] = [
    ...(printed && finding ? [textOf(finding, locale)] : []),
    ...(!printed ? [label] : []),
    ...(printed ? certaintyNotes(outcome, words.say, locale).map(said) : []),
    ...(comparison ? [againstNote(outcome, comparison, words)] : []),
    said(words.say(`kind-of-value.${outcome.kind}`)),
    ...(carbon
      ? [
          said(words.say('outcomes.pool', { pool: words.label('pools', carbon.pool).text })),
          ...(carbon.depth === 'not-stated' ? [said(words.say('outcomes.depth.not-stated'))] : []),
        ]
      : []),
    ...depthNotes(depthOf(outcome), words),
    ...(carbon
      ? [said(words.say('outcomes.baseline', { baseline: words.say(`baseline.${carbon.baseline}`) }))]
      : []),
    ...(carbon?.gwp ? [said(gwpWords(carbon.gwp, words))] : []),
    ...(outcome.design
      ? [said(words.say('outcomes.design', { design: words.say(`design.${outcome.design}`) }))]
      : []),
    ...(outcome.basis ? [said(words.say(`basis.${outcome.basis}`))] : []),
    ...(period ? [textOf(period, locale)] : []),
    ...(note ? [textOf(note, locale)] : []),
    ...(outcome.confirmed === false ? [said(words.say('outcomes.unconfirmed'))] : []),
  ];
  return {
    key: keyOf(item, outcome),
    ...(printed && { amount: printed }),
    text: printed ? label : finding ? textOf(finding, locale) : label,
    notes,
    ...sourcesOf(item, outcome.sources),
    figure: figureOf(outcome),
  };
}

/** Two outcomes are the same only where number, unit and circumstances are: figures of two places never are by chance. */
function keyOf(item: CaseRecord, { value, low, high, unit, substance, id }: OutcomeRecord): string {
  return JSON.stringify([value, low, high, unit, substance, item.id, id]);
}

/** What a value is held against, with the figure of that and how sure it is. */
function againstNote(
  { unit, substance }: OutcomeRecord,
  comparison: NonNullable<OutcomeRecord['comparison']>,
  words: CompareWords,
): Note {
  const { locale, say } = words;
  const printedUnit = unitWords(unit, words.symbol(unit), substance, locale);
  const number = figureWords(comparison, printedUnit, locale, false);
  const figures = number === '' ? [] : [number, ...certaintyNotes(comparison, say, locale)];
  const [before = '', after = ''] = say('compare.against', { other: '\0' }).split('\0');
  return {
    ...textOf(comparison.label, locale),
    before,
    after: figures.length > 0 ? `${after}${say('compare.figures', { figures: figures.join('; ') })}` : after,
  };
}

function depthNotes(depth: Depth | undefined, words: CompareWords) {
  if (!depth) return [];
  const { top, bottom } = depth;
  const { locale } = words;
  const values = { top: formatNumber(top, locale), bottom: formatNumber(bottom, locale) };
  return [own(words.say('outcomes.depth', values), words)];
}

function depthOf({ carbon, depth }: OutcomeRecord): Depth | undefined {
  return typeof carbon?.depth === 'object' ? carbon.depth : depth;
}

function gwpWords(gwp: string, words: CompareWords): string {
  return gwp === 'not-stated' ? words.say('outcomes.gwp.not-stated') : words.say('outcomes.gwp', { gwp });
}

function figureOf(outcome: OutcomeRecord): Figure {
  const { value, low, high, level, n, basis, qualifier, unit, substance } = outcome;
  const { role, kind, design, carbon, comparison, spread } = outcome;
  const half = spread?.value ?? (spread?.low === undefined ? undefined : `${spread.low}–${spread.high}`);
  return {
    ...{ value, low, high, level, n, basis, qualifier, unit, substance },
    ...{ role, kind, design, pool: carbon?.pool, baseline: carbon?.baseline, depth: depthOf(outcome) },
    ...(comparison && { against: comparison.label.en ?? '' }),
    ...(spread && { spread: `${spread.kind} ${half}` }),
  };
}

/** On what a figure rests: numbers stand against each other only where all of it is the same. */
export function footing({ unit, substance, kind, carbon, depth }: OutcomeRecord): string {
  return JSON.stringify([
    unit,
    substance,
    kind,
    carbon?.pool,
    carbon?.depth ?? depth,
    carbon?.baseline,
    carbon?.gwp,
  ]);
}
