/**
 * Sample statistics and the distributions of test statistics. Upper tails have functions of their own,
 * because 1 - cdf has no digits left where p-values are small.
 *
 * t, chi-square and F by the incomplete beta and gamma functions: Abramowitz & Stegun (1964) 26.7.1, 26.4.19
 * and 26.6.2. Quantiles invert them by Newton's method kept between bounds.
 */
import { normalQuantile } from './normal-quantile.ts';
import {
  gammaLn,
  incompleteBeta,
  normalCdf,
  regularisedBeta,
  regularisedGammaP,
  regularisedGammaQ,
} from './special-functions.ts';

export { gammaLn, normalCdf, normalQuantile, regularisedBeta, regularisedGammaP, regularisedGammaQ };

type Numbers = ArrayLike<number>;

function atLeast(count: number, values: Numbers): void {
  if (values.length < count) {
    throw new RangeError(`values has ${values.length} numbers; at least ${count} are needed`);
  }
}

/** Sum with the rounding errors carried along (Neumaier 1974, ZAMM 54:39-51). */
export function sum(values: Numbers): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number; // i is below length
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Arithmetic mean of at least one number. */
export function mean(values: Numbers): number {
  atLeast(1, values);
  return sum(values) / values.length;
}

/** Sample variance, divisor n - 1, of at least two numbers. */
export function variance(values: Numbers): number {
  atLeast(2, values);
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i += 1) squares += ((values[i] as number) - centre) ** 2; // i below length
  return squares / (values.length - 1);
}

/** Sample standard deviation, divisor n - 1, of at least two numbers. */
export function standardDeviation(values: Numbers): number {
  return Math.sqrt(variance(values));
}

/** Quantile of numbers in ascending order, at least one: definition 7 of Hyndman & Fan (1996), Am. Stat. 50:361. */
export function sortedQuantile(sorted: Numbers, p: number): number {
  atLeast(1, sorted);
  probability(p);
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] as number; // 0 <= below <= length - 1
  const high = sorted[below + 1] ?? low;
  return low + (place - below) * (high - low);
}

/** Sample quantile of at least one number, in any order: definition 7 of Hyndman & Fan (1996). */
export function quantile(values: Numbers, p: number): number {
  return sortedQuantile(Float64Array.from(values).sort(), p);
}

function probability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p is ${p}; a probability from 0 to 1 is needed`);
}

function freedom(name: string, df: number): void {
  if (!(df > 0)) throw new RangeError(`${name} is ${df}; degrees of freedom above 0 are needed`);
}

/** P(Z > z) for a standard normal Z. */
export function normalUpperTail(z: number): number {
  return normalCdf(-z);
}

/** P(T > t), t >= 0, and P(0 < T < t). */
function tSides(t: number, df: number): { tail: number; inside: number } {
  if (t === Infinity) return { tail: 0, inside: 0.5 };
  const square = t * t;
  const { lower, upper } = incompleteBeta(df / (df + square), square / (df + square), df / 2, 0.5);
  return { tail: lower / 2, inside: upper / 2 };
}

/** P(T <= t) for Student's t; df above 0, infinity for the normal distribution. */
export function tCdf(t: number, df: number): number {
  freedom('df', df);
  if (df === Infinity) return normalCdf(t);
  if (t < 0) return tSides(-t, df).tail;
  return 0.5 + tSides(t, df).inside;
}

/** P(T > t) for Student's t; df above 0, infinity for the normal distribution. */
export function tUpperTail(t: number, df: number): number {
  return tCdf(-t, df);
}

/** P(X <= x) for chi-square; df above 0; x below 0 gives 0. */
export function chiSquareCdf(x: number, df: number): number {
  freedom('df', df);
  return x <= 0 ? 0 : regularisedGammaP(df / 2, x / 2);
}

/** P(X > x) for chi-square. */
export function chiSquareUpperTail(x: number, df: number): number {
  freedom('df', df);
  return x <= 0 ? 1 : regularisedGammaQ(df / 2, x / 2);
}

function fSides(x: number, df1: number, df2: number): { lower: number; upper: number } {
  freedom('df1', df1);
  freedom('df2', df2);
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  if (df2 === Infinity) {
    return { lower: chiSquareCdf(x * df1, df1), upper: chiSquareUpperTail(x * df1, df1) };
  }
  const whole = df1 * x + df2;
  return incompleteBeta((df1 * x) / whole, df2 / whole, df1 / 2, df2 / 2);
}

/** P(X <= x) for F with df1 (finite) and df2 degrees of freedom; x below 0 gives 0. */
export function fCdf(x: number, df1: number, df2: number): number {
  return fSides(x, df1, df2).lower;
}

/** P(X > x) for F with df1 (finite) and df2 degrees of freedom. */
export function fUpperTail(x: number, df1: number, df2: number): number {
  return fSides(x, df1, df2).upper;
}

/**
 * x above 0 at which a strictly monotone function reaches `target` (above 0): Newton's method on the logarithm
 * of function and argument, with bisection wherever a step leaves the bounds found so far.
 */
function invert(
  f: (x: number) => number,
  density: (x: number) => number,
  target: number,
  start: number,
  rising: boolean,
): number {
  let low = 0;
  let high = Infinity;
  let x = start;
  for (let step = 0; step < 400; step += 1) {
    const value = f(x);
    if (value === target) return x;
    if (value < target === rising) low = x;
    else high = x;
    const slope = (x * density(x)) / value; // d ln f / d ln x, its size
    const newton = x * Math.exp(((rising ? 1 : -1) * Math.log(target / value)) / slope);
    let next = newton;
    if (!(newton > low && newton < high)) {
      if (high === Infinity) next = x * 4;
      else if (low === 0) next = high / 4;
      else next = low * 4 < high ? Math.sqrt(low * high) : (low + high) / 2;
    }
    if (next === 0 || next === Infinity || Math.abs(next - x) <= 2e-16 * x) return next;
    x = next;
  }
  return x;
}

/**
 * t with P(T <= t) = p for Student's t.
 * @param p probability from 0 to 1; 0 and 1 give the infinities
 * @param df above 0; infinity gives the normal quantile
 */
export function tQuantile(p: number, df: number): number {
  probability(p);
  freedom('df', df);
  if (df === Infinity || p === 0 || p === 1) return normalQuantile(p);
  if (p === 0.5) return 0;
  const logScale = gammaLn((df + 1) / 2) - gammaLn(df / 2) - Math.log(df * Math.PI) / 2;
  const density = (t: number) => Math.exp(logScale - ((df + 1) / 2) * Math.log1p((t * t) / df));
  const tail = Math.min(p, 1 - p);
  const sign = p < 0.5 ? -1 : 1;
  const z = Math.abs(normalQuantile(tail));
  if (tail > 0.25) {
    return sign * invert((t) => tSides(t, df).inside, density, Math.abs(p - 0.5), z, true);
  }
  const start = z * (1 + (z * z + 1) / (4 * df)); // A&S 26.7.5, its first term
  return sign * invert((t) => tSides(t, df).tail, density, tail, start, false);
}

/** x with P(X <= x) = p for chi-square; p from 0 to 1, df above 0. */
export function chiSquareQuantile(p: number, df: number): number {
  probability(p);
  freedom('df', df);
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const logScale = -gammaLn(df / 2) - (df / 2) * Math.LN2;
  const density = (x: number) => Math.exp(logScale + (df / 2 - 1) * Math.log(x) - x / 2);
  const spread = 2 / (9 * df);
  const start = df * (1 - spread + normalQuantile(p) * Math.sqrt(spread)) ** 3; // Wilson-Hilferty, A&S 26.4.17
  const from = start > 0 ? start : df / 4;
  return p <= 0.5
    ? invert((x) => chiSquareCdf(x, df), density, p, from, true)
    : invert((x) => chiSquareUpperTail(x, df), density, 1 - p, from, false);
}

/** x with P(X <= x) = p for F; p from 0 to 1, df1 and df2 above 0 and finite. */
export function fQuantile(p: number, df1: number, df2: number): number {
  probability(p);
  fSides(1, df1, df2);
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const a = df1 / 2;
  const b = df2 / 2;
  const logScale = gammaLn(a + b) - gammaLn(a) - gammaLn(b) + a * Math.log(df1 / df2);
  const density = (x: number) =>
    Math.exp(logScale + (a - 1) * Math.log(x) - (a + b) * Math.log1p((df1 / df2) * x));
  return p <= 0.5
    ? invert((x) => fCdf(x, df1, df2), density, p, 1, true)
    : invert((x) => fUpperTail(x, df1, df2), density, 1 - p, 1, false);
}
