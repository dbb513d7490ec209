/** One thing that is wrong in one file, said so that its author can mend it. */
export interface Problem {
  /** Path below the content folder, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  readonly code: string;
  /** What was found, with the value quoted, and what is allowed. */
  readonly message: string;
  /** What to do, in one sentence; often the text to write. */
  readonly hint: string;
}

export function byPlace(a: Problem, b: Problem): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
