import { defineCalculator } from '../define.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';

/** Effects of several studies pooled: log response ratios, mean differences, or effects computed elsewhere. */
export default defineCalculator({
  id: 'meta-analysis',
  version: '2.0.0',
  // Hundreds of studies, each left out in turn, for every input that may drive the result.
  slow: true,
  fields,
  outputs,
  drivers: false, // the studies are what was found; each is left out in turn in a table
  views: ['forest', 'funnel'],
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
