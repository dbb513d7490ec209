import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileFaults } from './faults.ts';
import { fixedDepthStock } from './fixed-depth.ts';
import {
  type DensityBasis,
  fineEarthDensity,
  layerFineMass,
  layerStock,
  type ProfileMethod,
  type SoilLayer,
  socStockBounds,
} from './layers.ts';

const unknown = {
  fragments: null,
  concentrationError: null,
  densityError: null,
  fragmentsError: null,
} as const;
const layer = (
  upper: number,
  lower: number,
  soc: number,
  bulkDensity: number,
  more: Partial<SoilLayer> = {},
) => ({
  upper,
  lower,
  soc,
  bulkDensity,
  ...unknown,
  ...more,
});
const method = (reportingDepth: number, densityBasis: DensityBasis = 'total-volume'): ProfileMethod => ({
  reportingDepth,
  densityBasis,
  stoneDensity: 2.65,
});

describe('arithmetic by hand', () => {
  it('equation 1: 1 g/cm3 over 1 cm is 1 g/cm2, and a hectare has 1e8 cm2: 100 t/ha', () => {
    expect(layerFineMass(1, 1)).toBe(100);
    expect(layerFineMass(1.25, 10)).toBe(1250);
  });

  it('equation 2: 1000 t/ha of fine earth with 20 g/kg hold 20 t C/ha', () => {
    expect(layerStock(1000, 20)).toBe(20);
  });

  it('the three densities of one stony soil: 20 % stones of 2.65, fine earth of 1.30', () => {
    // in 1 cm3: 0.8 cm3 · 1.30 = 1.04 g fine earth; whole sample 1.04 + 0.2 · 2.65 = 1.57 g
    const given = (bulkDensity: number) => ({ bulkDensity, fragments: 20 });
    expect(fineEarthDensity(given(1.04), method(1, 'total-volume'))).toBeCloseTo(1.04, 12);
    expect(fineEarthDensity(given(1.3), method(1, 'fine-earth'))).toBeCloseTo(1.04, 12);
    expect(fineEarthDensity(given(1.57), method(1, 'whole-soil'))).toBeCloseTo(1.04, 12);
  });

  it('cuts the last layer in proportion of depth and leaves out what lies below', () => {
    const layers = [layer(0, 10, 20, 1), layer(10, 30, 10, 1), layer(30, 60, 5, 1)];
    // 0-10: 1000 t · 20/1000 = 20; 10-15: 500 t · 10/1000 = 5
    const result = fixedDepthStock(layers, method(15));
    expect(result.layers).toHaveLength(2);
    expect(result.layers[1]).toMatchObject({
      upper: 10,
      lower: 15,
      mass: 500,
      stock: 5,
      cumulativeStock: 25,
    });
    expect(result).toMatchObject({ mass: 1500, stock: 25, standardError: null, errorParts: [] });
  });

  it('errors of concentration add in squares, errors of density add as they are', () => {
    const errors = { concentrationError: 10, densityError: 5 };
    const layers = [layer(0, 10, 30, 1, errors), layer(10, 20, 40, 1, errors)];
    // stocks 30 and 40; concentration: 3² + 4² = 5²; density: (1.5 + 2)² = 3.5²
    const result = fixedDepthStock(layers, method(20));
    expect(result.errorParts).toEqual(['concentration', 'density']);
    expect(result.standardError).toBeCloseTo(Math.sqrt(5 ** 2 + 3.5 ** 2), 12);
    // errors of density of each layer alone: 1.5² + 2² = 2.5²
    const alone = fixedDepthStock(layers, method(20), 'independent');
    expect(alone.standardError).toBeCloseTo(Math.sqrt(5 ** 2 + 2.5 ** 2), 12);
  });

  it('with stones the error of a whole-sample density moves the fine earth by its full amount', () => {
    // whole 1.57 ± 10 % = ± 0.157 g/cm3 of fine earth; 20 cm, 15 g/kg: 0.157 · 20 · 100 · 15 / 1000
    const stony = (basis: DensityBasis, bulkDensity: number) =>
      fixedDepthStock(
        [layer(0, 20, 15, bulkDensity, { fragments: 20, densityError: 10 })],
        method(20, basis),
      );
    expect(stony('whole-soil', 1.57).standardError).toBeCloseTo(4.71, 12);
    // fine earth 1.30 ± 0.13, times the 0.8 of the volume that is not stone: 10 % of 31.2
    expect(stony('fine-earth', 1.3).standardError).toBeCloseTo(3.12, 12);
    expect(stony('total-volume', 1.04).standardError).toBeCloseTo(3.12, 12);
  });

  it('an error of the stones is that of the volume they take', () => {
    // 20 % ± 10 % of stones are 0.02 of the volume: times 1.30 g/cm3 of fine earth, 20 cm, 15 g/kg: 0.78 t C/ha;
    // in a whole sample they are 0.02 · 2.65 g/cm3 · 20 · 100 · 15 / 1000 = 1.59 t C/ha
    const error = (basis: DensityBasis, bulkDensity: number) =>
      fixedDepthStock(
        [layer(0, 20, 15, bulkDensity, { fragments: 20, fragmentsError: 10 })],
        method(20, basis),
      );
    expect(error('fine-earth', 1.3).standardError).toBeCloseTo(0.78, 12);
    expect(error('whole-soil', 1.57).standardError).toBeCloseTo(1.59, 12);
    expect(error('whole-soil', 1.57).errorParts).toEqual(['fragments']);
    expect(error('total-volume', 1.04)).toMatchObject({ standardError: null, errorParts: [] });
  });

  it('an error known for one layer only is left out; a layer below the reporting depth does not matter', () => {
    const layers = [
      layer(0, 10, 30, 1, { concentrationError: 10 }),
      layer(10, 20, 40, 1, { densityError: 0 }),
    ];
    expect(fixedDepthStock(layers, method(20))).toMatchObject({ standardError: null, errorParts: [] });
    expect(fixedDepthStock(layers, method(10))).toMatchObject({
      standardError: 3,
      errorParts: ['concentration'],
    });
  });
});

describe('laws', () => {
  const within = (name: keyof typeof socStockBounds) => {
    const [min, max] = socStockBounds[name];
    return fc.double({ min, max, noNaN: true });
  };
  const profile = fc
    .array(
      fc.record({
        thickness: fc.integer({ min: 1, max: 30 }),
        soc: within('soc'),
        bulkDensity: within('bulkDensity'),
        fragments: within('fragments'),
        concentrationError: within('concentrationError'),
        densityError: within('densityError'),
        fragmentsError: within('fragmentsError'),
      }),
      { minLength: 1, maxLength: 10 },
    )
    .map((rows) => {
      let lower = 0;
      return rows.map(({ thickness, ...rest }) => {
        const upper = lower;
        lower += thickness;
        return { upper, lower, ...rest };
      });
    });
  const basis = fc.constantFrom<DensityBasis>('total-volume', 'fine-earth');
  const depthOf = (layers: readonly SoilLayer[]) => layers.at(-1)?.lower ?? 0;
  const near = (got: number, want: number) =>
    expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(want)));

  it('stock and its error scale with the concentration', () => {
    fc.assert(
      fc.property(
        profile,
        basis,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (layers, densityBasis, factor) => {
          const at = method(depthOf(layers), densityBasis);
          const whole = fixedDepthStock(layers, at);
          const part = fixedDepthStock(
            layers.map((one) => ({ ...one, soc: one.soc * factor })),
            at,
          );
          near(part.stock, factor * whole.stock);
          near(part.standardError ?? Number.NaN, factor * (whole.standardError ?? Number.NaN));
        },
      ),
    );
  });

  it('splitting a layer in two equal ones leaves stock and mass as they are', () => {
    fc.assert(
      fc.property(profile, basis, fc.nat(), (layers, densityBasis, seed) => {
        const chosen = seed % layers.length;
        const split = layers.flatMap((one, index) => {
          const middle = (one.upper + one.lower) / 2;
          return index === chosen
            ? [
                { ...one, lower: middle },
                { ...one, upper: middle },
              ]
            : [one];
        });
        const at = method(depthOf(layers), densityBasis);
        near(fixedDepthStock(split, at).stock, fixedDepthStock(layers, at).stock);
        near(fixedDepthStock(split, at).mass, fixedDepthStock(layers, at).mass);
      }),
    );
  });

  it('more carbon in any layer never lowers the stock, nor does a greater reporting depth', () => {
    fc.assert(
      fc.property(profile, basis, fc.nat(), within('soc'), (layers, densityBasis, seed, soc) => {
        const at = method(depthOf(layers), densityBasis);
        const richer = layers.map((one, index) =>
          index === seed % layers.length ? { ...one, soc: Math.max(one.soc, soc) } : one,
        );
        expect(fixedDepthStock(richer, at).stock).toBeGreaterThanOrEqual(fixedDepthStock(layers, at).stock);
        const shallower = method(at.reportingDepth / 2, densityBasis);
        expect(fixedDepthStock(layers, shallower).stock).toBeLessThanOrEqual(
          fixedDepthStock(layers, at).stock,
        );
      }),
    );
  });

  it('the last cumulative values are the totals', () => {
    fc.assert(
      fc.property(profile, basis, (layers, densityBasis) => {
        const result = fixedDepthStock(layers, method(depthOf(layers), densityBasis));
        expect(result.layers.at(-1)).toMatchObject({
          cumulativeStock: result.stock,
          cumulativeMass: result.mass,
        });
      }),
    );
  });
});

describe('edges', () => {
  const good = [layer(0, 10, 20, 1.1), layer(10, 30, 12, 1.3)];

  it.each([
    ['an unknown number', [layer(0, 30, Number.NaN, 1)], method(30), /layers\[0\]\.soc is NaN; .* 0 to 600/],
    ['too much carbon', [layer(0, 30, 601, 1)], method(30), /layers\[0\]\.soc is 601/],
    ['no density', [layer(0, 30, 20, 0)], method(30), /layers\[0\]\.bulkDensity is 0; .* 0\.02 to 2\.2/],
    ['more than all stones', [layer(0, 30, 20, 1, { fragments: 101 })], method(30), /fragments is 101/],
    ['no reporting depth', good, method(0), /reportingDepth is 0/],
    ['an infinite one', good, method(Number.POSITIVE_INFINITY), /reportingDepth is Infinity/],
    ['a profile too shallow', good, method(50), /reportingDepth is 50 \(too-shallow\); .* 0 to 30/],
    ['no layer at all', [], method(30), /reportingDepth is 30 \(too-shallow\)/],
    [
      'a start below the surface',
      [layer(5, 30, 20, 1)],
      method(30),
      /layers\[0\]\.upper is 5 \(not-from-surface\)/,
    ],
    ['a gap', [layer(0, 10, 20, 1), layer(12, 30, 9, 1)], method(30), /layers\[1\]\.upper is 12 \(gap\)/],
    [
      'an overlap',
      [layer(0, 10, 20, 1), layer(8, 30, 9, 1)],
      method(30),
      /layers\[1\]\.upper is 8 \(overlap\)/,
    ],
    ['an empty layer', [layer(0, 0, 20, 1)], method(30), /layers\[0\]\.lower is 0 \(lower-not-deeper\)/],
  ])('refuses %s, naming argument, value and bounds', (_, layers, at, message) => {
    expect(() => fixedDepthStock(layers, at)).toThrow(RangeError);
    expect(() => fixedDepthStock(layers, at)).toThrow(message);
  });

  it('refuses stones that outweigh the sample on basis (c) only', () => {
    // 60 % of the volume · 2.65 = 1.59 g of stones in a cm3 that weighs 1.5 g
    const stony = [layer(0, 30, 20, 1.5, { fragments: 60 })];
    expect(() => fixedDepthStock(stony, method(30, 'whole-soil'))).toThrow(
      /bulkDensity is 1\.5 \(no-fine-earth\)/,
    );
    expect(fixedDepthStock(stony, method(30, 'fine-earth')).mass).toBeCloseTo(1800, 9);
  });

  it('names every fault at once', () => {
    const layers = [layer(10, 20, 9, 1), layer(0, 10, 20, 1)];
    expect(profileFaults(layers, method(30)).map((fault) => fault.code)).toEqual([
      'not-from-surface',
      'overlap',
    ]);
  });

  it('accepts the bounds themselves', () => {
    const full = layer(0, 300, 600, 2.2, { fragments: 100, concentrationError: 100, densityError: 100 });
    expect(fixedDepthStock([full], method(300, 'fine-earth')).stock).toBe(0);
    expect(fixedDepthStock([full], method(300)).stock).toBeCloseTo(39_600, 9); // 66 000 t/ha · 600 g/kg
  });

  it('leaves its arguments alone', () => {
    const layers = Object.freeze(good.map((one) => Object.freeze(one)));
    expect(fixedDepthStock(layers, method(20))).toEqual(fixedDepthStock(layers, method(20)));
  });
});
