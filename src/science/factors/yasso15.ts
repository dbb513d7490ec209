import type { FactorTable } from '../factor.ts';
import table from './yasso15.json' with { type: 'json' };

export type Yasso15Factor = keyof typeof table.factors;

/** The 35 parameters of Yasso15, under the names of the reference. */
export const yasso15Factors = table as FactorTable<Yasso15Factor>; // JSON types its words as string
