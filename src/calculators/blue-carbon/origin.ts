import { coastalFactors } from '../../science/factors/coastal-wetlands.ts';
import { gwpFactors } from '../../science/factors/gwp.ts';

export const factors = [coastalFactors, gwpFactors];
export const assumptions = ['planting', 'ceiling', 'salinity', 'biomass', 'baseline', 'interval'];
export const limits = ['tier-1', 'ceiling', 'interval', 'left-out', 'other-land'];
