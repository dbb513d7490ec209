import { defineCalculator } from '../define.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';

/** Growth and carbon removal of a regrowing stand: IPCC rates, a given curve, or a curve fitted to plots. */
export default defineCalculator({
  id: 'regrowth',
  version: '1.1.0',
  fields,
  outputs,
  views: ['growth', 'removal', 'increments'],
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
