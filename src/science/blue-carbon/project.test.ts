import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coastalFactors as table } from '../factors/coastal-wetlands.ts';
import { coastalSystems } from './domain.ts';
import {
  type CoastalProject,
  coastalFaults,
  coastalProject,
  methaneRate,
  yearsToNaturalStock,
} from './project.ts';
import { coastalFactors } from './systems.ts';

const project = (given: Partial<CoastalProject> = {}): CoastalProject => ({
  system: 'tidal-marsh',
  area: 1,
  years: 10,
  salinity: 35,
  cover: 50,
  replanted: true,
  soilStock: 0,
  aboveground: 0,
  drainedBaseline: false,
  ...given,
});
const run = (given: Partial<CoastalProject> = {}) =>
  coastalProject(project(given), coastalFactors(given.system ?? 'tidal-marsh', null), 27);

describe('soil', () => {
  it('gathers carbon at the rate of the table until the natural stock', () => {
    // 0.91 t C · 44/12 · 10 a = 33.3667
    expect(run().total.soil).toBeCloseTo((0.91 * 10 * 44) / 12, 12);
    expect(run({ soilStock: 254 }).total.soil).toBeCloseTo(44 / 12, 12); // room for 1 t C
    expect(run({ soilStock: 300 }).total.soil).toBe(0);
    expect(run({ years: 200, soilStock: 200 }).cumulative[199]?.soil).toBe(
      run({ years: 200, soilStock: 200 }).total.soil,
    );
  });

  it('counts nothing below 10 % of cover or where nothing was planted', () => {
    expect(run({ cover: 9.999 }).total.soil).toBe(0);
    expect(run({ cover: 10 }).total.soil).toBeGreaterThan(0);
    expect(run({ replanted: false }).total.soil).toBe(0);
    expect(run({ replanted: false }).yearsToNaturalStock).toBeNull();
  });

  it('says when it holds the natural stock', () => {
    expect(run().yearsToNaturalStock).toBeCloseTo(255 / 0.91, 12);
    expect(yearsToNaturalStock(1, 300, 255)).toBe(0);
    expect(yearsToNaturalStock(0, 0, 255)).toBeNull();
  });
});

describe('methane', () => {
  it('comes with water below 18 ppt, planted or not', () => {
    // 193.7 kg · 27 / 1000 = 5.2299 t CO2e
    expect(methaneRate(17.999, 193.7, 27)).toBeCloseTo(5.2299, 12);
    expect(methaneRate(18, 193.7, 27)).toBe(0);
    expect(methaneRate(0, null, 27)).toBe(0);
    expect(run({ salinity: 5, replanted: false }).total.net).toBeCloseTo(-52.299, 9);
    expect(run({ system: 'seagrass', salinity: 5 }).total.methane).toBe(0);
  });

  it('turns a brackish marsh into a source that is still a gain against drained land', () => {
    expect(run({ salinity: 5 }).total.net).toBeLessThan(0);
    expect(run({ salinity: 5, drainedBaseline: true }).total.net).toBeGreaterThan(0);
  });
});

describe('biomass', () => {
  it('of mangrove grows with its roots until its natural stock', () => {
    const factors = coastalFactors('mangrove', 'tropical-wet');
    const mangrove = (years: number) =>
      coastalProject(project({ system: 'mangrove', years, aboveground: 172 }), factors, 27).total.biomass;
    // 9.9 t · (1 + 0.49) · 0.451 · 44/12
    expect(mangrove(1)).toBeCloseTo((9.9 * 1.49 * 0.451 * 44) / 12, 12);
    expect(mangrove(30)).toBeCloseTo((20 * 1.49 * 0.451 * 44) / 12, 12);
  });

  it('is left out without a climate, and asks for a stock that nobody read', () => {
    expect(coastalFactors('mangrove', null).biomass).toBeNull();
    expect(coastalFactors('seagrass', 'tropical-wet').biomass).toBeNull();
    const dry = coastalFactors('mangrove', 'tropical-dry');
    expect(coastalFaults(project({ system: 'mangrove' }), dry).map(({ code }) => code)).toEqual([
      'no-biomass-ceiling',
    ]);
    expect(() => coastalProject(project({ system: 'mangrove' }), dry, 27)).toThrow('no-biomass-ceiling');
    for (const factor of Object.values(table.factors)) expect(factor.status).toBe('seen');
  });
});

describe('a project', () => {
  const any = fc.record({
    system: fc.constantFrom(...coastalSystems),
    area: fc.double({ min: 0, max: 1e4, noNaN: true }),
    years: fc.integer({ min: 1, max: 60 }),
    salinity: fc.double({ min: 0, max: 60, noNaN: true }),
    cover: fc.double({ min: 0, max: 100, noNaN: true }),
    replanted: fc.boolean(),
    soilStock: fc.double({ min: 0, max: 500, noNaN: true }),
    aboveground: fc.double({ min: 0, max: 300, noNaN: true }),
  });

  it('balances, begins with nothing, scales with area and never passes the natural stock', () => {
    fc.assert(
      fc.property(any, (given) => {
        const one = { ...given, drainedBaseline: given.system !== 'seagrass' };
        const factors = coastalFactors(one.system, 'tropical-wet');
        const { total, cumulative } = coastalProject(one, factors, 27);
        expect(total.net).toBeCloseTo(total.soil + total.biomass + total.avoided - total.methane, 5);
        expect(cumulative[0]?.net).toBe(0);
        expect(cumulative).toHaveLength(one.years + 1);
        expect((cumulative.at(-1)?.net ?? 0) * one.area).toBeCloseTo(total.net, 3);
        const gathered = ((cumulative.at(-1)?.soil ?? 0) * 12) / 44;
        expect(gathered).toBeLessThanOrEqual(Math.max(0, factors.soilCeiling.value - one.soilStock) + 1e-9);
        for (let year = 1; year <= one.years; year += 1)
          expect(cumulative[year]?.soil).toBeGreaterThanOrEqual(cumulative[year - 1]?.soil ?? 0);
      }),
    );
  });

  it('names every fault at once', () => {
    const wrong = project({
      system: 'seagrass',
      area: -1,
      years: 201,
      salinity: 61,
      cover: 101,
      soilStock: Number.NaN,
      aboveground: -1,
      drainedBaseline: true,
    });
    const factors = coastalFactors('seagrass', null);
    expect(coastalFaults(wrong, factors).map(({ code, argument }) => `${argument} ${code}`)).toEqual([
      'area too-low',
      'years too-high',
      'salinity too-high',
      'cover too-high',
      'soilStock not-a-number',
      'aboveground too-low',
      'drainedBaseline no-drainage-factor',
    ]);
    expect(() => coastalProject(wrong, factors, 27)).toThrow(/area is -1.*no-drainage-factor/);
    expect(() => coastalProject(project(), coastalFactors('tidal-marsh', null), -1)).toThrow('gwpCh4 is -1');
  });
});
