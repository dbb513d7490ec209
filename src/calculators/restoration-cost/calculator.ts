import { defineCalculator } from '../define.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';

/** Present value of a restoration project and its cost per tonne of CO2e. */
export default defineCalculator({
  id: 'restoration-cost',
  version: '2.0.0',
  // The spread is drawn anew for every input that is moved to see what drives the result.
  slow: true,
  fields,
  outputs,
  views: ['money', 'tonne', 'swings'],
  variance: true,
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
