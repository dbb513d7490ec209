import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/rothc/cases.json' with { type: 'json' };
import { defaultTexts } from '../address.ts';
import { type Computation, estimateOf, rowsOf } from '../define.ts';
import { evaluate } from '../equation.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('rothc');

const example = golden.cases.find((one) => one.id === 'rothc-04');
const texts = defaultTexts(calculator.fields);
const compute = (inputs: object) => calculator.compute({ ...texts, ...inputs });

function resultOf(computation: Computation) {
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.result;
}
const codesOf = (inputs: object) => {
  const computation = compute(inputs);
  return computation.ok ? [] : computation.problems.map(({ path, code }) => `${path} ${code}`);
};
const warningsOf = (inputs: object) =>
  resultOf(compute(inputs)).warnings.map(({ path, code }) => `${path} ${code}`);
const value = (inputs: object, name: string) =>
  estimateOf(resultOf(compute(inputs)), name).value ?? Number.NaN;

/** The months of the worked example, each with something in the place of what it holds. */
const months = (more: object) =>
  (Array.isArray(texts['months']) ? texts['months'] : []).map((month) => ({ ...month, ...more }));

describe('the worked example', () => {
  const result = resultOf(compute({}));

  it('has the inputs of golden case rothc-04', () => {
    const { soil, spinup_12_months: before, run_months: after } = example?.inputs ?? {};
    expect(texts).toMatchObject({
      clay: String(soil?.clay_pct),
      depth: String(soil?.depth_cm),
      inert: String(soil?.iom_t_ha),
      years: String((after?.length ?? 0) / 12),
    });
    const cover = (covered: number | undefined) => (covered === 1 ? 'covered' : 'bare');
    expect(texts['months']).toEqual(
      before?.map((month, index) => ({
        temperature: String(month.temp_c),
        rain: String(month.rain_mm),
        evaporation: String(month.pan_evap_mm),
        plantBefore: String(month.c_input_t_ha),
        coverBefore: cover(month.plant_cover),
        plantAfter: String(after?.[index]?.c_input_t_ha),
        coverAfter: cover(after?.[index]?.plant_cover),
      })),
    );
  });

  it('ends where the reference ends, and so does every year', () => {
    const { equilibrium, checkpoints } = example?.expected ?? {};
    expect(estimateOf(result, 'startStock').value).toBeCloseTo(equilibrium?.soc ?? 0, 8);
    expect(estimateOf(result, 'endStock').value).toBeCloseTo(checkpoints?.at(-1)?.soc ?? 0, 8);
    const years = checkpoints?.filter((one) => one.month_index % 12 === 0) ?? [];
    const [start, ...course] = rowsOf(result, 'course');
    expect(start).toMatchObject({ year: 0, hum: expect.closeTo(equilibrium?.hum ?? 0, 8), co2: null });
    expect(course.map((row) => row['total'])).toEqual(years.map((one) => expect.closeTo(one.soc, 8)));
    expect(course.map((row) => row['hum'])).toEqual(years.map((one) => expect.closeTo(one.hum, 8)));
    expect(estimateOf(result, 'respired').value).toBeCloseTo(years.at(-1)?.co2_c_cum ?? 0, 8);
    const first = rowsOf(result, 'modifiers').slice(0, 3);
    expect(first.map((row) => row['deficit'])).toEqual(
      checkpoints?.slice(0, 3).map((one) => expect.closeTo(one.smd_mm, 9)),
    );
  });

  it('shows the numbers that its words tell, in a range, without a warning', () => {
    const { value: end, low, high, level } = estimateOf(result, 'endStock');
    expect(end).toBeCloseTo(55.9, 1);
    expect(low).toBeLessThan(end ?? 0);
    expect(high).toBeGreaterThan(end ?? Number.NaN);
    expect(level).toBeUndefined();
    expect(estimateOf(result, 'requiredInput').value).toBeNull();
    expect(result.warnings).toEqual([]);
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
  const typed = goldenInputs(golden.cases);

  it('are all but the one whose ratio changes by month', () => {
    expect(typed).toHaveLength(golden.cases.length - 1);
  });

  it.each(typed)('$case gives what the reference gives', ({ raw, expected }) => {
    const found = resultOf(calculator.compute(raw));
    for (const [name, wanted] of Object.entries(expected))
      expect(estimateOf(found, name).value, name).toBeCloseTo(wanted, 8);
  });
});

describe('the former use going on', () => {
  it('keeps the stock, in balance and from a measured stock alike', () => {
    expect(value({}, 'baselineStock')).toBeCloseTo(value({}, 'startStock'), 4);
    const measured = { start: 'measured', measuredStock: 40, inert: '' };
    expect(value(measured, 'baselineStock')).toBeCloseTo(40, 8);
    expect(estimateOf(resultOf(compute(measured)), 'baselineStock')).not.toHaveProperty('low');
  });

  it('has the error of the measured stock for its range', () => {
    const { low, high } = estimateOf(
      resultOf(compute({ start: 'measured', measuredStock: 40, stockError: 2 })),
      'baselineStock',
    );
    expect(low).toBeCloseTo(40 - 1.96 * 2, 8);
    expect(high).toBeCloseTo(40 + 1.96 * 2, 8);
  });
});

describe('a ratio of one’s own', () => {
  it('stands before that of the plants', () => {
    const own = { landBefore: 'woodland', ratioBefore: 1.44, landAfter: 'crops', ratioAfter: 0.67 };
    expect(value(own, 'endStock')).toBeCloseTo(value({}, 'endStock'), 9);
  });
});

describe('manure', () => {
  it('of several rows of one month is added', () => {
    const once = { manure: [{ month: 2, before: 1, after: 3 }] };
    const twice = {
      manure: [
        { month: 2, before: 1, after: 1 },
        { month: 2, before: 0, after: 2 },
      ],
    };
    expect(value(twice, 'endStock')).toBeCloseTo(value(once, 'endStock'), 9);
    expect(value(once, 'endStock')).toBeGreaterThan(value({}, 'endStock'));
  });
});

describe('drawings', () => {
  it('show range, former use and target', () => {
    const success = compute({ targetStock: 60 });
    if (!success.ok) throw new Error('no result');
    expect(calculator.view('stock', success)).toMatchObject({
      lines: [{ points: expect.objectContaining({ length: 31 }) }, { style: 'dashed' }],
      marks: [{ axis: 'y', at: 60 }],
    });
  });
});

describe('a measured stock', () => {
  it('is where the run begins, with the input that keeps it and inert carbon after Falloon', () => {
    const measured = { start: 'measured', measuredStock: 40, inert: '' };
    expect(value(measured, 'startStock')).toBeCloseTo(40, 9);
    expect(value(measured, 'inertCarbon')).toBeCloseTo(0.049 * 40 ** 1.139, 9);
    // Active carbon is in proportion to the input: 0.92 t C/ha a year holds 43.5156787 t C/ha
    const share = (40 - 0.049 * 40 ** 1.139) / 43.5156787;
    expect(value(measured, 'inputBefore')).toBeCloseTo(0.92 * share, 5);
  });

  it('widens the range by its error', () => {
    const range = (stockError: number | string) => {
      const inputs = { start: 'measured', measuredStock: 40, stockError };
      const { low = 0, high = 0 } = estimateOf(resultOf(compute(inputs)), 'endStock');
      return high - low;
    };
    expect(range(2)).toBeGreaterThan(range(''));
  });
});

describe('a target', () => {
  it('is held by the input that is shown', () => {
    const needed = value({ targetStock: 60 }, 'requiredInput');
    const { inputAfter, long } = {
      inputAfter: value({}, 'inputAfter'),
      long: value({}, 'longTermStock'),
    };
    expect(needed / inputAfter).toBeCloseTo((60 - 2.1) / (long - 2.1), 9);
  });
});

describe('evaporation', () => {
  it('of plants and soil is three quarters of that from an open pan', () => {
    const potential = (Array.isArray(texts['months']) ? texts['months'] : []).map((month) => ({
      ...month,
      evaporation: Number(month.evaporation) * 0.75,
    }));
    expect(value({ months: potential, evaporation: 'potential' }, 'endStock')).toBeCloseTo(
      value({}, 'endStock'),
      9,
    );
  });
});

describe('checks', () => {
  it.each<[string, object, string[]]>([
    ['part of a year', { years: 2.5 }, ['years not-whole-years']],
    ['manure in no month', { manure: [{ month: 2.5, before: 0, after: 3 }] }, ['manure.0.month not-a-month']],
    ['a start without its stock', { start: 'measured' }, ['measuredStock stock-missing']],
    ['no way to the inert carbon', { inert: '' }, ['inert inert-missing']],
    [
      'several at once',
      { years: 2.5, start: 'measured', inert: '' },
      ['years not-whole-years', 'measuredStock stock-missing', 'inert inert-missing'],
    ],
    [
      'a stock below the inert carbon',
      { start: 'measured', measuredStock: 2 },
      ['measuredStock below-inert'],
    ],
    [
      'a stock that no input leads to',
      { start: 'measured', measuredStock: 40, months: months({ plantBefore: 0 }) },
      ['measuredStock stock-not-reached'],
    ],
    [
      'a climate without decay',
      { months: months({ temperature: -20, plantBefore: 1 }) },
      ['months no-equilibrium'],
    ],
    ['eleven months', { months: months({}).slice(1) }, ['months too-few-rows']],
    [
      'a missing month',
      { months: months({}).with(3, { temperature: 5 }) },
      [
        'months.3.rain missing',
        'months.3.evaporation missing',
        'months.3.plantBefore missing',
        'months.3.plantAfter missing',
      ],
    ],
  ])('name %s', (_, inputs, codes) => {
    expect(codesOf(inputs)).toEqual(codes);
  });

  it('let through what science accepts: no computation throws, nothing is NaN', () => {
    for (const inputs of [
      { clay: 0, depth: 1, years: 1 },
      { clay: 100, depth: 100, years: 200, inputBand: 100, ratioAfter: 0 },
      { months: months({ plantBefore: 0, plantAfter: 0 }) },
      { months: months({ temperature: -20, plantBefore: 0, plantAfter: 1 }) },
      { months: months({ rain: 0, evaporation: 2000 }) },
      { start: 'measured', measuredStock: 3, stockError: 500, manure: [{ month: 1, before: 0, after: 1 }] },
    ]) {
      const { outputs } = resultOf(compute(inputs));
      expect(JSON.stringify(outputs)).not.toContain('NaN');
      for (const row of rowsOf(resultOf(compute(inputs)), 'course'))
        for (const [name, cell] of Object.entries(row))
          if (name !== 'co2' || row['year'] !== 0) expect(cell, name).toSatisfy(Number.isFinite);
    }
  });
});

describe('warnings', () => {
  it.each<[object, string]>([
    [{ months: months({ plantAfter: 3 }) }, 'null large-input'],
    [{ depth: 31 }, 'depth deep-soil'],
    [{ start: 'measured', measuredStock: 201 }, 'null organic-soil'],
    [{ targetStock: 1 }, 'targetStock target-not-reached'],
    [{ measuredStock: 40 }, 'measuredStock stock-not-used'],
    [{ stockError: 2 }, 'stockError stock-error-not-used'],
  ])('are given for %j', (inputs, warning) => {
    expect(warningsOf(inputs)).toEqual([warning]);
  });
});
