import { assess } from './assess.ts';
import { warningsOf } from './check.ts';
import type { RothcInputs } from './fields.ts';
import { beginning, scenarioOf } from './inputs.ts';

export { check, problems, warnings } from './check.ts';

export function run(inputs: RothcInputs) {
  const scenario = scenarioOf(inputs);
  const begun = scenario && beginning(inputs, scenario);
  if (scenario === null || begun === null) throw new Error('run before its check'); // check lets none through
  const found = assess(inputs, scenario, begun);
  return { outputs: found, warnings: warningsOf(inputs, scenario, found) };
}
