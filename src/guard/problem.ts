import type { ProblemCode, ValuesOf } from './codes.ts';

/** One thing that is wrong in one file. What it means in words is said by say.ts, in the reader's language. */
export interface Problem {
  /** Path below the content folder, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  readonly code: ProblemCode;
  /** What was found, what is allowed, the limit; `suggestion` where it is clear what was meant. */
  readonly values: Readonly<Record<string, string | number>>;
  /** What may be written instead without asking; only where it is beyond doubt. */
  readonly edit?: Edit;
}

/** `from`, which stands at the place of a problem, becomes `to`. */
export interface Edit {
  readonly from: string;
  readonly to: string;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Makes a problem; the compiler asks for the values that its sentences need. */
export function problemAt<Code extends ProblemCode>(
  file: string,
  place: Place,
  code: Code,
  values: ValuesOf<Code>,
  edit?: Edit,
): Problem {
  const given = Object.entries<string | number | undefined>(values).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  );
  const { line, column } = place;
  const problem = { file, line, column, code, values: Object.fromEntries(given) };
  return edit === undefined ? problem : { ...problem, edit };
}

export const fileStart: Place = { line: 1, column: 1 };

const longestQuote = 80;

/** A found value as a message quotes it: on one line, not too long, with nothing that cannot be seen. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const plain = text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd');
  return plain.length > longestQuote
    ? `${plain.slice(0, longestQuote).replace(/[\ud800-\udbff]$/, '')}…`
    : plain;
}

export function byPlace(a: Problem, b: Problem): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
