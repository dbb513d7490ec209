import type { FactorTable } from '../factor.ts';
import table from './stone-density.json' with { type: 'json' };

/** Density of coarse fragments, for bulk densities of samples with their stones. */
export const stoneDensityFactors = table as FactorTable<keyof typeof table.factors>; // JSON types its words as string
