import { rothcFactors } from '../../science/factors/rothc.ts';

export const factors = [rothcFactors];
export const assumptions = ['order', 'equilibrium', 'same-climate', 'pan', 'land-use', 'inert', 'band'];
export const limits = ['uncertainty', 'soils', 'topsoil', 'origin', 'erosion', 'radiocarbon'];
