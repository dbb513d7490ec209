import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { landCovers } from './domain.ts';
import { assessLand, type LandUnit, landUnitFaults } from './units.ts';

/** Stable in all, 100 km2. */
const stable: LandUnit = {
  area: 100,
  ...{ trajectory: 0, state: 0, performance: 0, productivity: null },
  ...{ landCoverInitial: 'grassland', landCoverFinal: 'grassland' },
  ...{ socBaseline: 50, socFinal: 50, baseline: null },
};
const unit = (more: Partial<LandUnit> = {}): LandUnit => ({ ...stable, ...more });
const land = { excludeWater: true };

describe('arithmetic by hand', () => {
  it('100 degraded, 200 stable, 100 improved and 50 km2 without data: 25 % of 400 km2', () => {
    const got = assessLand(
      [
        unit({ trajectory: -2 }),
        unit({ area: 200 }),
        unit({ landCoverFinal: 'tree-covered' }),
        unit({ area: 50, socFinal: null }),
      ],
      land,
    );
    expect(got.areas).toEqual({ degraded: 100, stable: 200, improved: 100, noData: 50 });
    expect(got.proportionDegraded).toBe(25);
    expect(got.areasOf.productivity).toEqual({ degraded: 100, stable: 350, improved: 0, noData: 0 });
    expect(got.areasOf.landCover).toEqual({ degraded: 0, stable: 350, improved: 100, noData: 0 });
    expect(got.areasOf.soc).toEqual({ degraded: 0, stable: 400, improved: 0, noData: 50 });
  });

  it('without the one sub-indicator that is degraded nothing is', () => {
    const got = assessLand([unit({ socFinal: 40 }), unit({ area: 300 })], land);
    expect(got.proportionDegraded).toBe(25);
    expect(got.without).toEqual({ productivity: 25, landCover: 25, soc: 0 });
  });

  it('a missing sub-indicator is no data, and the unit that is degraded in another is counted', () => {
    const got = assessLand([unit({ trajectory: -3, socFinal: null }), unit({ socBaseline: null })], land);
    expect(got.proportionDegraded).toBe(null);
    expect(got.missingButDegraded).toBe(1);
    expect(got.without).toEqual({ productivity: null, landCover: null, soc: 50 });
  });

  it('within 2 points of 10 %: -8 and +12 are, -7.9 and 0 are not', () => {
    const shares = [46, 56, 46.05, 50].map((socFinal) => assessLand([unit({ socFinal })], land).nearSocLimit);
    expect(shares).toEqual([100, 100, 0, 0]);
    expect(assessLand([unit({ socFinal: null })], land).nearSocLimit).toBe(null);
  });

  it('water at the end is left out of every area, or counted', () => {
    const units = [unit({ landCoverFinal: 'water', trajectory: -3 }), unit({ area: 300 })];
    expect(assessLand(units, land)).toMatchObject({ proportionDegraded: 0, excludedArea: 100 });
    expect(assessLand(units, { excludeWater: false })).toMatchObject({
      proportionDegraded: 25,
      excludedArea: 0,
    });
  });

  it('status needs the indicator of the baseline', () => {
    const [degraded, none] = assessLand([unit({ baseline: -1 }), unit()], land).units;
    expect(degraded?.status).toBe(3);
    expect(none?.status).toBe(null);
  });

  it('five classes stand in place of trajectory, state and performance', () => {
    const given = { trajectory: null, state: null, performance: null, productivity: 2 };
    expect(assessLand([unit(given)], land).units[0]).toMatchObject({
      productivityClass: 2,
      productivity: -1,
      indicator: -1,
    });
  });
});

describe('laws', () => {
  const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 8 });
  const units = fc.array(
    fc.record({
      area: fc.double({ min: 0.01, max: 1000, noNaN: true }),
      trajectory: maybe(fc.integer({ min: -3, max: 3 })),
      state: maybe(fc.integer({ min: -9, max: 9 })),
      performance: maybe(fc.integer({ min: -1, max: 0 })),
      productivity: fc.constant(null),
      landCoverInitial: maybe(fc.constantFrom(...landCovers)),
      landCoverFinal: maybe(fc.constantFrom(...landCovers)),
      socBaseline: maybe(fc.integer({ min: 0, max: 200 })),
      socFinal: maybe(fc.integer({ min: 0, max: 200 })),
      baseline: fc.constant(null),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const near = (got: number | null, want: number | null) => {
    if (want === null) expect(got).toBe(null);
    else expect(Math.abs((got ?? Number.NaN) - want)).toBeLessThan(1e-9 * (1 + want));
  };

  it('every piece of land is in one class: the areas add up to all of it', () => {
    fc.assert(
      fc.property(units, (given) => {
        const { areas, excludedArea } = assessLand(given, land);
        const all = given.reduce((sum, { area }) => sum + area, 0);
        near(areas.degraded + areas.stable + areas.improved + areas.noData + excludedArea, all);
      }),
    );
  });

  it('neither the order of the units, nor their unit of area, nor splitting them changes the share', () => {
    fc.assert(
      fc.property(units, (given) => {
        const share = assessLand(given, land).proportionDegraded;
        near(assessLand([...given].reverse(), land).proportionDegraded, share);
        const hectares = given.map((one) => ({ ...one, area: one.area * 100 }));
        near(assessLand(hectares, land).proportionDegraded, share);
        const halves = given.flatMap((one) => [
          { ...one, area: one.area / 2 },
          { ...one, area: one.area / 2 },
        ]);
        near(assessLand(halves, land).proportionDegraded, share);
      }),
    );
  });

  it('a lower trajectory, or less carbon at the end, never lowers the degraded area', () => {
    fc.assert(
      fc.property(units, (given) => {
        const before = assessLand(given, land).areas.degraded;
        const falling = given.map((one) => ({ ...one, trajectory: one.trajectory === null ? null : -3 }));
        const poorer = given.map((one) => ({
          ...one,
          socFinal: one.socFinal === null ? null : one.socFinal / 2,
        }));
        for (const worse of [falling, poorer])
          expect(assessLand(worse, land).areas.degraded).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });
});

describe('faults', () => {
  it('are all named at once, with place, value and bounds', () => {
    const faults = landUnitFaults([
      unit({ area: 0, trajectory: 4 }),
      unit({ state: 1.5, performance: -0.5 }),
      unit({ productivity: 5 }),
      unit({ socFinal: Number.NaN }),
    ]);
    expect(faults.map(({ unit: at, argument, code }) => `${at}.${argument} ${code}`)).toEqual([
      '0.area out-of-range',
      '0.trajectory out-of-range',
      '1.state not-whole',
      '1.performance not-whole',
      '2.productivity productivity-differs',
      '3.socFinal out-of-range',
    ]);
    expect(faults[4]).toMatchObject({ value: 5, min: 4, max: 4 });
  });

  it('become one RangeError', () => {
    const message = /units\[0\]\.area is -1 .*; units\[1\]\.state is 10 .* -9 to 9/;
    expect(() => assessLand([unit({ area: -1 }), unit({ state: 10 })], land)).toThrow(RangeError);
    expect(() => assessLand([unit({ area: -1 }), unit({ state: 10 })], land)).toThrow(message);
  });

  it('no unit at all is no data', () => {
    expect(assessLand([], land)).toMatchObject({ proportionDegraded: null, missingButDegraded: 0 });
  });
});
