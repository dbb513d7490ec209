import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cairns1997,
  cairns1997Latitude,
  hasRootShoot,
  mokany2006,
  rootShoot,
  rootShootLimit,
  rootShootRow,
} from './below-ground.ts';

const asia = { zone: 'tropical-moist-deciduous-forest', continent: 'asia', origin: 'natural' };

describe('arithmetic by hand', () => {
  it('1 t/ha has ln 0: the constants alone', () => {
    expect(cairns1997(1)).toBeCloseTo(Math.exp(-1.085), 12);
    expect(cairns1997Latitude(1, 'tropical')).toBeCloseTo(Math.exp(-1.0587), 12);
    expect(cairns1997Latitude(1, 'temperate')).toBeCloseTo(Math.exp(-1.0587 + 0.284), 12);
    expect(cairns1997Latitude(1, 'boreal')).toBeCloseTo(Math.exp(-1.0587 + 0.1874), 12);
    expect(mokany2006(1)).toBeCloseTo(0.489, 12);
  });

  it('100 t/ha: 0.489 · 100^0.89 = 0.489 · 10^1.78', () => {
    expect(mokany2006(100)).toBeCloseTo(0.489 * 60.2559586, 6);
  });

  it('nothing above ground has nothing below', () => {
    expect([cairns1997(0), cairns1997Latitude(0, 'boreal'), mokany2006(0)]).toEqual([0, 0, 0]);
  });
});

describe('Table 4.4', () => {
  it('has one ratio to 125 t/ha, the limit included, and one above', () => {
    expect([1, 125, 125.001, 400].map((agb) => rootShoot(agb, asia))).toEqual([0.323, 0.323, 0.246, 0.246]);
    expect(rootShootLimit(asia)).toBe(125);
  });

  it('has its limit at 75 t/ha in boreal zones, for every continent and origin', () => {
    const stand = { zone: 'boreal-coniferous', continent: 'europe', origin: 'natural' };
    expect([75, 75.1].map((agb) => rootShoot(agb, stand))).toEqual([0.39, 0.24]);
    expect(rootShootLimit(stand)).toBe(75);
  });

  it('gives no ratio where the table has none', () => {
    const planted = { zone: 'tropical-rainforest', continent: 'asia', origin: 'planted' };
    expect(rootShoot(100, planted)).toBe(0.325);
    expect(rootShoot(130, planted)).toBeNull();
    expect(hasRootShoot(planted)).toBe(false);
    expect(
      rootShoot(100, { zone: 'tropical-mountain-system', continent: 'asia', origin: 'natural' }),
    ).toBeNull();
    expect(hasRootShoot(asia)).toBe(true);
  });

  it('takes the merged cell of the Asian temperate zones where the zone has no cell of its own', () => {
    const conifer = { zone: 'temperate-continental', continent: 'asia', origin: 'natural-conifer' };
    expect(rootShoot(100, conifer)).toBe(0.243);
    expect(rootShoot(200, { ...conifer, origin: 'natural-other-broadleaf' })).toBe(0.305);
    expect(rootShoot(100, { ...conifer, origin: 'natural-other-broadleaf' })).toBe(0.225);
  });

  it('takes a class before a cell that holds for every biomass', () => {
    const conifer = { zone: 'temperate-oceanic', continent: 'oceania', origin: 'planted-conifer' };
    expect([100, 200].map((agb) => rootShoot(agb, conifer))).toEqual([0.634, 0.294]);
    expect(rootShoot(100, { ...conifer, continent: 'europe', origin: 'planted-conifer' })).toBe(0.359);
    expect(rootShoot(100, { ...conifer, continent: 'europe', origin: 'planted-other-broadleaf' })).toBe(
      0.192,
    );
    expect(rootShootLimit({ ...conifer, continent: 'europe', origin: 'planted-other-broadleaf' })).toBeNull();
  });

  it('carries the printed error', () => {
    expect(rootShootRow(200, asia)?.error).toEqual({ kind: 'sd', sd: 0.036 });
  });
});

describe('laws', () => {
  const agb = fc.double({ min: 0.01, max: 1000, noNaN: true });

  it('more above ground means more below, and a smaller ratio', () => {
    for (const below of [cairns1997, mokany2006, (x: number) => cairns1997Latitude(x, 'tropical')]) {
      fc.assert(
        fc.property(agb, fc.double({ min: 1.01, max: 10, noNaN: true }), (x, times) => {
          expect(below(x * times)).toBeGreaterThan(below(x));
          expect(below(x * times) / (x * times)).toBeLessThan(below(x) / x);
        }),
      );
    }
  });
});

it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('refuses %s t/ha by name', (agb) => {
  for (const below of [
    () => cairns1997(agb),
    () => cairns1997Latitude(agb, 'boreal'),
    () => mokany2006(agb),
    () => rootShoot(agb, asia),
  ])
    expect(below).toThrow(new RangeError(`agb is ${agb}; above-ground biomass from 0 t/ha is needed`));
});
