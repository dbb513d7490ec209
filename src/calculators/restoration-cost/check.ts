import { periodFaults } from '../../science/restoration-cost/schedule.ts';
import type { CostInputs } from './fields.ts';
import { spreadsOf } from './inputs.ts';

export const problems = [
  'not-whole',
  'ends-before-start',
  'not-a-currency',
  'not-a-year',
  'low-above-likely',
  'high-below-likely',
] as const;

interface Found {
  readonly code: (typeof problems)[number];
  readonly path: string;
  readonly value: number | string;
  readonly min?: number;
  readonly max?: number;
}

/** What no field can see alone. */
export function check(inputs: CostInputs): readonly Found[] {
  const { currency, priceYear, draws, seed } = inputs;
  const found: Found[] = [];
  if (!/^[A-Z]{3}$/.test(currency)) found.push({ code: 'not-a-currency', path: 'currency', value: currency });
  if (!/^(?:19|20)\d\d$/.test(priceYear))
    found.push({ code: 'not-a-year', path: 'priceYear', value: priceYear });
  for (const [path, value] of Object.entries({ draws, seed })) {
    if (!Number.isInteger(value)) found.push({ code: 'not-whole', path, value });
  }
  for (const [name, [low, mode, high]] of Object.entries(spreadsOf(inputs))) {
    const percent = (value: number) => Number((value * 100).toPrecision(12)); // 110, not 110.00000000000001
    const likely = percent(mode);
    if (low > mode)
      found.push({ code: 'low-above-likely', path: `${name}Low`, value: percent(low), max: likely });
    if (high < mode)
      found.push({ code: 'high-below-likely', path: `${name}High`, value: percent(high), min: likely });
  }
  for (const { code, argument, value, min, max } of periodFaults(inputs.periods)) {
    if (code === 'ends-before-start') found.push({ code, path: argument, value, min, max });
    if (code === 'not-whole-years') found.push({ code: 'not-whole', path: argument, value });
  }
  return found;
}
