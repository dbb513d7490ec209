import type { ProblemCode } from './codes.ts';
import examples from './examples.json' with { type: 'json' };

/** What a code looks like in a file, and the same mended; the same in every language. */
export interface Example {
  /** What the sentences would say of `wrong`. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly wrong: string;
  readonly right: string;
}

export const exampleOf = (code: ProblemCode): Example =>
  (examples as Readonly<Record<ProblemCode, Example>>)[code];
