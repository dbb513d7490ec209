import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import ecosystems from '../vocabularies/ecosystems.json' with { type: 'json' };
import { climates, climatesNamed } from './climate.ts';
import { readLike, writeLike } from './like-address.ts';
import {
  askedOf,
  type Criterion,
  criteria,
  ecosystemLikeness,
  halfDistance,
  kilometres,
  mostWeight,
  type Place,
  rank,
  type Traits,
  usualWeights,
  type Weights,
} from './likeness.ts';

const codes = Object.keys(ecosystems.entries);
const all = [
  ...codes,
  ...Object.keys(ecosystems.biomes),
  'T',
  'TF',
  'F',
  'M',
  'MFT',
  'MT',
  'FM',
  'S',
  'SF',
  'SM',
];
const ids = ['a', 'b', 'c', 'd'];

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }).map((degrees) => degrees + 0),
  lon: fc.double({ min: -180, max: 180, noNaN: true }).map((degrees) => degrees + 0),
});
const traits: fc.Arbitrary<Traits> = fc.record({
  point,
  ecosystems: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }),
  climates: fc.subarray([...climates]),
  drivers: fc.subarray(ids),
  aims: fc.subarray(ids),
});
const place: fc.Arbitrary<Place> = fc.record({
  point: fc.option(point, { nil: undefined }),
  ecosystem: fc.option(fc.constantFrom(...all), { nil: undefined }),
  climate: fc.option(fc.constantFrom(...climates), { nil: undefined }),
  drivers: fc.subarray(ids),
  aims: fc.subarray(ids),
});
const weights = fc.record(
  Object.fromEntries(criteria.map((name) => [name, fc.integer({ min: 0, max: mostWeight })])),
) as fc.Arbitrary<Weights>;
const cases = fc.array(traits, { minLength: 1, maxLength: 12 });

const at = (lat: number, lon: number) => ({ lat, lon });
const of = (changes: Partial<Traits>): Traits => ({
  ...{ point: at(0, 0), ecosystems: ['T4.5'], climates: ['temperate'], drivers: ['a'], aims: ['b'] },
  ...changes,
});
const nothing: Place = { drivers: [], aims: [] };

describe('distance on the sphere', () => {
  it('is that of known places', () => {
    expect(kilometres(at(0, 0), at(0, 90))).toBeCloseTo(10007.6, 0);
    expect(kilometres(at(52.52, 13.405), at(39.9042, 116.4074))).toBeGreaterThan(7300);
    expect(kilometres(at(52.52, 13.405), at(39.9042, 116.4074))).toBeLessThan(7400);
    expect(kilometres(at(10, 179.5), at(10, -179.5))).toBeLessThan(110);
  });

  it('is the same there and back, and counts a half at its half distance', () => {
    fc.assert(fc.property(point, point, (a, b) => Math.abs(kilometres(a, b) - kilometres(b, a)) < 1e-6));
    const degrees = (halfDistance / kilometres(at(0, 0), at(0, 1))) * 1;
    const [first] = rank({ ...nothing, point: at(0, degrees) }, [of({})], usualWeights);
    expect(first?.score).toBeCloseTo(0.5, 6);
  });
});

describe('likeness of ecosystems', () => {
  it('falls from group to biome to realm to touching realms', () => {
    const like = (a: string, b: string) => ecosystemLikeness(a, b);
    expect([
      like('T4.5', 'T4.5'),
      like('T4.5', 'T4.1'),
      like('T4.5', 'T2.2'),
      like('T4.5', 'TF1.3'),
      like('T4.5', 'M1.1'),
    ]).toEqual([1, 0.6, 0.3, 0.15, 0]);
    expect([like('T4', 'T4.1'), like('T4', 'T2.2'), like('T', 'T2.2'), like('T', 'TF1.1')]).toEqual([
      1, 0.5, 1, 0.5,
    ]);
  });

  it('is symmetric, whole for itself and between 0 and 1', () => {
    const code = fc.constantFrom(...all);
    fc.assert(
      fc.property(code, code, (a, b) => {
        const fit = ecosystemLikeness(a, b);
        expect(fit).toBe(ecosystemLikeness(b, a));
        expect(fit).toBeGreaterThanOrEqual(0);
        expect(fit).toBeLessThanOrEqual(1);
        expect(ecosystemLikeness(a, a)).toBe(1);
      }),
    );
  });
});

describe('climates', () => {
  it('are those that names of types say, and no others', () => {
    const named = (code: string) => {
      const { label, biome } = ecosystems.entries[code as keyof typeof ecosystems.entries];
      return climatesNamed(label.en, ecosystems.biomes[biome as keyof typeof ecosystems.biomes].label.en);
    };
    expect(named('T1.2')).toEqual(['tropical', 'subtropical']);
    expect(named('T2.2')).toEqual(['temperate']);
    expect(named('T2.1')).toEqual(['temperate', 'boreal']);
    expect(named('T5.1')).toEqual(['dry']);
    expect(named('T6.1')).toEqual(['polar-alpine']);
    expect(named('TF1.6')).toEqual(['temperate', 'boreal']);
    for (const silent of ['T4.1', 'T7.1', 'MFT1.2', 'M1.1', 'F1.2'])
      expect(named(silent), silent).toEqual([]);
  });
});

describe('the rank of cases', () => {
  it('follows what is asked, with the reasons', () => {
    const near = of({ point: at(1, 1) });
    const far = of({ point: at(40, 100), ecosystems: ['M1.1'], climates: [], drivers: ['c'], aims: [] });
    const asked = {
      point: at(0, 0),
      ecosystem: 'T4.5',
      climate: 'temperate',
      drivers: ['a', 'b'],
      aims: ['b'],
    };
    const [first, second] = rank(asked, [far, near], usualWeights);
    expect([first?.at, second?.at]).toEqual([1, 0]);
    expect(first?.matches.map(({ criterion, common }) => [criterion, common])).toEqual([
      ['ecosystem', ['T4.5']],
      ['climate', ['temperate']],
      ['driver', ['a']],
      ['aim', ['b']],
      ['distance', []],
    ]);
    expect(second?.matches.find(({ criterion }) => criterion === 'aim')).toMatchObject({
      fit: undefined,
      taken: 1,
    });
    expect(second?.score).toBeLessThan(0.5);
  });

  it('lies between 0 and 1, is the weighted mean of its parts, and asks nothing that was not asked', () => {
    fc.assert(
      fc.property(place, cases, weights, (one, some, heavy) => {
        const asked = askedOf(one, heavy);
        for (const { score, matches } of rank(one, some, heavy)) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1 + 1e-12);
          expect(matches.map(({ criterion }) => criterion)).toEqual(asked);
          const total = asked.reduce((sum, name) => sum + heavy[name], 0);
          const sum = matches.reduce((points, { criterion, taken }) => points + taken * heavy[criterion], 0);
          expect(score).toBeCloseTo(total > 0 ? sum / total : 0, 9);
        }
      }),
    );
  });

  it('does not depend on the order of cases, drivers or aims, nor on the scale of the weights', () => {
    fc.assert(
      fc.property(place, cases, weights, fc.integer(), (one, some, heavy, seed) => {
        const scores = (list: readonly Traits[], asked: Place, by: Weights) =>
          new Map(rank(asked, list, by).map(({ at: position, score }) => [list[position], score]));
        const turned = some.map((_, index) => some[(index + Math.abs(seed)) % some.length] as Traits);
        const before = scores(some, one, heavy);
        const other: Place = { ...one, drivers: one.drivers.toReversed(), aims: one.aims.toReversed() };
        const half = Object.fromEntries(
          criteria.map((name) => [name, heavy[name] / 2]),
        ) as unknown as Weights;
        for (const [list, asked, by] of [
          [turned, one, heavy],
          [some, other, heavy],
          [some, one, half],
        ] as const)
          for (const [traitsOf, score] of scores(list, asked, by))
            expect(score).toBeCloseTo(before.get(traitsOf) ?? Number.NaN, 9);
      }),
    );
  });

  it('never turns against the case that is better in what is given more weight', () => {
    const criterion = fc.constantFrom<Criterion>(...criteria);
    fc.assert(
      fc.property(place, traits, traits, weights, criterion, (one, a, b, heavy, name) => {
        const lead = (by: Weights) => {
          const [first, second] = rank(one, [a, b], by).toSorted((x, y) => x.at - y.at);
          const fit = (found: typeof first) =>
            found?.matches.find((match) => match.criterion === name)?.taken ?? 0;
          return { by: (first?.score ?? 0) - (second?.score ?? 0), better: fit(first) - fit(second) };
        };
        if (heavy[name] === 0 || heavy[name] === mostWeight) return;
        const before = lead(heavy);
        const after = lead({ ...heavy, [name]: heavy[name] + 1 });
        if (before.by > 1e-9 && before.better >= 0) expect(after.by).toBeGreaterThan(-1e-9);
        if (before.by < -1e-9 && before.better <= 0) expect(after.by).toBeLessThan(1e-9);
      }),
    );
  });

  it('takes what a case does not record as the mean of the cases that do, and says so', () => {
    const [full, none, silent] = [of({}), of({ drivers: ['c'] }), of({ drivers: [] })];
    const found = rank({ ...nothing, drivers: ['a'] }, [silent, none, full], usualWeights);
    expect(found.map(({ at: position, score }) => [position, score])).toEqual([
      [2, 1],
      [0, 0.5],
      [1, 0],
    ]);
    expect(found[1]?.matches[0]).toMatchObject({ fit: undefined, taken: 0.5 });
  });
});

describe('the address of a place', () => {
  const known = { drivers: ids, aims: ids };
  it('brings back what was asked', () => {
    fc.assert(
      fc.property(place, weights, (one, heavy) => {
        const query = { place: one, weights: heavy };
        expect(readLike(new URLSearchParams(writeLike(query)), known)).toEqual(query);
      }),
    );
  });

  it('leaves aside what nobody knows', () => {
    const asked =
      '#at=91,0&ecosystem=<b>&climate=hot&driver=x&driver=a&driver=a&weight-aim=99&weight-driver=9'.slice(1);
    expect(readLike(new URLSearchParams(asked), known)).toEqual({
      place: { point: undefined, ecosystem: undefined, climate: undefined, drivers: ['a'], aims: [] },
      weights: { ...usualWeights, driver: mostWeight },
    });
    for (const wrong of ['', '1', '1,', ',1', '1,2,3', 'a,b', '1,181'])
      expect(readLike(new URLSearchParams({ at: wrong }), known).place.point, wrong).toBeUndefined();
  });
});
