import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/regrowth/cases.json' with { type: 'json' };
import { defaultTexts } from '../address.ts';
import { type Computation, estimateOf, labelOf, rowsOf } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { problems } from './check.ts';
import { warnings } from './warnings.ts';

const calculator = await loadCalculator('regrowth');

const compute = (inputs: object) => calculator.compute({ plots: [], draws: 1000, ...inputs });
const goldenOf = (id: string) => {
  const found = golden.cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
};

function resultOf(computation: Computation) {
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.result;
}
const codesOf = (computation: Computation) =>
  computation.ok ? [] : computation.problems.map(({ path, code }) => `${path} ${code}`);
const warningsOf = (inputs: object) =>
  resultOf(compute(inputs)).warnings.map(({ code, value }) => [code, value].join(' '));
const rowAt = (inputs: object, age: number) =>
  rowsOf(resultOf(compute(inputs)), 'course').find((row) => row['age'] === age);

describe('the worked examples', () => {
  const texts = defaultTexts(calculator.fields);
  const result = resultOf(calculator.compute(texts));

  it('IPCC rates are golden case regrowth-11, which takes 3.67 for 44/12 and two decimals', () => {
    const { inputs, expected } = goldenOf('regrowth-11');
    const rows = rowsOf(resultOf(compute({ years: 100 })), 'course');
    for (const [i, age] of (inputs.ages_yr ?? []).entries()) {
      if (age % 5 !== 0) continue;
      const co2 = Number(rows.find((row) => row['age'] === age)?.['co2']);
      const given = Number(expected.co2_t_ha?.[i]);
      expect(Math.abs((co2 * 3.67 * 12) / 44 - given), `${age} years`).toBeLessThanOrEqual(0.00501);
    }
    expect(estimateOf(result, 'young').value).toBe(inputs.growth_up_to_20);
    expect(estimateOf(result, 'old').value).toBe(inputs.growth_over_20);
    expect(estimateOf(result, 'cap').value).toBe(inputs.agb_cap);
  });

  it('the curve is golden case regrowth-01', () => {
    const { inputs, expected } = goldenOf('regrowth-01');
    const rows = rowsOf(resultOf(compute({ method: 'curve', years: 200 })), 'course');
    for (const [i, age] of (inputs.ages_yr ?? []).entries()) {
      if (age % 5 !== 0) continue;
      const row = rows.find((one) => one['age'] === age);
      expect(row?.['agb']).toBeCloseTo(Number(expected.stock?.[i]), 6);
      expect(row?.['increment']).toBeCloseTo(Number(expected.current_annual_increment?.[i]), 6);
    }
    expect(estimateOf(resultOf(compute({ method: 'curve' })), 'ageAt90Percent').value).toBeCloseTo(
      Number(expected.age_at_90_percent),
      6,
    );
  });

  it('the fit is golden case regrowth-09', () => {
    const { inputs, expected } = goldenOf('regrowth-09');
    expect(calculator.fields['plots']).toMatchObject({
      rows: inputs.age_yr?.map((age, i) => ({ age, stock: inputs.agb_t_ha?.[i] })),
    });
    const fitted = resultOf(calculator.compute({ ...texts, method: 'fit' }));
    expect(estimateOf(fitted, 'fittedAsymptote').value).toBeCloseTo(Number(expected.A), 3);
    expect(estimateOf(fitted, 'fittedRate').value).toBeCloseTo(Number(expected.k), 6);
    expect(estimateOf(fitted, 'residualError').value).toBeCloseTo(Number(expected.residual_se), 6);
    const row = rowsOf(fitted, 'course').find((one) => one['age'] === 20);
    expect(row?.['agb']).toBeCloseTo(Number(expected.predicted?.[2]), 3);
    // half-width: t(43) at 95 % is 2.016692
    expect(Number(row?.['high']) - Number(row?.['agb'])).toBeCloseTo(
      2.016692 * Number(expected.predicted_se?.[2]),
      3,
    );
    expect(labelOf(fitted, 'identifiable')).toBe('yes');
  });

  it('have an interval of removal, and nothing but the rates of nature to warn of', () => {
    const { value, low, high } = estimateOf(result, 'removal');
    expect(low).toBeLessThan(value ?? 0);
    expect(high).toBeGreaterThan(value ?? 0);
    expect(result.warnings.map(({ code }) => code)).toEqual(['wide-error']);
  });
});

describe('removal', () => {
  const plain = { belowGround: 'none', carbonFraction: 0.5, ownYoung: 3, ownOld: 1, years: 20 };

  it('by hand: 60 t/ha, half carbon, 80 % of 10 ha survive, 5 t C/ha stood there: 10 · (24 - 5) · 44/12', () => {
    const inputs = { ...plain, area: 10, survival: 80, baseline: 5 };
    const result = resultOf(compute(inputs));
    expect(estimateOf(result, 'agb').value).toBe(60);
    expect(estimateOf(result, 'carbon').value).toBe(30);
    expect(estimateOf(result, 'removal').value).toBeCloseTo((190 * 44) / 12, 9);
    expect(estimateOf(result, 'yearly').value).toBeCloseTo((19 * 44) / 12 / 20, 9);
    expect(rowAt(inputs, 0)).toMatchObject({ year: '2025', agb: 0, meanIncrement: null });
    expect(rowAt(inputs, 0)?.['removal']).toBeCloseTo((-50 * 44) / 12, 9);
  });

  it('has the last year although the step does not reach it', () => {
    const rows = rowsOf(resultOf(compute({ ...plain, years: 22, step: 10 })), 'course');
    expect(rows.map((row) => [row['age'], row['year'], row['agb']])).toEqual([
      [0, '2025', 0],
      [10, '2035', 30],
      [20, '2045', 60],
      [22, '2047', 62],
    ]);
  });

  it('takes the rates of the user where there are some, and the cap', () => {
    const inputs = { ...plain, ownCap: 40, zone: 'temperate-mountain', continent: 'asia' };
    expect(estimateOf(resultOf(compute(inputs)), 'agb').value).toBe(40);
    expect(rowAt({ ...inputs, years: 30 }, 15)).toMatchObject({
      agb: 40,
      increment: 0,
      meanIncrement: 40 / 15,
    });
  });

  it('takes roots by any way', () => {
    const bgb = (belowGround: string, more: object = {}) =>
      estimateOf(resultOf(compute({ ...plain, belowGround, ...more })), 'bgb').value;
    expect(bgb('none')).toBeNull();
    expect(bgb('ratio', { rootRatio: 0.3 })).toBeCloseTo(18, 9);
    expect(bgb('mokany')).toBeCloseTo(0.489 * 60 ** 0.89, 9);
    expect(bgb('ipcc-2019')).toBeCloseTo(60 * 0.207, 9);
  });
});

describe('plots that do not show where growth ends', () => {
  const plots = [2, 4, 6, 8, 10, 12].map((age) => ({ age, stock: 4 * age + 0.1 * age ** 2 }));
  const result = resultOf(compute({ method: 'fit', plots, years: 20, heldShape: 1 }));

  it('give nothing beyond the oldest', () => {
    expect(labelOf(result, 'identifiable')).toBe('no');
    expect(estimateOf(result, 'removal')).toEqual({ value: null });
    expect(rowsOf(result, 'course').map((row) => row['agb'] === null)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(estimateOf(result, 'ageAt90Percent').value).toBeNull();
  });
});

const plots = (...ages: number[]) => ({ method: 'fit', plots: ages.map((age) => ({ age, stock: 5 * age })) });
const reached: readonly [string, object, readonly string[]][] = [
  ['rates', { zone: 'temperate-mountain' }, ['zone no-rates']],
  ['a rate after 20 years', { zone: 'temperate-mountain', ownYoung: 3 }, ['ownOld old-rate-missing']],
  ['a rate before', { zone: 'temperate-mountain', ownOld: 3 }, ['ownYoung young-rate-missing']],
  ['four plots', plots(1, 2, 3), ['plots too-few-plots']],
  ['three ages', plots(1, 1, 2, 2), ['plots too-few-ages']],
  ['a ratio', { belowGround: 'ratio' }, ['rootRatio ratio-missing']],
  ['a row of Table 4.4', { zone: 'subtropical-mountain-system' }, ['zone no-root-ratio']],
  [
    'whole numbers',
    { years: 10.5, step: 1.5, startYear: 2000.5, draws: 1000.5, seed: 0.5 },
    ['startYear not-whole', 'years not-whole', 'step not-whole', 'draws not-whole', 'seed not-whole'],
  ],
  ['a step within the years', { years: 5, step: 6 }, ['step step-too-long']],
  [
    'everything at once',
    { ...plots(1, 1), belowGround: 'ratio', step: 60 },
    ['step step-too-long', 'rootRatio ratio-missing', 'plots too-few-plots', 'plots too-few-ages'],
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

  it('ask for a ratio only where biomass needs it: planted rainforest of Asia has none above 125 t/ha', () => {
    expect(codesOf(compute({ origin: 'planted', years: 40 }))).toEqual([]); // 68 + 54 = 122 t/ha
    expect(codesOf(compute({ origin: 'planted', years: 50 }))).toEqual(['zone no-root-ratio']);
  });
});

describe('warnings', () => {
  const straight = [2, 4, 6, 8, 10, 12].map((age) => ({ age, stock: 4 * age + 0.1 * age ** 2 }));
  const cases: readonly [object, string][] = [
    [{ method: 'fit', plots: straight, heldShape: 1 }, 'not-identifiable 12'],
    [{ method: 'fit', plots: goldenPlots(), years: 100 }, 'beyond-oldest 31'],
    [{ zone: 'subtropical-humid-forest', years: 400 }, 'cap-reached 323'],
    [{ zone: 'boreal-tundra-woodland' }, 'cap-missing '],
    [{ zone: 'tropical-moist-deciduous-forest', ownCap: 200, ownYoung: 8, ownOld: 3 }, 'ratio-step 125'],
    [{ origin: 'planted', years: 30 }, 'natural-rates '],
    [{}, 'wide-error '],
    [{ zone: 'tropical-shrublands', continent: 'africa', belowGround: 'mokany' }, 'middle-of-range '],
    [{ continent: 'africa' }, 'root-outlier '],
    [{ method: 'curve' }, 'no-interval '],
    [{ belowGround: 'mokany' }, 'above-ground-only '],
  ];

  function goldenPlots() {
    const { inputs } = goldenOf('regrowth-09');
    return inputs.age_yr?.map((age, i) => ({ age, stock: inputs.agb_t_ha?.[i] }));
  }

  it.each(cases)('%o: %s', (inputs, warning) => {
    expect(warningsOf(inputs)).toContain(warning);
  });

  it('are all reached, and none where there is nothing to say', () => {
    const codes = cases.map(([, warning]) => warning.split(' ')[0]);
    expect(warnings.filter((code) => !codes.includes(code))).toEqual([]);
    expect(warningsOf({ zone: 'subtropical-humid-forest', years: 30 })).toEqual([]);
  });
});

it('no input throws, and no number of a result is NaN', () => {
  const maybe = <T>(...values: T[]) => fc.constantFrom(...values, undefined, null, '');
  const any = fc.record({
    method: fc.constantFrom('ipcc-rates', 'curve', 'fit'),
    zone: maybe('tropical-shrublands', 'boreal-coniferous', 'temperate-oceanic', 'subtropical-steppe'),
    continent: maybe('africa', 'asia-insular', 'europe', 'new-zealand'),
    origin: maybe('planted', 'natural-conifer'),
    belowGround: maybe('ipcc-2019', 'cairns-boreal', 'ratio', 'none'),
    rootRatio: maybe(0, 5),
    ownYoung: maybe(0, 100),
    ownOld: maybe(0, 100),
    ownCap: maybe(0.1, 3000),
    asymptote: maybe(1, 3000),
    rate: maybe(1e-4, 1),
    shape: maybe(0.2, 10),
    heldShape: maybe(0.2, 10),
    survival: maybe(0),
    years: fc.constantFrom(1, 50, 500),
    step: fc.constantFrom(1, 7, 100),
    plots: fc.array(fc.record({ age: fc.constantFrom(0, 1, 20, 500), stock: fc.constantFrom(0, 1, 3000) }), {
      maxLength: 8,
    }),
  });
  fc.assert(
    fc.property(any, (inputs) => {
      const computation = calculator.compute({ draws: 1000, ...inputs });
      if (!computation.ok) return;
      const text = JSON.stringify(computation.result, (_, one) =>
        typeof one === 'number' && !Number.isFinite(one) ? `bad ${one}` : one,
      );
      expect(text).not.toContain('bad');
    }),
    { numRuns: 300 },
  );
});
