import { costOfTonne, moneyThroughTime, swingsOfWorth } from './views.ts';

export { equations, symbols, working } from './equations.ts';
export { sources } from './sources.ts';

export const views = { money: moneyThroughTime, tonne: costOfTonne, swings: swingsOfWorth };
