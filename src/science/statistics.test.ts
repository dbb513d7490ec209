import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareUpperTail,
  fCdf,
  fQuantile,
  fUpperTail,
  gammaLn,
  mean,
  normalCdf,
  normalQuantile,
  normalUpperTail,
  quantile,
  regularisedBeta,
  regularisedGammaP,
  regularisedGammaQ,
  standardDeviation,
  sum,
  tCdf,
  tQuantile,
  tUpperTail,
  variance,
} from './statistics.ts';

const relative = (got: number, wanted: number) => Math.abs(got - wanted) / Math.abs(wanted);
const freedom = fc.double({ min: 0.5, max: 2000, noNaN: true });
const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

describe('printed tables', () => {
  // Abramowitz & Stegun (1964), table 26.1 (P to 15 digits) and 26.2 (-log Q).
  it.each([
    [1, 0.841344746068543],
    [1.96, 0.97500210485178],
    [3, 0.99865010196837],
    [-2, 0.022750131948179],
  ])('normal, table 26.1: P(%d)', (z, p) => expect(normalCdf(z)).toBeCloseTo(p, 14));
  it.each([
    [5, 6.54265],
    [10, 23.11805],
    [30, 197.30921],
  ])('normal, table 26.2: -log10 Q(%d)', (z, digits) => {
    expect(-Math.log10(normalUpperTail(z))).toBeCloseTo(digits, 5);
  });

  // Table 26.10, two-sided probabilities 0.5, 0.9, 0.95, 0.99, 0.999.
  it.each([
    [1, [1, 6.314, 12.706, 63.657, 636.619]],
    [2, [0.816, 2.92, 4.303, 9.925, 31.598]],
    [5, [0.727, 2.015, 2.571, 4.032, 6.869]],
    [10, [0.7, 1.812, 2.228, 3.169, 4.587]],
    [30, [0.683, 1.697, 2.042, 2.75, 3.646]],
    [120, [0.677, 1.658, 1.98, 2.617, 3.373]],
    [Number.POSITIVE_INFINITY, [0.674, 1.645, 1.96, 2.576, 3.291]],
  ])('t, table 26.10: %d degrees of freedom', (df, printed) => {
    const got = [0.5, 0.9, 0.95, 0.99, 0.999].map((level) => tQuantile((1 + level) / 2, df));
    // 31.598 is printed where 31.5991 is meant.
    for (const [i, t] of got.entries()) {
      expect(Math.abs(t - (printed[i] ?? 0))).toBeLessThan(df === 2 ? 0.0012 : 0.00051);
    }
  });

  // Table 26.8, Q = 0.995, 0.5, 0.05, 0.001.
  it.each([
    [1, [0.0000392704, 0.454937, 3.84146, 10.828]],
    [10, [2.15585, 9.34182, 18.307, 29.588]],
    [100, [67.3276, 99.3341, 124.342, 149.449]],
  ])('chi-square, table 26.8: %d degrees of freedom', (df, printed) => {
    [0.995, 0.5, 0.05, 0.001].forEach((q, i) => {
      expect(relative(chiSquareQuantile(1 - q, df), printed[i] ?? 0)).toBeLessThan(5e-5);
    });
  });

  // Table 26.9, Q = 0.05.
  it.each([
    [1, 1, 161.4],
    [5, 10, 3.33],
    [10, 5, 4.74],
    [8, 30, 2.27],
  ])('F, table 26.9: %d and %d degrees of freedom', (df1, df2, printed) => {
    expect(relative(fQuantile(0.95, df1, df2), printed)).toBeLessThan(0.0017);
  });

  // Table 6.1 (Gamma) and 6.4 (ln Gamma).
  it.each([
    [1.5, Math.log(0.886226925452758)],
    [1.1, Math.log(0.951350769866873)],
    [10, 12.8018274800814],
    [101, 363.73937555556347],
  ])('gamma: ln Gamma(%d)', (x, printed) => expect(relative(gammaLn(x), printed)).toBeLessThan(1e-13));
});

describe('closed forms', () => {
  it('gamma: factorials, and Gamma(1/2) = sqrt(pi)', () => {
    let factorial = 0;
    for (let n = 1; n < 170; n += 1) {
      expect(Math.abs(gammaLn(n) - factorial)).toBeLessThanOrEqual(4e-15 * Math.max(1, factorial));
      factorial += Math.log(n);
    }
    expect(gammaLn(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 15);
  });

  it('gamma: x Gamma(x) = Gamma(x + 1)', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (x) => {
        const step = gammaLn(x + 1) - gammaLn(x);
        const size = Math.max(1, Math.abs(gammaLn(x)), Math.abs(Math.log(x)));
        expect(Math.abs(step - Math.log(x))).toBeLessThan(1e-14 * size);
      }),
    );
  });

  it('incomplete gamma: exponential (a = 1) and Erlang (a = 3)', () => {
    for (const x of [1e-8, 0.01, 0.5, 1, 2.5, 7, 30, 200]) {
      expect(relative(regularisedGammaP(1, x), -Math.expm1(-x))).toBeLessThan(1e-14);
      expect(relative(regularisedGammaQ(1, x), Math.exp(-x))).toBeLessThan(1e-13);
      expect(relative(regularisedGammaQ(3, x), Math.exp(-x) * (1 + x + (x * x) / 2))).toBeLessThan(1e-13);
    }
  });

  it('incomplete beta: powers (b = 1) and a polynomial (a = 2, b = 3)', () => {
    for (const x of [1e-6, 0.1, 0.35, 0.5, 0.8, 0.999]) {
      expect(relative(regularisedBeta(x, 2.5, 1), x ** 2.5)).toBeLessThan(1e-14);
      const polynomial = x * x * (6 - 8 * x + 3 * x * x);
      expect(relative(regularisedBeta(x, 2, 3), polynomial)).toBeLessThan(1e-13);
    }
  });

  it('t with 1 and 2 degrees of freedom', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), (t) => {
        const tail = t < 0 ? Math.atan(-1 / t) / Math.PI : 1 - Math.atan2(1, t) / Math.PI;
        expect(relative(tCdf(t, 1), tail)).toBeLessThan(1e-13);
      }),
    );
    for (const p of [1e-10, 0.01, 0.3, 0.6, 0.99]) {
      expect(relative(tQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)))).toBeLessThan(1e-13);
    }
  });

  it('keeps the digits of large degrees of freedom: F(x; 2, n) = 1 - (1 + 2x/n)^(-n/2)', () => {
    for (const n of [10, 1e3, 1e6]) {
      for (const x of [0.1, 1, 5]) {
        const exact = Math.exp((-n / 2) * Math.log1p((2 * x) / n));
        expect(relative(fUpperTail(x, 2, n), exact)).toBeLessThan(1e-13);
      }
    }
  });
});

describe('laws', () => {
  it('cdf of the quantile is p', () => {
    fc.assert(
      fc.property(probability, freedom, freedom, (p, df1, df2) => {
        const near = (got: number) => expect(relative(got, p)).toBeLessThan(1e-12);
        near(normalCdf(normalQuantile(p)));
        near(tCdf(tQuantile(p, df1), df1));
        near(chiSquareCdf(chiSquareQuantile(p, df1), df1));
        near(fCdf(fQuantile(p, df1, df2), df1, df2));
      }),
      { numRuns: 300 },
    );
  });

  it('lower and upper tail make 1; the upper keeps small probabilities', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 60, noNaN: true }), freedom, freedom, (x, df1, df2) => {
        expect(chiSquareCdf(x, df1) + chiSquareUpperTail(x, df1)).toBeCloseTo(1, 14);
        expect(fCdf(x, df1, df2) + fUpperTail(x, df1, df2)).toBeCloseTo(1, 14);
        expect(tCdf(x, df1) + tUpperTail(x, df1)).toBeCloseTo(1, 14);
      }),
    );
    expect(chiSquareUpperTail(400, 2)).toBeCloseTo(Math.exp(-200), 95);
    expect(relative(chiSquareUpperTail(400, 2), Math.exp(-200))).toBeLessThan(1e-13);
  });

  it('t squared is F with 1, z squared is chi-square with 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 8, noNaN: true }), freedom, (x, df) => {
        expect(relative(fUpperTail(x * x, 1, df), 2 * tUpperTail(x, df))).toBeLessThan(1e-12);
        expect(relative(chiSquareUpperTail(x * x, 1), 2 * normalUpperTail(x))).toBeLessThan(1e-12);
      }),
    );
  });

  it('t and F approach their limits', () => {
    expect(tQuantile(0.975, 1e9)).toBeCloseTo(normalQuantile(0.975), 8);
    expect(fUpperTail(2, 3, 1e10)).toBeCloseTo(fUpperTail(2, 3, Number.POSITIVE_INFINITY), 9);
  });
});

describe('samples', () => {
  it('mean, variance and quantiles of 2 4 4 4 5 5 7 9', () => {
    const values = [9, 4, 2, 5, 4, 7, 4, 5];
    expect(mean(values)).toBe(5);
    expect(variance(values)).toBeCloseTo(32 / 7, 15); // squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16
    expect(standardDeviation(values)).toBeCloseTo(Math.sqrt(32 / 7), 15);
    expect(quantile(values, 0.5)).toBe(4.5);
    expect(quantile(values, 0.1)).toBeCloseTo(3.4, 15); // place 0.7 between 2 and 4
    expect([quantile(values, 0), quantile(values, 1)]).toEqual([2, 9]);
    expect(values[0]).toBe(9); // the caller's list stays in its order
  });

  it('sums what a plain sum loses', () => expect(sum([1, 1e100, 1, -1e100])).toBe(2));

  // NIST StRD NumAcc4: mean 10000000.2, standard deviation 0.1.
  it('variance of large numbers that differ little', () => {
    const values = [10_000_000.2];
    for (let i = 0; i < 500; i += 1) values.push(10_000_000.1, 10_000_000.3);
    expect(mean(values)).toBeCloseTo(10_000_000.2, 8);
    expect(relative(standardDeviation(values), 0.1)).toBeLessThan(1e-7);
  });

  it('refuses what has no answer', () => {
    expect(() => mean([])).toThrow(/0 numbers; at least 1/);
    expect(() => variance([1])).toThrow(/at least 2/);
    expect(() => quantile([1, 2], 1.1)).toThrow(/p is 1.1/);
    expect(() => normalQuantile(Number.NaN)).toThrow(/p is NaN/);
    expect(() => normalCdf(Number.NaN)).toThrow(/NaN/);
    expect(() => tQuantile(0.9, 0)).toThrow(/df is 0/);
    expect(() => tCdf(Number.NaN, 3)).toThrow(RangeError);
    expect(() => chiSquareCdf(Number.NaN, 3)).toThrow(RangeError);
    expect(() => fCdf(Number.NaN, 3, 3)).toThrow(RangeError);
    expect(() => gammaLn(0)).toThrow(/x is 0/);
    expect(() => regularisedBeta(1.5, 1, 1)).toThrow(/x is 1.5/);
    expect(() => regularisedGammaP(-1, 1)).toThrow(/a is -1/);
  });
});
