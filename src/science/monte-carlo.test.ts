import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lognormal, normal, triangular, uniform } from './distributions.ts';
import { drawInputs, monteCarlo, summarise } from './monte-carlo.ts';
import { scoreCorrelation } from './rank-correlated.ts';
import { rankCorrelation } from './sensitivity.ts';

const inputs = { a: normal(10, 1), b: lognormal(0, 0.6), c: uniform(0, 1), d: triangular(0, 1, 5) };

describe('monteCarlo', () => {
  it('gives the same bits for the same seed, and others for another', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const run = (s: number) =>
          monteCarlo(inputs, (x) => x.a * x.b, {
            draws: 50,
            seed: s,
            correlation: [{ between: ['a', 'b'], rank: 0.4 }],
          }).value;
        expect(run(seed)).toEqual(run(seed));
        expect(run(seed)).not.toEqual(run(seed + 1));
      }),
      { numRuns: 20 },
    );
  });

  it('gives every output of the model, draw by draw', () => {
    const options = { draws: 1000, seed: 4 };
    const { sum, twice } = monteCarlo(inputs, (x) => ({ sum: x.a + x.c, twice: 2 * x.a }), options);
    const drawn = drawInputs(inputs, options);
    for (let i = 0; i < 1000; i += 1) {
      expect(sum[i]).toBe((drawn.a[i] ?? 0) + (drawn.c[i] ?? 0));
      expect(twice[i]).toBe(2 * (drawn.a[i] ?? 0));
    }
  });

  // JCGM 101:2008, 9.2.2: four standard normal inputs added; coverage interval +- 3.92, sd 2 (table 2).
  it('JCGM 101 additive model', () => {
    const four = { p: normal(0, 1), q: normal(0, 1), r: normal(0, 1), s: normal(0, 1) };
    const result = summarise(
      monteCarlo(four, (x) => x.p + x.q + x.r + x.s, { draws: 200_000, seed: 1 }).value,
    );
    expect(Math.abs(result.mean)).toBeLessThan(0.02);
    expect(Math.abs(result.sd - 2)).toBeLessThan(0.015);
    expect(Math.abs(result.p97_5 - 3.92)).toBeLessThan(0.04);
    expect(Math.abs(result.p2_5 + 3.92)).toBeLessThan(0.04);
  });

  it('refuses a model without an answer, and wrong options', () => {
    const run = (draws: number, seed: number) =>
      monteCarlo({ a: normal(0, 1) }, (x) => Math.log(x.a), { draws, seed });
    expect(() => run(1000, 1)).toThrow(/value is NaN in draw \d+/);
    expect(() => run(1, 1)).toThrow(/draws is 1/);
    expect(() => run(2.5, 1)).toThrow(/draws is 2.5/);
    expect(() => run(10, -1)).toThrow(/seed is -1/);
  });
});

describe('correlated inputs', () => {
  it.each([0.9, 0.5, 0, -0.3, -0.95])('reach a rank correlation of %d', (rank) => {
    const { a, b, c } = drawInputs(inputs, {
      draws: 20_000,
      seed: 9,
      correlation: [{ between: ['a', 'b'], rank }],
    });
    expect(Math.abs((rankCorrelation(a, b) ?? 9) - rank)).toBeLessThan(0.005);
    expect(Math.abs(rankCorrelation(a, c) ?? 9)).toBeLessThan(0.03);
  });

  it('reach several at once and leave every distribution as it is', () => {
    const options = { draws: 20_000, seed: 2 };
    const pairs = [
      { between: ['a', 'b'], rank: 0.7 },
      { between: ['b', 'd'], rank: -0.4 },
      { between: ['a', 'd'], rank: -0.2 },
    ] as const;
    const plain = drawInputs(inputs, options);
    const ordered = drawInputs(inputs, { ...options, correlation: pairs });
    for (const { between, rank } of pairs) {
      const [x, y] = between;
      expect(Math.abs((rankCorrelation(ordered[x], ordered[y]) ?? 9) - rank)).toBeLessThan(0.01);
    }
    for (const key of ['a', 'b', 'c', 'd'] as const) {
      expect(ordered[key].slice().sort()).toEqual(plain[key].slice().sort());
    }
  });

  it('Pearson of two normals from their ranks: 0 -> 0, 1 -> 1, 0.5 -> 2 sin 15 degrees', () => {
    expect([scoreCorrelation(0), scoreCorrelation(1)]).toEqual([0, expect.closeTo(1, 15)]);
    expect(scoreCorrelation(0.5)).toBeCloseTo(0.5176380902050415, 15);
  });

  it('refuses', () => {
    const draw = (
      correlation: readonly { between: readonly ['a' | 'b' | 'c', 'a' | 'b' | 'c']; rank: number }[],
    ) => drawInputs(inputs, { draws: 10, seed: 1, correlation });
    expect(() =>
      draw([
        { between: ['a', 'b'], rank: 0.9 },
        { between: ['b', 'c'], rank: 0.9 },
        { between: ['a', 'c'], rank: -0.9 },
      ]),
    ).toThrow('cannot hold together');
    expect(() => draw([{ between: ['a', 'b'], rank: 1.5 }])).toThrow(/rank is 1.5/);
    expect(() => draw([{ between: ['a', 'a'], rank: 0.5 }])).toThrow(/two inputs/);
  });
});

describe('summarise', () => {
  it('of 1 to 5', () => {
    expect(summarise(Float64Array.of(5, 3, 1, 2, 4))).toEqual({
      n: 5,
      mean: 3,
      sd: Math.sqrt(2.5),
      p2_5: expect.closeTo(1.1, 14),
      p5: expect.closeTo(1.2, 14),
      p50: 3,
      p95: expect.closeTo(4.8, 14),
      p97_5: expect.closeTo(4.9, 14),
    });
    expect(() => summarise(Float64Array.of(1))).toThrow(/at least 2/);
  });
});
