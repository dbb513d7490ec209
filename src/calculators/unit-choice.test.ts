import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUnit, sameDimension } from '../science/units.ts';
import { estimateOf } from './define.ts';
import { choice, quantity, readInputs, table } from './fields.ts';
import { figure } from './output.ts';
import { sampleCalculator } from './sample-calculator.ts';
import { chosenUnit, convertInputs, fieldsIn, readUnits, unitsFor, writeUnits } from './unit-choice.ts';

const fields = {
  area: quantity({ unit: 'har', symbol: 'ha', min: 0, max: 1000, exclusiveMin: true, default: 2 }),
  kind: choice(['a', 'b'], 'a'),
  layers: table({
    columns: { soc: quantity({ unit: 'g/kg', substance: 'C', min: 0, max: 600 }) },
    rows: [{ soc: 20 }],
    minRows: 1,
    maxRows: 5,
  }),
};
const outputs = { stock: figure({ unit: 't/har', symbol: 't C/ha', substance: 'C' }) };
const calculator = await sampleCalculator(fields, outputs, {
  problems: ['too-much'],
  check: ({ layers }) =>
    layers.flatMap(({ soc }, index) =>
      soc > 500
        ? [{ code: 'too-much' as const, path: `layers.${index}.soc`, value: soc, min: 0, max: 500 }]
        : [],
    ),
  run: ({ area, layers }) => ({
    outputs: { stock: { value: area * layers.reduce((sum, { soc }) => sum + soc, 0) } },
  }),
});

describe('unitsFor', () => {
  it.each([
    [
      { unit: 't/har', symbol: 't C/ha', substance: 'C' },
      ['t C/ha', 'kg C/m²', 'g C/m²', 'kg C/ha', 't C/mu'],
    ],
    [{ unit: 't/har', symbol: 't/ha', substance: 'soil' }, ['t/ha', 'kg/m²', 'g/m²', 'kg/ha', 't/mu']],
    [{ unit: 'har', symbol: 'ha', substance: null }, ['ha', 'm²', 'km²', 'mu', 'acre']],
    [{ unit: 'g/kg', symbol: 'g/kg', substance: 'C' }, ['g/kg', '%', 'mg/g']],
    [{ unit: '%', symbol: '%', substance: null }, ['%']],
    [{ unit: 'Cel', symbol: '°C', substance: null }, ['°C']],
  ])('%j', (one, symbols) => expect(unitsFor(one).map(({ symbol }) => symbol)).toEqual(symbols));

  it('offers only what measures the same', () => {
    for (const unit of ['t/har', 't/(har.a)', 'har', 't', 't/a', 'cm', 'g/cm3', 'g/kg'])
      for (const { code } of unitsFor({ unit, symbol: unit, substance: null }))
        expect(sameDimension(parseUnit(code), parseUnit(unit)), `${code} for ${unit}`).toBe(true);
  });

  it('keeps its own where another is not offered', () => {
    expect(chosenUnit(fields.area, 'cm').code).toBe('har');
    expect(chosenUnit(fields.area, undefined).code).toBe('har');
  });
});

describe('a calculator in chosen units', () => {
  const units = { area: '[mu_cn]', 'layers.soc': '%' };

  it('gives the same result for the same quantities', () => {
    const own = calculator.compute({ area: 2, layers: [{ soc: 20 }] });
    const chosen = calculator.compute({ area: '30', layers: [{ soc: '2' }] }, units);
    expect(own.ok && chosen.ok && estimateOf(chosen.result, 'stock').value).toBe(
      own.ok && estimateOf(own.result, 'stock').value,
    );
    expect(chosen.ok && chosen.inputs).toEqual({ area: 2, kind: 'a', layers: [{ soc: 20 }] });
  });

  it('tells bounds and its own problems in those units', () => {
    const far = calculator.compute({ area: '15001', layers: [{ soc: 55 }] }, units);
    expect(far.ok ? [] : far.problems).toEqual([
      { path: 'area', code: 'too-high', value: '15001', min: 0, max: 15000, unit: '[mu_cn]' },
    ]);
    const much = calculator.compute({ area: '15000', layers: [{}, { soc: 55 }] }, units);
    expect(much.ok ? [] : much.problems).toEqual([
      { path: 'layers.1.soc', code: 'too-much', value: 55, min: 0, max: 50, unit: '%' },
    ]);
  });

  it('goes to the chosen units and back without a change', () => {
    const amount = fc.double({ min: 1e-6, max: 600, noNaN: true }).map((one) => Number(one.toPrecision(9)));
    fc.assert(
      fc.property(amount, amount, (area, soc) => {
        const inputs = { area, kind: 'a', layers: [{ soc }] };
        const there = convertInputs(fields, inputs, units, 'to chosen');
        const back = convertInputs(fields, there, units, 'to own');
        expect(back).toEqual(inputs);
        expect(readInputs(fieldsIn(fields, units), there).ok).toBe(true);
      }),
    );
  });
});

describe('units in an address', () => {
  it('come back', () => {
    const units = { area: '[mu_cn]', 'layers.soc': '%', '=stock': 'kg/m2' };
    expect(readUnits(writeUnits(units))).toEqual(units);
    expect(readUnits(null)).toEqual({});
    expect(readUnits('~*a~*~b*c')).toEqual({});
  });
});
