import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { estimateOf } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('eddy-covariance');

const folder = new URL('../../science/golden/eddy-covariance/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(read(name)));

describe('reference cases entered in the form', () => {
  const entered = goldenInputs(cases, read);

  it.each(entered.map((one) => [one.case, one] as const))('%s', (_, { raw, expected }) => {
    const computation = calculator.compute(raw);
    if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
    for (const [name, value] of Object.entries(expected))
      expect(estimateOf(computation.result, name).value, name).toBeCloseTo(value, 6);
  });

  it('are all that stand in the project', () => {
    expect(entered.length).toBeGreaterThanOrEqual(8);
    for (const { expected } of entered) expect(Object.values(expected)).not.toContain(Number.NaN);
  });
});
