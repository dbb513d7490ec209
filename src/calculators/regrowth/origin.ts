import { growthFactors } from '../../science/factors/ipcc-2019-growth.ts';
import { rootShootFactors } from '../../science/factors/ipcc-2019-root-shoot.ts';
import { molarFactors } from '../../science/factors/molar.ts';
import { treeFactors } from '../../science/factors/tree-biomass.ts';

export const factors = [growthFactors, rootShootFactors, treeFactors, molarFactors];
export const assumptions = ['zero-start', 'rates', 'cap', 'roots', 'survival', 'baseline', 'interval', 'fit'];
export const limits = [
  'plantations',
  'space-for-time',
  'one-site',
  'temperate-asia',
  'held',
  'pools',
  'losses',
];
