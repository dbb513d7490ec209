import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levenbergMarquardt, linearModel, linearRegression } from './least-squares.ts';

// Columns of the NIST Statistical Reference Datasets (public domain): Norris and Misra1a, certified results below.
const norris = {
  y: [
    0.1, 338.8, 118.1, 888, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1, 668.8, 339.3,
    448.9, 10.8, 557.7, 228.3, 998, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888, 998.5, 778.9, 10.2, 117.6,
    228.9, 668.4, 449.2, 0.2,
  ],
  x: [
    0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777, 558.2, 0.4, 0.6, 775.5, 666.9, 338,
    447.5, 11.6, 556, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2, 999, 779, 11.1, 118.3, 229.2,
    669.1, 448.9, 0.5,
  ],
};
const misra = {
  y: [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78],
  x: [77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760],
};
const at = (list: ArrayLike<number> | null, i: number) => list?.[i] ?? Number.NaN;
const relative = (got: number, wanted: number) => Math.abs(got - wanted) / Math.abs(wanted);

describe('linear models', () => {
  it('NIST Norris', () => {
    const fit = linearRegression(norris.x, norris.y);
    expect(relative(fit.intercept, -0.262323073774029)).toBeLessThan(1e-12);
    expect(relative(fit.slope, 1.00211681802045)).toBeLessThan(1e-13);
    expect(relative(fit.interceptError ?? 0, 0.232818234301152)).toBeLessThan(1e-12);
    expect(relative(fit.slopeError ?? 0, 0.429796848199937e-3)).toBeLessThan(1e-12);
    expect(relative(fit.rSquared ?? 0, 0.999993745883712)).toBeLessThan(1e-14);
    expect(relative(Math.sqrt(fit.residualVariance ?? 0), 0.884796396144373)).toBeLessThan(1e-12);
    expect(fit.df).toBe(34);
  });

  it('a line through three points', () => {
    // x 0 1 2, y 1 3 4: slope 3/2, intercept 7/6, residuals -1/6, 1/3, -1/6, sum of squares 1/6
    const fit = linearRegression([0, 1, 2], [1, 3, 4]);
    expect(fit.slope).toBeCloseTo(1.5, 14);
    expect(fit.intercept).toBeCloseTo(7 / 6, 14);
    expect(fit.residualVariance).toBeCloseTo(1 / 6, 14);
    expect(fit.slopeError).toBeCloseTo(Math.sqrt(1 / 12), 14); // s^2 / sum (x - 1)^2
    expect(fit.interceptError).toBeCloseTo(Math.sqrt(5 / 36), 14); // s^2 (1/3 + 1/2)
  });

  it('a whole weight counts an observation so many times; weight 0 leaves it out', () => {
    const weighted = linearRegression([0, 1, 2, 9], [1, 3, 4, -50], [2, 1, 3, 0]);
    const repeated = linearRegression([0, 0, 1, 2, 2, 2], [1, 1, 3, 4, 4, 4]);
    expect(weighted.slope).toBeCloseTo(repeated.slope, 13);
    expect(weighted.intercept).toBeCloseTo(repeated.intercept, 13);
    expect(weighted.rSquared).toBeCloseTo(repeated.rSquared ?? 0, 13);
    expect([weighted.df, repeated.df]).toEqual([1, 4]);
  });

  it('has no errors without degrees of freedom', () => {
    const fit = linearRegression([1, 2], [3, 5]);
    expect([fit.slope, fit.slopeError, fit.residualVariance]).toEqual([expect.closeTo(2, 14), null, null]);
  });

  it('scales with the units of x and y', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (factor) => {
        const plain = linearRegression(misra.x, misra.y);
        const scaled = linearRegression(
          misra.x.map((x) => x * factor),
          misra.y.map((y) => y / factor),
        );
        expect(relative(scaled.slope * factor * factor, plain.slope)).toBeLessThan(1e-11);
        expect(relative((scaled.slopeError ?? 0) * factor * factor, plain.slopeError ?? 0)).toBeLessThan(
          1e-10,
        );
      }),
    );
  });

  it('finds the coefficients of a parabola, and refuses equal columns', () => {
    const rows = [-2, -1, 0, 1, 2, 3].map((x) => [1, x, x * x]);
    const fit = linearModel(
      rows,
      rows.map((row) => 4 - 3 * at(row, 1) + 0.5 * at(row, 2)),
    );
    expect(Array.from(fit.coefficients)).toEqual([4, -3, 0.5].map((value) => expect.closeTo(value, 12)));
    expect(() =>
      linearModel(
        rows.map((row) => [...row, 2 * at(row, 1)]),
        rows.map((_, i) => i),
      ),
    ).toThrow('depend on each other');
  });

  it('refuses', () => {
    expect(() => linearRegression([1, 1, 1], [1, 2, 3])).toThrow('depend on each other');
    expect(() => linearRegression([1], [1])).toThrow(/1 rows with weight; 2/);
    expect(() => linearRegression([1, 2], [1])).toThrow(/y has 1 numbers; 2/);
    expect(() => linearRegression([1, Number.NaN, 3], [1, 2, 3])).toThrow(/x\[1\] is NaN/);
    expect(() => linearRegression([1, 2, 3], [1, 2, 3], [1, -1, 1])).toThrow(/weights\[1\] is -1/);
  });
});

describe('levenbergMarquardt', () => {
  const f = (p: Float64Array, i: number) => at(p, 0) * (1 - Math.exp(-at(p, 1) * at(misra.x, i)));
  const jacobian = (p: Float64Array, i: number, out: Float64Array) => {
    const decay = Math.exp(-at(p, 1) * at(misra.x, i));
    out[0] = 1 - decay;
    out[1] = at(p, 0) * at(misra.x, i) * decay;
  };

  it.each([
    ['with its Jacobian', jacobian, [500, 0.0001]],
    ['by differences', null, [500, 0.0001]],
    ['from the second start', jacobian, [250, 0.0005]],
  ] as const)('NIST Misra1a %s', (_, derivatives, start) => {
    const fit = levenbergMarquardt(f, derivatives, start, null, { observed: misra.y });
    expect(fit.converged).toBe(true);
    expect(relative(at(fit.parameters, 0), 238.94212918)).toBeLessThan(1e-8);
    expect(relative(at(fit.parameters, 1), 5.5015643181e-4)).toBeLessThan(1e-8);
    expect(relative(at(fit.standardErrors, 0), 2.7070075241)).toBeLessThan(1e-7);
    expect(relative(at(fit.standardErrors, 1), 7.2668688436e-6)).toBeLessThan(1e-7);
    expect(relative(fit.sumOfSquares, 0.12455138894)).toBeLessThan(1e-10);
    expect(fit.df).toBe(12);
  });

  it('stops at a bound and fits the others there', () => {
    const fit = levenbergMarquardt(
      f,
      jacobian,
      [200, 0.0006],
      { lower: [0, 0], upper: [220, 1] },
      {
        observed: misra.y,
      },
    );
    expect(at(fit.parameters, 0)).toBe(220);
    const rest = levenbergMarquardt((p, i) => f(Float64Array.of(220, at(p, 0)), i), null, [0.0006], null, {
      observed: misra.y,
    });
    expect(relative(at(fit.parameters, 1), at(rest.parameters, 0))).toBeLessThan(1e-8);
    expect(at(fit.standardErrors, 0)).toBe(0);
    expect(fit.converged).toBe(true);
  });

  it('fits a straight line as linearRegression does, weights included', () => {
    const weights = misra.x.map((_, i) => 1 + (i % 3));
    const line = linearRegression(misra.x, misra.y, weights);
    const fit = levenbergMarquardt((p, i) => at(p, 0) + at(p, 1) * at(misra.x, i), null, [0, 0], null, {
      observed: misra.y,
      weights,
    });
    expect(relative(at(fit.parameters, 0), line.intercept)).toBeLessThan(1e-7);
    expect(relative(at(fit.parameters, 1), line.slope)).toBeLessThan(1e-8);
    expect(relative(at(fit.standardErrors, 1), line.slopeError ?? 0)).toBeLessThan(1e-6);
  });

  it('says so when it did not get there', () => {
    const fit = levenbergMarquardt(f, jacobian, [500, 0.0001], null, { observed: misra.y }, { maxSteps: 2 });
    expect([fit.converged, fit.steps]).toEqual([false, 2]);
  });

  it('refuses', () => {
    const data = { observed: misra.y };
    expect(() => levenbergMarquardt(f, null, [Number.NaN, 1], null, data)).toThrow(/start\[0\] is NaN/);
    expect(() => levenbergMarquardt(f, null, [3, 1], { lower: [4, 0], upper: [5, 2] }, data)).toThrow(
      /start\[0\] is 3; bounds are 4 to 5/,
    );
    expect(() => levenbergMarquardt(() => Number.NaN, null, [1], null, data)).toThrow(
      'no finite sum of squares',
    );
    expect(() => levenbergMarquardt(f, null, [1, 1], null, { observed: [1, 2], weights: [1] })).toThrow(
      /weights has 1 numbers; 2/,
    );
  });
});
