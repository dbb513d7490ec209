import type { Bounds } from '../range-fault.ts';

/** Valid ranges of every quantity, in the unit of its argument: [smallest, largest]. */
export const regrowthBounds = {
  asymptote: [1, 3000],
  rate: [1e-4, 1],
  shape: [0.2, 10],
  age: [0, 500],
  /** Growth of Table 4.9, t/ha of dry matter a year. */
  growth: [0, 100],
  /** t/ha of dry matter */
  stock: [0, 3000],
  ratio: [0, 10],
  fraction: [0, 1],
} as const satisfies Record<string, Bounds>;

export const plotBounds = { age: [0, 500], stock: [0, 3000] } as const satisfies Record<string, Bounds>;

/** Shapes that may be held, and smallest values of what is fitted. */
export const shapeBounds: Bounds = [0.2, 10];
