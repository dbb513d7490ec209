import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/sdg-15-3-1/cases.json' with { type: 'json' };
import { defaultTexts } from '../address.ts';
import { type Computation, estimateOf, rowsOf } from '../define.ts';
import { evaluate } from '../equation.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('sdg-15-3-1');

const unit = (more: object = {}) => ({
  unit: 'u',
  area: 100,
  ...{ trajectory: 0, state: 0, performance: 0 },
  ...{ landCoverInitial: 'grassland', landCoverFinal: 'grassland', socBaseline: 50, socFinal: 50 },
  ...more,
});
const compute = (inputs: object) => calculator.compute({ ...inputs });

function resultOf(computation: Computation) {
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.result;
}
const codesOf = (inputs: object) => {
  const computation = compute(inputs);
  return computation.ok ? [] : computation.problems.map(({ path, code }) => `${path} ${code}`);
};
const warningsOf = (inputs: object) => resultOf(compute(inputs)).warnings;

describe('the worked example', () => {
  const result = resultOf(calculator.compute(defaultTexts(calculator.fields)));
  const expected = golden.cases.find((one) => one.id === 'sdg-09')?.expected;
  const named = (classes: readonly (number | null)[] | undefined) =>
    classes?.map((change) => (change === null ? null : ['degraded', 'stable', 'improved'][change + 1]));

  it('is golden case sdg-09', () => {
    expect(estimateOf(result, 'proportionDegraded').value).toBeCloseTo(
      expected?.proportion_degraded_percent ?? Number.NaN,
      9,
    );
    expect(estimateOf(result, 'areaDegraded').value).toBeCloseTo(
      expected?.area_degraded_km2 ?? Number.NaN,
      6,
    );
    expect(estimateOf(result, 'areaStable').value).toBe(expected?.area_stable_km2);
    expect(estimateOf(result, 'areaImproved').value).toBeCloseTo(
      expected?.area_improved_km2 ?? Number.NaN,
      6,
    );
    const column = (name: string) => rowsOf(result, 'units').map((row) => row[name]);
    expect(column('productivityClass')).toEqual(expected?.lpd5?.map(String));
    expect(column('productivity')).toEqual(named(expected?.productivity));
    expect(column('landCover')).toEqual(named(expected?.land_cover));
    expect(column('soc')).toEqual(named(expected?.soc));
    expect(column('indicator')).toEqual(named(expected?.indicator));
  });

  it('shows areas by class that add up, and the matrix it used', () => {
    const total = 4485.9 + 747.2;
    for (const row of rowsOf(result, 'classes')) {
      const sum = ['degraded', 'stable', 'improved', 'noData'].reduce(
        (all, key) => all + Number(row[key]),
        0,
      );
      expect(sum).toBeCloseTo(total, 6);
    }
    const forest = rowsOf(result, 'matrix')[0];
    expect(forest).toMatchObject({ from: 'tree-covered', 'tree-covered': 'stable', cropland: 'degraded' });
    expect(rowsOf(result, 'without').map((row) => row['left'])).toEqual(['productivity', 'landCover', 'soc']);
  });
});

describe('golden cases entered in the form', () => {
  const entered = goldenInputs(golden.cases);

  it.each(entered.map((one) => [one.case, one] as const))('%s', (_, { raw, expected }) => {
    const result = resultOf(compute(raw));
    for (const [name, value] of Object.entries(expected))
      expect(estimateOf(result, name).value, name).toBeCloseTo(value, 6);
  });

  it('are all but the classes and the status, which are no figures of the result', () => {
    expect(entered.map((one) => one.case)).toEqual([
      ...['sdg-03', 'sdg-04', 'sdg-05', 'sdg-06', 'sdg-07', 'sdg-09', 'sdg-10'],
    ]);
  });
});

describe('the working', () => {
  const computation = calculator.compute(defaultTexts(calculator.fields));
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  const steps = calculator.working(computation);

  it('finds -1 for the units that are degraded, and for no other', () => {
    const right = calculator.equations.find(({ id }) => id === 'one-out')?.right ?? Number.NaN;
    const lowest = steps.filter(({ equation }) => equation === 'one-out');
    const indicators = rowsOf(computation.result, 'units').map((row) => row['indicator']);
    expect(lowest.map(({ values }) => evaluate(right, values) === -1)).toEqual(
      indicators.map((one) => one === 'degraded'),
    );
  });

  it('leaves out what is water, what has no data and a sum of nothing', () => {
    const units = [unit({ landCoverFinal: 'water', trajectory: -3 }), unit({ socFinal: null }), unit()];
    const other = compute({ units });
    if (!other.ok) throw new Error(JSON.stringify(other.problems));
    expect(calculator.working(other).map(({ equation, row }) => [equation, row?.index])).toEqual([
      ['soc', 0],
      ['soc', 2],
      ['one-out', 0],
      ['one-out', 2],
      ['share', undefined],
    ]);
    expect(rowsOf(other.result, 'units')[0]?.['indicator']).toBe('water');
  });
});

describe('the drawings', () => {
  const viewOf = (id: string, inputs: object) => {
    const computation = compute(inputs);
    return computation.ok ? calculator.view(id, computation) : null;
  };

  it('stack the classes that there are, and leave out the others', () => {
    const view = viewOf('areas', { units: [unit(), unit({ socFinal: 40 })] });
    const bars = view?.kind === 'bars' ? view.bars : [];
    expect(bars.map(({ parts }) => parts.map(({ value }) => value))).toEqual([
      [100, 100],
      [0, 200],
      [0, 200],
      [100, 100],
    ]);
  });

  it('show the share without each part against the share with all', () => {
    const view = viewOf('without', { units: [unit(), unit({ socFinal: 40 })] });
    const bars = view?.kind === 'bars' ? view.bars : [];
    expect(bars.map(({ name, parts }) => [name, parts[0]?.value])).toEqual([
      ['all', 50],
      ['without-productivity', 50],
      ['without-landCover', 50],
      ['without-soc', 0],
    ]);
    expect(viewOf('without', { units: [unit({ socBaseline: 0 })] })).toBe(null);
  });
});

describe('checks', () => {
  it.each<[string, object, string[]]>([
    ['a class between two', { units: [unit({ trajectory: 1.5 })] }, ['units.0.trajectory not-whole']],
    [
      'two productivities that differ',
      { units: [unit(), unit({ productivity: 1 })] },
      ['units.1.productivity productivity-differs'],
    ],
    [
      'a transition given twice, another without meaning',
      {
        units: [unit()],
        transitions: [
          { from: 'grassland', to: 'cropland', meaning: 'degraded' },
          { from: 'grassland', to: 'cropland', meaning: 'stable' },
          { from: 'cropland', to: 'wetland' },
        ],
      },
      ['transitions.1.to transition-twice', 'transitions.2.meaning meaning-missing'],
    ],
    ['a code out of range', { units: [unit({ trajectory: 4 })] }, ['units.0.trajectory too-high']],
    ['an area of nothing', { units: [unit({ area: 0 })] }, ['units.0.area not-above']],
    [
      'an unknown land cover',
      { units: [unit({ landCoverFinal: 'sea' })] },
      ['units.0.landCoverFinal not-a-choice'],
    ],
    ['no unit', { units: [] }, ['units too-few-rows']],
  ])('name %s', (_, inputs, codes) => {
    expect(codesOf(inputs)).toEqual(codes);
  });

  it('never let a number through that is none', () => {
    for (const area of [Number.NaN, Number.POSITIVE_INFINITY, 'x', null])
      expect(codesOf({ units: [unit({ area })] })).toHaveLength(1);
  });
});

describe('choices', () => {
  it('water at the end is left out, or counted', () => {
    const units = [unit({ landCoverFinal: 'water', trajectory: -3 }), unit({ area: 300 })];
    expect(estimateOf(resultOf(compute({ units })), 'proportionDegraded').value).toBe(0);
    expect(estimateOf(resultOf(compute({ units })), 'areaWater').value).toBe(100);
    const counted = resultOf(compute({ units, water: 'include' }));
    expect(estimateOf(counted, 'proportionDegraded').value).toBe(25);
  });

  it('a transition of one’s own changes the class, and the result is marked', () => {
    const units = [unit({ landCoverInitial: 'grassland', landCoverFinal: 'tree-covered' })];
    const transitions = [{ from: 'grassland', to: 'tree-covered', meaning: 'degraded' }];
    const before = resultOf(compute({ units }));
    const after = resultOf(compute({ units, transitions }));
    expect(rowsOf(before, 'units')[0]?.['landCover']).toBe('improved');
    expect(rowsOf(after, 'units')[0]?.['landCover']).toBe('degraded');
    expect(rowsOf(after, 'matrix')[1]?.['tree-covered']).toBe('degraded');
    expect(after.warnings).toEqual([{ code: 'matrix-changed', path: null, value: 1 }]);
  });

  it('the status needs the indicator of the baseline', () => {
    const units = [unit({ baseline: 'degraded', socFinal: 60 }), unit()];
    const statuses = rowsOf(resultOf(compute({ units })), 'units').map((row) => row['status']);
    expect(statuses).toEqual(['6', null]);
  });

  it('the status of all areas is that of golden case sdg-08, and is not there without a baseline', () => {
    const given = golden.cases.find((one) => one.id === 'sdg-08');
    const named = (change: number | null | undefined) =>
      ['degraded', 'stable', 'improved'][(change ?? 0) + 1];
    const units = (given?.inputs.combinations ?? []).map((one) => ({
      ...unit({ baseline: named('baseline' in one ? one.baseline : null) }),
      socFinal: 50 * (1 + ('reporting' in one ? (one.reporting ?? 0) : 0) / 2),
    }));
    const result = resultOf(compute({ units }));
    const wanted = given?.expected.status3 ?? [];
    const areaOf = (change: number) => 100 * wanted.filter((one) => one === change).length;
    expect(rowsOf(result, 'classes').at(-1)).toMatchObject({
      of: 'status',
      ...{ degraded: areaOf(-1), stable: areaOf(0), improved: areaOf(1), noData: 0 },
    });
    expect(rowsOf(result, 'classes').at(-2)).toMatchObject({ of: 'baseline', degraded: 300, improved: 300 });
    expect(estimateOf(result, 'statusDegraded').value).toBeCloseTo(areaOf(-1) / units.length, 9);
    expect(rowsOf(result, 'units').map((row) => row['status'])).toEqual(
      given?.expected.status7?.map((one) => String(one)),
    );
    expect(estimateOf(resultOf(compute({ units: [unit()] })), 'statusDegraded').value).toBe(null);
  });
});

describe('warnings', () => {
  it('tell of missing parts, of units near the limit, and of nothing else', () => {
    expect(warningsOf({ units: [unit()] })).toEqual([]);
    expect(warningsOf({ units: [unit({ trajectory: -3, socFinal: null })] })).toEqual([
      { code: 'missing-but-degraded', path: null, value: 1 },
    ]);
    expect(warningsOf({ units: [unit({ socFinal: 45.5 })] })).toEqual([
      { code: 'near-soc-limit', path: null, value: 100 },
    ]);
    expect(warningsOf({ units: [unit({ state: null })] })).toEqual([
      { code: 'productivity-incomplete', path: null, value: 1 },
    ]);
  });

  it('without any data there is no share, and no number that is none', () => {
    const result = resultOf(compute({ units: [unit({ socBaseline: 0 })] }));
    expect(estimateOf(result, 'proportionDegraded').value).toBe(null);
    expect(estimateOf(result, 'nearSocLimit').value).toBe(null);
    expect(rowsOf(result, 'units')[0]?.['socChange']).toBe(null);
  });
});
