import { assess } from './assess.ts';
import type { CostInputs } from './fields.ts';
import { warningsOf } from './warnings.ts';

export { check, problems } from './check.ts';
export { unsure } from './unsure.ts';
export { warnings } from './warnings.ts';

export function run(inputs: CostInputs) {
  const { outputs, appraisal, carbon } = assess(inputs);
  return { outputs, warnings: warningsOf(inputs, appraisal, carbon) };
}
