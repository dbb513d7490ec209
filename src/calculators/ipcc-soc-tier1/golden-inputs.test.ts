import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/ipcc-soc-tier1/cases.json' with { type: 'json' };
import { estimateOf } from '../define.ts';
import type { RawInputs } from '../fields.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs, roundedGoldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('ipcc-soc-tier1');

function figureOf(raw: RawInputs, name: string): number {
  const computation = calculator.compute(raw);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return estimateOf(computation.result, name).value ?? Number.NaN;
}

const exact = goldenInputs(golden.cases);
const rounded = roundedGoldenInputs(golden.cases);

describe('golden cases entered in the form', () => {
  it.each(exact.map((one, index) => [`${one.case}, ${index + 1}`, one] as const))('%s', (_, one) => {
    for (const [name, value] of Object.entries(one.expected))
      expect(Math.abs(figureOf(one.raw, name) - value), name).toBeLessThanOrEqual(1e-9 * Math.max(1, value));
  });

  it.each(rounded.map((one, index) => [`${one.case}, ${index + 1}`, one] as const))('%s', (_, one) => {
    const tolerance = golden.cases.find(({ id }) => id === one.case)?.tolerance as { abs: number };
    for (const [name, value] of Object.entries(one.expected))
      expect(Math.abs(figureOf(one.raw, name) - value), name).toBeLessThanOrEqual(tolerance.abs);
  });

  it('are all that the form can express', () => {
    const entered = new Set([...exact, ...rounded].map((one) => one.case));
    // inventories of several parts or years, a refusal, and the intervals have tests of their own
    const others = ['soc1-02', 'soc1-04', 'soc1-05', 'soc1-06', 'soc1-07', 'soc1-15', 'soc1-18', 'soc1-19'];
    expect([...entered, ...others].sort()).toEqual(golden.cases.map(({ id }) => id).sort());
  });

  it('that must be refused are refused', () => {
    const refused = golden.cases.find(({ id }) => id === 'soc1-15')?.inputs.combinations ?? [];
    const soils: Record<string, string> = { LAC: 'low-activity-clay' };
    for (const { climate, soil } of refused) {
      const raw = { climate: climate.replaceAll('_', '-'), soil: soils[soil] ?? soil };
      const computation = calculator.compute(raw);
      expect(computation.ok ? [] : computation.problems.map(({ code }) => code)).toContain(
        'no-default-stock',
      );
    }
  });
});
