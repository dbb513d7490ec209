import type { FactorTable } from '../factor.ts';
import table from './rothc.json' with { type: 'json' };

export type RothcFactor = keyof typeof table.factors;

/** Every constant of RothC-26.3 and the regression for inert carbon. */
export const rothcFactors = table as FactorTable<RothcFactor>; // JSON types its words as string
