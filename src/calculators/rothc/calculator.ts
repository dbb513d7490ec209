import { defineCalculator } from '../define.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';

/** Soil carbon after a change of management, with RothC-26.3. */
export default defineCalculator({
  id: 'rothc',
  version: '2.0.0',
  fields,
  outputs,
  views: ['stock', 'pools'],
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
