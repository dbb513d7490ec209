import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertQuantity, quantityFaults } from './quantity.ts';

const of = (unit: string, substance: string | null = null, per: string | null = null) => ({
  unit,
  substance,
  per,
});
const convert = (value: number, from: ReturnType<typeof of>, to: ReturnType<typeof of>) =>
  convertQuantity({ ...from, value }, to).value;
const codes = (value: number, from: ReturnType<typeof of>, to: ReturnType<typeof of>) =>
  quantityFaults({ ...from, value }, to).map(({ code, argument }) => `${argument} ${code}`);

describe('conversion', () => {
  it.each([
    // 2 t C/ha · 44/12 / 15 mu per ha = 0.4889 t CO2/mu
    [2, of('t/har', 'C'), of('t/[mu_cn]', 'CO2'), (2 * 44) / 12 / 15, 'inventory-ratio'],
    // 28 kg N2O-N · 44/28 = 44 kg N2O
    [28, of('kg', 'N2O-N'), of('kg', 'N2O'), 44, 'inventory-ratio'],
    [16, of('kg', 'CH4'), of('kg', 'CH4-C'), 12, 'inventory-ratio'],
    // 1 µmol CO2 m-2 s-1 · 12.011e-6 g · 86 400 s
    [1, of('umol/(m2.s)', 'CO2'), of('g/(m2.d)', 'C'), 12.011e-6 * 86_400, 'molar-mass'],
    // 12.011 + 2 · 15.999 = 44.009 g CO2 per mol
    [1, of('mol', 'CO2'), of('g', 'CO2'), 44.009, 'molar-mass'],
    // 12.011 + 4 · 1.008 = 16.043 g CH4 per mol, and back
    [16.043, of('g', 'CH4'), of('mol', 'CH4'), 1, 'molar-mass'],
    // 2 · 14.007 + 15.999 = 44.013
    [1, of('mol', 'N2O'), of('g', 'N2O'), 44.013, 'molar-mass'],
    [1, of('umol', 'CO2'), of('nmol', 'C'), 1000, 'units'],
    // 1 short ton per acre = 907.18474 kg / 0.40468564224 ha
    [1, of('[ston_av]/(4840.[yd_i]2)'), of('kg/har'), 907.18474 / 0.40468564224, 'units'],
    [1, of('g/kg', 'C', 'soil'), of('%', 'C', 'soil'), 0.1, 'units'],
    [-3.5, of('[USD]/har'), of('[USD]/har'), -3.5, 'units'],
    [0, of('t', 'C'), of('t', 'CO2'), 0, 'inventory-ratio'],
  ])('%d %o as %o', (value, from, to, expected, basis) => {
    const result = convertQuantity({ ...from, value }, to);
    expect(result.value).toBeCloseTo(expected, 12);
    expect(result.basis).toBe(basis);
    expect(value * result.factor).toBeCloseTo(expected, 12);
  });

  it('tells carbon in inventories (44/12) from carbon in moles (12.011)', () => {
    const gram = convert(1, of('mol', 'CO2'), of('g', 'C'));
    expect((gram * 44) / 12).not.toBeCloseTo(convert(1, of('mol', 'CO2'), of('g', 'CO2')), 2);
  });

  const kinds = [
    of('t/har', 'C'),
    of('kg/m2', 'CO2'),
    of('Mg/[mu_cn]', 'CO2-C'),
    of('[lb_av]/[acr_us]', 'CO2'),
    of('mol/m2', 'CO2'),
    of('umol/har', 'C'),
  ];

  it('goes there and back to the same value, and by a third unit to the same as straight', () => {
    const kind = fc.constantFrom(...kinds);
    fc.assert(
      fc.property(kind, kind, kind, fc.integer({ min: -1e6, max: 1e6 }), (a, b, c, value) => {
        expect(convert(convert(value, a, b), b, a) / (value || 1)).toBeCloseTo(value === 0 ? 0 : 1, 12);
        // moles use other masses than inventories: only within either does the way not matter
        const straight = convert(value, a, c);
        const moles = [a, b, c].some(({ unit }) => unit.includes('mol'));
        if (!moles)
          expect(convert(convert(value, a, b), b, c) / (straight || 1)).toBeCloseTo(
            straight === 0 ? 0 : 1,
            12,
          );
      }),
    );
  });
});

describe('refusal', () => {
  it.each([
    ['an area for a mass', of('har'), of('t'), ['to mixed-dimensions']],
    ['a stock for a flow', of('t/har', 'C'), of('t/(har.a)', 'C'), ['to stock-and-flow']],
    ['a flow for a stock', of('umol/(m2.s)', 'CO2'), of('g/m2', 'C'), ['to stock-and-flow']],
    ['per time and per time squared', of('t/a2'), of('t'), ['to mixed-dimensions']],
    ['methane for carbon dioxide', of('t', 'CH4'), of('t', 'CO2'), ['to mixed-substances']],
    ['carbon for methane', of('t', 'C'), of('t', 'CH4'), ['to mixed-substances']],
    ['carbon dioxide for its equivalent', of('t', 'CO2'), of('t', 'CO2e'), ['to mixed-substances']],
    ['a mass of nothing said', of('t'), of('t', 'CO2'), ['to substance-missing']],
    ['per soil and per nothing said', of('g/kg', 'C', 'soil'), of('g/kg', 'C'), ['to substance-missing']],
    ['moles of nothing said', of('mol'), of('g'), ['to no-molar-mass']],
    ['moles of dry matter', of('mol', 'dry matter'), of('g', 'dry matter'), ['to no-molar-mass']],
    ['money for other money', of('[USD]'), of('[CNY]'), ['to mixed-dimensions']],
    [
      'several at once',
      of('t/ha', 'C'),
      of('x', 'CH4'),
      ['from unknown-unit', 'to unknown-unit', 'to mixed-substances'],
    ],
  ])('names %s', (_, from, to, expected) => {
    expect(codes(1, from, to)).toEqual(expected);
    expect(() => convertQuantity({ ...from, value: 1 }, to)).toThrow(RangeError);
  });

  it.each([Number.NaN, Infinity, -Infinity])('names %d as no number', (value) => {
    expect(codes(value, of('t'), of('kg'))).toEqual(['value not-a-number']);
    expect(() => convertQuantity({ ...of('t'), value }, of('kg'))).toThrow('value is');
  });
});
