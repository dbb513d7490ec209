import { gain, stock, unsure } from './views.ts';

export { equations, symbols, working } from './equations.ts';
export { sources } from './sources.ts';

export const views = { gain, stock, unsure };
