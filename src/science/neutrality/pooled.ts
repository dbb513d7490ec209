/**
 * A pooled ratio of carbon stocks as a yearly gain: what restored land holds more than the land beside it, spread
 * evenly over the years after which it was measured. (exp(ln R) - 1) x stock / years.
 */
import type { Distribution } from '../distributions.ts';
import { studentT } from '../student-distribution.ts';

/** A pooled log response ratio, restored over comparison land. */
export interface PooledRatio {
  readonly estimate: number;
  readonly standardError: number;
  /** Variance between studies. */
  readonly tau2: number;
  /** Independent studies. */
  readonly k: number;
}

/** Land that the ratio is applied to: its stock, t C/ha, and the years over which the gain came about. */
export interface PooledBase {
  readonly stock: number;
  readonly years: number;
}

export function rateOfRatio(logRatio: number, { stock, years }: PooledBase): number {
  return (Math.expm1(logRatio) * stock) / years;
}

export const ratioSpreads = ['mean', 'next-site'] as const;

/**
 * The ratio as it is known: of the mean over many places, or of one more place (its variance that between studies as
 * well), with Student's t of k - 1 degrees of freedom as the synthesis has it.
 */
export function ratioDistribution(
  { estimate, standardError, tau2, k }: PooledRatio,
  spread: (typeof ratioSpreads)[number],
): Distribution {
  const scale = spread === 'mean' ? standardError : Math.hypot(standardError, Math.sqrt(tau2));
  return studentT(estimate, scale, k - 1);
}

/** The rate for each ratio; its `mean` is that at the middle of the ratio. */
export function rateDistribution(ratio: Distribution, base: PooledBase): Distribution {
  return {
    mean: rateOfRatio(ratio.mean, base),
    draw: (random) => rateOfRatio(ratio.draw(random), base),
    quantile: (p) => rateOfRatio(ratio.quantile(p), base),
  };
}
