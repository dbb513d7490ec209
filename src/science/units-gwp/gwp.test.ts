import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gasBalance, gwpOf, gwpStar, isGwpSet, n2oOfNitrogen } from './gwp.ts';
import { defaultGwpSet, gwpSets } from './gwp-sets.ts';
import { massRatio, sameGas } from './substance.ts';

describe('potentials', () => {
  it('weigh living methane with 27.0 unless told otherwise', () => {
    expect(defaultGwpSet).toBe('ar6-100-nonfossil');
    expect(gwpOf(defaultGwpSet)).toEqual({ CH4: 27, N2O: 273 });
  });

  it('lie in the order that physics says: methane counts less the longer the horizon', () => {
    expect(gwpOf('ar6-20').CH4).toBeGreaterThan(gwpOf('ar6-100').CH4);
    expect(gwpOf('ar6-100').CH4).toBeGreaterThan(gwpOf('ar6-500').CH4);
    for (const horizon of ['ar6-100', 'ar6-20'] as const) {
      expect(gwpOf(`${horizon}-fossil`).CH4).toBeGreaterThan(gwpOf(`${horizon}-nonfossil`).CH4);
    }
  });

  it('are known by name', () => {
    expect(gwpSets.every(isGwpSet)).toBe(true);
    expect(isGwpSet('ar7-100')).toBe(false);
  });
});

describe('balance', () => {
  it('adds what it can be worked out by hand', () => {
    // -10 t CO2 + 100 kg CH4 · 27 / 1000 + 2 kg N2O-N · 44/28 · 273 / 1000 = -10 + 2.7 + 0.858
    const result = gasBalance({ co2: -10, ch4: 100, n2o: n2oOfNitrogen(2) }, { CH4: 27, N2O: 273 });
    expect(result.ch4).toBeCloseTo(2.7, 12);
    expect(result.n2o).toBeCloseTo(0.858, 12);
    expect(result.total).toBeCloseTo(-6.442, 12);
  });

  it('is linear, and the sum of its parts', () => {
    const mass = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(mass, mass, mass, fc.constantFrom(...gwpSets), (co2, ch4, n2o, set) => {
        const one = gasBalance({ co2, ch4, n2o }, gwpOf(set));
        const two = gasBalance({ co2: 2 * co2, ch4: 2 * ch4, n2o: 2 * n2o }, gwpOf(set));
        expect(one.co2 + one.ch4 + one.n2o).toBe(one.total);
        expect(two.total).toBeCloseTo(2 * one.total, 3);
      }),
    );
  });

  it('refuses what is no number', () => {
    expect(() => gasBalance({ co2: Number.NaN, ch4: 0, n2o: 0 }, gwpOf('ar5-100'))).toThrow('co2 is NaN');
    expect(() => gasBalance({ co2: 0, ch4: 0, n2o: 0 }, { CH4: Infinity, N2O: 1 })).toThrow(
      'CH4 is Infinity',
    );
  });
});

it('GWP* charges a steady methane emission 0.28 of its GWP100', () => {
  expect(gwpStar(1, 1, 27)).toBeCloseTo(0.28 * 27, 12);
  expect(gwpStar(1, 0, 27)).toBeCloseTo(4.53 * 27, 12);
});

it('substances know their gas and nothing else', () => {
  expect(sameGas('C', 'CO2')).toBe(true);
  expect(sameGas('C', 'CH4-C')).toBe(false);
  expect(sameGas('soil', 'soil')).toBe(true);
  expect(massRatio('CO2', 'C')).toBeCloseTo(12 / 44, 15);
  expect(massRatio('CO2', null)).toBeNull();
  expect(massRatio(null, null)).toBe(1);
});
