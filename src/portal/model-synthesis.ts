import { answersOf } from '../synthesis/all.ts';
import type { Answer } from '../synthesis/answer.ts';
import { defaults } from '../synthesis/settings.ts';
import type { Library } from './library.ts';
import { synthesisOf } from './synthesis.ts';

/** What the paired comparisons of a management model answer; worked out from them by the published rule. */
export interface ModelSynthesis {
  readonly answers: readonly Answer[];
  /** Indicators whose pooled effect got worse. */
  readonly harms: readonly Answer[];
}

export function modelSynthesis(library: Library, model: string): ModelSynthesis {
  const { rows } = synthesisOf(library);
  const { pooled, open } = answersOf(rows, { ...defaults, filters: { ...defaults.filters, model } });
  const answers = [...pooled, ...open];
  return { answers, harms: answers.filter(({ certainty }) => certainty.verdict === 'worse') };
}
