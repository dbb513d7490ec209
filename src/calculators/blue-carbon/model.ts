import { assess } from './assess.ts';
import type { BlueCarbonInputs } from './fields.ts';
import { warningsOf } from './warnings.ts';

export { check, problems, warnings } from './warnings.ts';

export function run(inputs: BlueCarbonInputs) {
  const result = assess(inputs);
  return { outputs: result, warnings: warningsOf(inputs, result) };
}
