import { defineCalculator } from '../define.ts';
import { fields } from './form.ts';
import { outputs } from './outputs.ts';

/** Units and gases: conversions between units, and a sum of gases as CO2 equivalents. */
export default defineCalculator({
  id: 'units-gwp',
  version: '1.1.0',
  fields,
  outputs,
  views: ['sets'],
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
