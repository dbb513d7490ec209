import { fluxFactors } from '../../science/factors/eddy-covariance.ts';
import { molarFactors } from '../../science/factors/molar.ts';

export const factors = [fluxFactors, molarFactors];
export const assumptions = [
  'sign',
  'standard-time',
  'turbulence',
  'similar-weather',
  'night-respiration',
  'random-error',
  'units',
];
export const limits = [
  'processed-fluxes',
  'no-storage',
  'interval',
  'threshold-band',
  'open-path',
  'no-extrapolation',
  'carbon-only',
  'tropics',
];
