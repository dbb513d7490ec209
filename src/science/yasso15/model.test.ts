import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yasso15Factors } from '../factors/yasso15.ts';
import {
  climateModifiers,
  coefficientMatrix,
  ratesAt,
  respirationRates,
  sizeModifier,
  transfers,
  yasso15Parameters,
} from './model.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const months = (temperature: number) => Array.from({ length: 12 }, () => temperature);

describe('climate modifiers', () => {
  it('are exp(b1 T + b2 T^2) (1 - exp(g P / 1000))', () => {
    // all months 0 degrees: 1 - exp(-1.8089202) = 0.836169..., - 1.1725473: 0.690422..., -12.535951: 0.999996...
    const { awe, n, h } = climateModifiers({ temperatures: months(0), precipitation: 1000 });
    expect(awe).toBeCloseTo(1 - Math.exp(-1.8089202), 14);
    expect(n).toBeCloseTo(1 - Math.exp(-1.1725473), 14);
    expect(h).toBeCloseTo(1 - Math.exp(-12.535951), 14);
    // all months 10 degrees: exp(0.90598047 - 0.021440956) = exp(0.884539514) times as much
    const warm = climateModifiers({ temperatures: months(10), precipitation: 1000 });
    expect(warm.awe / awe).toBeCloseTo(Math.exp(0.884539514), 12);
  });

  it('are the mean over the months, in any order', () => {
    const half = [...months(0).slice(6), ...months(10).slice(6)];
    const at = (temperatures: readonly number[]) =>
      climateModifiers({ temperatures, precipitation: 700 }).awe;
    expect(at(half)).toBeCloseTo((at(months(0)) + at(months(10))) / 2, 12);
    expect(at(half.toReversed())).toBeCloseTo(at(half), 14);
  });

  it('are 0 without precipitation and rise with it', () => {
    expect(climateModifiers({ temperatures: months(20), precipitation: 0 })).toEqual({ awe: 0, n: 0, h: 0 });
    fc.assert(
      fc.property(number(0, 5000), number(0, 5000), (dry, more) => {
        const at = (precipitation: number) => climateModifiers({ temperatures: months(5), precipitation });
        for (const pool of ['awe', 'n', 'h'] as const)
          expect(at(dry + more)[pool]).toBeGreaterThanOrEqual(at(dry)[pool]);
      }),
    );
  });
});

describe('size modifier', () => {
  it('is 1 for litter that is not woody and falls with the diameter of thick wood', () => {
    expect(sizeModifier(0)).toBe(1);
    // 1 - 0.43892271 · 2 + 1.2674668 · 4 = 5.19202178, to the power of -0.25691424
    expect(sizeModifier(2)).toBeCloseTo(5.19202178 ** -0.25691424, 12);
    // thinner than 0.35 cm the bracket is below 1: no litter decays faster than fine litter
    expect(sizeModifier(0.1)).toBe(1);
    fc.assert(
      fc.property(number(0.4, 100), number(0, 50), (thin, more) => {
        expect(sizeModifier(thin + more)).toBeLessThanOrEqual(sizeModifier(thin));
      }),
    );
  });
});

describe('rates', () => {
  const site = { temperatures: months(4), precipitation: 600, diameter: 20, leaching: -0.1 };

  it('slow A, W, E and N by size, not H', () => {
    const fine = ratesAt({ ...site, diameter: 0 }).decay;
    const coarse = ratesAt(site).decay;
    const size = sizeModifier(20);
    expect(coarse.slice(0, 4)).toEqual(fine.slice(0, 4).map((rate) => expect.closeTo(rate * size, 14)));
    expect(coarse[4]).toBe(fine[4]);
  });

  it('leach 0.1 per metre of the 0.6 m that fall', () => {
    expect(ratesAt(site).leaching).toBeCloseTo(0.06, 14);
    expect(ratesAt({ ...site, leaching: 0 }).leaching).toBeCloseTo(0, 14);
  });

  it('lose in each column of M what is given off and leached, no more and no less', () => {
    const rates = ratesAt(site);
    const matrix = coefficientMatrix(rates);
    for (const [pool, respired] of respirationRates(rates).entries()) {
      const change = matrix.reduce((sum, row) => sum + (row[pool] ?? Number.NaN), 0);
      expect(change).toBeCloseTo(-respired - (pool < 4 ? rates.leaching : 0), 14);
    }
  });
});

describe('parameters', () => {
  it('are the 35 of the factor table', () => {
    expect(Object.keys(yasso15Parameters)).toHaveLength(35);
    for (const [name, factor] of Object.entries(yasso15Factors.factors))
      expect(yasso15Parameters).toHaveProperty(name, factor.value);
  });

  it('pass on no more carbon than leaves a pool', () => {
    for (const row of transfers()) {
      expect(row.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1);
      expect(Math.min(...row)).toBeGreaterThanOrEqual(0);
    }
  });
});
