import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chaveHeight,
  chaveLogHeight,
  chaveWithHeight,
  chaveWithoutHeight,
  environmentalStress,
  feldpauschHeight,
} from './allometry.ts';
import { feldpauschRegions } from './domain.ts';

describe('arithmetic by hand', () => {
  it('equation 4: D 10 cm, H 10 m, density 1 make 1000, and 1000^0.976 = 10^2.928', () => {
    expect(chaveWithHeight(10, 10, 1)).toBeCloseTo(0.0673 * 10 ** 2.928, 10);
    expect(chaveWithHeight(10, 10, 1)).toBeCloseTo(57.0184, 4);
  });

  it('equation 7 at D = 1 cm, density 1, E = 0: the constants alone', () => {
    expect(chaveWithoutHeight(1, 1, 0, 'published')).toBeCloseTo(Math.exp(-1.803), 12);
    expect(chaveWithoutHeight(1, 1, 0, 'biomass')).toBeCloseTo(Math.exp(-2.023977), 12);
  });

  it('equation 7 as published: D = e, density e, E = 1: -1.803 - 0.976 + 0.976 + 2.673 - 0.0299 = 0.8401', () => {
    expect(chaveWithoutHeight(Math.E, Math.E, 1, 'published')).toBeCloseTo(Math.exp(0.8401), 10);
  });

  it('E: 0.178 · 500 + 0.938 · 200 - 6.61 · 40 = 89 + 187.6 - 264.4 = 12.2, in thousandths', () => {
    const climate = { temperatureSeasonality: 500, waterDeficit: -200, precipitationSeasonality: 40 };
    expect(environmentalStress(climate)).toBeCloseTo(0.0122, 12);
  });

  it('equation 6a: D = e, E = 0.1: 0.893 - 0.1 + 0.760 - 0.034 = 1.519, and the mean is exp(0.243²/2) higher', () => {
    expect(chaveLogHeight(Math.E, 0.1)).toBeCloseTo(1.519, 12);
    expect(chaveHeight(Math.E, 0.1)).toBeCloseTo(Math.exp(1.519 + 0.243 ** 2 / 2), 12);
  });

  it('Feldpausch, pantropical, D = 1 cm: 50.874 (1 - exp(-0.042))', () => {
    expect(feldpauschHeight(1, 'Pantropical')).toBeCloseTo(50.874 * (1 - Math.exp(-0.042)), 10);
  });
});

describe('laws', () => {
  const diameter = fc.double({ min: 5, max: 212, noNaN: true });
  const density = fc.double({ min: 0.1, max: 1.3, noNaN: true });
  const stress = fc.double({ min: -0.3, max: 1, noNaN: true });
  const more = fc.double({ min: 1.001, max: 2, noNaN: true });

  it('a thicker, taller or denser tree is heavier', () => {
    fc.assert(
      fc.property(diameter, density, more, (d, rho, times) => {
        const tree = chaveWithHeight(d, 20, rho);
        expect(chaveWithHeight(d * times, 20, rho)).toBeGreaterThan(tree);
        expect(chaveWithHeight(d, 20 * times, rho)).toBeGreaterThan(tree);
        expect(chaveWithHeight(d, 20, rho * times)).toBeGreaterThan(tree);
      }),
    );
  });

  it('height and density count alike in equation 4: only their product matters', () => {
    fc.assert(
      fc.property(diameter, density, more, (d, rho, times) => {
        const [one, two] = [chaveWithHeight(d, 20 * times, rho), chaveWithHeight(d, 20, rho * times)];
        expect(Math.abs(one / two - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it('more stress means smaller and lighter trees, whatever the coefficients', () => {
    fc.assert(
      fc.property(diameter, density, stress, (d, rho, e) => {
        expect(chaveHeight(d, e + 0.1)).toBeLessThan(chaveHeight(d, e));
        for (const set of ['published', 'biomass'] as const)
          expect(chaveWithoutHeight(d, rho, e + 0.1, set)).toBeLessThan(chaveWithoutHeight(d, rho, e, set));
      }),
    );
  });

  it('heights of a region rise with the diameter and stay below a', () => {
    const highest = { Pantropical: 50.874, SEAsia: 57.122, BrazilianShield: 227.35 };
    for (const region of feldpauschRegions)
      fc.assert(
        fc.property(diameter, more, (d, times) => {
          expect(feldpauschHeight(d * times, region)).toBeGreaterThan(feldpauschHeight(d, region));
        }),
      );
    for (const [region, a] of Object.entries(highest))
      expect(feldpauschHeight(500, region as keyof typeof highest)).toBeLessThan(a);
  });

  it('heights by 6a and then equation 4 come near equation 7, which was fitted to the same trees', () => {
    for (const d of [10, 30, 60]) {
      const ratio = chaveWithHeight(d, chaveHeight(d, 0), 0.6) / chaveWithoutHeight(d, 0.6, 0, 'published');
      expect(ratio).toBeGreaterThan(0.85);
      expect(ratio).toBeLessThan(1.15);
    }
  });
});
