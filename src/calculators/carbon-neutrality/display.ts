import { againstEmissions, netRemoval, termByTerm } from './views.ts';

export { equations, symbols, working } from './equations.ts';
export { sources } from './sources.ts';

export const views = { removal: netRemoval, against: againstEmissions, terms: termByTerm };
