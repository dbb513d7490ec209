import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  co2Ratio,
  coverModifier,
  decay,
  enteringCarbon,
  inertCarbon,
  largestDeficit,
  lossShares,
  moistureModifier,
  nextDeficit,
  panEvaporation,
  temperatureModifier,
} from './month.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('moisture deficit', () => {
  it('is at most -(20 + 1.3 clay - 0.01 clay^2) depth / 23', () => {
    // clay 20 %: 20 + 26 - 4 = 42 mm in 23 cm, 84 mm in 46 cm
    expect(largestDeficit({ clay: 20, depth: 23 })).toBeCloseTo(-42, 12);
    expect(largestDeficit({ clay: 20, depth: 46 })).toBeCloseTo(-84, 12);
    expect(largestDeficit({ clay: 0, depth: 23 })).toBeCloseTo(-20, 12);
  });

  it('takes rain and three quarters of the pan evaporation', () => {
    // -10 + 20 - 0.75 · 40 = -20
    const month = { rain: 20, panEvaporation: 40, covered: true };
    expect(nextDeficit(-10, -42, month)).toBe(-20);
    expect(nextDeficit(-10, -42, { ...month, rain: 200 })).toBe(0);
    expect(nextDeficit(-10, -42, { ...month, panEvaporation: 400 })).toBe(-42);
  });

  it('stays above 0.556 of the largest in bare soil, unless plants have dried it further', () => {
    const dry = { rain: 0, panEvaporation: 200, covered: false };
    expect(nextDeficit(0, -100, dry)).toBeCloseTo(-55.6, 12);
    expect(nextDeficit(-80, -100, dry)).toBe(-80);
    expect(nextDeficit(-80, -100, { rain: 30, panEvaporation: 0, covered: false })).toBe(-50);
  });

  it('never leaves its limits, and more rain never dries', () => {
    fc.assert(
      fc.property(
        number(-1, 0),
        number(0, 300),
        number(0, 300),
        number(0, 100),
        fc.boolean(),
        (share, rain, pan, more, covered) => {
          const largest = -80;
          const before = share * -largest;
          const after = nextDeficit(before, largest, { rain, panEvaporation: pan, covered });
          expect(after).toBeLessThanOrEqual(0);
          expect(after).toBeGreaterThanOrEqual(largest);
          const wetter = nextDeficit(before, largest, { rain: rain + more, panEvaporation: pan, covered });
          expect(wetter).toBeGreaterThanOrEqual(after);
        },
      ),
    );
  });

  it('of potential evapotranspiration is that of pan evaporation a third higher', () => {
    expect(panEvaporation(75)).toBe(100);
  });
});

describe('rate modifiers', () => {
  it('for temperature: 0 below -5 degrees, 0.3561 at 3.4 (guide, part 2), rising', () => {
    expect(temperatureModifier(-5.01)).toBe(0);
    // 47.91 / (1 + exp(106.06 / 13.27)) = 47.91 / (1 + 2958.6)
    expect(temperatureModifier(-5)).toBeCloseTo(0.016188, 6);
    // 47.91 / (1 + exp(106.06 / 21.67)) = 47.91 / (1 + 133.53)
    expect(temperatureModifier(3.4)).toBeCloseTo(0.3561, 4);
    fc.assert(
      fc.property(number(-60, 45), number(0, 20), (cool, more) => {
        expect(temperatureModifier(cool + more)).toBeGreaterThanOrEqual(temperatureModifier(cool));
      }),
    );
  });

  it('for moisture: 1 up to 0.444 of the largest deficit, then falling straight to 0.2', () => {
    expect(moistureModifier(0, -100)).toBe(1);
    expect(moistureModifier(-44.3, -100)).toBe(1);
    // half way from -44.4 to -100: 0.2 + 0.8 · 0.5
    expect(moistureModifier(-72.2, -100)).toBeCloseTo(0.6, 12);
    expect(moistureModifier(-100, -100)).toBeCloseTo(0.2, 12);
  });

  it('for cover: 0.6 under plants, 1 without', () => {
    expect([coverModifier(true), coverModifier(false)]).toEqual([0.6, 1]);
  });
});

describe('carbon', () => {
  it('that leaves a pool becomes CO2, BIO and HUM', () => {
    // no clay: x = 1.67 (1.85 + 1.60) = 5.7615; CO2 5.7615 / 6.7615
    expect(co2Ratio(0)).toBeCloseTo(5.7615, 12);
    // 50 % clay: exp(-0.0786 · 50) = 0.019644; 1.67 (1.85 + 1.60 · 0.019644) = 3.141988
    expect(co2Ratio(50)).toBeCloseTo(3.141988, 5);
    expect(lossShares(0).co2).toBeCloseTo(5.7615 / 6.7615, 12);
    expect(lossShares(0).bio).toBeCloseTo(0.46 / 6.7615, 12);
  });

  it('is all shared out, and more clay keeps more', () => {
    fc.assert(
      fc.property(number(0, 100), number(0, 100), (clay, other) => {
        const { co2, bio, hum } = lossShares(clay);
        expect(co2 + bio + hum).toBeCloseTo(1, 14);
        const [less, more] = [Math.min(clay, other), Math.max(clay, other)];
        expect(co2Ratio(more)).toBeLessThanOrEqual(co2Ratio(less));
      }),
    );
  });

  it('decays by its rate constant', () => {
    // ln 2 / 0.3 years at modifier 1: half of RPM is left, of the other half 0.46 / 6.7615 is BIO
    const { pools, co2 } = decay({ dpm: 0, rpm: 8, bio: 0, hum: 0 }, lossShares(0), 1, Math.LN2 / 0.3);
    expect(pools.rpm).toBeCloseTo(4, 12);
    expect(pools.bio).toBeCloseTo((4 * 0.46) / 6.7615, 12);
    expect(pools.hum).toBeCloseTo((4 * 0.54) / 6.7615, 12);
    expect(co2).toBeCloseTo((4 * 5.7615) / 6.7615, 12);
    // DPM, BIO and HUM after the same way: ln 2 / 10, / 0.66, / 0.02 years
    for (const [pool, rate] of [['dpm', 10] as const, ['bio', 0.66] as const, ['hum', 0.02] as const]) {
      const one = { dpm: 0, rpm: 0, bio: 0, hum: 0, [pool]: 8 };
      const without = decay(one, { co2: 1, bio: 0, hum: 0 }, 1, Math.LN2 / rate);
      expect(without.pools[pool]).toBeCloseTo(4, 12);
    }
  });

  it('of plants is split by DPM/RPM, of manure 49, 49 and 2 %', () => {
    expect(enteringCarbon({ plantInput: 4, manureInput: 0, dpmRpm: 0.25 })).toEqual({
      dpm: 0.8,
      rpm: 3.2,
      hum: 0,
    });
    const manured = enteringCarbon({ plantInput: 0, manureInput: 100, dpmRpm: 1.44 });
    expect(manured).toEqual({ dpm: 49, rpm: 49, hum: 2 });
  });

  it('that is inert follows Falloon', () => {
    // 0.049 · 10^1.139 = 0.049 · 13.772
    expect(inertCarbon(10)).toBeCloseTo(0.6748, 4);
    expect(inertCarbon(0)).toBe(0);
    expect(() => inertCarbon(-1)).toThrow(/total is -1/);
  });
});
