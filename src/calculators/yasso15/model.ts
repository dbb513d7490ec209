import { assess } from './assess.ts';
import { warningsOf } from './check.ts';
import type { YassoInputs } from './fields.ts';

export { check, problems, warnings } from './check.ts';

export function run(inputs: YassoInputs) {
  const found = assess(inputs);
  if (found === null) throw new Error('run before its check'); // check lets none through
  return { outputs: found, warnings: warningsOf(inputs) };
}
