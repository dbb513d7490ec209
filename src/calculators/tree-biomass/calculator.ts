import { defineCalculator } from '../define.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';

/** Biomass and carbon of trees and plots, with the uncertainty of measuring and of the equation. */
export default defineCalculator({
  id: 'tree-biomass',
  version: '1.1.0',
  slow: true,
  fields,
  outputs,
  views: ['classes', 'plots', 'heights'],
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
