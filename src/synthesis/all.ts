import { type Answer, answer } from './answer.ts';
import { questionsOf, type SynthesisRow } from './row.ts';
import { passes, type Settings } from './settings.ts';

/** Every question that rows ask under these settings: those against degraded land and with most studies first. */
export interface Answers {
  readonly pooled: readonly Answer[];
  readonly open: readonly Answer[];
  /** Rows that passed the filters. */
  readonly rows: number;
}

export function answersOf(all: readonly SynthesisRow[], settings: Settings): Answers {
  const rows = all.filter((row) => passes(row, settings.filters));
  const answers = questionsOf(rows).map((question) => answer(question, all, settings));
  const kind = ({ question }: Answer) => (question.comparator === 'degraded' ? 0 : 1);
  const bySize = (a: Answer, b: Answer) =>
    kind(a) - kind(b) || b.studies.length - a.studies.length || (a.question.id < b.question.id ? -1 : 1);
  return {
    pooled: answers.filter(({ synthesis }) => synthesis !== null).sort(bySize),
    open: answers.filter(({ synthesis }) => synthesis === null).sort(bySize),
    rows: rows.length,
  };
}
