import type { Appraisal } from '../../science/restoration-cost/appraisal.ts';
import type { Warning } from '../define.ts';
import type { CostInputs } from './fields.ts';

export const warnings = [
  'gain',
  'several-rates',
  'rate-as-fraction',
  'no-carbon',
  'emission',
  'not-paid-back',
] as const;
type Code = (typeof warnings)[number];

/** A rate between 0 and this, in per cent, may have been meant as a fraction. */
const fractionBelow = 1;

/** What a reader should look at although there is a result. */
export function warningsOf(
  { discountRate }: CostInputs,
  { costPerDiscountedTonne: cost, internalRates, signChanges, payback }: Appraisal,
  carbon: readonly number[],
): readonly Warning<Code>[] {
  const fraction = discountRate > 0 && discountRate < fractionBelow;
  const about = (code: Code, holds: boolean, path: string | null = null, value: number | null = null) =>
    holds ? [{ code, path, value }] : [];
  return [
    ...about('gain', cost !== null && cost < 0, null, cost),
    ...about('several-rates', signChanges > 1 && internalRates.length > 0, null, internalRates.length),
    ...about('rate-as-fraction', fraction, 'discountRate', discountRate),
    ...about('no-carbon', cost === null),
    ...about(
      'emission',
      carbon.some((tonnes) => tonnes < 0),
    ),
    ...about('not-paid-back', payback === null && signChanges > 0),
  ];
}
