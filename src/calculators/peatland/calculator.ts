import { defineCalculator } from '../define.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';

/** Drained peat against rewetted peat, IPCC Tier 1. */
export default defineCalculator({
  id: 'peatland',
  version: '1.1.0',
  fields,
  outputs,
  views: ['gases', 'factors', 'potentials'],
  variance: true,
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
