import { type ProblemCode, problemCodes } from './codes.ts';
import type { Problem } from './problem.ts';

/** The sentences of one language: messages/<language>.json. */
export interface ProblemWords {
  /** BCP 47 tag by which numbers are printed. */
  readonly language: string;
  readonly didYouMean: string;
  readonly codes: Readonly<Record<ProblemCode, { readonly message: string; readonly hint: string }>>;
}

export interface SaidProblem {
  /** What was found, with the value quoted. */
  readonly message: string;
  /** What is allowed and how to mend it. */
  readonly hint: string;
}

/** A run of a sentence; values may be code or of another direction than the words around them. */
export interface Run {
  readonly text: string;
  readonly isValue: boolean;
}

/** A problem in the words of a language. */
export function sayWith(words: ProblemWords, problem: Pick<Problem, 'code' | 'values'>): SaidProblem {
  const { message, hint } = sayInRuns(words, problem);
  const plain = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');
  return { message: plain(message), hint: plain(hint) };
}

/** The same with its values apart, for a page that sets them as code. */
export function sayInRuns(
  words: ProblemWords,
  { code, values }: Pick<Problem, 'code' | 'values'>,
): { readonly message: readonly Run[]; readonly hint: readonly Run[] } {
  const sentences = words.codes[code];
  const hint = values['suggestion'] === undefined ? sentences.hint : words.didYouMean;
  return { message: fill(sentences.message, values, words), hint: fill(hint, values, words) };
}

function fill(sentence: string, values: Problem['values'], { language }: ProblemWords): Run[] {
  return sentence
    .split(/\{(\w+)\}/)
    .map((part, index): Run => {
      if (index % 2 === 0) return { text: part, isValue: false };
      const value = values[part];
      if (value === undefined) return { text: `{${part}}`, isValue: true };
      const text = typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
      return { text, isValue: true };
    })
    .filter(({ text }) => text !== '');
}

/** The codes of every group, in order. */
export function codesByGroup(): Map<string, ProblemCode[]> {
  const groups = new Map<string, ProblemCode[]>();
  for (const [code, { group }] of Object.entries(problemCodes) as [ProblemCode, { group: string }][])
    groups.set(group, [...(groups.get(group) ?? []), code]);
  return groups;
}
