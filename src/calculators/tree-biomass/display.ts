import { diameterClasses, heightsByDiameter, plotByPlot } from './views.ts';

export { equations, symbols, working } from './equations.ts';
export { sources } from './sources.ts';

export const views = { classes: diameterClasses, plots: plotByPlot, heights: heightsByDiameter };
