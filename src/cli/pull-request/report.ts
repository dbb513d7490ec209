import { z } from 'zod';
import { isProblemCode, type ProblemCode } from '../../guard/codes.ts';
import type { Problem } from '../../guard/problem.ts';

/** How a check ended: as the exit status of check:changes says. */
export const outcomes = ['clean', 'problems', 'failed', 'maintainer'] as const;
export type Outcome = (typeof outcomes)[number];

/** What the unprivileged workflow hands to the one that may write comments. */
export interface Report {
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
  /** Whether pages were built to look at. */
  readonly preview: boolean;
}

export const largestReport = 1_000_000;
const mostProblems = 500;
const longestText = 300;

const text = z.string().max(longestText);
const problem = z.strictObject({
  file: text,
  line: z.int().min(1).max(1_000_000),
  column: z.int().min(1).max(1_000_000),
  code: z.string().refine(isProblemCode),
  values: z.record(z.string().regex(/^[A-Za-z0-9]{1,30}$/), z.union([text, z.number()])),
});

const report = z.strictObject({
  outcome: z.enum(outcomes),
  preview: z.boolean(),
  problems: z.array(problem).max(mostProblems),
});

/** The report as a text; values that are too long are shortened, so that it can be read again. */
export function writeReport({ outcome, preview, problems }: Report): string {
  const short = (value: string) =>
    value.length > longestText ? `${value.slice(0, longestText - 1)}…` : value;
  const kept = problems.slice(0, mostProblems).map(({ file, line, column, code, values }) => ({
    file: short(file),
    line,
    column,
    code,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? short(value) : value]),
    ),
  }));
  return `${JSON.stringify({ outcome, preview, problems: kept })}\n`;
}

/** A report that came from outside: exactly what is expected of one, or undefined. Nothing of it is trusted as markup. */
export function readReport(bytes: Uint8Array): Report | undefined {
  if (bytes.length > largestReport) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  const parsed = report.safeParse(data);
  if (!parsed.success) return undefined;
  const problems = parsed.data.problems.map((one) => ({ ...one, code: one.code as ProblemCode }));
  return { ...parsed.data, problems };
}
