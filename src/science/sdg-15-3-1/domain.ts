import type { LandUnit } from './units.ts';

/** Land cover classes of the UNCCD by their codes 1 to 7. */
export const landCovers = [
  'tree-covered',
  'grassland',
  'cropland',
  'wetland',
  'artificial',
  'other-land',
  'water',
] as const;

export type LandCover = (typeof landCovers)[number];

/** Valid ranges of the numbers of a unit, in the unit of its argument; the area is above its smallest. */
export const landUnitBounds = {
  area: [0, 150_000_000], // all land of the Earth
  trajectory: [-3, 3],
  state: [-9, 9],
  performance: [-1, 0],
  productivity: [1, 5],
  socBaseline: [0, 2000],
  socFinal: [0, 2000],
} as const satisfies Partial<Record<keyof LandUnit, readonly [number, number]>>;

export const subIndicators = ['productivity', 'landCover', 'soc'] as const;

export type SubIndicator = (typeof subIndicators)[number];
