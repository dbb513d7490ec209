import type { RawInputs } from './fields.ts';

/** A reference case as a reader would enter it; `golden-inputs.ts` of each calculator makes them, for tests only. */
export interface GoldenInput {
  readonly case: string;
  readonly raw: RawInputs;
  /** Figures of the result by name, as the reference case has them. */
  readonly expected: Readonly<Record<string, number>>;
}
