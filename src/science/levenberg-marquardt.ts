/**
 * Non-linear least squares within bounds: Levenberg (1944), Marquardt (1963), with the damping rule of
 * Nielsen (1999), IMM-REP-1999-05 (Madsen, Nielsen & Tingleff 2004, Methods for Non-Linear Least Squares
 * Problems, alg. 3.16 and eqs. 2.21, 3.14). The damping is scaled by the diagonal of J'WJ, as Marquardt does, so a
 * change of units changes nothing. Bounds by projection: a parameter at its bound whose gradient points
 * outwards is held (Kanzow, Yamashita & Fukushima 2004, J. Comput. Appl. Math. 172:375).
 */
import { cholesky, inverse, type Matrix } from './linear-algebra.ts';

type Numbers = ArrayLike<number>;

/** Model value for observation `i`. */
export type Model = (parameters: Float64Array, i: number) => number;
/** Writes the derivative of the model value for observation `i` by each parameter into `out`. */
export type Jacobian = (parameters: Float64Array, i: number, out: Float64Array) => void;

export interface FitBounds {
  readonly lower: Numbers;
  readonly upper: Numbers;
}

export interface FitData {
  readonly observed: Numbers;
  /** Relative weights, from 0; null or absent for equal weights. */
  readonly weights?: Numbers | null;
}

export interface FitOptions {
  /** Largest number of evaluated steps; 200. */
  readonly maxSteps?: number;
  /** Relative change of the parameters, and of the sum of squares, at which it stops; 1e-10. */
  readonly tolerance?: number;
}

export interface NonLinearFit {
  readonly parameters: Float64Array;
  /** Observed minus fitted. */
  readonly residuals: Float64Array;
  /** Weighted sum of squared residuals. */
  readonly sumOfSquares: number;
  /** Observations with weight minus parameters. */
  readonly df: number;
  /** s^2 (J'WJ)^-1 over the parameters that are not held at a bound (rows of the held are 0); null where not defined. */
  readonly covariance: Matrix | null;
  /** Square roots of its diagonal. */
  readonly standardErrors: Float64Array | null;
  /** Whether a tolerance was met within maxSteps. */
  readonly converged: boolean;
  readonly steps: number;
}

interface Problem {
  readonly f: Model;
  readonly jacobian: Jacobian;
  readonly observed: Numbers;
  readonly weights: Numbers | null;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

const rootEpsilon = 6.055454452393343e-6; // cube root of 2^-52, for central differences

function differences(f: Model, lower: Float64Array, upper: Float64Array): Jacobian {
  const moved = new Float64Array(lower.length);
  return (parameters, i, out) => {
    moved.set(parameters);
    for (let j = 0; j < moved.length; j += 1) {
      const at = parameters[j] as number;
      const step = rootEpsilon * Math.max(Math.abs(at), 1e-8);
      const above = Math.min(at + step, upper[j] as number);
      const below = Math.max(at - step, lower[j] as number);
      moved[j] = above;
      const high = f(moved, i);
      moved[j] = below;
      out[j] = above > below ? (high - f(moved, i)) / (above - below) : 0;
      moved[j] = at;
    }
  };
}

/** Weighted sum of squares at `parameters`; residuals into `out`. Infinity where the model has no finite value. */
function evaluate(problem: Problem, parameters: Float64Array, out: Float64Array): number {
  let total = 0;
  for (let i = 0; i < out.length; i += 1) {
    const residual = (problem.observed[i] as number) - problem.f(parameters, i);
    out[i] = residual;
    total += (problem.weights?.[i] ?? 1) * residual * residual;
  }
  return Number.isFinite(total) ? total : Infinity;
}

/** J'WJ and J'W r. */
function normalEquations(problem: Problem, parameters: Float64Array, residuals: Float64Array) {
  const p = parameters.length;
  const matrix = Array.from({ length: p }, () => new Float64Array(p));
  const gradient = new Float64Array(p);
  const row = new Float64Array(p);
  for (let i = 0; i < residuals.length; i += 1) {
    const weight = problem.weights?.[i] ?? 1;
    if (weight === 0) continue;
    problem.jacobian(parameters, i, row);
    for (let j = 0; j < p; j += 1) {
      const scaled = weight * (row[j] as number);
      gradient[j] = (gradient[j] as number) + scaled * (residuals[i] as number);
      const target = matrix[j] as Float64Array;
      for (let k = 0; k <= j; k += 1) target[k] = (target[k] as number) + scaled * (row[k] as number);
    }
  }
  for (let j = 0; j < p; j += 1) {
    for (let k = 0; k < j; k += 1) (matrix[k] as Float64Array)[j] = matrix[j]?.[k] as number;
  }
  return { matrix, gradient };
}

/** Parameters that may move: not at a bound towards which the sum of squares falls. */
function freeParameters(problem: Problem, parameters: Float64Array, gradient: Float64Array): number[] {
  const free: number[] = [];
  for (let j = 0; j < parameters.length; j += 1) {
    const at = parameters[j] as number;
    const outwards =
      (at <= (problem.lower[j] as number) && (gradient[j] as number) < 0) ||
      (at >= (problem.upper[j] as number) && (gradient[j] as number) > 0);
    if (!outwards && (problem.lower[j] as number) < (problem.upper[j] as number)) free.push(j);
  }
  return free;
}

/** x with (A + damping diag(A)) x = g over the free parameters, or null where that cannot be solved. */
function dampedStep(
  matrix: readonly Float64Array[],
  gradient: Float64Array,
  free: readonly number[],
  damping: number,
): Float64Array | null {
  const reduced = free.map((j) =>
    Float64Array.from(free, (k) => {
      const value = matrix[j]?.[k] as number;
      return j === k ? value * (1 + damping) : value;
    }),
  );
  let lower: Matrix;
  try {
    lower = cholesky(reduced);
  } catch {
    return null;
  }
  const x = Float64Array.from(free, (j) => gradient[j] as number);
  for (let i = 0; i < x.length; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = (x[i] as number) - (lower[i]?.[k] as number) * (x[k] as number);
    x[i] = (x[i] as number) / (lower[i]?.[i] as number);
  }
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < x.length; k += 1) {
      x[i] = (x[i] as number) - (lower[k]?.[i] as number) * (x[k] as number);
    }
    x[i] = (x[i] as number) / (lower[i]?.[i] as number);
  }
  return x;
}

function checked(start: Numbers, bounds: FitBounds | null, data: FitData): void {
  const lists: [string, Numbers, number][] = [
    ['start', start, start.length],
    ['observed', data.observed, data.observed.length],
  ];
  if (data.weights) lists.push(['weights', data.weights, data.observed.length]);
  for (const [name, values, length] of lists) {
    if (values.length !== length || length === 0) {
      throw new RangeError(`${name} has ${values.length} numbers; ${length || 'at least 1'} are needed`);
    }
    for (let i = 0; i < length; i += 1) {
      const value = values[i] as number;
      if (!Number.isFinite(value) || (name === 'weights' && value < 0)) {
        throw new RangeError(`${name}[${i}] is ${value}; a finite number is needed, weights from 0`);
      }
    }
  }
  for (let j = 0; bounds && j < start.length; j += 1) {
    const low = bounds.lower[j] ?? Number.NaN;
    const high = bounds.upper[j] ?? Number.NaN;
    const at = start[j] as number;
    if (!(low <= at && at <= high))
      throw new RangeError(`start[${j}] is ${at}; bounds are ${low} to ${high}`);
  }
}

/**
 * Parameters that minimise sum w_i (observed_i - f(parameters, i))^2.
 * @param jacobian null for central differences
 * @param start first guess, within the bounds, with a finite sum of squares
 * @param bounds null for none; a parameter with equal bounds is held
 * @throws RangeError where lengths do not fit, a number is not finite, or start has no finite sum of squares
 */
export function levenbergMarquardt(
  f: Model,
  jacobian: Jacobian | null,
  start: Numbers,
  bounds: FitBounds | null,
  data: FitData,
  options: FitOptions = {},
): NonLinearFit {
  checked(start, bounds, data);
  const { maxSteps = 200, tolerance = 1e-10 } = options;
  const p = start.length;
  const lower = bounds ? Float64Array.from(bounds.lower) : new Float64Array(p).fill(-Infinity);
  const upper = bounds ? Float64Array.from(bounds.upper) : new Float64Array(p).fill(Infinity);
  const problem: Problem = {
    f,
    jacobian: jacobian ?? differences(f, lower, upper),
    observed: data.observed,
    weights: data.weights ?? null,
    lower,
    upper,
  };
  let parameters = Float64Array.from(start);
  let candidate = new Float64Array(p);
  let residuals = new Float64Array(data.observed.length);
  let candidateResiduals = new Float64Array(data.observed.length);
  let sumOfSquares = evaluate(problem, parameters, residuals);
  if (sumOfSquares === Infinity) throw new RangeError('start has no finite sum of squares');
  let { matrix, gradient } = normalEquations(problem, parameters, residuals);
  let free = freeParameters(problem, parameters, gradient);
  let damping = 1e-3;
  let growth = 2;
  let steps = 0;
  let converged = free.length === 0 || sumOfSquares === 0;
  while (!converged && steps < maxSteps && damping < 1e20) {
    steps += 1;
    const step = dampedStep(matrix, gradient, free, damping);
    let gain = -1;
    if (step) {
      candidate.set(parameters);
      let moved = 0;
      let expected = 0; // fall of the sum of squares that the linear model promises
      for (const [i, j] of free.entries()) {
        const at = parameters[j] as number;
        const to = Math.min(upper[j] as number, Math.max(lower[j] as number, at + (step[i] as number)));
        candidate[j] = to;
        moved = Math.max(moved, Math.abs(to - at) / (Math.abs(at) + tolerance));
        const scale = damping * (matrix[j]?.[j] as number);
        expected += (to - at) * (scale * (to - at) + (gradient[j] as number));
      }
      const next = evaluate(problem, candidate, candidateResiduals);
      gain = next < sumOfSquares ? (sumOfSquares - next) / Math.max(expected, Number.MIN_VALUE) : -1;
      const small = moved <= tolerance || Math.abs(sumOfSquares - next) <= 1e-4 * tolerance * sumOfSquares;
      if (gain > 0) {
        [parameters, candidate] = [candidate, parameters];
        [residuals, candidateResiduals] = [candidateResiduals, residuals];
        sumOfSquares = next;
        ({ matrix, gradient } = normalEquations(problem, parameters, residuals));
        free = freeParameters(problem, parameters, gradient);
        damping *= Math.max(1 / 3, 1 - (2 * gain - 1) ** 3);
        growth = 2;
      }
      converged = small || sumOfSquares === 0 || free.length === 0;
    }
    if (gain <= 0) {
      damping *= growth;
      growth *= 2;
    }
  }
  const used = Array.from(data.observed, (_, i) => data.weights?.[i] ?? 1).filter((w) => w > 0).length;
  const df = used - p;
  const covariance = df > 0 ? freeCovariance(matrix, free, sumOfSquares / df) : null;
  const standardErrors = covariance && Float64Array.from(covariance, (row, i) => Math.sqrt(row[i] as number));
  return { parameters, residuals, sumOfSquares, df, covariance, standardErrors, converged, steps };
}

function freeCovariance(
  matrix: readonly Float64Array[],
  free: readonly number[],
  variance: number,
): Matrix | null {
  const full = matrix.map((row) => new Float64Array(row.length));
  if (free.length === 0) return full;
  const scale = free.map((j) => Math.sqrt(matrix[j]?.[j] as number));
  const reduced = free.map((j, a) =>
    Float64Array.from(
      free,
      (k, b) => (matrix[j]?.[k] as number) / ((scale[a] as number) * (scale[b] as number)),
    ),
  );
  let inverted: Matrix;
  try {
    inverted = inverse(reduced);
  } catch {
    return null;
  }
  for (const [a, j] of free.entries()) {
    for (const [b, k] of free.entries()) {
      const unscaled = (inverted[a]?.[b] as number) / ((scale[a] as number) * (scale[b] as number));
      (full[j] as Float64Array)[k] = variance * unscaled;
    }
  }
  return full;
}
