import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/tree-biomass/cases.json' with { type: 'json' };
import { defaultTexts } from '../address.ts';
import { type Computation, estimateOf, labelOf, rowsOf } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { problems, warnings } from './codes.ts';

const calculator = await loadCalculator('tree-biomass');

const tree = (more: object = {}) => ({ diameter: 20, height: 15, woodDensity: 0.6, ...more });
const compute = (inputs: object) => calculator.compute({ trees: [tree()], draws: 1000, ...inputs });
const measured = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, i) =>
    tree({ diameter: 8 + 3 * i, height: 6 + 4 * Math.log(1 + i), ...more }),
  );

function resultOf(computation: Computation) {
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.result;
}
const codesOf = (computation: Computation) =>
  computation.ok ? [] : computation.problems.map(({ path, code }) => `${path} ${code}`);
const warningsOf = (inputs: object) =>
  resultOf(compute(inputs)).warnings.map(({ code, path, value }) => [code, path ?? value].join(' '));
const value = (inputs: object, name: string) => estimateOf(resultOf(compute(inputs)), name).value;

describe('the worked example', () => {
  const result = resultOf(calculator.compute(defaultTexts(calculator.fields)));

  it('is golden case tree-01', () => {
    const given = golden.cases.find((one) => one.id === 'tree-01');
    const { dbh_cm = [], height_m = [], wood_density_g_cm3 = [] } = given?.inputs ?? {};
    expect(calculator.fields['trees']).toMatchObject({
      rows: dbh_cm.map((diameter, i) => ({
        diameter,
        height: height_m[i],
        woodDensity: wood_density_g_cm3[i],
      })),
    });
    expect(rowsOf(result, 'trees').map((row) => row['agb'])).toEqual(
      [given?.expected.agb_kg ?? []].flat().map((kg) => expect.closeTo(Number(kg), 6)),
    );
  });

  it('has an interval around the biomass of a hectare, and the plot alone in it', () => {
    const agb = estimateOf(result, 'agb');
    expect(agb.value).toBeCloseTo(208.79, 2); // 52.1977 t on 0.25 ha
    expect(agb.low).toBeLessThan(agb.value ?? 0);
    expect(agb.high).toBeGreaterThan(agb.value ?? 0);
    expect(rowsOf(result, 'plots')).toEqual([
      {
        plot: null,
        trees: 8,
        agb: agb.value,
        low: expect.closeTo(agb.low ?? 0, 9),
        high: expect.closeTo(agb.high ?? 0, 9),
      },
    ]);
    expect(estimateOf(result, 'stems').value).toBe(32);
    expect(estimateOf(result, 'betweenPlots')).toEqual({ value: null });
  });

  it('lists the largest first, with its share', () => {
    const rows = rowsOf(result, 'largest');
    expect(rows.map((row) => row['tree'])).toEqual([8, 7, 6, 5, 4]);
    expect(rows[0]?.['share']).toBeCloseTo(58.63, 2);
  });
});

describe('carbon', () => {
  it('is that of golden case tree-18: roots of Table 4.4, 0.47, 44/12', () => {
    // one tree of 148.2 t/ha above ground by a formula of 14 820 kg on 0.1 ha
    const result = resultOf(
      compute({
        plotArea: 0.1,
        equation: 'formula',
        formula: '14820 + 0*dbh',
        zone: 'tropical-moist-deciduous-forest',
      }),
    );
    const given = golden.cases.find((one) => one.id === 'tree-18');
    const { bgb_t_ha = 0, carbon_t_ha = 0, co2_t_ha = 0 } = given?.expected ?? {};
    expect(estimateOf(result, 'bgb').value).toBeCloseTo(Number(bgb_t_ha), 9);
    expect(estimateOf(result, 'carbon').value).toBeCloseTo(Number(carbon_t_ha), 9);
    expect(estimateOf(result, 'co2').value).toBeCloseTo(Number(co2_t_ha), 9);
  });

  it('may leave out the roots, take a ratio, another fraction, and dead wood', () => {
    const agb = value({}, 'agb') ?? 0;
    expect(value({ belowGround: 'none' }, 'carbon')).toBeCloseTo(agb * 0.47, 9);
    expect(value({ belowGround: 'ratio', rootRatio: 0.25 }, 'bgb')).toBeCloseTo(agb * 0.25, 9);
    expect(value({ belowGround: 'mokany' }, 'bgb')).toBeCloseTo(0.489 * agb ** 0.89, 9);
    expect(value({ belowGround: 'none', carbon: 'own', ownCarbon: 0.5 }, 'carbon')).toBeCloseTo(agb * 0.5, 9);
    expect(value({ belowGround: 'none', carbon: 'tropical-stem' }, 'carbon')).toBeCloseTo(agb * 0.4713, 9);
    expect(value({ debris: 'temperateBoreal' }, 'deadWood')).toBeCloseTo(agb * 0.08 * 0.5, 9);
    expect(value({}, 'litter')).toBeNull();
  });

  it('has a wider interval with the spread of the carbon content', () => {
    const width = (carbon: string) => {
      const many = Array.from({ length: 200 }, () => tree());
      const { low = 0, high = 0 } = estimateOf(
        resultOf(compute({ trees: many, carbon, belowGround: 'none' })),
        'carbon',
      );
      return high / low;
    };
    expect(width('tropical-stem')).toBeGreaterThan(width('tree'));
  });
});

describe('plots', () => {
  const trees = [
    tree({ plot: 'A' }),
    tree({ plot: 'B', diameter: 30 }),
    tree({ plot: 'A' }),
    tree({ plot: 'B', diameter: 25 }),
  ];
  const result = resultOf(compute({ trees, plotArea: 0.04, discount: 'ar-tool14' }));

  it('are summed apart, and their mean is that of the stand', () => {
    const rows = rowsOf(result, 'plots');
    expect(rows.map((row) => [row['plot'], row['trees']])).toEqual([
      ['A', 2],
      ['B', 2],
    ]);
    const mean = rows.reduce((sum, row) => sum + Number(row['agb']) / 2, 0);
    expect(estimateOf(result, 'agb').value).toBeCloseTo(mean, 10);
    expect(estimateOf(result, 'stems').value).toBe(50); // 4 trees on 0.08 ha
  });

  it('have a t interval of their own, and the discount rests on it', () => {
    const [one = 0, two = 0] = rowsOf(result, 'plots').map((row) => Number(row['agb']));
    const { low, high, level } = estimateOf(result, 'betweenPlots');
    expect(level).toBe(0.95);
    // t(1) at 95 % is 12.706; the standard error of two values is half their difference
    expect(high).toBeCloseTo((one + two) / 2 + (12.7062047 * Math.abs(one - two)) / 2, 4);
    expect(low).toBe(0);
    expect(labelOf(result, 'discountFrom')).toBe('plots');
    expect(result.warnings.map(({ code }) => code)).not.toContain('one-plot');
  });
});

describe('heights and E', () => {
  it('come from the local model, E or the region', () => {
    const bare = [...measured(16), tree({ height: null })];
    const local = resultOf(compute({ trees: bare, heights: 'local' }));
    expect(labelOf(local, 'heightModel')).toBe('log2');
    expect(rowsOf(local, 'trees').at(-1)).toMatchObject({ heightFrom: 'local' });
    expect(rowsOf(local, 'trees')[0]).toMatchObject({ heightFrom: 'measured' });
    const fromE = resultOf(compute({ trees: bare, heights: 'chave-6a', stress: 0.1 }));
    expect(rowsOf(fromE, 'trees').at(-1)).toMatchObject({ heightFrom: 'chave-6a' });
    expect(estimateOf(fromE, 'agb').low).toBeGreaterThan(0);
  });

  it('computes E of its climate', () => {
    const climate = { temperatureSeasonality: 500, waterDeficit: -200, precipitationSeasonality: 40 };
    expect(value({ equation: 'chave-7-biomass', ...climate }, 'stress')).toBeCloseTo(0.0122, 10);
    expect(value({ equation: 'chave-7-biomass', ...climate, stress: 0.3 }, 'stress')).toBe(0.3);
  });
});

const bare = tree({ height: null });
const reached: readonly [string, object, readonly string[]][] = [
  ['a height', { trees: [bare] }, ['trees.0.height height-missing']],
  [
    'a class of density',
    { equation: 'chojnacky-2014', trees: [tree({ taxon: 'Abies', woodDensity: null })] },
    ['trees.0.woodDensity density-needed'],
  ],
  ['a name', { equation: 'wang-2006' }, ['trees.0.taxon taxon-missing']],
  [
    'a known name',
    { equation: 'wang-2006', trees: [tree({ taxon: 'Ceiba' })] },
    ['trees.0.taxon unknown-taxon'],
  ],
  ['E', { equation: 'chave-7-published' }, ['stress stress-missing']],
  ['fifteen heights', { heights: 'local', trees: [tree(), bare] }, ['heights too-few-heights']],
  [
    'different diameters',
    { heights: 'local', trees: [...measured(16, { diameter: 20 }), bare] },
    ['heights same-diameters'],
  ],
  ['a formula', { equation: 'formula' }, ['formula formula-missing']],
  ['a readable one', { equation: 'formula', formula: 'dbh^^2' }, ['formula formula-unreadable']],
  ['one with a result', { equation: 'formula', formula: 'dbh - 50' }, ['formula formula-without-result']],
  [
    'the whole climate',
    { equation: 'chave-7-biomass', waterDeficit: -100 },
    ['temperatureSeasonality climate-incomplete', 'precipitationSeasonality climate-incomplete'],
  ],
  [
    'a climate that is possible',
    {
      equation: 'chave-7-biomass',
      temperatureSeasonality: 3000,
      waterDeficit: -2500,
      precipitationSeasonality: 0,
    },
    ['temperatureSeasonality climate-impossible'],
  ],
  ['a ratio', { belowGround: 'ratio' }, ['rootRatio ratio-missing']],
  ['a row of Table 4.4', { zone: 'temperate-mountain', origin: 'natural' }, ['zone no-root-ratio']],
  ['a carbon content', { carbon: 'own' }, ['ownCarbon carbon-missing']],
  ['whole numbers', { draws: 1000.5, seed: 0.1 }, ['draws not-whole', 'seed not-whole']],
  [
    'everything at once',
    { trees: [bare, tree({ diameter: 30, height: null })], belowGround: 'ratio', carbon: 'own' },
    [
      'rootRatio ratio-missing',
      'ownCarbon carbon-missing',
      'trees.0.height height-missing',
      'trees.1.height height-missing',
    ],
  ],
];

describe('problems', () => {
  it.each(reached)('ask for %s', (_, inputs, codes) => {
    expect(codesOf(compute(inputs))).toEqual(codes);
  });

  it('are all reached', () => {
    const codes = reached.flatMap(([, , found]) => found.map((one) => one.split(' ')[1]));
    expect(problems.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('name the row as it was given', () => {
    expect(codesOf(compute({ trees: [tree(), {}, bare] }))).toEqual(['trees.2.height height-missing']);
  });
});

describe('warnings', () => {
  const cases: readonly [object, string][] = [
    [{ trees: [tree({ diameter: 4 }), tree({ diameter: 213 }), tree()] }, 'outside-range 2'],
    [
      { heights: 'local', trees: [...measured(16), tree({ diameter: 70, height: null })] },
      'beyond-heights 1',
    ],
    [{ trees: [tree({ diameter: 100, height: 61 })] }, 'tall trees.0.height'],
    [{ trees: [tree({ woodDensity: null }), tree()] }, 'density-unknown 1'],
    [{ trees: [tree({ woodDensity: null, taxon: 'Acacia mangium' }), tree()] }, 'density-of-genus 1'],
    [{ trees: [...measured(5), tree({ diameter: 120, height: 40 })] }, 'one-tree 98'],
    [{ continent: 'africa' }, 'root-outlier '],
    [{ equation: 'chave-7-biomass', stress: 0 }, 'no-interval '],
    [{ heights: 'feldpausch', trees: [bare] }, 'no-interval '],
    [{ belowGround: 'mokany' }, 'roots-without-error '],
    [{}, 'one-plot '],
  ];

  it.each(cases)('%o: %s', (inputs, warning) => {
    expect(warningsOf(inputs)).toContain(warning);
  });

  it('are all reached, and none where there is nothing to say', () => {
    const codes = cases.map(([, warning]) => warning.split(' ')[0]);
    expect(warnings.filter((code) => !codes.includes(code))).toEqual([]);
    expect(warningsOf({ trees: [tree({ plot: 'A' }), tree({ plot: 'B' })] })).toEqual([]);
    expect(warningsOf({ belowGround: 'none' })).not.toContain('roots-without-error ');
  });

  it('leave the interval where the curve of the region has an error', () => {
    const given = { heights: 'feldpausch', trees: [bare], regionalHeightError: 4 };
    expect(warningsOf(given)).not.toContain('no-interval ');
    expect(estimateOf(resultOf(compute(given)), 'agb').high).toBeGreaterThan(0);
  });
});

it('no input throws, and no number of a result is NaN', () => {
  const maybe = <T>(...values: T[]) => fc.constantFrom(...values, undefined, null, '');
  const row = fc.record({
    diameter: maybe<number | string>(0.1, 20, 500, '1e3', 'x'),
    height: maybe(1.3, 20, 120),
    woodDensity: maybe(0.05, 0.6, 1.5),
    taxon: maybe('Abies', 'Acer mono', 'x'),
    plot: maybe('1', '2'),
  });
  const any = fc.record({
    equation: maybe('chave-4', 'chave-7-biomass', 'wang-2006', 'chojnacky-2014', 'formula'),
    formula: maybe('dbh^2', 'log(dbh-100)', '(', 'h'),
    heights: maybe('measured', 'chave-6a', 'feldpausch', 'local'),
    stress: maybe(-0.5, 0.2, 2),
    waterDeficit: maybe(-100),
    belowGround: maybe('ipcc-2019', 'mokany', 'ratio', 'none'),
    rootRatio: maybe(0, 1),
    zone: maybe('temperate-mountain', 'boreal-mountain'),
    diameterLimit: maybe(0, 100),
    debris: maybe('tropicalWet'),
    trees: fc.array(row, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(any, (inputs) => {
      const computation = calculator.compute({ draws: 1000, ...inputs });
      if (!computation.ok) return;
      expect(JSON.stringify(computation.result, (_, one) => (Number.isNaN(one) ? 'NaN' : one))).not.toContain(
        'NaN',
      );
    }),
    { numRuns: 300 },
  );
});
