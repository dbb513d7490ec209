import { peatFaults } from '../../science/peatland/balance.ts';
import { assess, projectOf } from './assess.ts';
import type { PeatlandInputs } from './fields.ts';
import { ownFactorProblems } from './own-factors.ts';
import { warningsOf } from './warnings.ts';

export { unsure } from './unsure.ts';
export { warnings } from './warnings.ts';
export const problems = ['zones-differ', 'factor-twice', 'limit-alone', 'limits-order', 'not-whole'] as const;

export function check(inputs: PeatlandInputs) {
  return [
    ...peatFaults(projectOf(inputs)).flatMap(({ code, argument, value }) =>
      code === 'zones-differ' ? [{ code, path: argument, value }] : [],
    ),
    ...ownFactorProblems(inputs.ownFactors),
    ...(['draws', 'seed'] as const).flatMap((path) =>
      Number.isInteger(inputs[path]) ? [] : [{ code: 'not-whole' as const, path, value: inputs[path] }],
    ),
  ];
}

export function run(inputs: PeatlandInputs) {
  const result = assess(inputs);
  return { outputs: result, warnings: warningsOf(inputs, result) };
}
