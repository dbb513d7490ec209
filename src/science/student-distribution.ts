import type { Distribution } from './distributions.ts';
import { tQuantile } from './statistics.ts';

/**
 * Student's t with its middle moved and its width scaled: what is known of a mean of few studies (Knapp & Hartung
 * 2003, Stat. Med. 22:2693), or of a further study. With one or two degrees of freedom its tails are very long.
 * @param scale standard error, from 0
 * @param df above 0
 */
export function studentT(middle: number, scale: number, df: number): Distribution {
  if (!Number.isFinite(middle)) throw new RangeError(`middle is ${middle}; a finite number is needed`);
  if (!(scale >= 0 && scale < Infinity)) throw new RangeError(`scale is ${scale}; a number from 0 is needed`);
  const quantile = (p: number) => (scale === 0 ? middle : middle + scale * tQuantile(p, df));
  return { mean: middle, draw: (random) => quantile(Math.max(random.next(), 2 ** -54)), quantile };
}
