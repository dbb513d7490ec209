import type { Bounds } from '../range-fault.ts';

/** Drained land of the Wetlands Supplement, chapter 2, by climate zone. */
export const drainedCategories = [
  'boreal-forest-poor',
  'boreal-forest-rich',
  'boreal-cropland',
  'boreal-grassland',
  'boreal-peat-extraction',
  'temperate-forest',
  'temperate-cropland',
  'temperate-grassland-poor',
  'temperate-grassland-rich-deep',
  'temperate-grassland-rich-shallow',
  'temperate-peat-extraction',
  'tropical-forest-cleared-or-drained',
  'tropical-plantation-long-rotation',
  'tropical-plantation-short-rotation-acacia',
  'tropical-oil-palm',
  'tropical-sago-palm',
  'tropical-cropland-except-rice',
  'tropical-grassland',
  'tropical-peat-extraction',
] as const;

export type DrainedCategory = (typeof drainedCategories)[number];

/** Rewetted land of the Wetlands Supplement, chapter 3, by climate zone and nutrients. */
export const rewettedCategories = [
  'boreal-poor',
  'boreal-rich',
  'temperate-poor',
  'temperate-rich',
  'tropical',
] as const;

export type RewettedCategory = (typeof rewettedCategories)[number];

/** Valid ranges: [smallest, largest]. */
export const peatlandBounds = {
  /** ha */
  area: [0, 1e8],
  years: [1, 200],
  /** share of the area */
  ditchFraction: [0, 1],
} as const satisfies Readonly<Record<string, Bounds>>;
