import { defineCalculator } from '../define.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';

/** How many sample plots an inventory needs, or what a number of plots achieves, and where they should lie. */
export default defineCalculator({
  id: 'sampling',
  version: '2.0.0',
  fields,
  outputs,
  headline: { field: 'goal', by: { total: 'halfWidth' } },
  views: ['precision', 'cost', 'strata'],
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
