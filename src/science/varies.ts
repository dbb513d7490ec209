import type { Summary } from './monte-carlo.ts';

/** Whether samples differ by more than the rounding of their sums: false where every input was a constant. */
export function varies({ p2_5, p97_5 }: Pick<Summary, 'p2_5' | 'p97_5'>): boolean {
  return p97_5 - p2_5 > 1e-9 * Math.max(Math.abs(p2_5), Math.abs(p97_5));
}
