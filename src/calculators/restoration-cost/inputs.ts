import type { CreditRules } from '../../science/restoration-cost/credits.ts';
import type { Spread, Spreads } from '../../science/restoration-cost/uncertainty.ts';
import type { CostInputs } from './fields.ts';

/** The most likely values are 100 % of what was typed, and the rate itself; an empty limit is the most likely value. */
export function spreadsOf(inputs: CostInputs): Spreads {
  const spread = (low: number | null, mode: number, high: number | null): Spread => [
    (low ?? mode) / 100,
    mode / 100,
    (high ?? mode) / 100,
  ];
  return {
    cost: spread(inputs.costLow, 100, inputs.costHigh),
    income: spread(inputs.incomeLow, 100, inputs.incomeHigh),
    carbon: spread(inputs.carbonLow, 100, inputs.carbonHigh),
    rate: spread(inputs.rateLow, inputs.discountRate, inputs.rateHigh),
  };
}

/** Whether anything is unsure. */
export function isUnsure(spreads: Spreads): boolean {
  return Object.values(spreads).some(([low, , high]) => low < high);
}

/** What a crediting programme takes off, as fractions; null where it takes nothing. */
export function rulesOf({ leakage, deduction, buffer }: CostInputs): CreditRules | null {
  if (leakage === 0 && deduction === 0 && buffer === 0) return null;
  return { leakage: leakage / 100, deduction: deduction / 100, buffer: buffer / 100 };
}
