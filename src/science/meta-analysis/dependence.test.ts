import { describe, expect, it } from 'vitest';
import { addLayers, averageWithinStudies, clusterRobust, meanVariation } from './dependence.ts';
import { eggerTest, leaveOneOut } from './diagnostics.ts';
import { poolEffects, regressEffects } from './model.ts';
import reference from './reference/konstantopoulos.json' with { type: 'json' };

const effects = reference.effects.map((one, place) => ({ ...one, place }));
const options = { method: 'REML', test: 'knha' } as const;
/** Equal to so much of metafor's number. */
const close = (value: number | null | undefined, wanted: number) =>
  expect(Math.abs((value ?? Number.NaN) - wanted)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(wanted)));

describe('against metafor: schools in districts', () => {
  it.each(reference.averaged)('averaged within districts, correlation $correlation', (wanted) => {
    const studies = averageWithinStudies(effects, wanted.correlation);
    for (const [i, { effect, variance }] of studies.entries()) {
      close(effect, wanted.effects[i] ?? Number.NaN);
      close(variance, wanted.variances[i] ?? Number.NaN);
    }
    const pooled = poolEffects(studies, options);
    close(pooled.estimate, wanted.estimate);
    close(pooled.standardError, wanted.standardError);
    close(pooled.low, wanted.low);
    close(pooled.high, wanted.high);
    close(pooled.prediction?.low, wanted.predictionLow);
    close(pooled.prediction?.high, wanted.predictionHigh);
    close(pooled.tau2, wanted.tau2);
    close(pooled.i2, wanted.i2);
    close(pooled.q, wanted.q);
    close(pooled.qP, wanted.qP);
    for (const [i, { estimate }] of leaveOneOut(studies, options).entries())
      close(estimate, wanted.leaveOneOut[i] ?? Number.NaN);
    const egger = eggerTest(studies);
    close(egger?.limitEstimate, wanted.egger.limit);
    close(egger?.t, wanted.egger.t);
    close(egger?.p, wanted.egger.p);
    const regression = regressEffects(
      studies,
      wanted.years.map((year) => [year]),
      options,
    );
    for (const [i, { estimate, standardError, p }] of regression.coefficients.entries()) {
      close(estimate, wanted.regression.estimates[i] ?? Number.NaN);
      close(standardError, wanted.regression.standardErrors[i] ?? Number.NaN);
      close(p, wanted.regression.p[i] ?? Number.NaN);
    }
  });

  it('all schools with a variance by district', () => {
    const robust = clusterRobust(effects, { method: 'REML', test: 'z' });
    for (const key of ['estimate', 'standardError', 'low', 'high', 'p'] as const)
      close(robust?.[key], reference.robust[key]);
    expect(robust?.df).toBe(reference.robust.df);
  });
});

describe('averaging within studies', () => {
  const two = [
    { study: 'a', place: 0, effect: 1, variance: 4 },
    { study: 'b', place: 1, effect: 7, variance: 9 },
    { study: 'a', place: 2, effect: 3, variance: 1 },
  ];

  it('worked by hand: (4 + 1 + 2 r 2 1)/4', () => {
    expect(averageWithinStudies(two, 0)).toEqual([
      { study: 'a', places: [0, 2], effect: 2, variance: 1.25 },
      { study: 'b', places: [1], effect: 7, variance: 9 },
    ]);
    expect(averageWithinStudies(two, 0.5)[0]?.variance).toBe(1.75);
    expect(averageWithinStudies(two, 1)[0]?.variance).toBe(2.25);
  });

  it('refuses a correlation that is none', () => {
    for (const wrong of [-0.1, 1.1, Number.NaN])
      expect(() => averageWithinStudies(two, wrong)).toThrow(/correlation is/);
  });

  it('gives a study that is cut into ten equal effects no more weight than one, where they say the same', () => {
    const ten = Array.from({ length: 10 }, (_, place) => ({ study: 'a', place, effect: 1, variance: 4 }));
    expect(averageWithinStudies(ten, 1)).toMatchObject([{ effect: 1, variance: 4 }]);
  });

  it('needs two studies for a variance between them', () => {
    expect(clusterRobust(two.slice(0, 1), { method: 'REML', test: 'z' })).toBeNull();
  });
});

describe('layers of a profile', () => {
  it('add up: 3 and 4 make 5 where they vary alone, 7 where they vary together', () => {
    const layers = [
      { mean: 20, sd: 3, n: 5 },
      { mean: 10, sd: 4, n: 4 },
    ];
    expect(addLayers(layers, 0)).toEqual({ mean: 30, sd: 5, n: 4 });
    expect(addLayers(layers, 1)).toEqual({ mean: 30, sd: 7, n: 4 });
    expect(addLayers([...layers, { mean: 1, sd: null, n: null }], 0)).toEqual({
      mean: 31,
      sd: null,
      n: null,
    });
  });
});

describe('missing standard deviations', () => {
  it('take the mean coefficient of variation of those that are there', () => {
    const known = [
      { mean: 10, sd: 1, n: 3 },
      { mean: 5, sd: 1.5, n: 3 },
      { mean: 8, sd: null, n: 3 },
      { mean: -2, sd: 1, n: 3 },
    ];
    expect(meanVariation(known)).toBeCloseTo(0.2, 14);
    expect(meanVariation(known.slice(2))).toBeNull();
  });
});
