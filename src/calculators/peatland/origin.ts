import { gwpFactors } from '../../science/factors/gwp.ts';
import { organicSoilFactors } from '../../science/factors/organic-soils.ts';

export const factors = [organicSoilFactors, gwpFactors];
export const assumptions = ['stays-drained', 'from-first-year', 'nitrous-oxide', 'ditches', 'interval'];
export const limits = ['tier-1', 'mineral-soil', 'first-years', 'left-out', 'biomass', 'metric', 'medians'];
