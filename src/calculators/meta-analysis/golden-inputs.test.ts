import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/meta-analysis/cases.json' with { type: 'json' };
import { estimateOf } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('meta-analysis');

describe('golden cases entered in the form', () => {
  const entered = goldenInputs(golden.cases).map(
    (one) => [`${one.case}, ${one.raw['method']} ${one.raw['test']}`, one] as const,
  );

  it.each(entered)('%s', (_, { raw, expected }) => {
    const computation = calculator.compute(raw);
    if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
    for (const [name, value] of Object.entries(expected)) {
      const got = estimateOf(computation.result, name).value ?? Number.NaN;
      // The reference ends its search for τ² early, and I² hangs on it.
      const tolerance = raw['method'] === 'REML' ? 5e-4 : 1e-6;
      expect(Math.abs(got - value), name).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(value)));
    }
  });

  it('are all of the file', () => {
    expect(new Set(entered.map(([, one]) => one.case))).toEqual(new Set(golden.cases.map(({ id }) => id)));
  });
});
