import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/sampling/cases.json' with { type: 'json' };
import { defaultTexts } from '../address.ts';
import { type Computation, estimateOf, labelOf, rowsOf } from '../define.ts';
import { headlineOf } from '../headline.ts';
import { loadCalculator } from '../load.ts';

const calculator = await loadCalculator('sampling');

const texts = defaultTexts(calculator.fields);
const compute = (inputs: object = {}) => calculator.compute({ ...texts, ...inputs });

function resultOf(computation: Computation) {
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.result;
}
const codesOf = (inputs: object) => {
  const found = compute(inputs);
  return found.ok ? [] : found.problems.map(({ path, code }) => `${path} ${code}`);
};
const warningsOf = (inputs: object) =>
  resultOf(compute(inputs)).warnings.map(({ path, code, value }) => `${path} ${code} ${value}`);
const value = (inputs: object, name: string) => estimateOf(resultOf(compute(inputs)), name).value;

const threeStrata = [
  { area: 3400, sd: 26.2 },
  { area: 900, sd: 14 },
  { area: 700, sd: 8.2 },
];

describe('the worked example', () => {
  const given = golden.cases.find((one) => one.id === 'sample-05');
  const list = (wanted: number | number[] | null | undefined) =>
    [wanted ?? []].flat().map((n) => expect.closeTo(n, 9));

  it('is golden case sample-05', () => {
    const result = resultOf(compute());
    const { stratum_area_ha, stratum_sd, cost_per_plot } = given?.inputs ?? {};
    const [sds, costs] = [[stratum_sd ?? []].flat(), [cost_per_plot ?? []].flat()];
    expect(calculator.fields['strata']).toMatchObject({
      rows: [stratum_area_ha ?? []].flat().map((area, i) => ({ area, sd: sds[i], cost: costs[i] })),
    });
    expect(estimateOf(result, 'formulaTotal').value).toBeCloseTo(given?.expected.n_total_unrounded ?? 0, 9);
    expect(estimateOf(result, 'possible').value).toBe(given?.expected.N_possible_plots);
    const strata = rowsOf(result, 'strata');
    expect(strata.map((row) => row['unrounded'])).toEqual(list(given?.expected.n_by_stratum_unrounded));
    expect(strata.map((row) => row['proportional'])).toEqual(
      list(given?.expected.proportional_by_stratum_unrounded),
    );
    expect(strata.map((row) => row['n'])).toEqual(given?.expected.n_by_stratum_ceiling);
    expect(estimateOf(result, 'n').value).toBe(175);
    expect(estimateOf(result, 'cost').value).toBe(7500 + 9000 + 1440 + 5700 + 400);
    expect(estimateOf(result, 't').value).toBeCloseTo(1.95996398454005, 12);
    expect(labelOf(result, 'method')).toBe('cost-optimal');
  });

  it('says what it takes on trust', () => {
    expect(warningsOf({})).toEqual(['null spread-assumed null']);
    expect(labelOf(resultOf(compute()), 'spread')).toBe('assumed');
  });

  it('with three strata, a fixed number or a margin, is golden cases sample-01 and sample-08', () => {
    const plain = { strata: threeStrata, plotArea: 0.08 };
    const margin = resultOf(compute({ ...plain, margin: 10.16, confidence: 90 }));
    expect(rowsOf(margin, 'strata').map((row) => row['n'])).toEqual([11, 2, 2]);
    expect(labelOf(margin, 'method')).toBe('neyman');
    expect(margin.warnings.map(({ code }) => code)).toContain('normal-with-few-plots');
    const result = resultOf(compute({ ...plain, goal: 'total', total: 60, minimum: 1, margin: '' }));
    const shared = golden.cases.find((one) => one.id === 'sample-08')?.expected;
    expect(rowsOf(result, 'strata').map((row) => row['n'])).toEqual(shared?.n_integer_oric);
    expect(estimateOf(result, 'formulaTotal').value).toBeNull();
  });
});

describe('ways to say it', () => {
  const strata = [
    { area: 60, mean: 100, sd: 20 },
    { area: 40, mean: 50, sd: 30 },
  ];
  it('percent of the mean (80) and coefficients of variation are the same plan', () => {
    const plain = { strata, margin: 8, marginPercent: '' };
    const percent = {
      strata: [
        { area: 60, mean: 100, cv: 20 },
        { area: 40, mean: 50, cv: 60 },
      ],
      margin: '',
      marginPercent: 10,
    };
    expect(value(percent, 'n')).toBe(value(plain, 'n'));
    expect(value(plain, 'halfWidthPercent')).toBeLessThanOrEqual(10);
  });

  it('costs are counted and change the allocation', () => {
    const dear = strata.map((row, i) => ({ ...row, cost: i === 0 ? 100 : 900 }));
    const result = resultOf(compute({ strata: dear }));
    expect(labelOf(result, 'method')).toBe('cost-optimal');
    const [a, b] = rowsOf(result, 'strata');
    expect(estimateOf(result, 'cost').value).toBe(Number(a?.['cost']) + Number(b?.['cost']));
    expect(value({ strata }, 'cost')).toBeNull();
  });

  it('a change in plots visited again needs their correlation', () => {
    expect(value({}, 'changeOfSamePlots')).toBeNull();
    const same = value({ correlation: 0.9 }, 'changeOfSamePlots') ?? Number.NaN;
    expect(same).toBeLessThan(value({}, 'changeOfNewPlots') ?? 0);
  });

  it('a curve falls with the margin, around the plan', () => {
    const curve = rowsOf(resultOf(compute({ quantile: 'student' })), 'curve');
    expect(curve).toHaveLength(5);
    expect(curve[2]).toMatchObject({ margin: 6, n: value({ quantile: 'student' }, 'n') });
  });

  it('a small pilot asks for more', () => {
    const pilot = strata.map((row) => ({ ...row, pilotPlots: 5 }));
    expect(value({ strata: pilot }, 'cautious')).toBeGreaterThan(value({ strata: pilot }, 'n') ?? 0);
    expect(value({ strata }, 'cautious')).toBeNull();
  });
});

describe('problems', () => {
  const row = { area: 50, sd: 10 };
  it.each<[string, object, string[]]>([
    ['no margin', { margin: '' }, ['margin margin-missing']],
    ['two margins', { marginPercent: 10, strata: [{ ...row, mean: 5 }] }, ['marginPercent margin-twice']],
    ['no total', { goal: 'total' }, ['total total-missing']],
    ['no spread', { strata: [{ area: 5 }] }, ['strata.0.sd spread-missing']],
    ['two spreads', { strata: [{ ...row, mean: 9, cv: 3 }] }, ['strata.0.cv spread-twice']],
    ['no mean', { strata: [{ area: 5, cv: 3 }] }, ['strata.0.mean mean-missing']],
    [
      'halves',
      { minimum: 1.5, strata: [{ ...row, pilotPlots: 2.5 }] },
      ['minimum not-whole', 'strata.0.pilotPlots not-whole'],
    ],
    ['no variation', { strata: [{ area: 5, sd: 0 }] }, ['strata.0.sd no-variation']],
    ['no room', { strata: [row, { area: 0.05, sd: 4 }] }, ['strata.1.area too-small']],
    ['a cost missing', { strata: [{ ...row, cost: 4 }, row] }, ['strata.1.cost cost-missing']],
    ['too few', { goal: 'total', total: 3, strata: [row, row] }, ['total total-too-few']],
    ['too many', { goal: 'total', total: 9999, strata: [row] }, ['total total-too-many']],
    [
      'all at once, empty rows not counted',
      { margin: '', strata: [{}, { area: 5 }, { area: -1, sd: 'x' }] },
      ['strata.2.area not-above', 'strata.2.sd not-a-number'],
    ],
  ])('%s', (_, inputs, codes) => expect(codesOf(inputs)).toEqual(codes));

  it('never gives NaN', () => {
    for (const inputs of [
      { strata: [{ area: 1e9, sd: 1e6 }], margin: 1e-6 },
      { strata: [{ area: 1e-3, sd: 1 }], plotArea: 0.0001, minimum: 1 },
      { goal: 'total', total: 1, minimum: 1, strata: [row] },
    ]) {
      expect(JSON.stringify(resultOf(compute(inputs)))).not.toMatch(/NaN|Infinity/);
      expect(Number.isFinite(value(inputs, 'n'))).toBe(true);
    }
  });
});

describe('warnings', () => {
  it.each<[string, object, string]>([
    ['a small pilot', { strata: [{ area: 500, sd: 9, pilotPlots: 4 }] }, 'strata.0.pilotPlots small-pilot 4'],
    [
      'a stratum measured whole',
      { margin: 1, strata: [{ area: 0.4, sd: 90 }] },
      'strata.0.area measured-whole 10',
    ],
    ['one plot', { minimum: 1, strata: [{ area: 800, sd: 1 }] }, 'strata.0.area one-plot-stratum 1'],
  ])('%s', (_, inputs, text) => expect(warningsOf(inputs)).toContain(text));

  it("Student's t and known pilots leave none", () => {
    expect(warningsOf({ quantile: 'student', strata: [{ area: 500, sd: 20, pilotPlots: 30 }] })).toEqual([]);
  });
});

describe('the headline', () => {
  it('is the number of plots, or the error reached where the number is given', () => {
    expect(headlineOf(calculator, { goal: 'margin' })[0]).toBe('n');
    expect(headlineOf(calculator, { goal: 'total' })[0]).toBe('halfWidth');
  });
});
