/**
 * Chapman-Richards curve by least squares, with the asymptote (A), the rate (k) and, if wished, the shape (p)
 * free. Standard errors are those of the linearised model: covariance = s^2 (J'J)^-1 with s^2 = RSS/(n - parameters).
 */
import { levenbergMarquardt, linearModel } from '../least-squares.ts';
import type { Matrix } from '../linear-algebra.ts';
import type { Bounds } from '../range-fault.ts';
import { tQuantile } from '../statistics.ts';
import { type Curve, stockAt, stockDerivatives } from './chapman-richards.ts';
import { plotBounds, shapeBounds } from './domain.ts';

export interface AgedPlot {
  /** Years since the stand began to grow, 0 to 500. */
  readonly age: number;
  /** t/ha, 0 to 3000. */
  readonly stock: number;
}

const smallest = { asymptote: 1, rate: 1e-4, shape: 0.2 } as const;
/** Stands are full-grown within a month: a higher rate, a year, changes nothing. */
const highestRate = 100;

/** Why a curve cannot be fitted. `plot` counts from 0; null where all of them are meant. */
export interface FitFault {
  readonly code: 'not-a-number' | 'too-low' | 'too-high' | 'too-few-plots' | 'too-few-ages';
  readonly plot: number | null;
  readonly argument: keyof AgedPlot | 'plots' | 'shape';
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

export interface CurveFit extends Curve {
  /** Of asymptote, rate and, where it is free, shape; null where the plots do not tell them apart. */
  readonly standardErrors: readonly number[] | null;
  readonly covariance: Matrix | null;
  /** Square root of RSS / df, t/ha. */
  readonly residualError: number;
  readonly df: number;
  readonly rss: number;
  /**
   * Whether the data say where growth ends: the rate is off its bound and the standard error of the asymptote is not
   * larger than the asymptote. Where they do not, nothing is to be said beyond the oldest plot.
   */
  readonly identifiable: boolean;
  /** Age of the oldest plot, years. */
  readonly oldest: number;
}

/**
 * Everything about the plots that forbids a fit.
 * @param shape held shape; null where it is fitted too
 */
export function fitFaults(plots: readonly AgedPlot[], shape: number | null): readonly FitFault[] {
  const faults: FitFault[] = [];
  const range = (value: number, [min, max]: Bounds, place: Pick<FitFault, 'plot' | 'argument'>) => {
    const fault = { ...place, value, min, max };
    if (!Number.isFinite(value)) faults.push({ code: 'not-a-number', ...fault });
    else if (value < min) faults.push({ code: 'too-low', ...fault });
    else if (value > max) faults.push({ code: 'too-high', ...fault });
  };
  if (shape !== null) range(shape, shapeBounds, { plot: null, argument: 'shape' });
  for (const [plot, one] of plots.entries()) {
    for (const argument of ['age', 'stock'] as const)
      range(one[argument], plotBounds[argument], { plot, argument });
  }
  const parameters = shape === null ? 3 : 2;
  const all = { plot: null, argument: 'plots', max: Infinity } as const;
  const least = parameters + 2;
  if (plots.length < least) faults.push({ code: 'too-few-plots', ...all, value: plots.length, min: least });
  const ages = new Set(plots.map(({ age }) => age)).size;
  if (ages < 3) faults.push({ code: 'too-few-ages', ...all, value: ages, min: 3 });
  return faults;
}

/**
 * The curve with the smallest sum of squares, with A >= 1 t/ha, k >= 1e-4 a year, p >= 0.2.
 * @param shape held shape p, 0.2 to 10; null to fit it too
 * @throws RangeError naming every fault of `fitFaults`
 */
export function fitCurve(plots: readonly AgedPlot[], shape: number | null): CurveFit {
  refuse(fitFaults(plots, shape));
  const ages = Float64Array.from(plots, ({ age }) => age);
  const observed = Float64Array.from(plots, ({ stock }) => stock);
  const start = bestOfGrid(ages, observed, shape);
  const free = shape === null ? 3 : 2;
  const curveOf = ([asymptote = 0, rate = 0, p = shape ?? 1]: Float64Array): Curve => ({
    asymptote,
    rate,
    shape: p,
  });
  const lower = [smallest.asymptote, smallest.rate, smallest.shape].slice(0, free);
  const first = [start.asymptote, start.rate, start.shape].slice(0, free);
  const { parameters, sumOfSquares, residuals } = levenbergMarquardt(
    (at, i) => stockAt(curveOf(at), ages[i] as number),
    (at, i, out) => stockDerivatives(curveOf(at), ages[i] as number, out),
    first,
    { lower, upper: [Infinity, highestRate, Infinity].slice(0, free) },
    { observed },
    { maxSteps: 1000, tolerance: 1e-12 },
  );
  const curve = curveOf(parameters);
  const df = plots.length - free;
  const design = Array.from(ages, (age) => {
    const row = new Float64Array(free);
    stockDerivatives(curve, age, row);
    return row;
  });
  const covariance = covarianceOf(design, parameters, residuals, sumOfSquares / df);
  const standardErrors = covariance?.map((row, i) => Math.sqrt(row[i] ?? Number.NaN)) ?? null;
  const atBound = curve.rate <= smallest.rate * (1 + 1e-6);
  return {
    ...curve,
    standardErrors,
    covariance,
    residualError: Math.sqrt(sumOfSquares / df),
    df,
    rss: sumOfSquares,
    identifiable: !atBound && (standardErrors?.[0] ?? Infinity) <= curve.asymptote,
    oldest: ages.reduce((high, age) => Math.max(high, age), 0),
  };
}

/** s^2 (J'J)^-1 of all parameters, those at a bound included; null where the plots do not tell them apart. */
function covarianceOf(
  design: readonly Float64Array[],
  parameters: Float64Array,
  residuals: Float64Array,
  variance: number,
): Matrix | null {
  const scale = Float64Array.from(design[0] ?? [], (_, j) =>
    Math.sqrt(design.reduce((sum, row) => sum + (row[j] ?? 0) ** 2, 0)),
  );
  // how much the curve moves when a parameter changes by a share of itself, against the asymptote
  const moves = scale.map((length, j) => length * (parameters[j] as number));
  if (!moves.every((move) => move > 1e-12 * (moves[0] as number))) return null;
  try {
    const scaled = design.map((row) => row.map((value, j) => value / (scale[j] as number)));
    const { unscaledCovariance } = linearModel(scaled, residuals);
    return unscaledCovariance.map((row, i) =>
      row.map((value, j) => (variance * value) / ((scale[i] as number) * (scale[j] as number))),
    );
  } catch {
    return null;
  }
}

/** Start of the descent: the best asymptote is known for every rate and shape, so only those two are searched. */
function bestOfGrid(ages: Float64Array, observed: Float64Array, shape: number | null): Curve {
  const shapes = shape === null ? steps(smallest.shape, 20, 24) : [shape];
  const logarithms = new Float64Array(ages.length); // of 1 - exp(-k t)
  let best: Curve = { asymptote: smallest.asymptote, rate: smallest.rate, shape: shape ?? 1 };
  let least = Infinity;
  for (const rate of steps(smallest.rate, 5, 70)) {
    for (let i = 0; i < ages.length; i += 1)
      logarithms[i] = Math.log(-Math.expm1(-rate * (ages[i] as number)));
    for (const p of shapes) {
      let [across, square] = [0, 0];
      for (let i = 0; i < ages.length; i += 1) {
        const risen = Math.exp(p * (logarithms[i] as number));
        across += risen * (observed[i] as number);
        square += risen * risen;
      }
      const asymptote = Math.max(smallest.asymptote, across / square);
      // sum (y - A f)^2 less the sum of y^2, which is the same for all
      const rss = asymptote * (asymptote * square - 2 * across);
      if (rss < least) [best, least] = [{ asymptote, rate, shape: p }, rss];
    }
  }
  return best;
}

/** Numbers from `low` to `high` with equal ratios. */
function steps(low: number, high: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => low * (high / low) ** (i / (count - 1)));
}

export interface StockEstimate {
  readonly stock: number;
  /** Of the mean curve at this age, t/ha, by the delta method; null where the plots do not tell the parameters apart. */
  readonly standardError: number | null;
  /** Limits of the 95 % interval of the mean curve (t distribution), not below 0; null as the standard error. */
  readonly limits: readonly [number, number] | null;
}

/**
 * Mean stock of stands of an age with its 95 % interval: not the spread of single stands.
 * @returns null beyond the oldest plot where the asymptote is not identifiable
 */
export function predictStock(fit: CurveFit, age: number): StockEstimate | null {
  if (!fit.identifiable && age > fit.oldest) return null;
  const stock = stockAt(fit, age);
  if (fit.covariance === null) return { stock, standardError: null, limits: null };
  const slopes = new Float64Array(fit.covariance.length);
  stockDerivatives(fit, age, slopes);
  let variance = 0;
  for (const [i, row] of fit.covariance.entries()) {
    for (let j = 0; j < row.length; j += 1)
      variance += (slopes[i] as number) * (row[j] as number) * (slopes[j] as number);
  }
  const standardError = Math.sqrt(Math.max(0, variance));
  const half = tQuantile(0.975, fit.df) * standardError;
  return { stock, standardError, limits: [Math.max(0, stock - half), stock + half] };
}

function refuse(faults: readonly FitFault[]): void {
  if (faults.length === 0) return;
  const texts = faults.map(({ code, plot, argument, value, min, max }) => {
    const place = plot === null ? argument : `plots[${plot}].${argument}`;
    return `${place} is ${value} (${code}); it must lie within ${min} to ${max}`;
  });
  throw new RangeError(texts.join('. '));
}
