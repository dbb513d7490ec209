import { defineCalculator } from '../define.ts';
import { fields } from './form.ts';
import { outputs } from './outputs.ts';

/** Soil carbon after a change of land use or management, IPCC Tier 1. */
export default defineCalculator({
  id: 'ipcc-soc-tier1',
  version: '1.1.0',
  fields,
  outputs,
  drivers: false, // choices decide; a view shows the errors of the published numbers
  views: ['gain', 'stock', 'unsure'],
  variance: true,
  model: () => import('./model.ts'),
  display: () => import('./display.ts'),
  origin: () => import('./origin.ts'),
});
