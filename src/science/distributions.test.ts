import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Distribution,
  fixed,
  lognormal,
  lognormalOfMean,
  logOf95,
  normal,
  splitNormal,
  triangular,
  truncatedNormal,
  uniform,
} from './distributions.ts';
import { randomSource } from './random.ts';
import { mean, normalCdf, standardDeviation } from './statistics.ts';

/** Mean and standard deviation worked by hand or from the closed form of the named distribution. */
const cases: Readonly<Record<string, readonly [Distribution, number, number]>> = {
  'a constant': [fixed(3), 3, 0],
  'normal(10, 2)': [normal(10, 2), 10, 2],
  // exp(0.5^2/2) = 1.13315; variance (exp(0.25) - 1) exp(0.25) = 0.36469
  'lognormal(0, 0.5)': [lognormal(0, 0.5), 1.1331484530668263, 0.6039005332108811],
  'lognormal of mean 8 and sd 3': [lognormalOfMean(8, 3), 8, 3],
  'uniform(-1, 5)': [uniform(-1, 5), 2, 6 / Math.sqrt(12)],
  // variance (a^2 + b^2 + c^2 - ab - ac - bc)/18 = (0 + 1 + 16 - 0 - 0 - 4)/18
  'triangular(0, 1, 4)': [triangular(0, 1, 4), 5 / 3, Math.sqrt(13 / 18)],
  // Half normal: mean sqrt(2/pi), variance 1 - 2/pi.
  'normal(0, 1) above 0': [truncatedNormal(0, 1, 0), Math.sqrt(2 / Math.PI), Math.sqrt(1 - 2 / Math.PI)],
  'normal(0, 1) within -1 to 1': [truncatedNormal(0, 1, -1, 1), 0, 0.539560093754897],
  // Mean of the tail above 6: phi(6)/Q(6) = 6.0758828e-9/9.8658765e-10 = 6.158; digits by quadrature.
  'normal(0, 1) above 6': [truncatedNormal(0, 1, 6), 6.158482604544599, 0.1548794266168627],
  'normal(0, 1) within -8 and -6': [truncatedNormal(0, 1, -8, -6), -6.15848136683996, 0.1548716029749152],
  // sd 1 below, 2 above the mode: mean 5 + 1/sqrt(2 pi), E(x - 5)^2 = (1 + 4)/2.
  'split normal': [
    splitNormal(5 - 1.959963984540054, 5, 5 + 2 * 1.959963984540054),
    5 + 1 / Math.sqrt(2 * Math.PI),
    Math.sqrt(2.5 - 1 / (2 * Math.PI)),
  ],
  'lognormal with 95 % limits 1 and 4': [
    logOf95(1, 4),
    2 * Math.exp((Math.log(4) / 3.919927969080108) ** 2 / 2),
    Math.sqrt(Math.expm1((Math.log(4) / 3.919927969080108) ** 2)) *
      2 *
      Math.exp((Math.log(4) / 3.919927969080108) ** 2 / 2),
  ],
};

describe.each(Object.entries(cases))('%s', (_, [distribution, centre, sd]) => {
  const random = randomSource(5);
  const draws = 60_000;
  const samples = Float64Array.from({ length: draws }, () => distribution.draw(random));

  it('has its mean', () => {
    expect(Math.abs(distribution.mean - centre)).toBeLessThanOrEqual(1e-8);
    expect(Math.abs(mean(samples) - centre)).toBeLessThanOrEqual((4 * sd) / Math.sqrt(draws));
  });

  it('has its standard deviation', () => {
    // 4 standard errors of a standard deviation, kurtosis up to 12.
    expect(Math.abs(standardDeviation(samples) - sd)).toBeLessThanOrEqual((4 * sd * 1.7) / Math.sqrt(draws));
  });

  it('draws as often below a quantile as the quantile says', () => {
    if (sd === 0) return;
    for (const p of [0.025, 0.2, 0.5, 0.9, 0.975]) {
      const limit = distribution.quantile(p);
      const share = samples.reduce((count, x) => count + (x <= limit ? 1 : 0), 0) / draws;
      expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws));
    }
  });

  it('has rising quantiles', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (p, q) => {
          const [low, high] = [distribution.quantile(Math.min(p, q)), distribution.quantile(Math.max(p, q))];
          expect(low <= high).toBe(true);
        },
      ),
    );
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses the probability %d', (p) => {
    expect(() => distribution.quantile(p)).toThrow(/p is/);
  });
});

describe('limits', () => {
  it('a split normal and a lognormal have the limits they are made from', () => {
    const split = splitNormal(2, 5, 20);
    expect([split.quantile(0.025), split.quantile(0.5), split.quantile(0.975)]).toEqual([
      expect.closeTo(2, 12),
      5,
      expect.closeTo(20, 12),
    ]);
    const ninety = logOf95(3, 30, 0.9);
    expect([ninety.quantile(0.05), ninety.quantile(0.95)]).toEqual([
      expect.closeTo(3, 12),
      expect.closeTo(30, 11),
    ]);
  });

  it('cutting keeps the probabilities inside', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (min, width, p) => {
          const x = truncatedNormal(0, 1, min, min + width).quantile(p);
          const share = (normalCdf(x) - normalCdf(min)) / (normalCdf(min + width) - normalCdf(min));
          expect(share).toBeCloseTo(p, 9);
        },
      ),
    );
  });

  it('a spread of 0 is a constant', () => {
    const random = randomSource(1);
    const constants = [
      normal(4, 0),
      truncatedNormal(4, 0, 1, 9),
      uniform(4, 4),
      triangular(4, 4, 4),
      splitNormal(4, 4, 4),
      lognormal(Math.log(4), 0),
    ];
    for (const constant of constants) {
      const values = [constant.mean, constant.draw(random), constant.quantile(0), constant.quantile(1)];
      for (const value of values) expect(value).toBeCloseTo(4, 14);
    }
  });
});

describe('refusals', () => {
  it.each([
    ['mean is NaN', () => normal(Number.NaN, 1)],
    ['sd is -1', () => normal(0, -1)],
    ['sd is Infinity', () => normal(0, Number.POSITIVE_INFINITY)],
    ['low is 3', () => uniform(3, 2)],
    ['mode is 9', () => triangular(0, 9, 4)],
    ['low is 6', () => splitNormal(6, 5, 8)],
    ['low is 0', () => logOf95(0, 5)],
    ['mean is 0', () => lognormalOfMean(0, 1)],
    ['level is 1', () => splitNormal(1, 2, 3, 1)],
    ['min is 9', () => truncatedNormal(0, 1, 9, 8)],
    ['min is 60', () => truncatedNormal(0, 1, 60)],
    ['mean is 0', () => truncatedNormal(0, 0, 1)],
    ['sdlog is -1', () => lognormal(0, -1)],
    ['x is Infinity', () => fixed(Number.POSITIVE_INFINITY)],
  ])('%s', (message, make) => {
    expect(make).toThrow(RangeError);
    expect(make).toThrow(message);
  });
});
