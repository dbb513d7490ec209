import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import { eggerTest, leaveOneOut, rankTest, subgroups } from './diagnostics.ts';
import { type Effect, type ModelOptions, poolEffects, regressEffects } from './model.ts';
import { brentRoot } from './root.ts';

const reml: ModelOptions = { method: 'REML', test: 'z' };
const near = (value: number, digits = 10) => expect.closeTo(value, digits);

// Log risk ratios of the BCG trials with their variances, absolute latitude and year (Colditz et al. 1994).
const bcg: readonly (Effect & { readonly latitude: number; readonly year: number })[] = [
  [-0.889311333920205, 0.325584765003961, 44, 1948],
  [-1.58538865720143, 0.194581121398144, 55, 1949],
  [-1.34807314829969, 0.415367965367965, 42, 1960],
  [-1.44155119002131, 0.0200100319022476, 52, 1977],
  [-0.217547322211296, 0.0512101721696309, 13, 1973],
  [-0.786115585818864, 0.00690561845590876, 44, 1953],
  [-1.62089822359839, 0.223017247572315, 19, 1973],
  [0.0119523335238405, 0.00396157929781773, 13, 1980],
  [-0.469417648738149, 0.056434210463249, 27, 1968],
  [-1.37134480347278, 0.0730247936130289, 42, 1961],
  [-0.339358828338391, 0.0124122139715597, 18, 1974],
  [0.445913400571379, 0.532505845200153, 33, 1969],
  [-0.0173139482168798, 0.0714046596839863, 33, 1976],
].map(([effect = 0, variance = 1, latitude = 0, year = 0]) => ({ effect, variance, latitude, year }));

const effectsOf = (minLength: number) =>
  fc.array(
    fc.record({
      effect: fc.double({ min: -3, max: 3, noNaN: true }),
      variance: fc.double({ min: 0.01, max: 2, noNaN: true }),
    }),
    { minLength, maxLength: 15 },
  );
const model = fc.record({
  method: fc.constantFrom('FE' as const, 'DL' as const, 'REML' as const, 'PM' as const),
  test: fc.constantFrom('z' as const, 'knha' as const),
});

describe('by hand', () => {
  // y 0, 1, 2 with v = 1/2: w = 2 each, mean 1, Q = 2 (1 + 0 + 1) = 4, df 2, C = 6 - 12/6 = 4, tau2 = (4 - 2)/4 = 1/2
  const three = [0, 1, 2].map((effect) => ({ effect, variance: 0.5 }));

  it('DL: equal variances', () => {
    const pooled = poolEffects(three, { method: 'DL', test: 'z' });
    expect(pooled).toMatchObject({ k: 3, estimate: near(1), tau2: near(0.5), q: near(4), qDf: 2 });
    expect(pooled.standardError).toBeCloseTo(Math.sqrt(1 / 3), 12); // w* = 1 each
    expect(pooled.qP).toBeCloseTo(Math.exp(-2), 12); // chi-square with 2
    expect(pooled.i2).toBeCloseTo(50, 10); // s2 = 2 x 6/(36 - 12) = 1/2
    expect(pooled.h2).toBeCloseTo(2, 10);
  });

  it('REML and PM agree with it there: the variance between less that within, 1 - 1/2', () => {
    for (const method of ['REML', 'PM'] as const) {
      expect(poolEffects(three, { method, test: 'z' }).tau2).toBeCloseTo(0.5, 10);
    }
  });

  it('Knapp-Hartung: the standard error of a plain mean where variances are equal', () => {
    // s/sqrt(3) = 1/sqrt(3), t(0.975; 2) = 4.302652729911275
    const pooled = poolEffects(three, { method: 'REML', test: 'knha' });
    expect(pooled.standardError).toBeCloseTo(1 / Math.sqrt(3), 10);
    expect(pooled.high).toBeCloseTo(1 + 4.302652729911275 / Math.sqrt(3), 9);
    expect(pooled.prediction?.high).toBeCloseTo(1 + 4.302652729911275 * Math.sqrt(1 / 3 + 0.5), 9);
    expect(pooled.riley?.high).toBeCloseTo(1 + 12.706204736174705 * Math.sqrt(1 / 3 + 0.5), 9);
  });

  it('fixed effect: weights 1 and 3', () => {
    const pooled = poolEffects(
      [
        { effect: 1, variance: 3 },
        { effect: 5, variance: 1 },
      ],
      { method: 'FE', test: 'z' },
    );
    expect(pooled.estimate).toBeCloseTo(4, 14); // (1/3 + 5)/(4/3)
    expect(pooled.standardError).toBeCloseTo(Math.sqrt(0.75), 14);
    expect(Array.from(pooled.weights)).toEqual([near(25), near(75)]);
    expect(pooled.i2).toBeCloseTo(75, 12); // Q = 9/3 + 1 = 4, (4 - 1)/4
    expect([pooled.prediction, pooled.riley]).toEqual([null, null]);
  });

  it('Egger: effects that are 1 + 2 x their standard error', () => {
    const line = [0.1, 0.2, 0.4].map((se) => ({ effect: 1 + 2 * se, variance: se * se }));
    expect(eggerTest(line)).toMatchObject({ limitEstimate: near(1), slope: near(2), df: 1 });
    expect(eggerTest(line.slice(1))).toBeNull();
    expect(eggerTest(line.map(({ effect }) => ({ effect, variance: 1 })))).toBeNull();
  });

  it('Kendall: all pairs in order among 5 have probability 2/120', () => {
    const rising = [1, 2, 3, 4, 5].map((i) => ({ effect: 10 * i ** 2, variance: i }));
    expect(rankTest(rising)).toEqual({ tau: 1, p: near(2 / 120), exact: true });
    expect(rankTest(rising.slice(0, 2))).toBeNull();
    expect(rankTest(rising.map(({ effect }) => ({ effect, variance: 1 })))).toBeNull();
  });
});

describe('published results', () => {
  // metafor prints these for rma(yi, vi, mods = cbind(ablat, year), data = dat.bcg): Viechtbauer (2010),
  // J. Stat. Softw. 36(3), section 3; seen with versions 4.0 to 4.8 in the README of the R package critical.
  it('BCG trials: meta-regression on latitude and year', () => {
    // metafor stops REML at steps of 1e-5; run to its end, QM is 12.2045 and the intercept's limits -60.5717, 53.4810.
    const stop = { step: 1e-5, likelihood: 2 ** -13, bracket: 2 ** -13 };
    const fit = regressEffects(
      bcg,
      bcg.map(({ latitude, year }) => [latitude, year]),
      { ...reml, stop },
    );
    expect([fit.tau2, fit.tau2Error, fit.i2, fit.h2, fit.r2]).toEqual([
      near(0.1108, 4),
      near(0.0845, 4),
      near(71.98, 2),
      near(3.57, 2),
      near(64.63, 2),
    ]);
    expect([fit.q, fit.qDf, fit.qP]).toEqual([near(28.3251, 4), 10, near(0.0016, 4)]);
    expect(fit.moderatorTest).toMatchObject({ statistic: near(12.2043, 4), df1: 2, p: near(0.0022, 4) });
    const printed = [
      [-3.5455, 29.0959, -0.1219, 0.903, -60.5724, 53.4814],
      [-0.028, 0.0102, -2.7371, 0.0062, -0.0481, -0.008],
      [0.0019, 0.0147, 0.1299, 0.8966, -0.0269, 0.0307],
    ];
    for (const [j, row] of printed.entries()) {
      const { estimate, standardError, statistic, p, low, high } = fit.coefficients[j] ?? {};
      for (const [i, value] of [estimate, standardError, statistic, p, low, high].entries()) {
        const wanted = row[i] ?? 0;
        expect(Math.abs((value ?? 9) - wanted)).toBeLessThan(0.000051);
      }
    }
  });
});

describe('laws', () => {
  it('does not depend on the order of the studies', () => {
    fc.assert(
      fc.property(effectsOf(2), model, (effects, options) => {
        const a = poolEffects(effects, options);
        const b = poolEffects([...effects].reverse(), options);
        expect(b.estimate).toBeCloseTo(a.estimate, 7);
        expect(b.tau2).toBeCloseTo(a.tau2, 7);
      }),
      { numRuns: 60 },
    );
  });

  it('follows a change of scale and of origin', () => {
    const scale = fc.double({ min: 0.001, max: 1000, noNaN: true });
    const origin = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(effectsOf(3), model, scale, origin, (effects, options, factor, shift) => {
        const plain = poolEffects(effects, options);
        const moved = poolEffects(
          effects.map(({ effect, variance }) => ({
            effect: factor * (effect + shift),
            variance: factor ** 2 * variance,
          })),
          options,
        );
        expect(moved.estimate / factor - shift).toBeCloseTo(plain.estimate, 6);
        expect(moved.tau2 / factor ** 2).toBeCloseTo(plain.tau2, 6);
        expect((moved.standardError ?? 0) / factor).toBeCloseTo(plain.standardError ?? 0, 6);
        expect(moved.i2).toBeCloseTo(plain.i2, 4);
      }),
      { numRuns: 60 },
    );
  });

  it('the pooled effect lies among the effects; weights add up to 100; p and interval agree', () => {
    fc.assert(
      fc.property(effectsOf(1), model, (effects, options) => {
        const pooled = poolEffects(effects, options);
        const values = effects.map(({ effect }) => effect);
        expect(pooled.estimate).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(pooled.estimate).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        expect(pooled.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 9);
        if (
          pooled.p !== null &&
          pooled.low !== null &&
          pooled.high !== null &&
          Math.abs(pooled.p - 0.05) > 1e-9
        ) {
          expect(pooled.p < 0.05).toBe(pooled.low > 0 || pooled.high < 0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('PM solves its equation, sum w (y - mu)^2 = k - 1, to all digits', () => {
    fc.assert(
      fc.property(effectsOf(3), (effects) => {
        const { tau2, estimate } = poolEffects(effects, { method: 'PM', test: 'z' });
        const q = effects.reduce((sum, one) => sum + (one.effect - estimate) ** 2 / (one.variance + tau2), 0);
        if (tau2 > 0) expect(q).toBeCloseTo(effects.length - 1, 8);
        else expect(q).toBeLessThanOrEqual(effects.length - 1 + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('REML has no better tau2 near its own', () => {
    const likelihood = (effects: readonly Effect[], tau2: number) => {
      const w = effects.map(({ variance }) => 1 / (variance + tau2));
      const total = w.reduce((a, b) => a + b, 0);
      const mu = effects.reduce((sum, { effect }, i) => sum + effect * (w[i] ?? 0), 0) / total;
      const q = effects.reduce((sum, { effect }, i) => sum + (effect - mu) ** 2 * (w[i] ?? 0), 0);
      return -(w.reduce((sum, one) => sum - Math.log(one), 0) + Math.log(total) + q) / 2;
    };
    fc.assert(
      fc.property(effectsOf(2), (effects) => {
        const { tau2 } = poolEffects(effects, reml);
        const best = likelihood(effects, tau2);
        for (const other of [0, tau2 * 0.99, tau2 * 1.01, tau2 + 1e-4]) {
          expect(likelihood(effects, other)).toBeLessThanOrEqual(best + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a factor with two levels is its subgroups with one tau2; moved moderators leave the slope', () => {
    const group = bcg.map((_, i) => (i % 2 === 0 ? 'a' : 'b'));
    const { groups, separate, common } = subgroups(bcg, group, reml);
    expect(groups.map(({ name, pooled }) => [name, pooled.k])).toEqual([
      ['a', 7],
      ['b', 6],
    ]);
    const [a, b] = groups.map(({ pooled }) => pooled);
    const difference = ((a?.estimate ?? 0) - (b?.estimate ?? 0)) ** 2;
    // Two groups: Q = d^2/(se1^2 + se2^2)
    const errors = (a?.standardError ?? 0) ** 2 + (b?.standardError ?? 0) ** 2;
    expect(separate?.q).toBeCloseTo(difference / errors, 10);
    expect(common?.moderatorTest.statistic).toBeCloseTo((common?.coefficients[1]?.statistic ?? 0) ** 2, 9);
    const plain = regressEffects(
      bcg,
      bcg.map(({ year }) => [year]),
      reml,
    );
    const moved = regressEffects(
      bcg,
      bcg.map(({ year }) => [(year - 1970) / 10]),
      reml,
    );
    expect(moved.coefficients[1]?.estimate).toBeCloseTo(10 * (plain.coefficients[1]?.estimate ?? 0), 9);
    expect(moved.tau2).toBeCloseTo(plain.tau2, 10);
  });

  it('Knapp-Hartung regression: F = t^2 for one moderator, coefficients as with z', () => {
    const rows = bcg.map(({ latitude }) => [latitude]);
    const t = regressEffects(bcg, rows, { method: 'REML', test: 'knha' });
    const z = regressEffects(bcg, rows, reml);
    expect(t.moderatorTest.statistic).toBeCloseTo((t.coefficients[1]?.statistic ?? 0) ** 2, 8);
    expect(t.moderatorTest).toMatchObject({ df1: 1, df2: 11 });
    expect(t.moderatorTest.p).toBeCloseTo(t.coefficients[1]?.p ?? 9, 10);
    expect(t.coefficients[1]?.estimate).toBe(z.coefficients[1]?.estimate);
  });

  it('leaving one out pools the rest', () => {
    const without = leaveOneOut(bcg, reml);
    expect(without).toHaveLength(13);
    expect(without[12]?.estimate).toBe(poolEffects(bcg.slice(0, 12), reml).estimate);
    expect(leaveOneOut(bcg.slice(0, 1), reml)).toEqual([]);
  });
});

describe('limits', () => {
  it('one study is itself', () => {
    for (const method of ['FE', 'DL', 'REML', 'PM'] as const) {
      const one = poolEffects([{ effect: 0.3, variance: 0.04 }], { method, test: 'z' });
      expect(one).toMatchObject({
        estimate: near(0.3),
        standardError: near(0.2),
        tau2: 0,
        tau2Error: null,
        i2: 0,
        h2: 1,
      });
      expect([one.q, one.qDf, one.qP]).toEqual([0, 0, 1]);
    }
    const one = poolEffects([{ effect: 0.3, variance: 0.04 }], { method: 'REML', test: 'knha' });
    expect([one.standardError, one.low, one.p, one.prediction]).toEqual([null, null, null, null]);
  });

  it('equal effects: tau2 = 0, and Knapp-Hartung leaves no error', () => {
    const equal = [0.1, 0.2, 0.3].map((variance) => ({ effect: 0.7, variance }));
    for (const method of ['DL', 'REML', 'PM'] as const) {
      const pooled = poolEffects(equal, { method, test: 'knha' });
      expect([pooled.tau2, pooled.i2]).toEqual([0, 0]);
      expect(pooled.standardError).toBeLessThan(1e-12);
    }
  });

  it('a study without weight changes nothing', () => {
    const faint = { effect: 50, variance: 1e12 };
    const plain = poolEffects(bcg, { method: 'FE', test: 'z' });
    expect(poolEffects([...bcg, faint], { method: 'FE', test: 'z' }).estimate).toBeCloseTo(plain.estimate, 9);
  });

  it('one thousand studies', () => {
    const random = randomSource(4);
    const many = Array.from({ length: 1000 }, () => {
      const variance = 0.01 + 0.2 * random.next();
      return { effect: 0.3 + Math.sqrt(0.04 + variance) * random.normal(), variance };
    });
    const pooled = poolEffects(many, { method: 'REML', test: 'knha' });
    expect(pooled.converged).toBe(true);
    expect(Math.abs(pooled.tau2 - 0.04)).toBeLessThan(0.015);
  });

  it('one group has no difference', () => {
    expect(
      subgroups(
        bcg,
        bcg.map(() => 'all'),
        reml,
      ),
    ).toMatchObject({ separate: null, common: null });
  });
});

describe('refusals', () => {
  it('names every fault at once', () => {
    const wrong = [
      { effect: Number.NaN, variance: 1 },
      { effect: 1, variance: 0 },
      { effect: 1, variance: Number.POSITIVE_INFINITY },
    ];
    const run = () => poolEffects(wrong, { method: 'DL', test: 'z', level: 2 });
    expect(run).toThrow(RangeError);
    expect(run).toThrow(
      /effects\.0\.effect is NaN.*effects\.1\.variance is 0.*effects\.2\.variance is Inf.*level is 2/,
    );
    expect(() => poolEffects([], reml)).toThrow(/effects is 0 \(too-few/);
  });

  it('regressions without degrees of freedom, with doubled or missing moderators', () => {
    const rows = bcg.map(({ year }) => [year]);
    expect(() => regressEffects(bcg.slice(0, 2), rows.slice(0, 2), reml)).toThrow(/too-few; 3/);
    expect(() => regressEffects(bcg, rows.slice(1), reml)).toThrow(/moderators is 12/);
    expect(() =>
      regressEffects(
        bcg,
        rows.map(([year = 0]) => [year, 2 * year + 1]),
        reml,
      ),
    ).toThrow(/depends on those before/);
    expect(() =>
      regressEffects(
        bcg,
        rows.map(() => [7]),
        reml,
      ),
    ).toThrow(/depends on those before/);
    expect(() =>
      regressEffects(
        bcg,
        rows.map(() => [Number.NaN]),
        reml,
      ),
    ).toThrow(/moderators\.0\.0 is NaN/);
    expect(() => subgroups(bcg, ['a'], reml)).toThrow(/names has 1/);
  });
});

describe('brentRoot', () => {
  it('finds roots to all digits, or stops at the tolerance', () => {
    expect(brentRoot((x) => x * x - 2, 0, 5, 0)).toBeCloseTo(Math.SQRT2, 14);
    expect(brentRoot((x) => Math.exp(-x) - 0.25, 0, 1e6, 0)).toBeCloseTo(Math.log(4), 12);
    expect(brentRoot((x) => x, 0, 5, 0)).toBe(0);
    expect(Math.abs(brentRoot((x) => x * x - 2, 0, 100, 0.01) - Math.SQRT2)).toBeLessThan(0.01);
    expect(() => brentRoot((x) => x + 1, 0, 5, 0)).toThrow(/opposite signs/);
  });
});
