import type { Bounds } from '../range-fault.ts';

/** Valid ranges, in the unit of each quantity. */
export const yassoBounds = {
  temperature: [-60, 45],
  precipitation: [0, 15_000],
  diameter: [0, 100],
  leaching: [-10, 0],
  pool: [0, 100_000],
  litter: [0, 10_000],
  years: [1, 500],
  share: [0, 1],
} as const satisfies Record<string, Bounds>;
