import { defineCalculator } from '../define.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';

/** u* filter, gap filling and partitioning of half-hourly or hourly net ecosystem exchange. */
export default defineCalculator({
  id: 'eddy-covariance',
  version: '2.0.0',
  slow: true,
  fields,
  outputs,
  views: ['fingerprint', 'cumulative', 'light', 'balance'],
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
