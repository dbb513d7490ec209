import { caseKinds, type Verdict } from './run-case.ts';

/** What the reference cases of one kind showed. */
export interface KindRecord {
  readonly kind: string;
  readonly cases: number;
  /** Numbers compared. */
  readonly numbers: number;
  /** No number differs by more than this share of itself: the largest difference, rounded up to a power of ten. */
  readonly withinRelative: number;
}

/** The verification of every calculator, by id: only what was measured; references stand with the verifiers. */
export type VerificationRecord = Readonly<Record<string, readonly KindRecord[]>>;

/** The record of cases that all hold. @throws Error naming a case that does not. */
export function recordOf(verdicts: readonly Verdict[]): VerificationRecord {
  const wrong = verdicts.find(({ ok }) => !ok);
  if (wrong) throw new Error(`${wrong.calculator} ${wrong.id} does not hold: ${wrong.failures[0] ?? ''}`);
  const ids = [...new Set(verdicts.map(({ calculator }) => calculator))].sort();
  return Object.fromEntries(
    ids.map((id) => {
      const own = verdicts.filter(({ calculator }) => calculator === id);
      return [id, caseKinds.flatMap((kind) => kindRecord(kind, own))];
    }),
  );
}

function kindRecord(kind: string, verdicts: readonly Verdict[]): readonly KindRecord[] {
  const own = verdicts.filter((one) => one.kind === kind);
  if (own.length === 0) return [];
  const numbers = own.reduce((sum, one) => sum + one.numbers, 0);
  const largest = own.reduce((most, { difference }) => Math.max(most, difference), 0);
  return [{ kind, cases: own.length, numbers, withinRelative: powerAbove(largest) }];
}

/** Differences of the last binary digits are not told apart: other machines round them otherwise. */
const smallestTold = 1e-12;

function powerAbove(difference: number): number {
  return Number(`1e${Math.ceil(Math.log10(Math.max(difference, smallestTold)) - 1e-9)}`);
}
