import type { FactorTable } from '../factor.ts';
import table from './gwp.json' with { type: 'json' };

export type GwpFactor = keyof typeof table.factors;

/** Global warming potentials of methane and nitrous oxide, by assessment report and horizon. */
export const gwpFactors = table as FactorTable<GwpFactor>; // JSON types its words as string
