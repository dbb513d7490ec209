import type { FactorTable } from '../factor.ts';
import table from './molar.json' with { type: 'json' };

export type MolarFactor = keyof typeof table.factors;

/** Masses of the elements, and the integer mass ratios of the inventories. */
export const molarFactors = table as FactorTable<MolarFactor>; // JSON types its words as string
