import { defineCalculator } from '../define.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';

/** Soil organic carbon stock to a fixed depth, at equal soil mass, and its change between two dates. */
export default defineCalculator({
  id: 'soc-stock',
  version: '2.1.0',
  fields,
  outputs,
  views: ['mass', 'change'],
  variance: true,
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
