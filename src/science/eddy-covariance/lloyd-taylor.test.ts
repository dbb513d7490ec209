import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import { fitReference, fitRespiration, respiration, temperatureTerm } from './lloyd-taylor.ts';

describe('eq. 11 of Lloyd & Taylor', () => {
  it('gives Rref at 15 °C, whatever E0', () => {
    expect(temperatureTerm(15)).toBe(0);
    expect(respiration(2.5, 200, 15)).toBe(2.5);
  });

  it('agrees with hand arithmetic at 5 °C', () => {
    // 1/61.02 - 1/(278.15 - 227.13) = 0.0163880 - 0.0196002 = -0.0032121; exp(200 · -0.0032121) = 0.52604
    expect(respiration(1, 200, 5)).toBeCloseTo(0.52604, 4);
  });

  it('rises with temperature', () => {
    const kelvin = fc.double({ min: -40, max: 50, noNaN: true });
    fc.assert(
      fc.property(kelvin, kelvin, fc.double({ min: 30, max: 350, noNaN: true }), (a, b, e0) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(respiration(2, e0, high)).toBeGreaterThanOrEqual(respiration(2, e0, low));
      }),
    );
  });

  it('ends at -46.02 °C', () => {
    expect(respiration(2, 200, -46.02)).toBe(0);
    expect(respiration(2, 200, -60)).toBe(0);
  });
});

describe('fit', () => {
  const temperatures = Float64Array.from({ length: 60 }, (_, i) => i / 4);
  const terms = temperatures.map(temperatureTerm);

  it('finds Rref and E0 that made the data', () => {
    const random = randomSource(3);
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 8, noNaN: true }),
        fc.double({ min: 60, max: 320, noNaN: true }),
        (r, e) => {
          const fluxes = temperatures.map((t) => respiration(r, e, t) * (1 + 1e-6 * random.normal()));
          const fit = fitRespiration(terms, fluxes, fluxes.length);
          expect((fit?.rref ?? 0) / r).toBeCloseTo(1, 4);
          expect((fit?.e0 ?? 0) / e).toBeCloseTo(1, 3);
          expect(fitReference(terms, fluxes, fluxes.length, e) / r).toBeCloseTo(1, 4);
        },
      ),
    );
  });

  it('gives E0 a standard error that holds: 95 % of intervals hold the truth', () => {
    // 60 records, so t with 58 degrees of freedom: 2.0017
    const random = randomSource(7);
    const runs = 4000; // binomial error 0.34 %
    const fluxes = new Float64Array(60);
    let hits = 0;
    for (let run = 0; run < runs; run++) {
      for (let i = 0; i < 60; i++)
        fluxes[i] = respiration(3, 180, temperatures[i] ?? 0) + 0.3 * random.normal();
      const fit = fitRespiration(terms, fluxes, 60);
      if (fit !== null && Math.abs(fit.e0 - 180) <= 2.0017 * fit.e0Error) hits++;
    }
    expect(hits / runs).toBeGreaterThan(0.93);
    expect(hits / runs).toBeLessThan(0.97);
  });

  it('gives up where nothing depends on temperature', () => {
    expect(fitRespiration(new Float64Array(10), new Float64Array(10).fill(2), 10)).toBeNull();
  });
});
