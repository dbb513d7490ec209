import type { FactorTable } from '../factor.ts';
import table from './eddy-covariance.json' with { type: 'json' };

export type FluxFactor = keyof typeof table.factors;

/** Constants of u* filter, gap filling, potential radiation and respiration. */
export const fluxFactors = table as FactorTable<FluxFactor>; // JSON types its words as string
