import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/restoration-cost/cases.json' with { type: 'json' };
import { defaultTexts } from '../address.ts';
import { type Computation, estimateOf, rowsOf } from '../define.ts';
import { evaluate } from '../equation.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('restoration-cost');

const texts = defaultTexts(calculator.fields);
const sure = Object.fromEntries(
  ['rate', 'cost', 'income', 'carbon'].flatMap((name) => [
    [`${name}Low`, ''],
    [`${name}High`, ''],
  ]),
);
const compute = (inputs: object) => calculator.compute({ ...texts, ...inputs });
const period = (from: number, to: number, cost: number, income: number, carbon: number) => ({
  from,
  to,
  cost,
  income,
  carbon,
});

function resultOf(computation: Computation) {
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.result;
}
const value = (inputs: object, name: string) => estimateOf(resultOf(compute(inputs)), name).value;
const caseOf = (id: string) => golden.cases.find((one) => one.id === id);

describe('the worked example', () => {
  const { inputs, expected } = caseOf('cost-03') ?? {};
  const result = resultOf(compute({}));

  it('has the years of golden case cost-03', () => {
    const years = rowsOf(result, 'years');
    expect(years.map((row) => row['net'])).toEqual(inputs?.net_cash_flow_by_year);
    expect(years.map((row) => row['carbon'])).toEqual(inputs?.tco2e_removed_by_year);
    expect(texts['discountRate']).toBe(String((inputs?.discount_rate ?? 0) * 100));
  });

  it('gives what the reference gives', () => {
    const figure = (name: string) => estimateOf(result, name).value;
    expect(figure('npv')).toBeCloseTo(expected?.npv ?? 0, 8);
    expect(figure('costPerTonne')).toBeCloseTo(expected?.cost_per_tco2e_discounted_carbon ?? 0, 9);
    expect(figure('costPerPlainTonne')).toBeCloseTo(expected?.cost_per_tco2e_undiscounted_carbon ?? 0, 9);
    expect(figure('annuity')).toBeCloseTo(expected?.equivalent_annual ?? 0, 9);
    expect(figure('discountedCarbon')).toBeCloseTo(expected?.pv_tco2e ?? 0, 9);
    expect(figure('irr')).toBeNull();
    expect(figure('payback')).toBeNull();
    expect(result.warnings).toEqual([]);
  });

  it('has an interval of 90 %, and none where nothing is unsure', () => {
    const { low = 0, high = 0, level } = estimateOf(result, 'costPerTonne');
    expect(level).toBe(0.9);
    expect(low).toBeLessThan(17.66);
    expect(high).toBeGreaterThan(17.66);
    expect(estimateOf(resultOf(compute(sure)), 'costPerTonne')).not.toHaveProperty('low');
    expect(value(sure, 'gaining')).toBeNull();
    expect(rowsOf(resultOf(compute(sure)), 'swings')).toEqual([]);
  });

  it('repeats itself with its seed', () => {
    expect(compute({})).toEqual(compute({}));
    expect(compute({ seed: 2 })).not.toEqual(compute({}));
  });
});

describe('the working', () => {
  it.each(goldenInputs(golden.cases))('of $case gives what is computed', ({ raw }) => {
    const success = calculator.compute(raw);
    if (!success.ok) throw new Error('no result');
    for (const { equation, values, result } of calculator.working(success)) {
      const { right } = calculator.equations.find(({ id }) => id === equation) ?? {};
      const found = right === undefined ? Number.NaN : evaluate(right, values);
      expect(Math.abs(found - result), equation).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(result)));
    }
  });
});

describe('golden cases typed into the form', () => {
  it.each(goldenInputs(golden.cases))('$case gives what the reference gives', ({ raw, expected }) => {
    const found = resultOf(calculator.compute(raw));
    for (const [name, wanted] of Object.entries(expected)) {
      const { value: given } = estimateOf(found, name);
      expect(Math.abs((given ?? Number.NaN) - wanted), name).toBeLessThanOrEqual(
        1e-7 * Math.max(1, Math.abs(wanted)),
      );
    }
  });
});

describe('the years', () => {
  it('add up to the worth and to the removal, discounted', () => {
    const result = resultOf(compute({}));
    const last = rowsOf(result, 'years').at(-1);
    expect(last?.['cumulativeDiscounted']).toBeCloseTo(estimateOf(result, 'npv').value ?? 0, 8);
    const sum = rowsOf(result, 'years').reduce((total, row) => total + Number(row['discountedCarbon']), 0);
    expect(sum).toBeCloseTo(estimateOf(result, 'discountedCarbon').value ?? 0, 8);
  });
});

describe('drawings', () => {
  const draw = (id: string, inputs: object) => {
    const success = compute(inputs);
    if (!success.ok) throw new Error('no result');
    return calculator.view(id, success);
  };

  it('are in the currency of the form, and mark the year in which the costs are back', () => {
    const paid = { periods: [period(0, 0, 10, 0, 1), period(1, 2, 0, 8, 0)], currency: 'CNY' };
    expect(draw('money', paid)).toMatchObject({ y: { symbol: 'CNY/ha' }, marks: [{ axis: 'x', at: 2 }] });
  });

  it('leave out what is not defined', () => {
    expect(draw('tonne', { periods: [period(0, 5, 9, 0, 0)] })).toBeNull();
    expect(draw('swings', sure)).toBeNull();
    expect(draw('tonne', { buffer: 20 })).toMatchObject({ rows: { length: 3 } });
  });
});

describe('a project with benefits', () => {
  // golden case cost-06
  const peat = { ...sure, discountRate: 4, periods: [period(0, 0, 2500, 0, 0), period(1, 25, 0, 210, 19)] };
  const { expected } = caseOf('cost-06') ?? {};

  it('has an internal rate and comes back, at a negative cost', () => {
    expect(value(peat, 'irr')).toBeCloseTo((expected?.irr ?? 0) * 100, 9);
    expect(value(peat, 'payback')).toBe(expected?.payback_year_undiscounted);
    expect(value(peat, 'costPerTonne')).toBeCloseTo(expected?.cost_per_tco2e_discounted_carbon ?? 0, 9);
    expect(resultOf(compute(peat)).warnings.map(({ code }) => code)).toEqual(['gain']);
  });

  it('is worth as much more as its area', () => {
    const npv = value(peat, 'npv') ?? Number.NaN;
    expect(value({ ...peat, area: 40 }, 'npvArea')).toBeCloseTo(40 * npv, 9);
    expect(value({ ...peat, area: 40 }, 'npv')).toBe(npv);
  });
});

describe('credits', () => {
  it('are fewer, and break even at a higher price', () => {
    const rules = { leakage: 20, deduction: 50, buffer: 25 };
    // 330 · 0.8 · 0.5 · 0.75 = 99
    expect(value(rules, 'issued')).toBeCloseTo(99, 9);
    const plain = value({}, 'costPerTonne') ?? Number.NaN;
    expect(value(rules, 'breakEvenPrice')).toBeCloseTo(plain / 0.3, 9);
    expect(value({ buffer: 100 }, 'breakEvenPrice')).toBeNull();
    expect(value({}, 'issued')).toBeNull();
  });
});

describe('checks', () => {
  it.each<[string, object, string[]]>([
    ['parts of years', { periods: [period(0, 1.5, 1, 0, 0)] }, ['periods.0.to not-whole']],
    [
      'a period that ends before it starts',
      { periods: [period(3, 1, 1, 0, 0)] },
      ['periods.0.to ends-before-start'],
    ],
    ['a currency that is none', { currency: 'us' }, ['currency not-a-currency']],
    ['a year that is none', { priceYear: '24' }, ['priceYear not-a-year']],
    ['parts of draws', { draws: 100.5, seed: 0.5 }, ['draws not-whole', 'seed not-whole']],
    [
      'spreads out of order',
      { costLow: 110, costHigh: 90, rateLow: 6, rateHigh: 4 },
      [
        'costLow low-above-likely',
        'costHigh high-below-likely',
        'rateLow low-above-likely',
        'rateHigh high-below-likely',
      ],
    ],
    ['a rate of 500 %', { discountRate: 500 }, ['discountRate too-high']],
  ])('name %s', (_, inputs, codes) => {
    const computation = compute(inputs);
    const found = computation.ok ? [] : computation.problems.map(({ path, code }) => `${path} ${code}`);
    expect(found).toEqual(codes);
  });

  it('tell value and bounds in per cent', () => {
    expect(compute({ costLow: 110 })).toMatchObject({ problems: [{ value: 110, max: 100, unit: '%' }] });
  });

  it('let through what science accepts: no computation throws, nothing is NaN', () => {
    const most = Array.from({ length: 60 }, () => period(0, 100, 1e9, 1e9, 1e5));
    for (const inputs of [
      { ...sure, discountRate: -50, periods: most },
      { discountRate: 100, rateLow: -50, rateHigh: 100, periods: most },
      { ...sure, discountRate: 0, periods: [period(0, 0, 0, 0, 0)] },
      { carbonLow: 0, incomeHigh: 1000, area: 1e7 },
      { periods: [period(0, 3, 1, 5, -2)] },
    ]) {
      const { outputs } = resultOf(compute({ draws: 200, ...inputs }));
      expect(JSON.stringify(outputs)).not.toContain('NaN');
      for (const row of rowsOf(resultOf(compute({ draws: 200, ...inputs })), 'years'))
        for (const cell of Object.values(row)) expect(cell).toSatisfy(Number.isFinite);
    }
  });
});

describe('warnings', () => {
  it.each<[object, string[]]>([
    [{ periods: [period(0, 0, 0, 9, 1)] }, ['gain']],
    [
      { periods: [period(0, 0, 100, 0, 1), period(1, 1, 0, 230, 0), period(2, 2, 132, 0, 0)] },
      ['several-rates'],
    ],
    [{ discountRate: 0.05, rateLow: '' }, ['rate-as-fraction']],
    [{ periods: [period(0, 5, 9, 0, 0)] }, ['no-carbon']],
    [{ periods: [period(0, 0, 9, 0, -1), period(1, 5, 9, 0, 4)] }, ['emission']],
    [{ periods: [period(0, 0, 100, 0, 1), period(1, 1, 0, 50, 0)] }, ['not-paid-back']],
  ])('are given for %j', (inputs, expected) => {
    const codes = resultOf(compute(inputs)).warnings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(expected));
  });
});
