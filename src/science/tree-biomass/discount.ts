/** Uncertainty discount of CDM AR-TOOL14 v04.2, appendix. */
import { treeFactor } from '../factors/tree-biomass.ts';

export interface Discounted {
  /** Half-width of the 90 % interval in per cent of the mean. */
  readonly uncertainty: number;
  /** What is taken off or added, in the unit of the mean. */
  readonly discount: number;
  /** The mean less the discount, not below 0: for the project. */
  readonly project: number;
  /** The mean and the discount: for the baseline. */
  readonly baseline: number;
}

const shares = [
  [10, treeFactor('discount.upTo10')],
  [15, treeFactor('discount.upTo15')],
  [20, treeFactor('discount.upTo20')],
  [30, treeFactor('discount.upTo30')],
] as const;

/**
 * Discount for an uncertain mean: a share of the half-width of its 90 % interval, by the uncertainty U. U up to
 * 10 %: none; above 10 to 15 %: 25 %; to 20 %: 50 %; to 30 %: 75 %; above: all of it.
 * @param mean      above 0, in any unit
 * @param halfWidth from 0, in the same unit
 * @throws RangeError for any other number
 */
export function uncertaintyDiscount(mean: number, halfWidth: number): Discounted {
  if (!(mean > 0 && mean < Infinity)) throw new RangeError(`mean is ${mean}; a number above 0 is needed`);
  if (!(halfWidth >= 0 && halfWidth < Infinity)) {
    throw new RangeError(`halfWidth is ${halfWidth}; a number from 0 is needed`);
  }
  const uncertainty = (100 * halfWidth) / mean;
  // 9 of 60 is 15 %, whatever the last bit of the quotient says.
  const exact = Math.round(uncertainty * 1e9) / 1e9;
  const share = shares.find(([upTo]) => exact <= upTo)?.[1] ?? treeFactor('discount.above30');
  const discount = share * halfWidth;
  return { uncertainty, discount, project: Math.max(0, mean - discount), baseline: mean + discount };
}
