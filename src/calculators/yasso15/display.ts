import { poolsThroughTime, stockThroughTime } from './views.ts';

export { equations, symbols, working } from './equations.ts';
export { sources } from './sources.ts';

export const views = { stock: stockThroughTime, pools: poolsThroughTime };
