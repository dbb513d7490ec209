import { defineCalculator } from '../define.ts';
import { assess } from './assess.ts';
import { check, problems } from './check.ts';
import { equations, symbols, working } from './equations.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';
import { sources } from './sources.ts';
import { costOfTonne, moneyThroughTime, swingsOfWorth } from './views.ts';
import { warningCodes, warningsOf } from './warnings.ts';

/** Present value of a restoration project and its cost per tonne of CO2e. */
export default defineCalculator({
  id: 'restoration-cost',
  version: '2.0.0',
  fields,
  outputs,
  sources,
  symbols,
  equations,
  // The spread is drawn anew for every input that is moved to see what drives the result.
  slow: true,
  views: { money: moneyThroughTime, tonne: costOfTonne, swings: swingsOfWorth },
  working,
  assumptions: ['year-zero', 'discounted-carbon', 'triangles', 'one-price-year', 'credits', 'annuity', 'gwp'],
  limits: ['ranking', 'social-cost', 'double-counting', 'sunk-costs', 'taxes', 'correlation'],
  problems,
  warnings: warningCodes,
  check,
  run: (inputs) => {
    const { outputs: found, appraisal, carbon } = assess(inputs);
    return { outputs: found, warnings: warningsOf(inputs, appraisal, carbon) };
  },
});
