/**
 * Growth curve of Chapman (1961) and Richards (1959), J. Exp. Bot. 10:290: y(t) = A (1 - exp(-k t))^p, for the
 * above-ground biomass or carbon of a stand, t/ha, at an age t in years. Nothing is checked here: see `faults.ts`.
 */

export interface Curve {
  /** A, the stock of old stands, t/ha, above 0. */
  readonly asymptote: number;
  /** k, a year, above 0. */
  readonly rate: number;
  /** p, above 0; 1 has no inflection (monomolecular). */
  readonly shape: number;
}

/** Stock, t/ha, at an age in years, from 0. */
export function stockAt({ asymptote, rate, shape }: Curve, age: number): number {
  return asymptote * (-Math.expm1(-rate * age)) ** shape;
}

/**
 * Current annual increment, t/ha a year: A p k exp(-k t) (1 - exp(-k t))^(p - 1).
 * @returns null at age 0 with p below 1, where it is infinite
 */
export function currentIncrement({ asymptote, rate, shape }: Curve, age: number): number | null {
  const grown = -Math.expm1(-rate * age);
  if (grown === 0 && shape < 1) return null;
  return asymptote * shape * rate * Math.exp(-rate * age) * grown ** (shape - 1);
}

/** Mean annual increment since age 0, t/ha a year; null at age 0. */
export function meanIncrement(curve: Curve, age: number): number | null {
  return age === 0 ? null : stockAt(curve, age) / age;
}

/** Age, years, at which the current increment is largest: ln p / k with p above 1, else 0. */
export function ageOfLargestIncrement({ rate, shape }: Curve): number {
  return shape > 1 ? Math.log(shape) / rate : 0;
}

/**
 * Age, years, at which the mean increment is largest: k t = x with p x = exp(x) - 1, where current and mean
 * increment are equal. @returns null with p up to 1, where the mean increment only falls
 */
export function ageOfLargestMeanIncrement({ rate, shape }: Curve): number | null {
  if (!(shape > 1)) return null;
  // exp(x) - 1 - p x is convex and falls until ln p: from above, Newton's method runs straight to the root.
  let x = 2 * Math.log(shape) + 1;
  for (let step = 0; step < 100; step += 1) {
    const next = x - (Math.expm1(x) - shape * x) / (Math.exp(x) - shape);
    if (Math.abs(next - x) <= 1e-15 * x) return next / rate;
    x = next;
  }
  return x / rate;
}

/** Age, years, at which the stock is a share of the asymptote, 0 to below 1: -ln(1 - share^(1/p)) / k. */
export function ageAtShare({ rate, shape }: Curve, share: number): number {
  if (!(share >= 0 && share < 1)) throw new RangeError(`share is ${share}; 0 to below 1 is needed`);
  return -Math.log1p(-(share ** (1 / shape))) / rate;
}

/** Derivatives of the stock by asymptote, rate and shape, written into `out` (two or three places). */
export function stockDerivatives({ asymptote, rate, shape }: Curve, age: number, out: Float64Array): void {
  const grown = -Math.expm1(-rate * age);
  const risen = grown ** shape;
  const old = grown > 0;
  out[0] = risen;
  out[1] = old ? (asymptote * shape * risen * age * Math.exp(-rate * age)) / grown : 0;
  if (out.length > 2) out[2] = old ? asymptote * risen * Math.log(grown) : 0;
}
