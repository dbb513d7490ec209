import { type Calculator, defineCalculator, type ModelPart, withParts } from './define.ts';
import type { Fields } from './fields.ts';
import type { Outputs } from './output.ts';

/** A calculator that draws nothing, for tests of what all calculators share. */
export function sampleCalculator<
  const F extends Fields,
  const O extends Outputs,
  const P extends string = never,
  const W extends string = never,
>(fields: F, outputs: O, model: ModelPart<F, O, P, W>): Promise<Calculator> {
  const definition = defineCalculator<F, O, never, P, W>({
    id: 'example',
    version: '1.0.0',
    fields,
    outputs,
    views: [],
    model: async () => model,
    display: async () => ({ sources: [], views: {} }),
    origin: async () => ({}),
  });
  return withParts(definition);
}
