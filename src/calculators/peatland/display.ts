import { byFactor, byGas, bySet } from './views.ts';

export { equations, symbols, working } from './equations.ts';
export { sources } from './sources.ts';

export const views = { gases: byGas, factors: byFactor, potentials: bySet };
