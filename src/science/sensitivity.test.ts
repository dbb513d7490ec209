import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixed, normal, uniform } from './distributions.ts';
import { oneAtATime, rankCorrelation, ranks, sobol } from './sensitivity.ts';

describe('rankCorrelation', () => {
  it('ranks, ties with their mean', () => {
    expect(Array.from(ranks([10, 20, 10, 30, 10]))).toEqual([2, 4, 2, 5, 2]);
  });

  it('1 - 6 sum d^2 / (n (n^2 - 1)) without ties', () => {
    // ranks 1..5 against 2 1 4 3 5: d^2 = 1 + 1 + 1 + 1 + 0, 1 - 24/120
    expect(rankCorrelation([1, 2, 3, 4, 5], [20, 10, 40, 30, 50])).toBeCloseTo(0.8, 15);
  });

  it('with ties: the correlation of the ranks', () => {
    // ranks 1 2.5 2.5 4 and 1 2 3 4: sum of products of deviations 4.5, of squares 4.5 and 5
    expect(rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(22.5), 15);
  });

  it('does not change with a rising function of its arguments', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 20 }), (x) => {
        const y = x.map((value, i) => value * ((i % 3) - 1) + i);
        const plain = rankCorrelation(x, y);
        const moved = rankCorrelation(
          x.map((value) => Math.exp(value / 10)),
          y.map((value) => 5 + 2 * value),
        );
        if (plain === null) expect(moved).toBeNull();
        else expect(moved).toBeCloseTo(plain, 12);
        expect(
          rankCorrelation(
            x,
            x.map((value) => -(value ** 3)),
          ),
        ).toBeCloseTo(-1, 12);
      }),
    );
  });

  it('is not defined where one does not vary, and refuses lists that do not fit', () => {
    expect(rankCorrelation([1, 2, 3], [4, 4, 4])).toBeNull();
    expect(() => rankCorrelation([1, 2], [1])).toThrow(/x has 2 and y 1/);
    expect(() => rankCorrelation([1], [1])).toThrow(RangeError);
  });
});

describe('oneAtATime', () => {
  it('puts the widest swing first', () => {
    const swings = oneAtATime(
      (x) => x.a * x.b + x.c,
      { a: 2, b: 3, c: 1 },
      { c: [0, 2], a: [1, 3], b: [4, 2] },
    );
    expect(swings).toEqual([
      { input: 'a', low: 1, high: 3, atLow: 4, atHigh: 10, swing: 6 },
      { input: 'b', low: 4, high: 2, atLow: 9, atHigh: 5, swing: 4 },
      { input: 'c', low: 0, high: 2, atLow: 6, atHigh: 8, swing: 2 },
    ]);
  });
});

describe('sobol', () => {
  // Ishigami & Homma (1990), a = 7, b = 0.1; closed form in Saltelli et al. (2008), Global Sensitivity Analysis,
  // box 4.2: V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2.
  it('Ishigami function against its closed form', () => {
    const [a, b] = [7, 0.1];
    const v1 = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2;
    const v2 = a ** 2 / 8;
    const v13 = b ** 2 * Math.PI ** 8 * (1 / 18 - 1 / 50);
    const v = v1 + v2 + v13;
    const angle = uniform(-Math.PI, Math.PI);
    const indices = sobol(
      { x1: angle, x2: angle, x3: angle },
      (x) => Math.sin(x.x1) + a * Math.sin(x.x2) ** 2 + b * x.x3 ** 4 * Math.sin(x.x1),
      { samples: 65_536, seed: 3 },
    );
    const near = (got: number | undefined, wanted: number) =>
      expect(Math.abs((got ?? 9) - wanted)).toBeLessThan(0.015);
    near(indices?.x1.first, v1 / v);
    near(indices?.x2.first, v2 / v);
    near(indices?.x3.first, 0);
    near(indices?.x1.total, (v1 + v13) / v);
    near(indices?.x2.total, v2 / v);
    near(indices?.x3.total, v13 / v);
  });

  it('a sum shares its variance as its terms do, and first and total agree', () => {
    const indices = sobol({ p: normal(0, 3), q: normal(5, 4) }, (x) => x.p + x.q + 1e6, {
      samples: 50_000,
      seed: 1,
    });
    expect(indices?.p.first).toBeCloseTo(0.36, 1);
    expect(indices?.q.total).toBeCloseTo(0.64, 1);
  });

  it('is not defined where nothing varies', () => {
    expect(sobol({ p: fixed(1) }, (x) => x.p, { samples: 10, seed: 1 })).toBeNull();
    expect(() => sobol({ p: fixed(1) }, (x) => x.p, { samples: 1, seed: 1 })).toThrow(/samples is 1/);
    expect(() => sobol({ p: fixed(0) }, (x) => 1 / x.p, { samples: 4, seed: 1 })).toThrow('not finite');
  });
});
