import { compare } from './compare.ts';
import {
  type CaseFiles,
  type Json,
  type JsonObject,
  type ReferenceCase,
  Refusal,
  type Verifier,
} from './verifier.ts';

/** Kinds of evidence, from strongest to weakest (golden/README.md). */
export const caseKinds = ['reference-implementation', 'published', 'formula', 'edge', 'stochastic'] as const;

/** How a case came out. */
export interface Verdict {
  readonly calculator: string;
  readonly id: string;
  readonly kind: string;
  readonly ok: boolean;
  /** What was got, with the keys of `expected`. */
  readonly got: unknown;
  /** Largest relative difference of the numbers that are not 0. */
  readonly difference: number;
  readonly numbers: number;
  /** What does not hold; empty where the case passes. */
  readonly failures: readonly string[];
}

/** Runs one case through the science and compares: an unknown operation or kind fails, and so does a crash. */
export function runCase(verifier: Verifier, one: ReferenceCase, files: CaseFiles): Verdict {
  const { calculator, id, kind } = one;
  const verdict = { calculator, id, kind, ok: false, got: null, difference: 0, numbers: 0 };
  const operation = verifier.operations[one.operation];
  if (!caseKinds.some((known) => known === kind))
    return { ...verdict, failures: [`"${kind}" is not a kind of evidence: ${caseKinds.join(', ')}`] };
  if (operation === undefined)
    return { ...verdict, failures: [`"${one.operation}" is not an operation of ${calculator}`] };
  const expected = asObject(one.expected);
  const tolerance = asObject(one.tolerance);
  let got: unknown;
  try {
    got = operation(asObject(one.inputs), files);
  } catch (error) {
    const refused = error instanceof Refusal || error instanceof RangeError;
    const message = error instanceof Error ? error.message : String(error);
    if (refused && 'error' in expected)
      return { ...verdict, ok: true, got: { error: message }, failures: [] };
    return { ...verdict, got: { error: message }, failures: [`ended with: ${message}`] };
  }
  if ('error' in expected) {
    const failures = hasError(got) ? [] : ['it was to be refused, and was not'];
    return { ...verdict, ok: failures.length === 0, got, failures };
  }
  const wanted = verifier.expand?.(expected, files) ?? expected;
  const { allowance } = verifier;
  const own = allowance && ((path: readonly string[]) => allowance(path, tolerance, { got, expected }));
  const { failures, largestRelative, numbers } = compare(got, wanted, tolerance, own);
  return {
    ...verdict,
    ok: failures.length === 0,
    got: only(got, expected),
    difference: largestRelative,
    numbers,
    failures,
  };
}

/** The parts of what was got that a case expects. */
function only(got: unknown, expected: JsonObject): unknown {
  if (typeof got !== 'object' || got === null) return got;
  return Object.fromEntries(Object.entries(got).filter(([key]) => key in expected));
}

function hasError(got: unknown): boolean {
  return typeof got === 'object' && got !== null && 'error' in got;
}

function asObject(value: Json): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`an object was expected, found ${JSON.stringify(value)?.slice(0, 80)}`);
  return value as JsonObject; // not a list, not null: an object
}
