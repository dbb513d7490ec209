/** A reference result, as a file of `golden` holds it. */
export interface ReferenceCase {
  readonly calculator: string;
  readonly id: string;
  readonly operation: string;
  readonly kind: string;
  readonly title: string;
  readonly source: string;
  readonly inputs: Json;
  readonly expected: Json;
  readonly tolerance: Json;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** How much a number may differ: it passes where |got - expected| <= max(abs, rel · |expected|). */
export interface Allowance {
  readonly rel: number;
  readonly abs: number;
}

/** What stands beside a case. */
export interface CaseFiles {
  /** The text of a file in the folder of the case. @throws Error where there is none. */
  read(name: string): string;
}

/** How the cases of one calculator are run through `science`. */
export interface Verifier {
  readonly calculator: string;
  /**
   * What each operation gives for the inputs of a case, with the keys of `expected`; keys that a case does not
   * expect are not looked at. What must be refused throws (any error of `science` or `Refusal`): its message
   * becomes `got.error`. `null` stands for "not defined".
   */
  readonly operations: Readonly<Record<string, (inputs: JsonObject, files: CaseFiles) => unknown>>;
  /** `expected` with what stands in files beside the case (the columns of a CSV, say) put in. */
  readonly expand?: (expected: JsonObject, files: CaseFiles) => Json;
  /**
   * The allowance for the number at a path of `expected` where the general reading of `tolerance` (see
   * `compare.ts`) does not know it; undefined leaves it to that reading, `'ignore'` leaves a note out. `found` is
   * for tolerances with a condition ("a lower sum of squares is accepted").
   */
  readonly allowance?: (
    path: readonly string[],
    tolerance: JsonObject,
    found: { readonly got: unknown; readonly expected: JsonObject },
  ) => Allowance | 'ignore' | undefined;
  /** Outside implementations and publications that the shipped cases come from, with version, table or page. */
  readonly references: readonly string[];
  /** What no reference result covers, one plain sentence each. */
  readonly notVerified: readonly string[];
}

/** Thrown by an operation for inputs that must be refused and that `science` does not see itself. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
