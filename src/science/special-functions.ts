/**
 * Gamma, incomplete gamma and incomplete beta functions, relative error below 1e-13.
 *
 * Equations: NIST Digital Library of Mathematical Functions (dlmf.nist.gov) and Abramowitz & Stegun (1964).
 * Prefactors by the saddle-point form of Loader (2000), Fast and accurate computation of binomial
 * probabilities, which keeps its digits where x^a e^-x / Gamma(a) is a quotient of huge numbers.
 */

const tiny = 1e-300;
const halfLogTwoPi = 0.9189385332046727; // ln(2 pi)/2

/** zeta(k) - 1 for k = 0 ... 60, entries 0 and 1 unused: direct sum to 99, then Euler-Maclaurin (DLMF 25.2.9). */
const zetaMinusOne = Float64Array.from({ length: 61 }, (_, k) => {
  if (k < 2) return 0;
  const n = 100;
  let sum = 0;
  const tail = n ** (1 - k) / (k - 1) + n ** -k / 2 + (k * n ** (-k - 1)) / 12;
  sum += tail - (k * (k + 1) * (k + 2) * n ** (-k - 3)) / 720;
  sum += (k * (k + 1) * (k + 2) * (k + 3) * (k + 4) * n ** (-k - 5)) / 30240;
  for (let i = n - 1; i >= 2; i -= 1) sum += i ** -k;
  return sum;
});
const eulerGamma = 0.5772156649015329;

/** ln Gamma(2 + w), -0.5 <= w <= 0.5: A&S 6.1.33 with the logarithm moved to the left side. */
function gammaLnNearTwo(w: number): number {
  let sum = 0;
  for (let k = 40; k >= 2; k -= 1) sum = ((k % 2 === 0 ? 1 : -1) * (zetaMinusOne[k] ?? 0)) / k + sum * w;
  return w * (1 - eulerGamma) + w * w * sum;
}

/** ln Gamma(x) - [(x - 1/2) ln x - x + ln(2 pi)/2], x >= 10 (DLMF 5.11.1). */
function stirlingSeries(x: number): number {
  const r = 1 / (x * x);
  const inner = 1 / 1188 - r * (691 / 360360 - r * (1 / 156 - r * (3617 / 122400)));
  return (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * inner)))) / x;
}

/**
 * Natural logarithm of the gamma function.
 * @param x above 0
 * @throws RangeError where x is not
 */
export function gammaLn(x: number): number {
  if (!(x > 0)) throw new RangeError(`x is ${x}; a number above 0 is needed`);
  if (x === Infinity) return Infinity;
  if (x < 0.5) return gammaLn(x + 1) - Math.log(x);
  if (x < 1.5) return gammaLnNearTwo(x - 1) - Math.log1p(x - 1);
  if (x <= 2.5) return gammaLnNearTwo(x - 2);
  if (x < 10) {
    let product = 1;
    let y = x;
    while (y > 2.5) {
      y -= 1;
      product *= y;
    }
    return Math.log(product) + gammaLnNearTwo(y - 2);
  }
  return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingSeries(x);
}

/** ln Gamma(x + 1) - [(x + 1/2) ln x - x + ln(2 pi)/2], x > 0 (Loader 2000, the error of Stirling's formula). */
function stirlingError(x: number): number {
  if (x >= 10) return stirlingSeries(x);
  return gammaLn(x + 1) - (x + 0.5) * Math.log(x) + x - halfLogTwoPi;
}

/** Deviance x ln(x/m) + m - x (Loader 2000, bd0), x and m above 0. */
function deviance(x: number, m: number): number {
  const v = (x - m) / (x + m);
  if (Math.abs(v) >= 0.1) return x * Math.log(x / m) + m - x;
  // ln(x/m) = 2 (v + v^3/3 + ...), and the first term cancels m - x but for (x - m) v.
  let sum = 0;
  const square = v * v;
  for (let power = 19; power >= 3; power -= 2) sum = (sum + 1 / power) * square;
  return (x - m) * v + 2 * x * v * sum;
}

/** x^a e^-x / Gamma(a + 1), a > 0, x > 0. */
function gammaPrefactor(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/** Lower and upper regularised incomplete gamma function. */
function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (!(a > 0)) throw new RangeError(`a is ${a}; a number above 0 is needed`);
  if (!(x >= 0)) throw new RangeError(`x is ${x}; a number from 0 is needed`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const prefactor = gammaPrefactor(a, x);
  if (x < a + 1) {
    // DLMF 8.11.4: sum of x^n / ((a + 1) ... (a + n))
    let term = 1;
    let sum = 1;
    for (let n = 1; term > sum * 1e-17; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    const lower = Math.min(1, prefactor * sum);
    return { lower, upper: 1 - lower };
  }
  // DLMF 8.9.2 in its even part, evaluated from the front (Lentz's method).
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 100_000; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || tiny);
    c = b + numerator / c || tiny;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  const upper = Math.min(1, prefactor * a * fraction);
  return { lower: 1 - upper, upper };
}

/** P(a, x), regularised lower incomplete gamma function (DLMF 8.2.4), a > 0, x >= 0. */
export function regularisedGammaP(a: number, x: number): number {
  return incompleteGamma(a, x).lower;
}

/** Q(a, x) = 1 - P(a, x), exact in the far tail, a > 0, x >= 0. */
export function regularisedGammaQ(a: number, x: number): number {
  return incompleteGamma(a, x).upper;
}

/** x^a y^b / (a B(a, b)) with x + y = 1, all above 0. */
function betaPrefactor(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const scale = Math.sqrt(b / (2 * Math.PI * a * n));
  return scale * Math.exp(errors - deviance(a, n * x) - deviance(b, n * y));
}

/**
 * I_x(a, b) / (x^a y^b / B(a, b)) for x <= a/(a + b): DiDonato & Morris (1992), ACM Trans. Math. Softw. 18:360,
 * eqs. 9-11 (their lambda is a y - b x here, which keeps its digits). Steed's method, scaled.
 */
function betaFraction(a: number, b: number, x: number, y: number): number {
  const lambda = a * y - b * x;
  let denominator = (a / (a + 1)) * (lambda + 1);
  let c = denominator;
  let d = 0;
  let fraction = denominator;
  for (let n = 1; n < 100_000; n += 1) {
    const odd = a + 2 * n - 1;
    const numerator = (((a + n - 1) * (a + b + n - 1)) / odd) * ((n * (b - n) * x) / odd) * x;
    denominator = n + (n * (b - n) * x) / odd + ((a + n) / (odd + 2)) * (lambda + 1 + n * (1 + y));
    d = 1 / (denominator + numerator * d || tiny);
    c = denominator + numerator / c || tiny;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return 1 / fraction;
}

/**
 * I_x(a, b) where the caller knows both x and y = 1 - x to all digits, and 1 - I beside it.
 * @param a above 0
 * @param b above 0
 */
export function incompleteBeta(
  x: number,
  y: number,
  a: number,
  b: number,
): { readonly lower: number; readonly upper: number } {
  if (!(a > 0)) throw new RangeError(`a is ${a}; a number above 0 is needed`);
  if (!(b > 0)) throw new RangeError(`b is ${b}; a number above 0 is needed`);
  if (!(x >= 0 && x <= 1)) throw new RangeError(`x is ${x}; a number from 0 to 1 is needed`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  if (b * x <= a * y) {
    const lower = Math.min(1, a * betaPrefactor(a, b, x, y) * betaFraction(a, b, x, y));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, b * betaPrefactor(b, a, y, x) * betaFraction(b, a, y, x));
  return { lower: 1 - upper, upper };
}

/** I_x(a, b), regularised incomplete beta function (DLMF 8.17.2), 0 <= x <= 1, a > 0, b > 0. */
export function regularisedBeta(x: number, a: number, b: number): number {
  return incompleteBeta(x, 1 - x, a, b).lower;
}

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** P(Z > z) for z >= 0: DLMF 7.6.2 below 2.5, the continued fraction 7.9.3 (from the back) above. */
function normalTail(z: number): number {
  if (z < 2.5) {
    let term = z;
    let sum = z;
    for (let n = 1; term > sum * 1e-17; n += 1) {
      term *= (z * z) / (2 * n + 1);
      sum += term;
    }
    return 0.5 - sum * normalDensity(z);
  }
  let fraction = z;
  for (let n = z < 5 ? 120 : 40; n >= 1; n -= 1) fraction = z + n / fraction;
  return normalDensity(z) / fraction;
}

/** P(Z <= z) for a standard normal Z. */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('z is NaN; a number is needed');
  if (z === -Infinity) return 0;
  if (z === Infinity) return 1;
  return z <= 0 ? normalTail(-z) : 1 - normalTail(z);
}
