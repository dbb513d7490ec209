import { coastalFactors } from '../../science/factors/coastal-wetlands.ts';
import { gwpFactors } from '../../science/factors/gwp.ts';
import { defineCalculator } from '../define.ts';
import { assess } from './assess.ts';
import { equations, symbols, working } from './equations.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';
import { sources } from './sources.ts';
import { againstBaseline, throughTime } from './views.ts';
import { problemCodes, problemsOf, warningCodes, warningsOf } from './warnings.ts';

/** Carbon of mangrove, tidal marsh and seagrass that are brought back, IPCC Tier 1. */
export default defineCalculator({
  id: 'blue-carbon',
  version: '1.1.0',
  fields,
  outputs,
  sources,
  factors: [coastalFactors, gwpFactors],
  symbols,
  equations,
  views: { balance: againstBaseline, course: throughTime },
  working,
  assumptions: ['planting', 'ceiling', 'salinity', 'biomass', 'baseline', 'interval'],
  limits: ['tier-1', 'ceiling', 'interval', 'left-out', 'other-land'],
  problems: problemCodes,
  warnings: warningCodes,
  check: problemsOf,
  run: (inputs) => {
    const result = assess(inputs);
    return { outputs: result, warnings: warningsOf(inputs, result) };
  },
});
