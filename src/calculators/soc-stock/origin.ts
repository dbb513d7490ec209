import { stoneDensityFactors } from '../../science/factors/stone-density.ts';

export const factors = [stoneDensityFactors];
export const assumptions = [
  'uniform-layer',
  'stones-without-carbon',
  'organic-carbon',
  'fine-earth-mass',
  'errors',
];
export const limits = ['fixed-depth', 'one-profile', 'depth-error', 'extrapolation', 'carbonates'];
