import { growthThroughTime, increments, removalThroughTime } from './views.ts';

export { equations, symbols, working } from './equations.ts';
export { sources } from './sources.ts';

export const views = { growth: growthThroughTime, removal: removalThroughTime, increments };
