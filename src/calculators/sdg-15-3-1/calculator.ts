import { defineCalculator } from '../define.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';

/** SDG indicator 15.3.1, the proportion of land that is degraded, from the sub-indicators of land units. */
export default defineCalculator({
  id: 'sdg-15-3-1',
  version: '1.1.0',
  fields,
  outputs,
  views: ['areas', 'without'],
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
