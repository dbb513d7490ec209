import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeMasses, type EsmMethod, equivalentMassStocks, massProfile } from './equivalent-mass.ts';
import { referenceFaults, stonesOnly } from './faults.ts';
import type { DensityMethod, SoilLayer } from './layers.ts';
import { slicedStocks } from './sliced.ts';

const plain: DensityMethod = { densityBasis: 'total-volume', stoneDensity: 2.65 };
const unknown = {
  fragments: null,
  concentrationError: null,
  densityError: null,
  fragmentsError: null,
} as const;
const layer = (upper: number, lower: number, soc: number, bulkDensity: number, more = {}): SoilLayer => ({
  ...unknown,
  ...{ upper, lower, soc, bulkDensity },
  ...more,
});
// 1000 t/ha with 20 t C/ha, then 1200 t/ha with 12 t C/ha
const two = [layer(0, 10, 20, 1), layer(10, 20, 10, 1.2)];
const methods: readonly EsmMethod[] = ['linear', 'fmm', 'natural', 'hyman'];

describe('arithmetic by hand', () => {
  it('equation 3: cumulative points from the surface', () => {
    const { mass, stock, depth } = massProfile(two, plain);
    expect([...mass]).toEqual([0, 1000, 2200]);
    expect([...stock]).toEqual([0, 20, 32]);
    expect([...depth]).toEqual([0, 10, 20]);
  });

  it('equation 4 and 6: half of the second layer is 600 t/ha, 6 t C/ha, 5 cm', () => {
    const [first, second] = equivalentMassStocks(massProfile(two, plain), [500, 1600], { method: 'linear' });
    expect(first).toEqual({
      referenceMass: 500,
      cumulativeStock: 10,
      stock: 10,
      depth: 5,
      extrapolation: null,
    });
    expect(second).toMatchObject({ cumulativeStock: 26, stock: 16, depth: 15, extrapolation: null });
  });

  it('below the profile the last layer goes on, and it is said: 300 t/ha more hold 3 t C/ha, 2.5 cm', () => {
    const [below] = equivalentMassStocks(massProfile(two, plain), [2500], { method: 'linear' });
    expect(below).toMatchObject({ cumulativeStock: 35, depth: 22.5, extrapolation: 'linear' });
  });

  it('a cubic goes on as a cubic up to 1.1 times the mass of the profile, then as a line', () => {
    const at = (mass: number, cubicReach?: number) =>
      equivalentMassStocks(massProfile(two, plain), [mass], {
        method: 'fmm',
        ...(cubicReach && { cubicReach }),
      })[0];
    expect(at(2420)?.extrapolation).toBe('cubic');
    expect(at(2421)).toMatchObject({ extrapolation: 'linear', cumulativeStock: expect.closeTo(34.21, 9) });
    expect(at(2421, Number.POSITIVE_INFINITY)?.extrapolation).toBe('cubic');
    // parabola through (0, 0), (1000, 20), (2200, 32): 20/1000 + (10 - 20)/1000/2200 · (x - 1000)
    const parabola = (x: number) => x * (0.02 - (0.01 / 2200) * (x - 1000));
    expect(at(2420)?.cumulativeStock).toBeCloseTo(parabola(2420), 9);
  });

  it('masses of reference layers add up from the surface', () => {
    const reference = [
      { lower: 10, mass: 1100 },
      { lower: 30, mass: 2500 },
    ];
    expect(cumulativeMasses(reference)).toEqual([1100, 3600]);
  });

  it('slices: 5 of 0.1 cm, 10 t/ha and 0.2 t C/ha each, fit into 55 t/ha', () => {
    expect(slicedStocks(two, plain, [55])).toEqual([expect.closeTo(1, 12)]);
    expect(slicedStocks(two, plain, [50])).toEqual([expect.closeTo(1, 12)]);
    expect(slicedStocks(two, plain, [55], 1)).toEqual([0]);
  });
});

describe('laws', () => {
  const rows = fc.array(
    fc.record({
      thickness: fc.integer({ min: 1, max: 30 }),
      soc: fc.double({ min: 0, max: 600, noNaN: true }),
      bulkDensity: fc.double({ min: 0.02, max: 2.2, noNaN: true }),
    }),
    { minLength: 1, maxLength: 10 },
  );
  const profiles = rows.map((given) => {
    let lower = 0;
    return given.map(({ thickness, soc, bulkDensity }) => {
      lower += thickness;
      return layer(lower - thickness, lower, soc, bulkDensity);
    });
  });
  const totalOf = (points: ReturnType<typeof massProfile>) => points.mass.at(-1) ?? 0;

  it('the reference that is the profile itself gives the stocks at fixed depth, whatever the form', () => {
    fc.assert(
      fc.property(profiles, fc.constantFrom(...methods), (layers, method) => {
        const points = massProfile(layers, plain);
        const stocks = equivalentMassStocks(points, [...points.mass.slice(1)], { method });
        stocks.forEach((one, index) => {
          const stock = points.stock[index + 1] ?? 0;
          expect(Math.abs(one.cumulativeStock - stock)).toBeLessThanOrEqual(1e-7 * (1 + stock));
          expect(one.depth).toBeCloseTo(points.depth[index + 1] ?? 0, 6);
          expect(one.extrapolation).toBe(null);
        });
      }),
    );
  });

  it('linear is the correction of mass: the stock at fixed depth less what the surplus mass holds', () => {
    fc.assert(
      fc.property(profiles, fc.double({ min: 0, max: 1, noNaN: true }), (layers, share) => {
        const points = massProfile(layers, plain);
        const last = layers.at(-1);
        const lightest = points.mass.at(-2) ?? 0;
        const reference = lightest + (totalOf(points) - lightest) * Math.max(share, 1e-6);
        const [got] = equivalentMassStocks(points, [reference], { method: 'linear' });
        const surplus = ((totalOf(points) - reference) * (last?.soc ?? 0)) / 1000;
        const size = 1 + (points.stock.at(-1) ?? 0);
        expect(
          Math.abs((got?.cumulativeStock ?? Number.NaN) - ((points.stock.at(-1) ?? 0) - surplus)),
        ).toBeLessThan(1e-9 * size);
      }),
    );
  });

  it('linear and hyman never fall with the mass, in stock or depth', () => {
    const shares = fc.array(fc.double({ min: 0.001, max: 1.05, noNaN: true }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        profiles,
        shares,
        fc.constantFrom<EsmMethod>('linear', 'hyman'),
        (layers, given, method) => {
          const points = massProfile(layers, plain);
          const within = method === 'linear' ? given : given.map((share) => Math.min(share, 1));
          const reference = [...new Set(within)]
            .sort((a, b) => a - b)
            .map((share) => share * totalOf(points));
          for (const one of equivalentMassStocks(points, reference, { method })) {
            expect(one.stock).toBeGreaterThanOrEqual(-1e-9 * (1 + one.cumulativeStock));
          }
        },
      ),
    );
  });

  it('every form scales with the concentration', () => {
    fc.assert(
      fc.property(
        profiles,
        fc.constantFrom(...methods),
        fc.double({ min: 0.1, max: 1.2, noNaN: true }),
        (layers, method, share) => {
          const half = layers.map((one) => ({ ...one, soc: one.soc / 2 }));
          const reference = [share * totalOf(massProfile(layers, plain))];
          const stock = (given: readonly SoilLayer[]) =>
            equivalentMassStocks(massProfile(given, plain), reference, { method })[0]?.cumulativeStock ?? 0;
          const size = 1 + (massProfile(layers, plain).stock.at(-1) ?? 0);
          expect(Math.abs(stock(half) - stock(layers) / 2)).toBeLessThan(1e-9 * size);
        },
      ),
    );
  });

  it('whole slices lack up to one slice of the exact form', () => {
    fc.assert(
      fc.property(profiles, fc.double({ min: 0.01, max: 1.2, noNaN: true }), (layers, share) => {
        const points = massProfile(layers, plain);
        const reference = [share * totalOf(points)];
        const [exact] = equivalentMassStocks(points, reference, { method: 'linear' });
        const [sliced = 0] = slicedStocks(layers, plain, reference);
        const slice = Math.max(...layers.map((one) => one.bulkDensity * 10 * (one.soc / 1000)));
        const lack = (exact?.cumulativeStock ?? Number.NaN) - sliced;
        const slack = 1e-8 * (1 + (points.stock.at(-1) ?? 0));
        expect(lack).toBeGreaterThanOrEqual(-slack);
        expect(lack).toBeLessThanOrEqual(slice + slack);
      }),
    );
  });
});

describe('edges', () => {
  const points = massProfile(two, plain);

  it.each<[string, number[]]>([
    ['nothing', [0]],
    ['less than the one above', [1000, 900]],
    ['the same again', [1000, 1000]],
    ['no number', [Number.NaN]],
    ['infinite', [Number.POSITIVE_INFINITY]],
  ])('refuses a reference mass that is %s, by its place', (_, reference) => {
    const message = new RegExp(`reference\\[${reference.length - 1}\\] is .* above`);
    for (const method of methods)
      expect(() => equivalentMassStocks(points, reference, { method })).toThrow(message);
  });

  it('refuses a reach below 1', () => {
    expect(() => equivalentMassStocks(points, [100], { method: 'hyman', cubicReach: 0.9 })).toThrow(
      /cubicReach is 0\.9/,
    );
  });

  it('refuses a profile that is none', () => {
    expect(() => massProfile([], plain)).toThrow(/layers has 0 layers/);
    expect(() => massProfile([layer(5, 10, 1, 1)], plain)).toThrow(/not-from-surface/);
    expect(() => slicedStocks([], plain, [1])).toThrow(RangeError);
    expect(() => slicedStocks(two, plain, [1], 0)).toThrow(/slice is 0 cm/);
  });

  it('refuses a layer that is stones alone, and names it', () => {
    const basis: DensityMethod = { ...plain, densityBasis: 'fine-earth' };
    const stones = [layer(0, 10, 20, 1), layer(10, 20, 5, 1, { fragments: 100 })];
    expect(stonesOnly(stones, basis)).toEqual([1]);
    expect(() => massProfile(stones, basis)).toThrow(/layers\[1\] has no fine earth/);
  });

  it('names every reference layer that is not below the one before', () => {
    const reference = [
      { lower: 10, mass: 1000 },
      { lower: 10, mass: 1000 },
      { lower: 5, mass: 0 },
    ];
    expect(referenceFaults(reference).map(({ code, layer, min }) => [code, layer, min])).toEqual([
      ['reference-not-deeper', 1, 10],
      ['reference-not-deeper', 2, 10],
      ['reference-without-mass', 2, 0],
    ]);
  });

  it('one layer is a line in every form, and no reference gives nothing', () => {
    const one = massProfile([layer(0, 10, 20, 1)], plain);
    for (const method of methods) {
      expect(equivalentMassStocks(one, [500], { method })[0]?.cumulativeStock).toBeCloseTo(10, 12);
      expect(equivalentMassStocks(one, [], { method })).toEqual([]);
    }
  });
});
