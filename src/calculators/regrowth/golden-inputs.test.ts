import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/regrowth/cases.json' with { type: 'json' };
import { estimateOf } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('regrowth');

describe('golden cases entered in the form', () => {
  const entered = goldenInputs(golden.cases).map((one) => [one.case, one] as const);

  it.each(entered)('%s', (_, { raw, expected }) => {
    const computation = calculator.compute({ draws: 1000, ...raw });
    if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
    const relative = raw['method'] === 'fit' ? 0.005 : raw['method'] === 'curve' ? 1e-6 : 1e-4;
    for (const [name, value] of Object.entries(expected)) {
      const got = estimateOf(computation.result, name).value ?? Number.NaN;
      expect(Math.abs(got - value), name).toBeLessThanOrEqual(relative * Math.max(1e-3, value));
    }
  });

  it('are all of the file', () => {
    expect(entered.map(([id]) => id)).toEqual(golden.cases.map(({ id }) => id));
  });
});
