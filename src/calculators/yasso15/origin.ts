import { yasso15Factors } from '../../science/factors/yasso15.ts';

export const factors = [yasso15Factors];
export const assumptions = ['even-litter', 'same-climate', 'start', 'start-size', 'shares', 'leaching'];
export const limits = ['uncertainty', 'tropics', 'soils', 'parameters', 'stand', 'depth'];
