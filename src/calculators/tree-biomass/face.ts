import { rootShootFactors } from '../../science/factors/ipcc-2019-root-shoot.ts';
import { treeFactors } from '../../science/factors/tree-biomass.ts';
import { equationFactors } from '../../science/factors/tree-equations.ts';
import { defineCalculator } from '../define.ts';
import { problemCodes, warningCodes } from './codes.ts';
import { equations, symbols, working } from './equations.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';
import { sources } from './sources.ts';
import { diameterClasses, heightsByDiameter, plotByPlot } from './views.ts';

/** Biomass and carbon of trees and plots: all but the science. */
export const face = {
  id: 'tree-biomass',
  version: '1.1.0',
  slow: true,
  fields,
  outputs,
  sources,
  factors: [treeFactors, equationFactors, rootShootFactors],
  symbols,
  equations,
  views: { classes: diameterClasses, plots: plotByPlot, heights: heightsByDiameter },
  working,
  assumptions: [
    'live-trees',
    'wood-density',
    'genus-density',
    'errors',
    'gross-errors',
    'shared-coefficients',
    'carbon-fraction',
    'roots',
    'equal-plots',
  ],
  limits: [
    'other-growth-forms',
    'saplings',
    'equation-choice',
    'between-plots',
    'strata',
    'slope',
    'height-coefficients',
    'pools',
  ],
  problems: problemCodes,
  warnings: warningCodes,
} as const;

/** For pages: a worker computes, with the table of wood densities and the science. */
export default defineCalculator({
  ...face,
  run: () => {
    throw new Error('tree-biomass is computed in a worker');
  },
});
