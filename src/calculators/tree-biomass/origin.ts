import { rootShootFactors } from '../../science/factors/ipcc-2019-root-shoot.ts';
import { treeFactors } from '../../science/factors/tree-biomass.ts';
import { equationFactors } from '../../science/factors/tree-equations.ts';

export const factors = [treeFactors, equationFactors, rootShootFactors];
export const assumptions = [
  'live-trees',
  'wood-density',
  'genus-density',
  'errors',
  'gross-errors',
  'shared-coefficients',
  'carbon-fraction',
  'roots',
  'equal-plots',
];
export const limits = [
  'other-growth-forms',
  'saplings',
  'equation-choice',
  'between-plots',
  'strata',
  'slope',
  'height-coefficients',
  'pools',
];
