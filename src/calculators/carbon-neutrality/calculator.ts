import { defineCalculator } from '../define.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';

/** What restoring an area takes out of the air over time, against the emissions of the world or a country. */
export default defineCalculator({
  id: 'carbon-neutrality',
  version: '1.0.0',
  fields,
  outputs,
  views: ['removal', 'against', 'terms'],
  slow: true,
  drivers: false,
  variance: true,
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
