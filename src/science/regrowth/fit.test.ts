import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import { type Curve, stockAt } from './chapman-richards.ts';
import { type AgedPlot, fitCurve, fitFaults, predictStock } from './fit.ts';

const truth: Curve = { asymptote: 220, rate: 0.045, shape: 1.4 };
const grown = (curve: Curve, ages: readonly number[]): AgedPlot[] =>
  ages.map((age) => ({ age, stock: stockAt(curve, age) }));
const many = Array.from({ length: 30 }, (_, i) => 2 + 3 * i);

describe('a curve without error is found again', () => {
  it.each<Curve>([
    truth,
    { asymptote: 90, rate: 0.06, shape: 0.8 },
    { asymptote: 1200, rate: 0.3, shape: 4 },
  ])('%o', (curve) => {
    for (const shape of [curve.shape, null]) {
      const fit = fitCurve(grown(curve, many), shape);
      expect(fit.asymptote / curve.asymptote).toBeCloseTo(1, 6);
      expect(fit.rate / curve.rate).toBeCloseTo(1, 5);
      expect(fit.shape / curve.shape).toBeCloseTo(1, 5);
      expect(fit).toMatchObject({ identifiable: true, oldest: 89, df: shape === null ? 27 : 28 });
    }
  });
});

describe('arithmetic by hand', () => {
  // so late that exp(-kt) is 0 at every age: A is the mean, and its standard error s/√n
  it('stands that have stopped growing: the asymptote is their mean', () => {
    const plots = [400, 420, 440, 460, 480, 500].map((age, i) => ({ age, stock: i % 2 === 0 ? 110 : 90 }));
    const fit = fitCurve([...plots, { age: 0, stock: 0 }], 1);
    expect(fit.asymptote).toBeCloseTo(100, 6);
    expect(fit.rss).toBeCloseTo(600, 6); // 6 · 10²
    expect(fit.df).toBe(5);
    expect(fit.residualError).toBeCloseTo(Math.sqrt(120), 6);
  });

  it('an age of 0 tells nothing of the curve, and its stock is all residual', () => {
    const plots = grown(truth, many);
    const fit = fitCurve([...plots, { age: 0, stock: 7 }], 1.4);
    expect(fit.rss).toBeCloseTo(49, 6);
    expect(fit.asymptote).toBeCloseTo(220, 4);
  });
});

describe('laws', () => {
  const random = randomSource(4);
  const noisy = grown(truth, many).map(({ age, stock }) => ({
    age,
    stock: Math.max(0, stock + 20 * random.normal()),
  }));

  it('the order of the plots does not matter', () => {
    const [one, two] = [noisy, [...noisy].reverse()].map((plots) => fitCurve(plots, null));
    expect((one?.rss ?? 0) / (two?.rss ?? 1)).toBeCloseTo(1, 10);
    expect((one?.asymptote ?? 0) / (two?.asymptote ?? 1)).toBeCloseTo(1, 5);
  });

  it('stocks in another unit give the same rate and shape, and everything else in that unit', () => {
    const fit = fitCurve(noisy, 1);
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 5, noNaN: true }), (times) => {
        const other = fitCurve(
          noisy.map(({ age, stock }) => ({ age, stock: stock * times })),
          1,
        );
        expect(other.rate / fit.rate).toBeCloseTo(1, 6);
        expect(other.asymptote / fit.asymptote).toBeCloseTo(times, 6);
        expect((other.standardErrors?.[0] ?? 0) / (fit.standardErrors?.[0] ?? 1)).toBeCloseTo(times, 5);
      }),
      { numRuns: 20 },
    );
  });

  it('a free shape never fits worse than a held one, and no curve nearby fits better', () => {
    const free = fitCurve(noisy, null);
    for (const shape of [0.5, 1, 2])
      expect(free.rss).toBeLessThanOrEqual(fitCurve(noisy, shape).rss * (1 + 1e-9));
    const rss = (curve: Curve) =>
      noisy.reduce((sum, { age, stock }) => sum + (stock - stockAt(curve, age)) ** 2, 0);
    for (const factor of [0.99, 1.01])
      for (const name of ['asymptote', 'rate', 'shape'] as const)
        expect(rss({ ...free, [name]: free[name] * factor })).toBeGreaterThan(free.rss);
  });

  it('four times the plots halve the standard error, nearly', () => {
    const error = (plots: readonly AgedPlot[]) => fitCurve(plots, 1.4).standardErrors?.[0] ?? 0;
    const fourfold = [noisy, noisy, noisy, noisy].flat();
    expect(error(noisy) / error(fourfold)).toBeCloseTo(Math.sqrt(118 / 28), 3);
  });
});

describe('an asymptote that the data do not reach', () => {
  const line = many.slice(0, 10).map((age) => ({ age, stock: 4 * age + 0.02 * age ** 2 }));

  it('is said to be not identifiable, and nothing is said beyond the oldest plot', () => {
    const fit = fitCurve(line, 1);
    expect(fit.identifiable).toBe(false);
    expect(fit.rate).toBeCloseTo(1e-4, 8);
    expect((predictStock(fit, 29)?.stock ?? 0) / (4 * 29 + 0.02 * 29 ** 2)).toBeCloseTo(1, 1);
    expect(predictStock(fit, 29.1)).toBeNull();
  });

  it('is not so where the stand has grown old', () => {
    expect(predictStock(fitCurve(grown(truth, many), 1.4), 200)?.stock).toBeCloseTo(stockAt(truth, 200), 4);
  });

  it('stands without any growth end at the smallest asymptote', () => {
    const fit = fitCurve(
      [1, 5, 10, 20].map((age) => ({ age, stock: 0 })),
      1,
    );
    expect(fit.asymptote).toBe(1);
    expect(Number.isFinite(fit.rss)).toBe(true);
    expect(predictStock(fit, 10)).toMatchObject({ stock: expect.any(Number) });
  });
});

it('plots that tell nothing of the rate have no errors, and no interval', () => {
  const plots = [0, 1, 0, 20, 0].map((age) => ({ age, stock: age === 1 ? 3000 : 0 }));
  const fit = fitCurve(plots, 0.2);
  expect(fit).toMatchObject({ standardErrors: null, covariance: null, identifiable: false });
  expect(fit.asymptote).toBeCloseTo(1500, 0);
  expect(predictStock(fit, 10)).toMatchObject({ standardError: null, limits: null });
});

it('the band of the mean curve holds the true curve in 95 % of all cases', () => {
  const random = randomSource(11);
  const repetitions = 1200; // binomial error 0.63 %
  const ages = [10, 30, 60];
  const inside = [0, 0, 0];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const plots = Array.from({ length: 40 }, (_, i) => {
      const age = 3 + 1.8 * i;
      return { age, stock: Math.max(0, stockAt(truth, age) + 12 * random.normal()) };
    });
    const fit = fitCurve(plots, 1.4);
    for (const [i, age] of ages.entries()) {
      const [low, high] = predictStock({ ...fit, identifiable: true }, age)?.limits ?? [0, 0];
      const true_ = stockAt(truth, age);
      if (low <= true_ && true_ <= high) inside[i] = (inside[i] ?? 0) + 1;
    }
  }
  for (const count of inside) {
    expect(count / repetitions).toBeGreaterThan(0.93);
    expect(count / repetitions).toBeLessThan(0.97);
  }
});

describe('faults', () => {
  it('come all at once', () => {
    const plots = [
      { age: -1, stock: 10 },
      { age: 5, stock: Number.NaN },
      { age: 501, stock: -3 },
    ];
    expect(fitFaults(plots, 11).map(({ plot, argument, code }) => `${plot} ${argument} ${code}`)).toEqual([
      'null shape too-high',
      '0 age too-low',
      '1 stock not-a-number',
      '2 age too-high',
      '2 stock too-low',
      'null plots too-few-plots',
    ]);
    expect(() => fitCurve(plots, 1)).toThrow(
      /plots\[0\]\.age is -1 \(too-low\); it must lie within 0 to 500/,
    );
  });

  it.each<[string, number, number | null, string[]]>([
    ['four plots for two parameters', 4, 1, []],
    ['three plots for two', 3, 1, ['too-few-plots']],
    ['four for three', 4, null, ['too-few-plots']],
    ['five for three', 5, null, []],
  ])('%s', (_, count, shape, codes) => {
    const plots = grown(truth, many.slice(0, count));
    expect(fitFaults(plots, shape).map(({ code }) => code)).toEqual(codes);
  });

  it('ask for three ages', () => {
    const plots = grown(truth, [5, 5, 10, 10, 10]);
    expect(fitFaults(plots, 1)).toMatchObject([{ code: 'too-few-ages', value: 2, min: 3 }]);
    expect(() => fitCurve(grown(truth, [5, 5, 5, 5]), 1)).toThrow(RangeError);
  });
});
