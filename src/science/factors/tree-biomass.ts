import type { FactorTable } from '../factor.ts';
import table from './tree-biomass.json' with { type: 'json' };

export type TreeFactor = keyof typeof table.factors;

/** Coefficients, heights, errors and ratios that the biomass of trees is computed with. */
export const treeFactors = table as FactorTable<TreeFactor>; // JSON types its words as string

/** The value of one of them, in its own unit. */
export function treeFactor(key: TreeFactor): number {
  return treeFactors.factors[key].value;
}
