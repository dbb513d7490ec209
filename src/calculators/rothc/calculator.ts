import { rothcFactors } from '../../science/factors/rothc.ts';
import { defineCalculator } from '../define.ts';
import { assess } from './assess.ts';
import { check, problems, warningCodes, warningsOf } from './check.ts';
import { equations, symbols, working } from './equations.ts';
import { fields } from './fields.ts';
import { beginning, scenarioOf } from './inputs.ts';
import { outputs } from './outputs.ts';
import { sources } from './sources.ts';
import { poolsThroughTime, stockThroughTime } from './views.ts';

/** Soil carbon after a change of management, with RothC-26.3. */
export default defineCalculator({
  id: 'rothc',
  version: '2.0.0',
  fields,
  outputs,
  sources,
  factors: [rothcFactors],
  symbols,
  equations,
  views: { stock: stockThroughTime, pools: poolsThroughTime },
  working,
  assumptions: ['order', 'equilibrium', 'same-climate', 'pan', 'land-use', 'inert', 'band'],
  limits: ['uncertainty', 'soils', 'topsoil', 'origin', 'erosion', 'radiocarbon'],
  problems,
  warnings: warningCodes,
  check,
  run: (inputs) => {
    const scenario = scenarioOf(inputs);
    const begun = scenario && beginning(inputs, scenario);
    if (scenario === null || begun === null) throw new Error('run before its check'); // check lets none through
    const found = assess(inputs, scenario, begun);
    return { outputs: found, warnings: warningsOf(inputs, scenario, found) };
  },
});
