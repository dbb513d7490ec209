import type { Locale } from '../i18n/locales.ts';
import type { RecoveryScores } from '../schemas/recovery.ts';
import type { Localized } from '../schemas/words.ts';
import { type CaseFigure, effectFigures } from './case-figures.ts';
import { recoveryFigure } from './case-recovery.ts';
import type { ShownOutcome } from './outcomes.ts';

/** What the figures of a case are drawn from. */
export interface Drawable {
  readonly outcomes: readonly ShownOutcome[];
  readonly recovery?: Localized<RecoveryScores> | undefined;
}

/** All figures of a case: its effects, and its recovery wheel where it was scored. */
export function figuresOf({ outcomes, recovery }: Drawable, locale: Locale): CaseFigure[] {
  return [...effectFigures(outcomes, locale), ...(recovery ? [recoveryFigure(recovery, locale)] : [])];
}
