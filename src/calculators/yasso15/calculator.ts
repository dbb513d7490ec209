import { yasso15Factors } from '../../science/factors/yasso15.ts';
import { defineCalculator } from '../define.ts';
import { assess } from './assess.ts';
import { check, problems, warningCodes, warningsOf } from './check.ts';
import { equations, symbols, working } from './equations.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';
import { sources } from './sources.ts';
import { poolsThroughTime, stockThroughTime } from './views.ts';

/** Soil carbon after a change of litter, with Yasso15. */
export default defineCalculator({
  id: 'yasso15',
  version: '2.0.0',
  fields,
  outputs,
  sources,
  factors: [yasso15Factors],
  symbols,
  equations,
  views: { stock: stockThroughTime, pools: poolsThroughTime },
  working,
  assumptions: ['even-litter', 'same-climate', 'start', 'start-size', 'shares', 'leaching'],
  limits: ['uncertainty', 'tropics', 'soils', 'parameters', 'stand', 'depth'],
  problems,
  warnings: warningCodes,
  check,
  run: (inputs) => {
    const found = assess(inputs);
    if (found === null) throw new Error('run before its check'); // check lets none through
    return { outputs: found, warnings: warningsOf(inputs) };
  },
});
