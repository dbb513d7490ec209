import { estimateOf, rowsOf } from '../calculators/define.ts';
import type { Inputs } from '../calculators/fields.ts';
import { loadCalculator } from '../calculators/load.ts';
import type { Estimate, OutputRow } from '../calculators/output.ts';

/** The worked example with one source of the rate. */
export interface ExampleRun {
  readonly rateFrom: 'synthesis' | 'ipcc';
  readonly inputs: Inputs;
  readonly removal: Estimate;
  readonly share: Estimate;
  readonly emitted: number;
  readonly firstRate: number;
  readonly terms: readonly OutputRow[];
  /** One row a year. */
  readonly course: readonly OutputRow[];
}

/** What the form of the calculator opens with, by the rate of the synthesis and by that of the IPCC. */
export async function exampleRuns(): Promise<readonly ExampleRun[]> {
  runs ??= compute();
  return runs;
}

let runs: Promise<readonly ExampleRun[]> | undefined;

async function compute(): Promise<readonly ExampleRun[]> {
  const calculator = await loadCalculator('carbon-neutrality');
  return (['synthesis', 'ipcc'] as const).map((rateFrom): ExampleRun => {
    const computation = calculator.compute({ rateFrom });
    if (!computation.ok)
      throw new Error(`the worked example does not run: ${JSON.stringify(computation.problems)}`);
    const { inputs, result } = computation;
    return {
      ...{ rateFrom, inputs, removal: estimateOf(result, 'removal'), share: estimateOf(result, 'share') },
      emitted: estimateOf(result, 'emitted').value ?? 0,
      firstRate: estimateOf(result, 'firstRate').value ?? 0,
      ...{ terms: rowsOf(result, 'terms'), course: rowsOf(result, 'course') },
    };
  });
}
