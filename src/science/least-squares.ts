/**
 * Least squares: a straight line, a linear model with any design, and non-linear models.
 *
 * Weights are relative: the residual variance is estimated from the data (Weisberg 2005, Applied Linear
 * Regression, 3rd ed., eqs. 2.5-2.9 and 5.1-5.5). `as number` stands where an index is within bounds.
 */
import { type Matrix, type MatrixLike, multiply, transpose } from './linear-algebra.ts';

type Numbers = ArrayLike<number>;

export interface LinearFit {
  readonly coefficients: Float64Array;
  /** Covariance of the coefficients; null without degrees of freedom. */
  readonly covariance: Matrix | null;
  /** (X' W X)^-1, the covariance of the coefficients per unit of residual variance. */
  readonly unscaledCovariance: Matrix;
  /** Standard error of each coefficient; null without degrees of freedom. */
  readonly standardErrors: Float64Array | null;
  /** Observed minus fitted. */
  readonly residuals: Float64Array;
  /** Weighted sum of squared residuals. */
  readonly sumOfSquares: number;
  /** Observations with a weight above 0, minus coefficients. */
  readonly df: number;
  /** sumOfSquares / df; null without degrees of freedom. */
  readonly residualVariance: number | null;
}

function finite(name: string, values: Numbers): void {
  for (let i = 0; i < values.length; i += 1) {
    if (!Number.isFinite(values[i]))
      throw new RangeError(`${name}[${i}] is ${values[i]}, not a finite number`);
  }
}

function sameLength(name: string, values: Numbers, length: number): void {
  if (values.length !== length) {
    throw new RangeError(`${name} has ${values.length} numbers; ${length} are needed`);
  }
}

function rootWeights(weights: Numbers | null, n: number): Float64Array {
  if (weights === null) return new Float64Array(n).fill(1);
  sameLength('weights', weights, n);
  finite('weights', weights);
  return Float64Array.from(weights, (weight, i) => {
    if (weight < 0) throw new RangeError(`weights[${i}] is ${weight}; a number from 0 is needed`);
    return Math.sqrt(weight);
  });
}

/**
 * Householder triangularisation (Golub & Van Loan 2013, alg. 5.2.1) of columns, applied to `y` as well.
 * Returns the inverse of the triangle R, or null where a column depends on those before it.
 */
function triangularise(columns: readonly Float64Array[], y: Float64Array): Matrix | null {
  const n = y.length;
  const p = columns.length;
  const sizes = columns.map((column) => norm(column, 0));
  for (const [k, column] of columns.entries()) {
    const length = norm(column, k);
    if (!(length > 1e-12 * (sizes[k] as number))) return null;
    const head = column[k] as number;
    const alpha = head > 0 ? -length : length;
    const v = Float64Array.from(column);
    v[k] = head - alpha;
    let square = 0;
    for (let i = k; i < n; i += 1) square += (v[i] as number) ** 2;
    for (const target of [...columns.slice(k), y]) {
      let dot = 0;
      for (let i = k; i < n; i += 1) dot += (v[i] as number) * (target[i] as number);
      const factor = (2 * dot) / square;
      for (let i = k; i < n; i += 1) target[i] = (target[i] as number) - factor * (v[i] as number);
    }
  }
  // R[i][j] = columns[j][i]; invert it column by column.
  const inverse = Array.from({ length: p }, () => new Float64Array(p));
  for (let j = 0; j < p; j += 1) {
    for (let i = j; i >= 0; i -= 1) {
      let value = i === j ? 1 : 0;
      for (let k = i + 1; k <= j; k += 1) value -= (columns[k]?.[i] as number) * (inverse[k]?.[j] as number);
      (inverse[i] as Float64Array)[j] = value / (columns[i]?.[i] as number);
    }
  }
  return inverse;
}

function norm(column: Float64Array, from: number): number {
  let square = 0;
  for (let i = from; i < column.length; i += 1) square += (column[i] as number) ** 2;
  return Math.sqrt(square);
}

/**
 * Weighted linear model y = X b by orthogonal triangularisation.
 * @param design one row per observation, one column per coefficient (with a column of 1 for an intercept)
 * @param weights null for equal weights; from 0; those with weight 0 count for nothing
 * @throws RangeError where shapes do not fit, a number is not finite, observations are fewer than coefficients,
 * or columns depend on each other
 */
export function linearModel(design: MatrixLike, y: Numbers, weights: Numbers | null = null): LinearFit {
  const n = design.length;
  const p = design[0]?.length ?? 0;
  sameLength('y', y, n);
  finite('y', y);
  const roots = rootWeights(weights, n);
  const used = roots.reduce((count, root) => count + (root > 0 ? 1 : 0), 0);
  if (p === 0 || used < p) throw new RangeError(`design has ${used} rows with weight; ${p || 1} are needed`);
  const columns = transpose(design).map((column) => column.map((value, i) => value * (roots[i] as number)));
  const rotated = Float64Array.from(y, (value, i) => value * (roots[i] as number));
  const inverse = triangularise(columns, rotated);
  if (!inverse) throw new RangeError('design has columns that depend on each other');
  const coefficients = Float64Array.from(inverse, (row) =>
    row.reduce((total, value, j) => total + value * (rotated[j] as number), 0),
  );
  const residuals = Float64Array.from(design, (row, i) => {
    let fitted = 0;
    for (let j = 0; j < p; j += 1) fitted += (row[j] as number) * (coefficients[j] as number);
    return (y[i] as number) - fitted;
  });
  const sumOfSquares = residuals.reduce((t, r, i) => t + (r * (roots[i] as number)) ** 2, 0);
  const df = used - p;
  const residualVariance = df > 0 ? sumOfSquares / df : null;
  const unscaledCovariance = multiply(inverse, transpose(inverse));
  const covariance =
    residualVariance === null ? null : unscaledCovariance.map((row) => row.map((v) => v * residualVariance));
  const standardErrors = covariance && Float64Array.from(covariance, (row, i) => Math.sqrt(row[i] as number));
  return {
    coefficients,
    covariance,
    unscaledCovariance,
    standardErrors,
    residuals,
    sumOfSquares,
    df,
    residualVariance,
  };
}

export interface LineFit {
  readonly intercept: number;
  readonly slope: number;
  /** Standard errors; null with fewer than three observations. */
  readonly interceptError: number | null;
  readonly slopeError: number | null;
  /** Share of the (weighted) variance that the line explains, 0 to 1; null where y does not vary. */
  readonly rSquared: number | null;
  readonly residualVariance: number | null;
  readonly df: number;
  readonly residuals: Float64Array;
}

/**
 * Straight line y = intercept + slope x.
 * @param weights null for equal weights
 * @throws RangeError as `linearModel`; also where all x are equal
 */
export function linearRegression(x: Numbers, y: Numbers, weights: Numbers | null = null): LineFit {
  sameLength('y', y, x.length);
  finite('x', x);
  const fit = linearModel(
    Array.from(x, (value) => [1, value]),
    y,
    weights,
  );
  let total = 0;
  let centre = 0;
  for (let i = 0; i < y.length; i += 1) {
    total += weights?.[i] ?? 1;
    centre += (weights?.[i] ?? 1) * (y[i] as number);
  }
  centre /= total;
  let spread = 0;
  for (let i = 0; i < y.length; i += 1) spread += (weights?.[i] ?? 1) * ((y[i] as number) - centre) ** 2;
  const [intercept = 0, slope = 0] = fit.coefficients;
  return {
    intercept,
    slope,
    interceptError: fit.standardErrors?.[0] ?? null,
    slopeError: fit.standardErrors?.[1] ?? null,
    rSquared: spread > 0 ? 1 - fit.sumOfSquares / spread : null,
    residualVariance: fit.residualVariance,
    df: fit.df,
    residuals: fit.residuals,
  };
}

export {
  type FitBounds,
  type FitData,
  type FitOptions,
  type Jacobian,
  levenbergMarquardt,
  type Model,
  type NonLinearFit,
} from './levenberg-marquardt.ts';
