import { defineCalculator } from '../define.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';

/** How far a restored site has come towards its reference: six attributes of three parts each, scored 0–5. */
export default defineCalculator({
  id: 'recovery-wheel',
  version: '1.0.0',
  fields,
  outputs,
  views: ['wheel'],
  // Scores are judgements: a tenth of one means nothing.
  drivers: false,
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
