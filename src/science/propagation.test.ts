import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lognormal, normal } from './distributions.ts';
import { monteCarlo, summarise } from './monte-carlo.ts';
import { productRelative, productRelativeExact, propagate, sumInQuadrature } from './propagation.ts';

const at = (x: ArrayLike<number>, i: number) => x[i] ?? Number.NaN;

describe('propagate', () => {
  it('sums and differences: a^2 u1^2 + b^2 u2^2 + 2 a b cov', () => {
    const { value, standardError, variances } = propagate(
      (x) => 3 * at(x, 0) - 2 * at(x, 1),
      [5, 1],
      [
        [4, 0.5],
        [0.5, 9],
      ],
    );
    expect(value).toBe(13);
    expect(standardError).toBeCloseTo(Math.sqrt(9 * 4 + 4 * 9 - 12 * 0.5), 9);
    expect(Array.from(variances)).toEqual([expect.closeTo(36, 8), expect.closeTo(36, 8)]);
  });

  // JCGM 100:2008 (GUM), example H.2: table H.2 means, u and r; table H.3 and H.4 results R, X, Z.
  it('GUM example H.2, correlated inputs', () => {
    const [v, i, phi] = [4.999, 0.019661, 1.04446];
    const u = [0.0032, 0.0000095, 0.00075];
    const r = [
      [1, -0.36, 0.86],
      [-0.36, 1, -0.65],
      [0.86, -0.65, 1],
    ];
    const covariance = r.map((row, j) => row.map((rho, k) => rho * at(u, j) * at(u, k)));
    const resistance = propagate((x) => (at(x, 0) / at(x, 1)) * Math.cos(at(x, 2)), [v, i, phi], covariance);
    const reactance = propagate((x) => (at(x, 0) / at(x, 1)) * Math.sin(at(x, 2)), [v, i, phi], covariance);
    const impedance = propagate((x) => at(x, 0) / at(x, 1), [v, i, phi], covariance);
    expect(resistance.value).toBeCloseTo(127.732, 2);
    expect(resistance.standardError).toBeCloseTo(0.071, 2);
    expect(reactance.value).toBeCloseTo(219.847, 2);
    expect(reactance.standardError).toBeCloseTo(0.295, 2);
    expect(impedance.value).toBeCloseTo(254.26, 2);
    expect(impedance.standardError).toBeCloseTo(0.236, 2);
  });

  it('agrees with a simulation where errors are small', () => {
    const model = (a: number, b: number, c: number) => (a * Math.exp(b)) / Math.sqrt(c);
    const analytic = propagate(
      (x) => model(at(x, 0), at(x, 1), at(x, 2)),
      [10, 0.5, 4],
      [
        [0.04, 0, 0],
        [0, 0.0004, 0],
        [0, 0, 0.01],
      ],
    );
    const simulated = summarise(
      monteCarlo(
        { a: normal(10, 0.2), b: normal(0.5, 0.02), c: normal(4, 0.1) },
        (x) => model(x.a, x.b, x.c),
        {
          draws: 100_000,
          seed: 3,
        },
      ).value,
    );
    expect(Math.abs(analytic.value / simulated.mean - 1)).toBeLessThan(0.001);
    expect(Math.abs(analytic.standardError / simulated.sd - 1)).toBeLessThan(0.012);
  });

  it('errors that cancel leave 0', () => {
    const difference = propagate(
      (x) => at(x, 0) - at(x, 1),
      [2, 2],
      [
        [1, 1],
        [1, 1],
      ],
    );
    expect(difference.standardError).toBeLessThan(1e-7);
  });

  it('scales with the units', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (factor) => {
        const f = (x: ArrayLike<number>) => at(x, 0) ** 2 / at(x, 1);
        const plain = propagate(
          f,
          [3, 2],
          [
            [0.01, 0],
            [0, 0.09],
          ],
        );
        const scaled = propagate(
          f,
          [3 * factor, 2],
          [
            [0.01 * factor ** 2, 0],
            [0, 0.09],
          ],
        );
        expect(scaled.standardError / factor ** 2 / plain.standardError).toBeCloseTo(1, 7);
      }),
    );
  });

  it('works at a mean of 0, and with an error of 0', () => {
    expect(
      propagate(
        (x) => 2 * at(x, 0) + at(x, 1),
        [0, 0],
        [
          [0.25, 0],
          [0, 0],
        ],
      ).standardError,
    ).toBeCloseTo(1, 9);
  });

  it('refuses', () => {
    expect(() => propagate((x) => at(x, 0), [1, 2], [[1, 0]])).toThrow(/2 rows of 2/);
    expect(() => propagate((x) => at(x, 0), [1], [[-1]])).toThrow(/covariance\[0\]\[0\] is -1/);
    expect(() => propagate((x) => Math.log(at(x, 0)), [0], [[1]])).toThrow(/f is -Infinity/);
  });
});

describe('short forms', () => {
  it('3 and 4 make 5', () => {
    expect(sumInQuadrature([3, 4])).toBe(5);
    expect(productRelative([3, 4])).toBe(5);
    expect(productRelativeExact([0.3, 0.4])).toBeCloseTo(Math.sqrt(1.09 * 1.16 - 1), 15);
  });

  it('the product form is propagate applied to a product', () => {
    const errors = [0.05, 0.1, 0.02];
    const means = [4, 7, 0.5];
    const covariance = means.map((m, i) => means.map((_, j) => (i === j ? (m * at(errors, i)) ** 2 : 0)));
    const { value, standardError } = propagate((x) => at(x, 0) * at(x, 1) * at(x, 2), means, covariance);
    expect(standardError / value).toBeCloseTo(productRelative(errors), 9);
  });

  it('the exact form is what a simulation gives, large errors included', () => {
    const wide = { a: lognormal(0, Math.sqrt(Math.log(1.36))), b: lognormal(0, Math.sqrt(Math.log(1.25))) }; // 60 %, 50 %
    const product = summarise(monteCarlo(wide, (x) => x.a * x.b, { draws: 400_000, seed: 8 }).value);
    expect(Math.abs(product.sd / product.mean / productRelativeExact([0.6, 0.5]) - 1)).toBeLessThan(0.02);
  });
});
