import { gwpFactors } from '../../science/factors/gwp.ts';
import { organicSoilFactors } from '../../science/factors/organic-soils.ts';
import { peatFaults } from '../../science/peatland/balance.ts';
import { defineCalculator } from '../define.ts';
import { assess, projectOf } from './assess.ts';
import { equations, symbols, working } from './equations.ts';
import { fields } from './fields.ts';
import { outputs } from './outputs.ts';
import { ownFactorProblems } from './own-factors.ts';
import { sources } from './sources.ts';
import { byFactor, byGas, bySet } from './views.ts';
import { warningCodes, warningsOf } from './warnings.ts';

/** Drained peat against rewetted peat, IPCC Tier 1. */
export default defineCalculator({
  id: 'peatland',
  version: '1.1.0',
  fields,
  outputs,
  sources,
  factors: [organicSoilFactors, gwpFactors],
  symbols,
  equations,
  views: { gases: byGas, factors: byFactor, potentials: bySet },
  working,
  assumptions: ['stays-drained', 'from-first-year', 'nitrous-oxide', 'ditches', 'interval'],
  limits: ['tier-1', 'mineral-soil', 'first-years', 'left-out', 'biomass', 'metric', 'medians'],
  problems: ['zones-differ', 'factor-twice', 'limit-alone', 'limits-order', 'not-whole'],
  warnings: warningCodes,
  check: (inputs) => {
    return [
      ...peatFaults(projectOf(inputs)).flatMap(({ code, argument, value }) =>
        code === 'zones-differ' ? [{ code, path: argument, value }] : [],
      ),
      ...ownFactorProblems(inputs.ownFactors),
      ...(['draws', 'seed'] as const).flatMap((path) =>
        Number.isInteger(inputs[path]) ? [] : [{ code: 'not-whole' as const, path, value: inputs[path] }],
      ),
    ];
  },
  run: (inputs) => {
    const result = assess(inputs);
    return { outputs: result, warnings: warningsOf(inputs, result) };
  },
});
