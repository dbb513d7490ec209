/**
 * Cubic curves through points, as the cubic form of equal soil mass needs them (Wendt & Hauser 2013, Eur. J.
 * Soil Sci. 64:58-65, doi:10.1111/ejss.12002). A curve is the cubic Hermite form of its slopes at the knots:
 *
 * - `fmm`: the interpolating spline whose third derivative in the first and last piece is that of the cubic
 *   through the first and last four points (Forsythe, Malcolm & Moler 1977, Computer Methods for Mathematical
 *   Computations, ch. 4); with three points the parabola, with two the line.
 * - `natural`: the interpolating spline with second derivative 0 at both ends; straight beyond the last point.
 * - `hyman`: slopes of `fmm`, each held within the limits that keep the curve monotone (Hyman 1983, SIAM J.
 *   Sci. Stat. Comput. 4:645-654, doi:10.1137/0904045).
 */
export type CubicKind = 'fmm' | 'natural' | 'hyman';

/** Knots with ascending x, and room for a fit. Fill x and y, then call `fitCubic`. */
export interface Cubic {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** dy/dx at the knots. */
  readonly slopes: Float64Array;
  readonly diagonal: Float64Array;
  /** A sixth of the second derivative at the knots. */
  readonly sigma: Float64Array;
}

/** A curve of so many knots, at least 2, all numbers 0. */
export function cubicOf(knots: number): Cubic {
  const numbers = () => new Float64Array(knots);
  return { x: numbers(), y: numbers(), slopes: numbers(), diagonal: numbers(), sigma: numbers() };
}

/** Secant slope of the piece that begins at a knot. */
function secant({ x, y }: Cubic, knot: number): number {
  return (at(y, knot + 1) - at(y, knot)) / (at(x, knot + 1) - at(x, knot));
}

function step({ x }: Cubic, knot: number): number {
  return at(x, knot + 1) - at(x, knot);
}

/** An entry that is there: typed arrays are read within their length only. */
function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? Number.NaN;
}

/** Third divided difference of the four points that begin at a knot. */
function thirdDifference(cubic: Cubic, first: number): number {
  const { x } = cubic;
  const second = (knot: number) =>
    (secant(cubic, knot + 1) - secant(cubic, knot)) / (at(x, knot + 2) - at(x, knot));
  return (second(first + 1) - second(first)) / (at(x, first + 3) - at(x, first));
}

/** Computes the slopes of a curve from its knots; nothing is allocated. */
export function fitCubic(kind: CubicKind, cubic: Cubic): void {
  const { slopes, sigma } = cubic;
  const last = slopes.length - 1;
  solveSigma(kind === 'natural', cubic);
  for (let knot = 0; knot < last; knot += 1)
    slopes[knot] = secant(cubic, knot) - step(cubic, knot) * (at(sigma, knot + 1) + 2 * at(sigma, knot));
  slopes[last] =
    secant(cubic, last - 1) + step(cubic, last - 1) * (at(sigma, last - 1) + 2 * at(sigma, last));
  if (kind === 'hyman') makeMonotone(cubic);
}

/**
 * The symmetric tridiagonal equations of continuity of the first derivative,
 * h[i-1] s[i-1] + 2 (h[i-1] + h[i]) s[i] + h[i] s[i+1] = secant[i] - secant[i-1], with the end conditions.
 */
function solveSigma(natural: boolean, cubic: Cubic): void {
  const { diagonal, sigma } = cubic;
  const last = sigma.length - 1;
  if (last < 2) {
    sigma.fill(0);
    return;
  }
  const first = step(cubic, 0);
  const final = step(cubic, last - 1);
  for (let knot = 1; knot < last; knot += 1) {
    diagonal[knot] = 2 * (step(cubic, knot - 1) + step(cubic, knot));
    sigma[knot] = secant(cubic, knot) - secant(cubic, knot - 1);
  }
  const begin = natural ? 1 : 0;
  const end = natural ? last - 1 : last;
  sigma[0] = 0;
  sigma[last] = 0;
  if (!natural) {
    diagonal[0] = -first;
    diagonal[last] = -final;
    if (last > 2) {
      sigma[0] = first * first * thirdDifference(cubic, 0);
      sigma[last] = -final * final * thirdDifference(cubic, last - 3);
    }
  }
  for (let knot = begin + 1; knot <= end; knot += 1) {
    const factor = step(cubic, knot - 1) / at(diagonal, knot - 1);
    diagonal[knot] = at(diagonal, knot) - factor * step(cubic, knot - 1);
    sigma[knot] = at(sigma, knot) - factor * at(sigma, knot - 1);
  }
  sigma[end] = at(sigma, end) / at(diagonal, end);
  for (let knot = end - 1; knot >= begin; knot -= 1)
    sigma[knot] = (at(sigma, knot) - step(cubic, knot) * at(sigma, knot + 1)) / at(diagonal, knot);
}

/** The limits of Hyman (1983): no steeper than three times the flatter secant, no other sign than the data. */
function makeMonotone(cubic: Cubic): void {
  const { slopes } = cubic;
  const last = slopes.length - 1;
  for (let knot = 0; knot <= last; knot += 1) {
    const left = secant(cubic, Math.max(knot - 1, 0));
    const right = secant(cubic, Math.min(knot, last - 1));
    const limit = 3 * Math.min(Math.abs(left), Math.abs(right));
    const slope = at(slopes, knot);
    const sign = left * right > 0 ? right : slope;
    slopes[knot] = sign >= 0 ? Math.min(Math.max(0, slope), limit) : Math.max(Math.min(0, slope), -limit);
  }
}

/** The curve at x, which is not below the first knot; beyond the last knot it goes on as its last piece does. */
export function cubicAt(kind: CubicKind, cubic: Cubic, x: number): number {
  const { x: knots, y, slopes } = cubic;
  const last = knots.length - 1;
  if (kind === 'natural' && x > at(knots, last))
    return at(y, last) + at(slopes, last) * (x - at(knots, last));
  let piece = 0;
  while (piece < last - 1 && at(knots, piece + 1) <= x) piece += 1;
  const h = step(cubic, piece);
  const t = x - at(knots, piece);
  const mean = secant(cubic, piece);
  const b = at(slopes, piece);
  const c = (3 * mean - 2 * b - at(slopes, piece + 1)) / h;
  const d = (b + at(slopes, piece + 1) - 2 * mean) / (h * h);
  return at(y, piece) + t * (b + t * (c + t * d));
}
