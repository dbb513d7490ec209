import { gwpFactors } from '../../science/factors/gwp.ts';
import { growthFactors } from '../../science/factors/ipcc-2019-growth.ts';
import { rootShootFactors } from '../../science/factors/ipcc-2019-root-shoot.ts';
import { molarFactors } from '../../science/factors/molar.ts';
import { treeFactors } from '../../science/factors/tree-biomass.ts';

export const factors = [growthFactors, rootShootFactors, treeFactors, molarFactors, gwpFactors];
export const assumptions = [
  'equal-parts',
  'pooled-rate',
  'next-site',
  'saturation',
  'stand',
  'disturbance',
  'leakage',
  'gases',
  'pathway',
  'interval',
];
export const limits = [
  'no-offset',
  'fossil',
  'one-question',
  'transfer',
  'held',
  'albedo',
  'climate',
  'baseline',
];
