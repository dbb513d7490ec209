import { certaintyNotes } from '../compare/figure.ts';
import { formatNumber } from '../i18n/format.ts';
import type { Locale } from '../i18n/locales.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Outcome } from '../schemas/outcome.ts';
import type { Localized } from '../schemas/words.ts';

export type ShownOutcome = Localized<Outcome>;

/** What must stand beside a value: interval or its absence, spread, n, depth. */
export function outcomeNotes(outcome: ShownOutcome, t: Translate, locale: Locale): string[] {
  const notes = certaintyNotes(outcome, t, locale);
  if (!outcome.depth) return notes;
  const { top, bottom } = outcome.depth;
  const depth = { top: formatNumber(top, locale), bottom: formatNumber(bottom, locale) };
  return [...notes, t('outcomes.depth', depth)];
}
