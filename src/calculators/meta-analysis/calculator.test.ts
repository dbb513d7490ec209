import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/meta-analysis/cases.json' with { type: 'json' };
import { defaultTexts } from '../address.ts';
import { type Computation, estimateOf, rowsOf } from '../define.ts';
import { loadCalculator } from '../load.ts';

const calculator = await loadCalculator('meta-analysis');

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
  resultOf(compute(inputs)).warnings.map(({ path, code }) => (path === null ? code : `${path} ${code}`));
const value = (inputs: object, name: string) => estimateOf(resultOf(compute(inputs)), name).value;
const near = (wanted: number | undefined, digits = 5) => expect.closeTo(wanted ?? Number.NaN, digits);

const one = golden.cases.find(({ id }) => id === 'meta-04');
const studies = (one?.inputs.studies ?? []) as readonly object[];

describe('the worked example', () => {
  const result = resultOf(compute());
  const fit = one?.expected.REML_knha;

  it('is golden case meta-04', () => {
    expect(calculator.fields['studies']).toMatchObject({ rows: studies });
    expect(estimateOf(result, 'effect')).toEqual({
      value: near(fit?.estimate),
      low: near(fit?.ci_lb),
      high: near(fit?.ci_ub),
      level: 0.95,
    });
    expect(estimateOf(result, 'prediction')).toMatchObject({ low: near(fit?.pi_lb), high: near(fit?.pi_ub) });
    expect(estimateOf(result, 'riley')).toMatchObject({
      low: near(fit?.pi_riley_lb),
      high: near(fit?.pi_riley_ub),
    });
    expect(['k', 'p', 'tau', 'i2'].map((name) => estimateOf(result, name).value)).toEqual([
      9,
      near(fit?.pval),
      near(Math.sqrt(fit?.tau2 ?? Number.NaN)),
      near(fit?.I2, 3),
    ]);
    expect(rowsOf(result, 'heterogeneity')).toEqual([
      {
        ...{ q: near(fit?.Q), df: 8, p: near(fit?.Q_pval) },
        ...{ tau2: near(fit?.tau2), tau2Error: near(fit?.tau2_se), h2: near(fit?.H2, 4) },
      },
    ]);
    const { egger_lm, begg_kendall } = one?.expected ?? {};
    expect(rowsOf(result, 'smallStudies').map((row) => row['p'])).toEqual([
      near(egger_lm?.pval, 9),
      near(begg_kendall?.pval, 9),
    ]);
  });

  it('with the models beside it, and without each site', () => {
    const models = rowsOf(result, 'models');
    expect(models.map((row) => [row['model'], row['test'], row['effect']])).toEqual([
      ['FE', 'z', near(one?.expected.fixed_effect?.estimate)],
      ['DL', 'z', near(one?.expected.DL_z?.estimate)],
      ['REML', 'z', near(one?.expected.REML_z?.estimate)],
      ['PM', 'z', near(one?.expected.PM_z?.estimate)],
      ['DL', 'knha', near(one?.expected.DL_knha?.estimate)],
      ['REML', 'knha', near(one?.expected.REML_knha?.estimate)],
    ]);
    const without = one?.expected.leave_one_out_REML?.estimate;
    expect(rowsOf(result, 'leaveOneOut').map((row) => row['effect'])).toEqual(
      [without ?? []].flat().map((wanted) => near(wanted, 4)),
    );
    expect(rowsOf(result, 'studies')[0]?.['weight']).toBeCloseTo(
      [one?.expected.weights_REML_percent ?? []].flat()[0] ?? 0,
      3,
    );
  });

  it('in percent: 100 (exp(0.328) - 1) = 38.9', () => {
    expect(estimateOf(result, 'percent').value).toBeCloseTo(38.86, 1);
    expect(value({ measure: 'MD' }, 'percent')).toBeNull();
  });

  it('says that nine sites are few', () => {
    expect(result.warnings.map(({ code }) => code)).toEqual([
      'prediction-with-few-studies',
      'bias-tests-with-few-studies',
    ]);
  });
});

describe('ways in', () => {
  it('effects computed elsewhere, by variance, error or limits', () => {
    const z = 1.959963984540054;
    const effects = [
      { study: 'a', effect: 0.5, variance: 0.04 },
      { study: 'b', effect: 0.1, standardError: 0.2 },
      { study: 'c', effect: 0.3, low: 0.3 - 0.2 * z, high: 0.3 + 0.2 * z },
    ];
    const inputs = { measure: 'given', method: 'FE', test: 'z', effects };
    expect(value(inputs, 'effect')).toBeCloseTo(0.3, 12);
    expect(value(inputs, 'k')).toBe(3);
    expect(estimateOf(resultOf(compute(inputs)), 'prediction')).toEqual({ value: null });
  });

  it('subgroups and a moderator', () => {
    const more = studies.map((row, i) => ({ ...row, subgroup: i < 5 ? 'wet' : 'dry', moderator: i }));
    const result = resultOf(compute({ studies: more }));
    expect(rowsOf(result, 'subgroups').map((row) => [row['group'], row['k']])).toEqual([
      ['wet', 5],
      ['dry', 4],
    ]);
    expect(rowsOf(result, 'differences').map((row) => [row['test'], row['df1'], row['df2']])).toEqual([
      ['separate', 1, null],
      ['common', 1, 7],
    ]);
    expect(rowsOf(result, 'regression').map((row) => row['term'])).toEqual(['intercept', 'slope']);
    expect(rowsOf(resultOf(compute()), 'regression')).toEqual([]);
  });

  it('one study is itself; two have a normal interval', () => {
    const single = resultOf(compute({ studies: studies.slice(0, 1) }));
    expect(estimateOf(single, 'effect').value).toBeCloseTo(Math.log(24.1 / 15.2), 12);
    expect(estimateOf(single, 'tau').value).toBe(0);
    expect(rowsOf(single, 'smallStudies')).toEqual([]);
    expect(rowsOf(single, 'leaveOneOut')).toEqual([]);
    const two = resultOf(compute({ studies: studies.slice(0, 2) }));
    expect(estimateOf(two, 'effect')).toMatchObject({
      low: near(0.0919349302844994),
      high: near(0.591372887174333),
    });
    expect(estimateOf(two, 'riley')).toEqual({ value: null });
  });
});

describe('problems', () => {
  const row = studies[0];
  it.each<[string, object, string[]]>([
    [
      'a mean of 0',
      {
        studies: [
          { ...row, m1: 0 },
          { ...row, m2: -3 },
        ],
      },
      ['studies.0.m1 mean-not-positive', 'studies.1.m2 mean-not-positive'],
    ],
    ['half a replicate', { studies: [{ ...row, n1: 2.5 }] }, ['studies.0.n1 not-whole']],
    ['no variance', { studies: [{ ...row, sd1: 0, sd2: 0 }] }, ['studies.0.sd1 no-variance']],
    [
      'three replicates',
      { measure: 'SMD', studies: [{ ...row, n1: 2, n2: 1 }] },
      ['studies.0.n1 too-few-replicates'],
    ],
    [
      'swapped limits',
      { measure: 'given', effects: [{ study: 'a', effect: 1, low: 2, high: 0 }] },
      ['effects.0.high limits-reversed'],
    ],
    [
      'an effect outside',
      { measure: 'given', effects: [{ study: 'a', effect: 9, low: 0, high: 2 }] },
      ['effects.0.effect effect-outside'],
    ],
    ['no study', { studies: [] }, ['studies no-study']],
    ['none that is complete', { measure: 'given' }, ['effects no-study']],
    [
      'no name, no number',
      { studies: [{ m1: 'x' }] },
      ['studies.0.study empty', 'studies.0.m1 not-a-number'],
    ],
    [
      'an sd below 0, an error of 0',
      { studies: [{ ...row, sd1: -1 }], effects: [{ study: 'a', standardError: 0 }] },
      ['studies.0.sd1 too-low', 'effects.0.standardError not-above'],
    ],
  ])('%s', (_, inputs, codes) => expect(codesOf(inputs)).toEqual(codes));

  it('never gives NaN', () => {
    const equal = [1, 2, 3].map((i) => ({ study: `s${i}`, effect: 2, variance: 0.1 }));
    for (const inputs of [
      { studies: [row, row] },
      { measure: 'given', effects: equal },
      { measure: 'given', effects: equal, test: 'z', method: 'PM' },
      { measure: 'SMD', studies: [row, row, { ...row, n1: 1, n2: 3 }] },
      { studies: [{ ...row, sd1: 100, m1: 0.1 }, row] },
    ]) {
      expect(JSON.stringify(resultOf(compute(inputs)))).not.toMatch(/NaN|Infinity/);
      expect(Number.isFinite(value(inputs, 'effect'))).toBe(true);
    }
  });
});

describe('warnings', () => {
  const few = studies.slice(0, 3);
  it.each<[string, object, string]>([
    ['left out', { studies: [...few, { study: 'x', m1: 3 }] }, 'studies.3 left-out'],
    [
      'filled in',
      { missingSd: 'fill-in', studies: [...few, { ...few[0], study: 'x', sd1: '' }] },
      'studies.3 filled-in',
    ],
    ['repeated', { studies: [...few, few[0]] }, 'studies.3 repeated-study'],
    [
      'an error for a deviation',
      { studies: [...few, { ...few[0], study: 'x', sd1: 0.5 }] },
      'studies.3.sd1 deviation-may-be-error',
    ],
    [
      'near zero',
      { studies: [...few, { ...few[0], study: 'x', m2: 2, sd2: 8 }] },
      'studies.3.m2 mean-near-zero',
    ],
    ['few', { studies: few }, 'few-studies'],
    ['normal', { test: 'z' }, 'normal-with-few-studies'],
    ['normal instead', { studies: few.slice(0, 2) }, 'normal-instead'],
    ['no group', { studies: [{ ...few[0], subgroup: 'a' }, few[1]] }, 'subgroup-missing'],
    ['no moderator', { studies: [{ ...few[0], moderator: 1 }, few[1]] }, 'moderator-missing'],
    ['a constant moderator', { studies: few.map((row) => ({ ...row, moderator: 4 })) }, 'moderator-constant'],
  ])('%s', (_, inputs, text) => expect(warningsOf(inputs)).toContain(text));

  it('a left-out study changes nothing', () => {
    const more = [...studies, { study: 'x', m1: 3 }];
    expect(value({ studies: more }, 'effect')).toBe(value({}, 'effect'));
  });
});

it('takes whatever the fields allow without an exception and without NaN', () => {
  const cell = (values: readonly number[]) => fc.oneof(fc.constant(''), fc.constantFrom(...values));
  const size = cell([1e-9, 0.01, 1, 3, 50, 1e9]);
  const row = fc.record({
    study: fc.constantFrom('a', 'b', 'c'),
    m1: cell([-1e9, -1, 0, 1e-9, 1, 2, 7, 1e9]),
    sd1: cell([0, 1e-9, 0.5, 3, 1e9]),
    n1: cell([1, 2, 3, 10, 1e6]),
    m2: cell([-5, 0, 1e-9, 1, 2, 1e9]),
    sd2: cell([0, 1e-9, 0.5, 3, 1e9]),
    n2: cell([1, 2, 3, 10]),
    subgroup: fc.constantFrom('', 'x', 'y'),
    moderator: cell([-1e9, 0, 1, 2, 1e9]),
  });
  const effect = fc.record({
    study: fc.constantFrom('a', 'b'),
    effect: cell([-1e9, -1, 0, 0.3, 1e9]),
    variance: size,
    standardError: size,
    low: cell([-1e9, -2, 0]),
    high: cell([-1, 2, 1e9]),
    subgroup: fc.constantFrom('', 'x', 'y'),
    moderator: cell([-1e9, 0, 1, 2, 1e9]),
  });
  fc.assert(
    fc.property(
      fc.record({
        measure: fc.constantFrom('lnRR', 'SMD', 'MD', 'given'),
        method: fc.constantFrom('REML', 'DL', 'PM', 'FE'),
        test: fc.constantFrom('knha', 'z'),
        missingSd: fc.constantFrom('leave-out', 'fill-in'),
        studies: fc.array(row, { maxLength: 6 }),
        effects: fc.array(effect, { maxLength: 6 }),
      }),
      (inputs) => {
        const found = calculator.compute(inputs);
        if (found.ok) expect(holes(found.result)).toEqual([]);
      },
    ),
    { numRuns: 1500 },
  );
});

/** Places of numbers that are none. */
function holes(found: unknown, path = ''): string[] {
  if (typeof found === 'number') return Number.isFinite(found) ? [] : [path];
  if (typeof found !== 'object' || found === null) return [];
  return Object.entries(found).flatMap(([key, one]) => holes(one, `${path}.${key}`));
}

describe('the funnel', () => {
  it('has small errors above: the axis grows downwards', () => {
    const computation = calculator.compute(texts);
    if (!computation.ok) throw new Error('no example');
    expect(calculator.view('funnel', computation)).toMatchObject({ y: { down: true } });
  });
});
