import { type Example, exampleOf } from './examples.ts';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import ru from './messages/ru.json' with { type: 'json' };
import zh from './messages/zh.json' with { type: 'json' };
import type { Problem } from './problem.ts';
import { type ProblemWords, type SaidProblem, sayWith } from './say.ts';

/** The sentences of every interface language; a browser loads one of the files instead and calls `sayWith`. */
export const problemWords = { en, zh, es, fr, ru, ar } as const satisfies Readonly<
  Record<string, ProblemWords>
>;

export type ProblemLanguage = keyof typeof problemWords;

/** A problem in the words of a language, with an example of the right form. */
export function sayProblem(
  problem: Pick<Problem, 'code' | 'values'>,
  language: ProblemLanguage,
): SaidProblem & { readonly example: Pick<Example, 'wrong' | 'right'> } {
  const { wrong, right } = exampleOf(problem.code);
  return { ...sayWith(problemWords[language], problem), example: { wrong, right } };
}

/** The language of that name. */
export function languageNamed(name: string): ProblemLanguage {
  if (!Object.hasOwn(problemWords, name))
    throw new Error(`the language is one of ${Object.keys(problemWords).join(', ')}`);
  return name as ProblemLanguage;
}
