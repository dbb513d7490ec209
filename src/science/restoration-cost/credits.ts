import { rangeFaults, refuse } from '../range-fault.ts';
import { costBounds } from './faults.ts';

/** What a crediting programme takes off, each a share from 0 to 1. */
export interface CreditRules {
  /** Emissions that the project moves elsewhere. */
  readonly leakage: number;
  /** Deduction for the uncertainty of the estimate. */
  readonly deduction: number;
  /** Credits withheld against reversal. */
  readonly buffer: number;
}

export interface Credits {
  /** gross · (1 - leakage) · (1 - deduction) */
  readonly net: number;
  /** net · buffer */
  readonly withheld: number;
  /** net less withheld */
  readonly issued: number;
}

/**
 * Credits of a gross removal, in its unit. The order is: leakage, deduction for uncertainty, and the buffer of what
 * is left.
 * @throws RangeError for a share outside 0 to 1
 */
export function credit(gross: number, rules: CreditRules): Credits {
  const share = costBounds.share;
  refuse(rangeFaults<keyof CreditRules>(rules, { leakage: share, deduction: share, buffer: share }));
  const net = gross * (1 - rules.leakage) * (1 - rules.deduction);
  const withheld = net * rules.buffer;
  return { net, withheld, issued: net - withheld };
}
