import type { FactorTable } from '../factor.ts';
import table from './coastal-wetlands.json' with { type: 'json' };

export type CoastalFactor = keyof typeof table.factors;

/** Factors of mangrove, tidal marsh and seagrass (IPCC Wetlands Supplement, chapter 4). */
export const coastalFactors = table as FactorTable<CoastalFactor>; // JSON types its words as string
