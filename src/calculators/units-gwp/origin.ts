import { gwpFactors } from '../../science/factors/gwp.ts';
import { molarFactors } from '../../science/factors/molar.ts';

export const factors = [gwpFactors, molarFactors];
export const assumptions = [
  'emissions-positive',
  'inventory-ratio',
  'molar-mass',
  'year',
  'methane-of-ecosystems',
];
export const limits = ['metric', 'interval', 'other-gases', 'temperature', 'money', 'gwp-star'];
