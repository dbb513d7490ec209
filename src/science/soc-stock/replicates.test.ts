import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Random, randomSource } from '../random.ts';
import { meanStock, perYear, type ReplicateEstimate, stockDifference } from './replicates.ts';

describe('arithmetic by hand', () => {
  it('Student: 40, 44, 48 t C/ha: mean 44, sd 4, se 4/sqrt(3), t(0.975, 2) = 4.302652729911275', () => {
    const got = meanStock([40, 44, 48]);
    const half = (4.302652729911275 * 4) / Math.sqrt(3);
    expect(got).toMatchObject({ value: 44, degreesOfFreedom: 2 });
    expect(got.standardError).toBeCloseTo(4 / Math.sqrt(3), 12);
    expect(got.low).toBeCloseTo(44 - half, 9);
    expect(got.high).toBeCloseTo(44 + half, 9);
  });

  it('Welch: variances 4 of 2 and 16 of 4 cores: squared errors 2 and 4, 36 / (4 / 1 + 16 / 3) = 27/7 df', () => {
    const sd2 = [10 - Math.SQRT2, 10 + Math.SQRT2]; // variance 4
    const a = Math.sqrt(12);
    const sd4 = [20 - a, 20 - a, 20 + a, 20 + a]; // variance 4 · 12 / 3 = 16
    const got = stockDifference(sd2, sd4);
    expect(got.value).toBeCloseTo(10, 12);
    expect(got.standardError).toBeCloseTo(Math.sqrt(6), 12);
    expect(got.degreesOfFreedom).toBeCloseTo(27 / 7, 10);
  });

  it('per year all but the degrees of freedom is divided', () => {
    const given: ReplicateEstimate = {
      value: 10,
      standardError: 2,
      degreesOfFreedom: 5,
      low: 4,
      high: 16,
    };
    expect(perYear(given, 2)).toEqual({
      value: 5,
      standardError: 1,
      degreesOfFreedom: 5,
      low: 2,
      high: 8,
    });
    expect(perYear({ ...given, low: null }, 2).low).toBe(null);
    expect(() => perYear(given, 0)).toThrow(/years is 0/);
  });
});

describe('edges', () => {
  it('one core has a mean and no interval', () => {
    const alone = { standardError: null, degreesOfFreedom: null, low: null, high: null };
    expect(meanStock([40])).toEqual({ value: 40, ...alone });
    expect(stockDifference([40], [44, 45])).toEqual({ value: 4.5, ...alone });
    expect(stockDifference([40, 41], [44])).toEqual({ value: 3.5, ...alone });
  });

  it('cores without any spread have an interval without width', () => {
    expect(meanStock([40, 40])).toMatchObject({ low: 40, high: 40 });
    expect(stockDifference([40, 40], [44, 44])).toMatchObject({ low: 4, high: 4, degreesOfFreedom: 2 });
  });

  it('refuses no cores, what is no number, and a level that is none', () => {
    expect(() => meanStock([])).toThrow(/stocks has 0 cores/);
    expect(() => stockDifference([1, 2], [])).toThrow(/after has 0 cores/);
    expect(() => stockDifference([1, Number.NaN], [1])).toThrow(/before\[1\] is NaN/);
    expect(() => meanStock([1, 2], 1)).toThrow(/level is 1/);
  });
});

describe('laws', () => {
  const stocks = fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 2, maxLength: 12 });

  it('the other way round the difference changes its sign and nothing else', () => {
    fc.assert(
      fc.property(stocks, stocks, (a, b) => {
        const there = stockDifference(a, b);
        const back = stockDifference(b, a);
        expect(back.value).toBeCloseTo(-there.value, 9);
        expect(back.low).toBeCloseTo(-(there.high ?? Number.NaN), 6);
      }),
    );
  });

  it('the order of the cores does not matter', () => {
    fc.assert(
      fc.property(stocks, (given) => {
        expect(meanStock([...given].reverse()).high).toBeCloseTo(meanStock(given).high ?? Number.NaN, 8);
      }),
    );
  });
});

describe('coverage of the 95 % intervals', () => {
  const repetitions = 4000; // binomial error 0.34 %
  const group = (random: Random, n: number, mean: number, sd: number) =>
    Array.from({ length: n }, () => mean + sd * random.normal());
  const coverage = (truth: number, estimate: () => ReplicateEstimate) => {
    let held = 0;
    for (let index = 0; index < repetitions; index += 1) {
      const { low, high } = estimate();
      if ((low ?? Number.NaN) <= truth && truth <= (high ?? Number.NaN)) held += 1;
    }
    return held / repetitions;
  };

  it.each([3, 5, 12])('Student, %i cores', (n) => {
    const random = randomSource(n);
    const share = coverage(60, () => meanStock(group(random, n, 60, 9)));
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  });

  it.each([
    [5, 5, 3],
    [6, 4, 12],
    [4, 10, 2],
  ])('Welch, %i and %i cores, sd 6 and %i', (before, after, sd) => {
    const random = randomSource(before);
    const share = coverage(7, () =>
      stockDifference(group(random, before, 60, 6), group(random, after, 67, sd)),
    );
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  });
});
