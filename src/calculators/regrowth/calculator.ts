import { growthFactors } from '../../science/factors/ipcc-2019-growth.ts';
import { rootShootFactors } from '../../science/factors/ipcc-2019-root-shoot.ts';
import { molarFactors } from '../../science/factors/molar.ts';
import { treeFactors } from '../../science/factors/tree-biomass.ts';
import { defineCalculator } from '../define.ts';
import { check, problems } from './check.ts';
import { equations, symbols, working } from './equations.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';
import { run } from './run.ts';
import { sources } from './sources.ts';
import { growthThroughTime, increments, removalThroughTime } from './views.ts';
import { warnings } from './warnings.ts';

/** Growth and carbon removal of a regrowing stand: IPCC rates, a given curve, or a curve fitted to plots. */
export default defineCalculator({
  id: 'regrowth',
  version: '1.1.0',
  fields,
  outputs,
  sources,
  factors: [growthFactors, rootShootFactors, treeFactors, molarFactors],
  symbols,
  equations,
  views: { growth: growthThroughTime, removal: removalThroughTime, increments },
  working,
  assumptions: ['zero-start', 'rates', 'cap', 'roots', 'survival', 'baseline', 'interval', 'fit'],
  limits: ['plantations', 'space-for-time', 'one-site', 'temperate-asia', 'held', 'pools', 'losses'],
  problems,
  warnings,
  check,
  run,
});
