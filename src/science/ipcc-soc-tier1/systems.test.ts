import { describe, expect, it } from 'vitest';
import { soilCarbonFactors } from '../factors/ipcc-soc.ts';
import { tillages } from './domain.ts';
import {
  cropInputs,
  grasslandStates,
  type LandSystem,
  landUses,
  productOf,
  referenceStock,
  systemFactors,
  systemFaults,
} from './systems.ts';
import { type Climate, climates, methaneZone, soils } from './zones.ts';

const land = (given: Partial<LandSystem>): LandSystem => ({
  system: 'cropland',
  landUse: null,
  management: null,
  input: null,
  ownLandUseFactor: null,
  ...given,
});
const crop = (given: Partial<LandSystem>) => land({ landUse: 'long-term-cultivated', ...given });
const codes = (given: Partial<LandSystem>, climate: Climate = 'cool-temperate-dry') =>
  systemFaults(land(given), climate, 'sandy').map(({ code, argument }) => `${argument} ${code}`);

describe('factors', () => {
  it('are 1 for forest and native vegetation everywhere', () => {
    for (const climate of climates)
      for (const system of ['forest', 'native'] as const)
        expect(productOf(systemFactors(land({ system }), climate, 'sandy'))).toBe(1);
  });

  it('of no-till cropland with manure in the moist warm temperate zone are those of the table', () => {
    const { landUse, management, input } = systemFactors(
      crop({ management: 'no-till', input: 'high-with-manure' }),
      'warm-temperate-moist',
      'low-activity-clay',
    );
    expect([landUse.value, management.value, input.value]).toEqual([0.69, 1.1, 1.44]);
    expect([landUse.error, management.error, input.error]).toEqual([16, 4, 13]);
  });

  it('take the wet zones with the moist, and mountains by themselves', () => {
    const of = (climate: (typeof climates)[number]) =>
      productOf(systemFactors(crop({ management: 'reduced' }), climate, 'volcanic'));
    expect(of('tropical-wet')).toBe(of('tropical-moist'));
    expect(of('tropical-montane')).toBeCloseTo(0.86 * 1.02, 12);
    expect(of('boreal-dry')).toBe(of('cool-temperate-dry'));
  });

  it('of cultivated wetland soil outside the tropics are their own', () => {
    const use = (climate: (typeof climates)[number], soil: (typeof soils)[number]) =>
      systemFactors(crop({}), climate, soil).landUse.value;
    expect(use('cool-temperate-moist', 'wetland')).toBe(0.71);
    expect(use('cool-temperate-moist', 'sandy')).toBe(0.7);
    expect(use('tropical-dry', 'wetland')).toBe(use('tropical-dry', 'sandy'));
  });

  it('are there for every level of annual crops wherever crops grow', () => {
    for (const climate of climates.filter((one) => one !== 'polar'))
      for (const management of tillages)
        for (const input of cropInputs)
          expect(productOf(systemFactors(crop({ management, input }), climate, 'sandy'))).toBeGreaterThan(0);
  });

  it('let more input and less tillage never lower the stock in moist zones', () => {
    for (const climate of climates.filter((one) => /moist|wet/.test(one))) {
      const rise = (levels: readonly Partial<LandSystem>[]) =>
        levels.map((level) => productOf(systemFactors(crop(level), climate, 'sandy')));
      for (const values of [
        rise(tillages.map((management) => ({ management }))),
        rise(cropInputs.map((input) => ({ input }))),
      ])
        expect([...values].sort((a, b) => a - b)).toEqual(values);
    }
  });

  it('may be the user’s own', () => {
    const own = systemFactors(
      land({ landUse: 'perennial-tree-crop', ownLandUseFactor: 1.02 }),
      'tropical-montane',
      'sandy',
    );
    expect(own.landUse).toEqual({ key: 'own', value: 1.02, error: null });
  });

  it('never come from a number that nobody read', () => {
    for (const factor of Object.values(soilCarbonFactors.factors)) expect(factor.status).toBe('seen');
    expect(codes({ landUse: 'perennial-tree-crop' }, 'tropical-montane')).toEqual([
      'landUse no-default-factor',
    ]);
    expect(codes({ landUse: 'perennial-tree-crop' }, 'tropical-wet')).toEqual([]);
  });
});

describe('faults', () => {
  it.each<[string, Partial<LandSystem>, string[]]>([
    [
      'tillage and input on forest',
      { system: 'forest', management: 'no-till', input: 'low' },
      ['management not-for-system', 'input not-for-system'],
    ],
    ['a crop on grassland', { system: 'grassland', landUse: 'paddy-rice' }, ['landUse not-for-system']],
    ['grazing on cropland', { landUse: 'paddy-rice', management: 'improved' }, ['management not-for-system']],
    ['grassland input on cropland', { landUse: 'paddy-rice', input: 'high' }, ['input not-for-system']],
    [
      'tillage of perennial crops',
      { landUse: 'perennial-tree-crop', management: 'reduced' },
      ['management not-for-land-use'],
    ],
    ['input to paddy rice', { landUse: 'paddy-rice', input: 'low' }, ['input not-for-land-use']],
    [
      'input to grassland that is not improved',
      { system: 'grassland', management: 'nominal', input: 'high' },
      ['input input-only-improved'],
    ],
    [
      'manure on grassland',
      { system: 'grassland', management: 'improved', input: 'high-with-manure' },
      ['input not-for-system'],
    ],
    ['tillage of grassland', { system: 'grassland', management: 'full' }, ['management not-for-system']],
    ['cropland without a use', {}, ['landUse land-use-missing']],
    ['an own factor too low', { landUse: 'paddy-rice', ownLandUseFactor: 0 }, ['ownLandUseFactor too-low']],
    ['an own factor too high', { landUse: 'paddy-rice', ownLandUseFactor: 4 }, ['ownLandUseFactor too-high']],
    [
      'an own factor that is no number',
      { landUse: 'paddy-rice', ownLandUseFactor: Number.NaN },
      ['ownLandUseFactor not-a-number'],
    ],
    [
      'several at once',
      { system: 'native', landUse: 'paddy-rice', management: 'full', ownLandUseFactor: 9 },
      ['landUse not-for-system', 'management not-for-system', 'ownLandUseFactor too-high'],
    ],
  ])('name %s', (_, given, expected) => {
    expect(codes(given)).toEqual(expected);
    expect(() => systemFactors(land(given), 'boreal-dry', 'sandy')).toThrow(RangeError);
  });

  it('name every level that a climate has no factor for', () => {
    expect(codes({ landUse: 'long-term-cultivated', management: 'no-till', input: 'low' }, 'polar')).toEqual([
      'landUse no-default-factor',
      'management no-default-factor',
      'input no-default-factor',
    ]);
    expect(codes({ system: 'grassland', management: 'improved' }, 'polar')).toEqual([
      'management no-default-factor',
    ]);
    for (const management of grasslandStates)
      expect(codes({ system: 'grassland', management }, 'tropical-dry')).toEqual([]);
    expect(landUses.length).toBe(4);
  });
});

describe('reference stocks', () => {
  it('are there where table 2.3 has them, and null elsewhere', () => {
    expect(referenceStock('cool-temperate-moist', 'high-activity-clay')).toEqual({ value: 81, error: 5 });
    expect(referenceStock('boreal-dry', 'spodic')).toEqual(referenceStock('boreal-moist', 'spodic'));
    expect(referenceStock('tropical-dry', 'spodic')).toBeNull();
    expect(referenceStock('polar', 'wetland')).toBeNull();
    const cells = climates.flatMap((climate) => soils.map((soil) => referenceStock(climate, soil)));
    // 54 cells of the table, the five of the boreal zone counted for its two halves
    expect(cells.filter((cell) => cell !== null)).toHaveLength(
      Object.keys(soilCarbonFactors.factors).filter((key) => key.startsWith('stock.')).length + 5,
    );
  });

  it('methane of wetland soil has a zone but for the poles', () => {
    expect(climates.map(methaneZone)).toEqual([
      null,
      ...Array(2).fill('boreal'),
      ...Array(4).fill('temperate'),
      ...Array(4).fill('tropical'),
    ]);
  });
});
