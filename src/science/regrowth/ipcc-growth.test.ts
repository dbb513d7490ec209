import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorDistribution } from '../factor-distribution.ts';
import { randomSource } from '../random.ts';
import { growStand, growthFaults } from './evaluate.ts';
import {
  biomassAt,
  type GrowthRates,
  ratioAt,
  ratiosOf,
  stockOf,
  zoneRates,
  zonesWithRates,
} from './ipcc-growth.ts';
import { type GrowthSimulation, simulateGrowth } from './ipcc-uncertainty.ts';

const rates: GrowthRates = { young: 3, old: 1, youngCap: null, cap: 100 };
const ratios = { limit: 125, below: 0.25, above: 0.2 };

describe('arithmetic by hand', () => {
  it('3 t/ha a year for 20 years, 1 t after, to 100 t', () => {
    expect([0, 1, 20, 21, 60, 61].map((age) => biomassAt(rates, age))).toEqual([0, 3, 60, 61, 100, 100]);
  });

  it('a cap at 20 years holds the first class, and growth goes on from it', () => {
    expect([10, 20, 25].map((age) => biomassAt({ ...rates, youngCap: 40 }, age))).toEqual([30, 40, 45]);
    expect(biomassAt({ ...rates, cap: null }, 500)).toBe(540);
  });

  it('100 t/ha with roots of 0.25 and carbon 0.47: 125 · 0.47 = 58.75 t C, 215.42 t CO2', () => {
    expect(stockOf(100, 0.25, 0.47)).toEqual({
      agb: 100,
      bgb: 25,
      carbon: expect.closeTo(58.75, 10),
      co2: expect.closeTo((58.75 * 44) / 12, 10),
    });
  });

  it('at the limit the lower class holds', () => {
    expect([125, 125.01].map((agb) => ratioAt(ratios, agb))).toEqual([0.25, 0.2]);
  });

  it('a stand at some ages', () => {
    expect(growStand(rates, ratios, 0.5, [0, 20]).map(({ carbon }) => carbon)).toEqual([0, 37.5]);
  });
});

describe('the tables', () => {
  it('give the rates that the programme needs most', () => {
    expect(zoneRates('subtropical-humid-forest', 'asia')).toMatchObject({
      young: { value: 2.5, error: { kind: 'sd', sd: 0.8 } },
      old: { value: 1, error: { kind: 'sd', sd: 0.9 } },
      cap: { value: 323, stage: 'primary' },
    });
    expect(zoneRates('subtropical-mountain-system', 'asia')).toMatchObject({
      young: { value: 2.5 },
      old: { value: 0.5 },
    });
    expect(zoneRates('tropical-rainforest', 'asia')).toMatchObject({
      young: { value: 3.4 },
      old: { value: 2.7 },
    });
  });

  it('have the merged cell where classes are one, and the wider continent where Asia is split', () => {
    expect(zoneRates('tropical-moist-deciduous-forest', 'asia')?.cap).toMatchObject({
      value: 67.7,
      stage: 'all-classes',
    });
    expect(zoneRates('subtropical-dry-forest', 'asia-insular')?.cap?.value).toBe(70.9);
    expect(zoneRates('temperate-oceanic', 'new-zealand')?.cap?.value).toBe(352.7);
    expect(zoneRates('temperate-oceanic', 'europe')).toMatchObject({
      young: { value: 2.3 },
      old: { value: 2.3 },
    });
    expect(zoneRates('boreal-tundra-woodland', 'asia')).toMatchObject({ young: { value: 0.4 }, cap: null });
  });

  it('have no growth for the temperate zones of Asia, nor for a range without a middle', () => {
    for (const zone of ['temperate-oceanic', 'temperate-continental', 'temperate-mountain'])
      expect(zoneRates(zone, 'asia')).toBeNull();
    expect(zoneRates('boreal-coniferous', 'asia')).toBeNull();
    expect(zonesWithRates()).toHaveLength(38);
  });

  it('give both ratios of a stand, or none', () => {
    const stand = { zone: 'tropical-rainforest', continent: 'asia', origin: 'natural' };
    expect(ratiosOf(stand)).toEqual({ limit: 125, below: 0.207, above: 0.212 });
    expect(ratiosOf({ ...stand, origin: 'planted' })).toBeNull();
    expect(ratiosOf({ zone: 'boreal-mountain', continent: 'europe', origin: 'natural' })?.limit).toBe(75);
  });
});

describe('laws', () => {
  const number = (max: number) => fc.double({ min: 0, max, noNaN: true });
  const any = fc.record({
    young: number(20),
    old: number(20),
    youngCap: fc.option(number(200)),
    cap: fc.option(number(500)),
  });

  it('biomass never falls with age, and never passes its cap', () => {
    fc.assert(
      fc.property(any, number(500), number(500), (one, a, b) => {
        const [young, old] = [biomassAt(one, Math.min(a, b)), biomassAt(one, Math.max(a, b))];
        expect(young).toBeLessThanOrEqual(old);
        expect(old).toBeLessThanOrEqual(one.cap ?? Infinity);
      }),
    );
  });

  it('carbon is that of shoots and roots: nothing is lost', () => {
    fc.assert(
      fc.property(number(500), number(2), number(1), (agb, ratio, fraction) => {
        const stock = stockOf(agb, ratio, fraction);
        expect(stock.carbon).toBeCloseTo(stock.agb * fraction + stock.bgb * fraction, 8);
      }),
    );
  });
});

describe('faults', () => {
  it('come all at once', () => {
    const faults = growthFaults(
      { young: -1, old: Number.NaN, youngCap: -1, cap: -2 },
      { limit: -1, below: -0.1, above: 11 },
      1.5,
      [10, 501],
    );
    expect(faults.map(({ argument, code }) => `${argument} ${code}`)).toEqual([
      'young too-low',
      'old not-a-number',
      'youngCap too-low',
      'cap too-low',
      'below too-low',
      'above too-high',
      'limit too-low',
      'fraction too-high',
      'ages.1 too-high',
    ]);
    expect(() => growStand({ ...rates, young: -1 }, ratios, 0.47, [1])).toThrow(
      'young is -1 (too-low); it must lie within 0 to 100',
    );
  });

  it('are none for one ratio for all', () => {
    expect(growthFaults(rates, { ...ratios, limit: Infinity }, 0.47, [])).toEqual([]);
  });
});

describe('errors of the tables', () => {
  const at = (error: Parameters<typeof factorDistribution>[0]['error'], p: number, value = 10) =>
    factorDistribution({ value, error }).quantile(p);

  it('become distributions with the printed limits', () => {
    expect(at({ kind: 'sd', sd: 1 }, 0.975)).toBeCloseTo(11.96, 2);
    expect(at({ kind: 'se', se: 1 }, 0.025)).toBeCloseTo(8.04, 2);
    expect(at({ kind: 'percent', halfWidth: 20, level: 0.95 }, 0.975)).toBeCloseTo(12, 6);
    expect(at({ kind: 'interval', low: 8, high: 12, level: 0.95 }, 0.025)).toBeCloseTo(8, 6);
    expect(at({ kind: 'interval', low: null, high: 12, level: 0.95 }, 0.975)).toBeCloseTo(12, 6);
    expect(at({ kind: 'range', low: 4, high: 12 }, 0)).toBe(4);
    expect(at(null, 0.3)).toBe(10);
  });

  it('are cut at 0: a rate is never negative', () => {
    expect(at({ kind: 'percent', halfWidth: 90, level: 0.95 }, 1e-9)).toBeGreaterThanOrEqual(0);
    expect(at({ kind: 'sd', sd: 15 }, 1e-6, 3.6)).toBeGreaterThanOrEqual(0);
  });
});

describe('simulation', () => {
  const inputs: GrowthSimulation = {
    young: { value: 2.5, error: { kind: 'sd', sd: 0.8 } },
    old: { value: 1, error: { kind: 'sd', sd: 0.3 } },
    youngCap: null,
    cap: 323,
    limit: 125,
    below: { value: 0.23, error: { kind: 'percent', halfWidth: 90, level: 0.95 } },
    above: { value: 0.246, error: { kind: 'percent', halfWidth: 90, level: 0.95 } },
    fraction: 0.47,
  };
  const size = { draws: 5000, seed: 3 };

  it('is the same for the same seed, and refuses what is no number of draws', () => {
    expect(simulateGrowth(inputs, [10], size)).toEqual(simulateGrowth(inputs, [10], size));
    expect(simulateGrowth(inputs, [10], { ...size, seed: 4 })).not.toEqual(
      simulateGrowth(inputs, [10], size),
    );
    expect(() => simulateGrowth(inputs, [10], { ...size, draws: 99 })).toThrow(/draws is 99/);
  });

  it('without errors is the curve itself', () => {
    const sure = (value: number) => ({ value, error: null });
    const still = { ...inputs, young: sure(2.5), old: sure(1), below: sure(0.23), above: sure(0.246) };
    const [one] = simulateGrowth(still, [30], size);
    expect(one?.agb).toEqual([60, 60]);
    expect(one?.co2[0]).toBeCloseTo(stockOf(60, 0.23, 0.47).co2, 10);
  });

  it('at 10 years is ten times the rate: 25 ± 1.96 · 8, with the tail below 0 cut off', () => {
    const [one] = simulateGrowth(inputs, [10], { draws: 100_000, seed: 1 });
    expect(one?.agb[0]).toBeCloseTo(10 * factorDistribution(inputs.young).quantile(0.025), 0);
    expect(one?.agb[1]).toBeCloseTo(25 + 1.96 * 8, 0);
  });

  it('holds a stand of the same errors in 95 % of all cases', () => {
    const ages = [10, 40, 80];
    const intervals = simulateGrowth(inputs, ages, { draws: 20_000, seed: 5 });
    const random = randomSource(77);
    const repetitions = 5000;
    const inside = [0, 0, 0];
    const draw = (one: GrowthSimulation['young']) => factorDistribution(one).quantile(random.next());
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      const site = { young: draw(inputs.young), old: draw(inputs.old), youngCap: null, cap: 323 };
      const ratio = draw(inputs.below);
      for (const [i, age] of ages.entries()) {
        const { co2 } = stockOf(biomassAt(site, age), ratio, 0.47);
        const [low, high] = intervals[i]?.co2 ?? [0, 0];
        if (low <= co2 && co2 <= high) inside[i] = (inside[i] ?? 0) + 1;
      }
    }
    for (const count of inside) {
      expect(count / repetitions).toBeGreaterThan(0.93);
      expect(count / repetitions).toBeLessThan(0.97);
    }
  });
});
