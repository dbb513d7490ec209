import { defineCalculator } from '../define.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';

/** Carbon of mangrove, tidal marsh and seagrass that are brought back, IPCC Tier 1. */
export default defineCalculator({
  id: 'blue-carbon',
  version: '1.1.0',
  fields,
  outputs,
  views: ['balance', 'course'],
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
