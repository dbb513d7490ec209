import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import { uncertaintyDiscount } from './discount.ts';
import { belowGroundMethods } from './domain.ts';
import {
  type BelowGround,
  belowGround,
  co2PerCarbon,
  debrisCarbon,
  perHectare,
  plotMean,
  standCarbon,
  treeCarbon,
} from './stand.ts';

const asia: BelowGround = {
  kind: 'ipcc-2019',
  stand: { zone: 'tropical-rainforest', continent: 'asia', origin: 'natural' },
};

describe('arithmetic by hand', () => {
  it('2500 kg on 0.1 ha are 25 t/ha', () => {
    expect(perHectare(2500, 0.1)).toBeCloseTo(25, 12);
    for (const area of [0, -1, Number.NaN]) expect(() => perHectare(1, area)).toThrow(/area is/);
  });

  it('100 t/ha, roots 0.207, carbon 0.47: 120.7 t · 0.47 = 56.729 t C, times 44/12', () => {
    const carbon = standCarbon(100, asia, treeCarbon);
    expect(carbon).toMatchObject({
      agb: 100,
      bgb: expect.closeTo(20.7, 10),
      carbon: expect.closeTo(56.729, 10),
    });
    expect(carbon.co2).toBeCloseTo((56.729 * 44) / 12, 10);
    expect(co2PerCarbon).toBeCloseTo(44 / 12, 14);
    expect(() => standCarbon(100, asia, 1.1)).toThrow(/fraction is 1\.1/);
  });

  it('left-out roots are null, and only what is above ground counts', () => {
    expect(standCarbon(100, { kind: 'none' }, 0.5)).toMatchObject({ bgb: null, carbon: 50 });
    expect(belowGround(100, { kind: 'ratio', ratio: 0.3 })).toBe(30);
  });

  it('a tropical mountain has no ratio in the table', () => {
    const stand = { zone: 'tropical-mountain-system', continent: 'asia', origin: 'natural' };
    expect(belowGround(100, { kind: 'ipcc-2019', stand })).toBeNull();
  });

  it('dead wood and litter of a temperate stand of 100 t/ha: 8 t · 0.5 and 4 t · 0.37', () => {
    expect(debrisCarbon(100, 'temperateBoreal')).toEqual({
      deadWood: expect.closeTo(4, 12),
      litter: expect.closeTo(1.48, 12),
    });
  });

  it('plots of 10, 12 and 14 t/ha: mean 12, sd 2, t(2) = 4.302653, half-width 4.302653 · 2/√3', () => {
    const { mean, halfWidth } = plotMean([10, 12, 14]);
    expect(mean).toBe(12);
    expect(halfWidth).toBeCloseTo((4.30265273 * 2) / Math.sqrt(3), 6);
    // t(2) at 95 % is 2.919986
    expect(plotMean([10, 12, 14], 0.9).halfWidth).toBeCloseTo((2.91998558 * 2) / Math.sqrt(3), 6);
    expect(plotMean([7])).toEqual({ mean: 7, halfWidth: null });
  });
});

it('every way to below-ground biomass gives less than there is above, for a grown stand', () => {
  for (const kind of belowGroundMethods) {
    const method = kind === 'ipcc-2019' ? asia : kind === 'ratio' ? { kind, ratio: 0.25 } : { kind };
    const bgb = belowGround(200, method);
    if (kind === 'none') expect(bgb).toBeNull();
    else expect(bgb).toBeGreaterThan(20);
    expect(bgb ?? 0).toBeLessThan(100);
  }
});

it('the t interval of plots holds the true mean in 95 % of all cases', () => {
  const random = randomSource(42);
  const repetitions = 5000;
  let inside = 0;
  for (let i = 0; i < repetitions; i += 1) {
    const { mean, halfWidth } = plotMean(Array.from({ length: 6 }, () => 150 + 40 * random.normal()));
    if (Math.abs(mean - 150) <= (halfWidth ?? 0)) inside += 1;
  }
  expect(inside / repetitions).toBeGreaterThan(0.93);
  expect(inside / repetitions).toBeLessThan(0.97);
});

describe('discount', () => {
  it.each([
    [100, 10, 0],
    [100, 10.01, 0.25],
    [60, 9, 0.25], // U is 15 % exactly
    [100, 15.01, 0.5],
    [100, 20, 0.5],
    [100, 20.01, 0.75],
    [100, 30, 0.75],
    [100, 30.01, 1],
    [100, 0, 0],
  ])('of %d ± %d: share %d of the half-width', (mean, half, share) => {
    const result = uncertaintyDiscount(mean, half);
    expect(result.uncertainty).toBeCloseTo((100 * half) / mean, 12);
    expect(result.discount).toBeCloseTo(share * half, 12);
    expect(result.project).toBeCloseTo(mean - share * half, 12);
    expect(result.baseline).toBeCloseTo(mean + share * half, 12);
  });

  it('does not fall with the uncertainty, nor leave less than nothing', () => {
    const half = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(half, half, (one, two) => {
        const [small, large] = [Math.min(one, two), Math.max(one, two)].map((h) =>
          uncertaintyDiscount(100, h),
        );
        expect(large?.discount).toBeGreaterThanOrEqual(small?.discount ?? 0);
        expect(large?.project).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is the same in any unit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1000, noNaN: true }), (unit) => {
        expect(uncertaintyDiscount(60 * unit, 9 * unit).discount / unit).toBeCloseTo(2.25, 9);
      }),
    );
  });

  it.each([
    [0, 1, /mean is 0/],
    [Number.NaN, 1, /mean is NaN/],
    [10, -1, /halfWidth is -1/],
    [10, Number.POSITIVE_INFINITY, /halfWidth is Infinity/],
  ])('refuses %d ± %d', (mean, half, message) => {
    expect(() => uncertaintyDiscount(mean, half)).toThrow(message);
  });
});
