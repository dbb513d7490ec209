import type { Bounds } from '../range-fault.ts';

export const tillages = ['full', 'reduced', 'no-till'] as const;

export type Tillage = (typeof tillages)[number];

export const ownFactorBounds = [0.1, 3] as const;

/** Valid ranges: [smallest, largest]. */
export const socTier1Bounds = {
  /** t C ha-1, 0-30 cm */
  referenceStock: [0, 1000],
  /** A stock change factor, or the product of three. */
  factor: [0, 10],
  /** ha */
  area: [0, 1e9],
  years: [0, 200],
  transitionYears: [1, 100],
} as const satisfies Readonly<Record<string, Bounds>>;

export const scenarioBounds = {
  area: socTier1Bounds.area,
  years: [1, 100],
  nitrogen: [-1000, 1000],
} as const;
