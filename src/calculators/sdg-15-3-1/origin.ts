import { landDegradationFactors } from '../../science/factors/land-degradation.ts';

export const factors = [landDegradationFactors];
export const assumptions = ['one-out-all-out', 'missing', 'soc-limit', 'water'];
export const limits = ['no-rasters', 'no-uncertainty', 'soc-method', 'contradictions'];
