import { balance, cumulative, fingerprint, light } from './views.ts';

export { equations, symbols, working } from './equations.ts';
export { sources } from './sources.ts';

export const views = { fingerprint, cumulative, light, balance };
