import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/soc-stock/cases.json' with { type: 'json' };
import { defaultTexts } from '../address.ts';
import { type Computation, estimateOf, rowsOf } from '../define.ts';
import calculator from './calculator.ts';

const layer = (upper: number, lower: number, more: object = {}) => ({
  upper,
  lower,
  soc: 20,
  bulkDensity: 1.2,
  ...more,
});
const compute = (inputs: object) => calculator.compute({ ...inputs });

function resultOf(computation: Computation) {
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.result;
}
const codesOf = (computation: Computation) =>
  computation.ok ? [] : computation.problems.map(({ path, code }) => `${path} ${code}`);
const warningsOf = (inputs: object) =>
  resultOf(compute(inputs)).warnings.map(({ path, code }) => `${path} ${code}`);

describe('the worked example', () => {
  const result = resultOf(calculator.compute(defaultTexts(calculator.fields)));

  it('is golden case soc-09', () => {
    const given = golden.cases.find((one) => one.id === 'soc-09');
    const expected = given?.expected.fixed_depth;
    expect(calculator.fields['layers']).toMatchObject({
      rows: given?.inputs.soc_g_kg?.map((soc) => ({ soc })),
    });
    expect(rowsOf(result, 'layers').map((row) => row['cumulativeStock'])).toEqual(
      expected?.soc_stock_cum_t_ha.map((value) => expect.closeTo(value, 9)),
    );
    expect(rowsOf(result, 'layers').map((row) => row['mass'])).toEqual(expected?.soil_mass_t_ha);
    expect(estimateOf(result, 'stock').value).toBeCloseTo(51.15, 9);
    expect(estimateOf(result, 'stockPerSquareMetre').value).toBeCloseTo(5.115, 9);
  });

  it('has no interval, for no error is given, and no warning', () => {
    expect(estimateOf(result, 'stock')).not.toHaveProperty('low');
    expect(result.warnings).toEqual([]);
  });
});

describe('interval', () => {
  it('is 1.96 standard errors to either side', () => {
    // one layer of 12 · 20 = 24 t C/ha... 1.2 g/cm3 · 10 cm = 1200 t/ha, 20 g/kg: 24; errors 3 and 4 %: 5 %, 1.2
    const layers = [layer(0, 10, { concentrationError: 3, densityError: 4 })];
    const stock = estimateOf(resultOf(compute({ reportingDepth: 10, layers })), 'stock');
    expect(stock.value).toBeCloseTo(24, 12);
    expect(stock.low).toBeCloseTo(24 - 1.96 * 1.2, 12);
    expect(stock.high).toBeCloseTo(24 + 1.96 * 1.2, 12);
    expect(stock.level).toBe(0.95);
  });

  it('does not go below zero', () => {
    const layers = [layer(0, 10, { concentrationError: 100, densityError: 100 })];
    expect(estimateOf(resultOf(compute({ reportingDepth: 10, layers })), 'stock').low).toBe(0);
  });
});

describe('checks', () => {
  it.each<[string, object, string[]]>([
    ['a start below the surface', { layers: [layer(5, 30)] }, ['layers.0.upper not-from-surface']],
    ['a gap', { layers: [layer(0, 10), layer(12, 30)] }, ['layers.1.upper gap']],
    ['an overlap', { layers: [layer(0, 10), layer(8, 30)] }, ['layers.1.upper overlap']],
    [
      'limits the wrong way round',
      { layers: [layer(0, 10), layer(10, 5)] },
      ['layers.1.lower lower-not-deeper'],
    ],
    ['a profile too shallow', { layers: [layer(0, 20)] }, ['reportingDepth too-shallow']],
    [
      'stones that outweigh the sample',
      { densityBasis: 'whole-soil', layers: [layer(0, 30, { fragments: 60 })] },
      ['layers.0.bulkDensity no-fine-earth'],
    ],
    [
      'several at once',
      { layers: [layer(5, 10), layer(12, 30)] },
      ['layers.0.upper not-from-surface', 'layers.1.upper gap'],
    ],
  ])('name %s', (_, inputs, codes) => {
    expect(codesOf(compute(inputs))).toEqual(codes);
  });

  it('count rows as they were given, and say value, bounds and unit', () => {
    const computation = compute({ layers: [layer(0, 10), {}, layer(12, 30)] });
    const problem = { path: 'layers.2.upper', code: 'gap', value: 12, min: 10, max: 10, unit: 'cm' };
    expect(computation).toEqual({ ok: false, problems: [problem] });
  });

  it('let through what science accepts: no computation throws', () => {
    for (const densityBasis of ['total-volume', 'fine-earth', 'whole-soil']) {
      const layers = [layer(0, 300, { soc: 600, bulkDensity: 2.2, fragments: 83, concentrationError: 0 })];
      expect(compute({ reportingDepth: 300, densityBasis, layers }).ok).toBe(true);
    }
  });
});

describe('warnings', () => {
  it('ask whether the soil is organic, above 120 g/kg', () => {
    expect(warningsOf({ layers: [layer(0, 30, { soc: 120 })] })).toEqual([]);
    expect(warningsOf({ layers: [layer(0, 10), {}, layer(10, 30, { soc: 121 })] })).toEqual([
      'layers.2.soc organic-soil',
    ]);
  });

  it('ask whether the unit is percent, where every layer is below 1 g/kg', () => {
    expect(warningsOf({ layers: [layer(0, 10, { soc: 0.9 }), layer(10, 30, { soc: 0.5 })] })).toEqual([
      'null soc-in-percent',
    ]);
    expect(warningsOf({ layers: [layer(0, 10, { soc: 1 }), layer(10, 30, { soc: 0.5 })] })).toEqual([]);
  });

  it('tell of stones that are not given where they matter', () => {
    expect(warningsOf({ densityBasis: 'fine-earth', layers: [layer(0, 30)] })).toEqual([
      'layers.0.fragments fragments-missing',
    ]);
    expect(warningsOf({ densityBasis: 'fine-earth', layers: [layer(0, 30, { fragments: 0 })] })).toEqual([]);
  });

  it('tell of errors that are not in the interval', () => {
    const some = { layers: [layer(0, 10, { concentrationError: 5 }), layer(10, 30)] };
    const carbon = { layers: [layer(0, 30, { concentrationError: 5 })] };
    const density = { layers: [layer(0, 30, { densityError: 5 })] };
    expect(warningsOf(some)).toEqual(['null errors-incomplete']);
    expect(warningsOf(carbon)).toEqual(['null density-error-missing']);
    expect(warningsOf(density)).toEqual(['null concentration-error-missing']);
  });

  it('leave out layers below the reporting depth', () => {
    expect(warningsOf({ reportingDepth: 10, layers: [layer(0, 10), layer(10, 30, { soc: 300 })] })).toEqual(
      [],
    );
  });
});
