import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/sampling/cases.json' with { type: 'json' };
import { estimateOf } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('sampling');

describe('golden cases entered in the form', () => {
  const entered = goldenInputs(golden.cases).map((one) => [one.case, one] as const);

  it.each(entered)('%s', (_, { raw, expected }) => {
    const computation = calculator.compute(raw);
    if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
    for (const [name, value] of Object.entries(expected)) {
      const got = estimateOf(computation.result, name).value ?? Number.NaN;
      expect(Math.abs(got - value), name).toBeLessThanOrEqual(1e-9 * Math.max(1, value));
    }
  });

  it('are those that the fields can express', () => {
    expect(entered.map(([id]) => id)).toEqual([
      ...['sample-01', 'sample-04', 'sample-05', 'sample-07-1', 'sample-07-2'],
      ...['sample-08', 'sample-09', 'sample-10', 'sample-11'],
    ]);
  });
});
