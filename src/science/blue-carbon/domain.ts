import type { Bounds } from '../range-fault.ts';

/** Coastal wetlands of the Wetlands Supplement, chapter 4. */
export const coastalSystems = ['mangrove', 'tidal-marsh', 'seagrass'] as const;

export type CoastalSystem = (typeof coastalSystems)[number];

/** Climates in which tables 4.3 to 4.5 split mangroves. */
export const mangroveClimates = ['tropical-wet', 'tropical-dry', 'subtropical'] as const;

export type MangroveClimate = (typeof mangroveClimates)[number];

/** Valid ranges: [smallest, largest]. */
export const blueCarbonBounds = {
  /** ha */
  area: [0, 1e8],
  years: [1, 200],
  /** ppt */
  salinity: [0, 60],
  /** % of the area */
  cover: [0, 100],
  /** t C ha-1 to 1 m */
  soilStock: [0, 2000],
  /** t dry matter ha-1 */
  aboveground: [0, 1000],
} as const satisfies Readonly<Record<string, Bounds>>;
