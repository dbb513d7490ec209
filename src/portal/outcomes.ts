import { formatNumber } from '../i18n/format.ts';
import type { Locale } from '../i18n/locales.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Outcome } from '../schemas/outcome.ts';
import type { Localized } from '../schemas/words.ts';

export type ShownOutcome = Localized<Outcome>;

/** What must stand beside a value: interval or its absence, spread, n, depth. */
export function outcomeNotes(outcome: ShownOutcome, t: Translate, locale: Locale): string[] {
  const number = (value: number) => formatNumber(value, locale);
  const notes: string[] = [];
  const { low, high, level, spread } = outcome;
  if (low !== undefined && high !== undefined) {
    if (level === undefined) notes.push(t('outcomes.range'));
    else if (outcome.value !== undefined) {
      notes.push(
        t('outcomes.interval', { level: `${number(level * 100)} %`, low: number(low), high: number(high) }),
      );
    }
  }
  if (spread) {
    const values = [spread.value, spread.low, spread.high].filter((value) => value !== undefined);
    notes.push(t(`outcomes.spread.${spread.kind}`, { value: values.map(number).join('–') }));
  }
  if (low === undefined && !spread && outcome.value !== undefined) notes.push(t('outcomes.no-interval'));
  if (outcome.n !== undefined) notes.push(t('outcomes.n', { n: outcome.n }));
  if (outcome.depth)
    notes.push(t('outcomes.depth', { top: number(outcome.depth.top), bottom: number(outcome.depth.bottom) }));
  return notes;
}
