import { assess } from './assess.ts';
import type { SamplingInputs } from './inputs.ts';
import { warningsOf } from './warnings.ts';

export { findProblems as check, problems } from './inputs.ts';
export { warnings } from './warnings.ts';

export function run(inputs: SamplingInputs) {
  const { outputs, plan } = assess(inputs);
  return { outputs, warnings: warningsOf(plan, inputs) };
}
