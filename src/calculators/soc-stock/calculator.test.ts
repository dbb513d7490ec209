import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/soc-stock/cases.json' with { type: 'json' };
import { defaultTexts } from '../address.ts';
import { type Computation, estimateOf, labelOf, rowsOf } from '../define.ts';
import { loadCalculator } from '../load.ts';

const calculator = await loadCalculator('soc-stock');

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
  const texts = defaultTexts(calculator.fields);
  const result = resultOf(calculator.compute(texts));
  const given = golden.cases.find((one) => one.id === 'soc-09');
  const expected = given?.expected;
  const reference = given?.inputs.reference_layer_mass_t_ha?.map((mass, index) => ({
    lower: given.inputs.reference_layers_lower_cm?.[index],
    mass,
  }));

  it('is golden case soc-09', () => {
    const fixed = expected?.fixed_depth;
    expect(calculator.fields['layers']).toMatchObject({
      rows: given?.inputs.soc_g_kg?.map((soc) => ({ soc })),
    });
    expect(rowsOf(result, 'layers').map((row) => row['cumulativeStock'])).toEqual(
      fixed?.soc_stock_cum_t_ha.map((value) => expect.closeTo(value, 9)),
    );
    expect(rowsOf(result, 'layers').map((row) => row['mass'])).toEqual(fixed?.soil_mass_t_ha);
    expect(estimateOf(result, 'stock').value).toBeCloseTo(51.15, 9);
    expect(estimateOf(result, 'stockPerSquareMetre').value).toBeCloseTo(5.115, 9);
  });

  it('at equal soil mass is that of the case, the last mass below the samples as it says', () => {
    const withReference = resultOf(compute({ ...texts, reference }));
    const esm = rowsOf(withReference, 'esm');
    const { soc_stock_cum_t_ha: stocks, depth_reached_mm: depths } = expected?.esm_cubic_hyman ?? {};
    expect(esm.map((row) => row['cumulativeStock'])).toEqual(
      stocks?.map((value) => expect.closeTo(value, 9)),
    );
    expect(esm.map((row) => row['depth'])).toEqual(depths?.map((value) => expect.closeTo(value / 10, 9)));
    expect(esm.map((row) => row['extrapolation'])).toEqual(['within', 'within', 'cubic']);
    expect(estimateOf(withReference, 'esmStock').value).toBeCloseTo(52.2256408013297, 9);
    expect(labelOf(withReference, 'referenceFrom')).toBe('given');
    expect(withReference.warnings).toEqual([{ code: 'extrapolated', path: 'reference.2.mass', value: 3700 }]);
  });

  it('in straight lines is that of the case too', () => {
    const linear = resultOf(compute({ ...texts, reference, esmMethod: 'linear' }));
    const wanted = expected?.esm_linear?.soc_stock_cum_t_ha.map((value) => expect.closeTo(value, 9));
    expect(rowsOf(linear, 'esm').map((row) => row['cumulativeStock'])).toEqual(wanted);
    expect(linear.warnings.map(({ code }) => code)).toEqual(['extrapolated']);
  });

  it('has no interval, for no error is given, and no change without a second sampling', () => {
    expect(estimateOf(result, 'stock')).not.toHaveProperty('low');
    expect(labelOf(result, 'intervalFrom')).toBe('none');
    expect(labelOf(result, 'referenceFrom')).toBe('none');
    expect(estimateOf(result, 'esmStock')).not.toHaveProperty('low');
    for (const name of [
      'laterStock',
      'laterEsmStock',
      'laterEsmDepth',
      'change',
      'rate',
      'changeAtFixedDepth',
    ])
      expect(estimateOf(result, name)).toEqual({ value: null });
    expect(rowsOf(result, 'simulation')).toEqual([]);
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
    expect(labelOf(resultOf(compute({ reportingDepth: 10, layers })), 'intervalFrom')).toBe('errors');
  });

  it('does not go below zero', () => {
    const layers = [layer(0, 10, { concentrationError: 100, densityError: 100 })];
    expect(estimateOf(resultOf(compute({ reportingDepth: 10, layers })), 'stock').low).toBe(0);
  });
});

describe('a second sampling', () => {
  // 3600 t/ha with 72 t C/ha, then a looser soil: 3000 t/ha with 75 t C/ha
  const before = [layer(0, 30)];
  const after = [layer(0, 30, { soc: 25, bulkDensity: 1 })];
  const pair = { layers: before, laterLayers: after, years: 10, esmMethod: 'linear' };

  it('is compared over the lighter of the two, where no reference is given', () => {
    const result = resultOf(compute(pair));
    // 3000 t/ha of the first: 60 t C/ha; at fixed depth the gain looks smaller: 75 - 72
    expect(labelOf(result, 'referenceFrom')).toBe('later');
    expect(estimateOf(result, 'referenceMass').value).toBe(3000);
    expect(estimateOf(result, 'esmStock').value).toBeCloseTo(60, 9);
    expect(estimateOf(result, 'esmDepth').value).toBeCloseTo(25, 9);
    expect(estimateOf(result, 'laterEsmStock').value).toBeCloseTo(75, 9);
    expect(estimateOf(result, 'change').value).toBeCloseTo(15, 9);
    expect(estimateOf(result, 'rate').value).toBeCloseTo(1.5, 9);
    expect(estimateOf(result, 'changeAtFixedDepth').value).toBeCloseTo(3, 9);
    expect(result.warnings).toEqual([]);
    const turned = resultOf(compute({ ...pair, layers: after, laterLayers: before }));
    expect(labelOf(turned, 'referenceFrom')).toBe('baseline');
    expect(estimateOf(turned, 'change').value).toBeCloseTo(-15, 9);
  });

  it('has no rate without years', () => {
    expect(estimateOf(resultOf(compute({ ...pair, years: null })), 'rate')).toEqual({ value: null });
  });

  it('with errors has intervals that the seed repeats', () => {
    const errors = { concentrationError: 5, densityError: 3 };
    const known = {
      ...pair,
      layers: [layer(0, 30, errors)],
      laterLayers: [layer(0, 30, { soc: 25, bulkDensity: 1, ...errors })],
    };
    const run = (seed: number) => resultOf(compute({ ...known, seed, draws: 20_000 }));
    expect(run(7)).toEqual(run(7));
    expect(estimateOf(run(7), 'change')).not.toEqual(estimateOf(run(8), 'change'));
    // one layer in straight lines: the stock above a mass has the error of its carbon alone, 5 % of 60 and of 75
    const { low = 0, high = 0, level } = estimateOf(run(7), 'change');
    expect(high - low).toBeCloseTo(2 * 1.96 * Math.hypot(3, 3.75), 0);
    expect(level).toBe(0.95);
    const rate = estimateOf(run(7), 'rate');
    expect(rate.low).toBeCloseTo(low / 10, 9);
    expect(rowsOf(run(7), 'simulation').map((row) => row['quantity'])).toEqual([
      'stock',
      'esm-stock',
      'later-stock',
      'later-esm-stock',
      'change',
    ]);
    expect(rowsOf(run(7), 'simulation').every((row) => row['draws'] === 20_000)).toBe(true);
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
      'a second sampling too shallow',
      { layers: [layer(0, 30)], laterLayers: [layer(0, 20)] },
      ['reportingDepth too-shallow'],
    ],
    [
      'a gap in the second sampling',
      { layers: [layer(0, 30)], laterLayers: [layer(0, 10), layer(12, 30)] },
      ['laterLayers.1.upper gap'],
    ],
    [
      'a layer of stones alone, where mass is compared',
      {
        densityBasis: 'fine-earth',
        layers: [layer(0, 30), layer(30, 40, { fragments: 100 })],
        reference: [{ lower: 30, mass: 3000 }],
      },
      ['layers.1.fragments stones-only'],
    ],
    [
      'a reference that is out of order',
      {
        layers: [layer(0, 30)],
        reference: [
          { lower: 20, mass: 2000 },
          { lower: 10, mass: 1000 },
        ],
      },
      ['reference.1.lower reference-not-deeper'],
    ],
    ['a seed that is no whole number', { layers: [layer(0, 30)], seed: 1.5 }, ['seed not-whole']],
    ['draws that are no whole number', { layers: [layer(0, 30)], draws: 1000.5 }, ['draws not-whole']],
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

  it('let stones alone pass where no mass is compared', () => {
    const layers = [layer(0, 30, { fragments: 100 })];
    const stock = estimateOf(resultOf(compute({ densityBasis: 'fine-earth', layers })), 'stock');
    expect(stock.value).toBe(0);
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

  it('tell of a reference mass that was not sampled, by sampling and by how far', () => {
    const profiles = { layers: [layer(0, 30)], laterLayers: [layer(0, 30, { bulkDensity: 1 })] };
    const at = (mass: number, more = {}) =>
      warningsOf({ ...profiles, reference: [{ lower: 30, mass }], ...more });
    expect(at(3000)).toEqual([]);
    expect(at(3300)).toEqual(['reference.0.mass later-extrapolated']);
    expect(at(3700)).toEqual(['reference.0.mass extrapolated', 'reference.0.mass later-far-extrapolated']);
    expect(at(5000)).toEqual([
      'reference.0.mass far-extrapolated',
      'reference.0.mass later-far-extrapolated',
    ]);
    expect(at(5000, { esmMethod: 'linear' })).toEqual([
      'reference.0.mass extrapolated',
      'reference.0.mass later-extrapolated',
    ]);
  });

  it('tell of a change whose errors are known on one side only', () => {
    const known = layer(0, 30, { concentrationError: 5, densityError: 5 });
    expect(warningsOf({ layers: [known], laterLayers: [layer(0, 30)] })).toEqual([
      'null change-without-interval',
    ]);
    const [change] = ['change'].map((name) =>
      estimateOf(resultOf(compute({ layers: [known], laterLayers: [layer(0, 30)] })), name),
    );
    expect(change).toEqual({ value: 0 });
  });

  it('leave out layers below the reporting depth', () => {
    expect(warningsOf({ reportingDepth: 10, layers: [layer(0, 10), layer(10, 30, { soc: 300 })] })).toEqual(
      [],
    );
  });
});
