/**
 * Standard normal numbers at about an eighth of the cost of `Random.normal`, for simulations that draw tens of
 * millions: the quantile function by linear interpolation between 4096 steps of probability. The outermost 64 steps
 * on each side, where the function bends, are computed. No number is off by more than 1.1e-5 (h^2 q''/8 with
 * h = 1/4096 and q'' = z/phi(z)^2 at probability 1/64), so mean and variance keep five digits or more.
 * Same seed, same bits: + - * / only.
 */
import { normalQuantile } from '../normal-quantile.ts';
import type { Random } from '../random.ts';

const steps = 4096;
const outer = 64;
const knots = Float64Array.from({ length: steps + 1 }, (_, i) => normalQuantile(i / steps));

function between(place: number): number {
  const step = place | 0;
  if (step < outer || step >= steps - outer) return normalQuantile((place + 2 ** -42) / steps);
  const low = knots[step] as number; // step < steps
  return low + (place - step) * ((knots[step + 1] as number) - low);
}

/** The next standard normal number of a stream of random numbers. */
export function fastNormal(random: Random): number {
  return between(random.next() * steps);
}

/** Writes standard normal numbers into every place of `out`. */
export function fillNormal(random: Random, out: Float64Array): void {
  for (let i = 0; i < out.length; i += 1) out[i] = between(random.next() * steps);
}
