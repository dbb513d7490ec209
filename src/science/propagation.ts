/**
 * Analytic propagation of errors, first order: JCGM 100:2008 (GUM), eqs. 10 and 13; the two short forms are
 * IPCC 2006 Guidelines, vol. 1, ch. 3, eqs. 3.1 and 3.2.
 */

export interface Propagated {
  /** f at the means. */
  readonly value: number;
  /** sqrt(gradient' covariance gradient), in the unit of `value`. */
  readonly standardError: number;
  /** Derivative of f by each input at the means (sensitivity coefficients c_i of GUM 5.1.3). */
  readonly gradient: Float64Array;
  /** Share of each input's own variance in the sum, c_i^2 u_i^2; sums to the squared error where uncorrelated. */
  readonly variances: Float64Array;
}

/** Derivative of f by input j: central differences of two step widths, extrapolated (Richardson), error O(h^4). */
function derivative(f: (x: Float64Array) => number, x: Float64Array, j: number, step: number): number {
  const at = x[j] as number; // j is below length
  const half = (width: number) => {
    x[j] = at + width;
    const above = f(x);
    x[j] = at - width;
    const difference = (above - f(x)) / (2 * width);
    x[j] = at;
    return difference;
  };
  return (4 * half(step / 2) - half(step)) / 3;
}

/**
 * Value and standard error of f(x) by the law of propagation of uncertainty (GUM eq. 13).
 * @param f function of all inputs, smooth near the means
 * @param means best estimates
 * @param covariance symmetric matrix in the units of `means`; variances on its diagonal
 * @throws RangeError where shapes do not fit, a number is not finite, a variance is below 0, or f is not finite
 */
export function propagate(
  f: (x: ArrayLike<number>) => number,
  means: ArrayLike<number>,
  covariance: readonly ArrayLike<number>[],
): Propagated {
  const n = means.length;
  if (covariance.length !== n || covariance.some((row) => row.length !== n)) {
    throw new RangeError(`covariance has not ${n} rows of ${n} numbers`);
  }
  const x = Float64Array.from(means);
  const cov = (i: number, j: number) => covariance[i]?.[j] as number; // checked above
  const gradient = new Float64Array(n);
  const variances = new Float64Array(n);
  const value = f(x);
  for (let j = 0; j < n; j += 1) {
    const variance = cov(j, j);
    if (!(variance >= 0 && variance < Infinity)) {
      throw new RangeError(`covariance[${j}][${j}] is ${variance}; a variance from 0 is needed`);
    }
    // Small against the size of the input, and against its error, so that f is not asked far from the mean.
    const size = Math.abs(x[j] as number) || Math.sqrt(variance) || 1;
    const step = 1e-3 * (variance > 0 ? Math.min(size, Math.sqrt(variance)) : size);
    const slope = derivative(f, x, j, Math.max(step, 1e-6 * size));
    gradient[j] = slope;
    variances[j] = slope * slope * variance;
  }
  let total = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) total += (gradient[i] as number) * (gradient[j] as number) * cov(i, j);
  }
  if (!Number.isFinite(value) || !Number.isFinite(total)) {
    throw new RangeError(`f is ${value} with variance ${total}; a finite number is needed near the means`);
  }
  // Errors that cancel (correlation -1) can leave a negative rounding error.
  return { value, standardError: Math.sqrt(Math.max(0, total)), gradient, variances };
}

/** Error of a sum of independent terms, sqrt(sum e^2), in the unit of the errors (IPCC 2006, vol. 1, eq. 3.2). */
export function sumInQuadrature(errors: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < errors.length; i += 1) total += (errors[i] as number) ** 2; // i is below length
  return Math.sqrt(total);
}

/**
 * Relative error of a product or quotient of independent factors, sqrt(sum r^2): first order, for relative
 * errors below about 30 % (IPCC 2006, vol. 1, eq. 3.1). All as fractions, or all in %.
 */
export function productRelative(relativeErrors: ArrayLike<number>): number {
  return sumInQuadrature(relativeErrors);
}

/**
 * Relative error of a product of independent factors without approximation: sqrt(prod(1 + r^2) - 1)
 * (Goodman 1960, J. Am. Stat. Assoc. 55:708, eq. 2). Fractions, not %. Products only, not quotients.
 */
export function productRelativeExact(relativeErrors: ArrayLike<number>): number {
  let log = 0;
  for (let i = 0; i < relativeErrors.length; i += 1) log += Math.log1p((relativeErrors[i] as number) ** 2);
  return Math.sqrt(Math.expm1(log));
}
