import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/soc-stock/cases.json' with { type: 'json' };
import { estimateOf } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('soc-stock');

describe('golden cases entered in the form', () => {
  const entered = goldenInputs(golden.cases).map((one, index) => [`${one.case}, ${index + 1}`, one] as const);

  it.each(entered)('%s', (_, { raw, expected }) => {
    const computation = calculator.compute(raw);
    if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
    for (const [name, value] of Object.entries(expected)) {
      const got = estimateOf(computation.result, name).value ?? Number.NaN;
      expect(Math.abs(got - value), name).toBeLessThanOrEqual(1e-6 * Math.max(1, value));
    }
  });

  it('are all of the file', () => {
    expect(new Set(entered.map(([, one]) => one.case))).toEqual(new Set(golden.cases.map(({ id }) => id)));
  });

  it('of stony soil have the density of stones that stands in the form', () => {
    const stony = entered.filter(([, { raw }]) => raw['densityBasis'] === 'whole-soil');
    const field = calculator.fields['stoneDensity'];
    expect(stony.map(([, { raw }]) => raw['stoneDensity'])).toEqual([
      field?.kind === 'quantity' ? field.default : null,
    ]);
  });
});
