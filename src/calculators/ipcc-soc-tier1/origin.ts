import { gwpFactors } from '../../science/factors/gwp.ts';
import { soilCarbonFactors } from '../../science/factors/ipcc-soc.ts';

export const factors = [soilCarbonFactors, gwpFactors];
export const assumptions = ['equilibrium', 'linear', 'same-area', 'nominal', 'errors', 'nitrogen', 'wetland'];
export const limits = ['tier-1', 'topsoil', 'factor-sets', 'organic-soil', 'erosion', 'pools', 'interval'];
