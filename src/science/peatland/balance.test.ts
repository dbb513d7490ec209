import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organicSoilFactors } from '../factors/organic-soils.ts';
import { gwpOf } from '../units-gwp/gwp.ts';
import {
  drainedFlux,
  drainedValues,
  peatBenefit,
  peatFaults,
  rewettedFlux,
  rewettedValues,
} from './balance.ts';
import { defaultRewetted, drainedFactors, rewettedFactors, shallowDitches, zoneOf } from './categories.ts';
import { drainedCategories, rewettedCategories } from './domain.ts';

const gwp = gwpOf('ar6-100-nonfossil');
const project = {
  drained: 'temperate-cropland',
  rewetted: 'temperate-rich',
  area: 10,
  years: 20,
  ditchFraction: 0.05,
} as const;

describe('flux', () => {
  it('of drained land adds carbon, methane of land and ditches, and nitrous oxide', () => {
    const flux = drainedFlux(
      { co2: 3, doc: 0.3, ch4Land: 10, ch4Ditch: 1000, n2o: 7, ditchFraction: 0.1 },
      gwp,
    );
    expect(flux.co2).toBeCloseTo(11, 12); // 3 · 44/12
    expect(flux.doc).toBeCloseTo(1.1, 12);
    expect(flux.ch4Mass).toBeCloseTo(109, 12); // 0.9 · 10 + 0.1 · 1000
    expect(flux.ch4).toBeCloseTo(2.943, 12); // 109 · 27 / 1000
    expect(flux.n2oMass).toBeCloseTo(11, 12); // 7 · 44/28
    expect(flux.n2o).toBeCloseTo(3.003, 12);
    expect(flux.total).toBeCloseTo(11 + 1.1 + 2.943 + 3.003, 12);
  });

  it('of rewetted land takes methane as carbon, and neither ditches nor nitrous oxide', () => {
    const flux = rewettedFlux({ co2: -0.6, doc: 0.3, ch4: 120 }, gwp);
    expect(flux.ch4Mass).toBeCloseTo(160, 12); // 120 · 16/12
    expect(flux.total).toBeCloseTo(-1.1 + 4.32, 12); // -0.3 · 44/12 + 160 · 0.027
    expect(flux.n2o).toBe(0);
  });

  it('rises with every factor, and with ditches where these emit more than the land', () => {
    const any = fc.double({ min: 0, max: 100, noNaN: true });
    const all = fc.record({ co2: any, doc: any, ch4Land: any, ch4Ditch: any, n2o: any });
    fc.assert(
      fc.property(all, fc.double({ min: 0, max: 1, noNaN: true }), (factors, ditchFraction) => {
        const { total } = drainedFlux({ ...factors, ditchFraction }, gwp);
        for (const name of ['co2', 'doc', 'ch4Land', 'ch4Ditch', 'n2o'] as const) {
          const more = drainedFlux({ ...factors, [name]: factors[name] + 1, ditchFraction }, gwp);
          expect(more.total).toBeGreaterThanOrEqual(total);
        }
        const ditches = drainedFlux({ ...factors, ditchFraction: 1 }, gwp).total;
        if (factors.ch4Ditch >= factors.ch4Land) expect(ditches).toBeGreaterThanOrEqual(total - 1e-9);
      }),
    );
  });

  it('refuses a ditch fraction that is none', () => {
    const factors = drainedValues(drainedFactors('boreal-cropland'));
    for (const ditchFraction of [-0.01, 1.01, Number.NaN])
      expect(() => drainedFlux({ ...factors, ditchFraction }, gwp)).toThrow('ditchFraction');
  });
});

describe('categories', () => {
  it('have all their factors, in order, none unread', () => {
    for (const category of drainedCategories) {
      const { ditchFraction, ...ranges } = drainedFactors(category);
      expect(ditchFraction).toBeGreaterThan(0);
      for (const { value, low, high } of Object.values(ranges)) {
        expect(Number.isFinite(value), category).toBe(true);
        if (low !== null) expect(low, category).toBeLessThanOrEqual(value);
        if (high !== null) expect(high, category).toBeGreaterThanOrEqual(value);
      }
    }
    for (const category of rewettedCategories)
      expect(Number.isFinite(rewettedFlux(rewettedValues(rewettedFactors(category)), gwp).total)).toBe(true);
    for (const factor of Object.values(organicSoilFactors.factors)) expect(factor.status).toBe('seen');
  });

  it('know their zone, and a rewetted class where nobody knows the nutrients', () => {
    expect(zoneOf('temperate-grassland-poor')).toBe('temperate');
    expect(zoneOf('tropical')).toBe('tropical');
    expect((['boreal', 'temperate', 'tropical'] as const).map(defaultRewetted)).toEqual([
      'boreal-poor',
      'temperate-rich',
      'tropical',
    ]);
    expect(shallowDitches().value).toBe(527);
  });
});

describe('benefit', () => {
  const drained = drainedValues(drainedFactors('temperate-cropland'));
  const rewetted = rewettedValues(rewettedFactors('temperate-rich'));

  it('is what drained land emits and rewetted land does not, times area and years', () => {
    const result = peatBenefit(project, drained, rewetted, gwp);
    expect(result.benefit).toBeCloseTo(result.drained.total - result.rewetted.total, 12);
    expect(result.benefitOfArea).toBeCloseTo(10 * result.benefit, 9);
    expect(result.benefitOfProject).toBeCloseTo(200 * result.benefit, 9);
    expect(peatBenefit({ ...project, area: 0 }, drained, rewetted, gwp).benefitOfProject).toBe(0);
  });

  it('can turn negative over 20 years where methane weighs more', () => {
    const forest = drainedValues(drainedFactors('temperate-forest'));
    const place = { ...project, drained: 'temperate-forest', ditchFraction: 0.025 } as const;
    expect(peatBenefit(place, forest, rewetted, gwp).benefit).toBeGreaterThan(0);
    expect(peatBenefit(place, forest, rewetted, gwpOf('ar6-20-nonfossil')).benefit).toBeLessThan(0);
  });

  it('names every fault at once', () => {
    const wrong = {
      ...project,
      rewetted: 'boreal-poor',
      area: -1,
      years: 0,
      ditchFraction: Number.NaN,
    } as const;
    expect(peatFaults(wrong).map(({ code, argument }) => `${argument} ${code}`)).toEqual([
      'area too-low',
      'years too-low',
      'ditchFraction not-a-number',
      'rewetted zones-differ',
    ]);
    expect(() => peatBenefit(wrong, drained, rewetted, gwp)).toThrow(/area is -1.*years is 0.*zones-differ/);
    expect(
      peatFaults({ ...project, area: 2e8, years: 201, ditchFraction: 2 }).map(({ code }) => code),
    ).toEqual(['too-high', 'too-high', 'too-high']);
  });
});
