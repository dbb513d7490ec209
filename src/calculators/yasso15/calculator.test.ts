import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/yasso15/cases.json' with { type: 'json' };
import { defaultTexts } from '../address.ts';
import { type Computation, estimateOf, rowsOf } from '../define.ts';
import { evaluate } from '../equation.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('yasso15');

const texts = defaultTexts(calculator.fields);
const compute = (inputs: object) => calculator.compute({ ...texts, ...inputs });
const wood = { diameter: 20, before: 1, after: 0, a: 65, w: 3, e: 2, n: 30 };
const leaves = { diameter: 0, before: 1, after: 2, a: 50, w: 20, e: 10, n: 20 };

function resultOf(computation: Computation) {
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.result;
}
const value = (inputs: object, name: string) =>
  estimateOf(resultOf(compute(inputs)), name).value ?? Number.NaN;
const expectedOf = (id: string) => golden.cases.find((one) => one.id === id)?.expected;

describe('the worked example', () => {
  const given = golden.cases.find((one) => one.id === 'yasso-03');
  const result = resultOf(compute({}));

  it('has the inputs of golden case yasso-03', () => {
    const litter = given?.inputs.annual_litter_awenh ?? [];
    expect(texts).toMatchObject({
      precipitation: String(given?.inputs.annual_precipitation_mm),
      years: String(given?.inputs.years),
      months: given?.inputs.monthly_temperature_c.map((temperature) => ({
        temperature: String(temperature),
      })),
      litter: [
        {
          diameter: String(given?.inputs.woody_diameter_cm),
          after: '1',
          a: String((litter[0] ?? 0) * 100),
          w: String((litter[1] ?? 0) * 100),
          e: String((litter[2] ?? 0) * 100),
          n: String((litter[3] ?? 0) * 100),
        },
      ],
    });
  });

  it('is at every checkpoint where the reference is', () => {
    const course = rowsOf(result, 'course');
    for (const { year, awenh, total } of given?.expected.checkpoints ?? []) {
      const row = course[year] ?? {};
      expect(row['total']).toBeCloseTo(total, 8);
      expect([row['a'], row['w'], row['e'], row['n'], row['h']]).toEqual(
        awenh.map((pool) => expect.closeTo(pool, 8)),
      );
    }
    expect(course[0]).toMatchObject({ year: 0, total: 0, co2: null });
    expect(estimateOf(result, 'endStock').value).toBeCloseTo(13.1, 1);
    expect(result.warnings).toEqual([]);
  });

  it('leads in the long run to the steady state of its litter', () => {
    // golden case yasso-04: the same litter of 20 cm
    const thick = { litter: [{ ...wood, before: 0, after: 1 }] };
    expect(value(thick, 'longTermStock')).toBeCloseTo(expectedOf('yasso-04')?.total ?? 0, 5);
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
    expect(Object.keys(expected).length).toBeGreaterThan(0);
    for (const [name, wanted] of Object.entries(expected)) {
      const { value: given } = estimateOf(found, name);
      expect(Math.abs((given ?? Number.NaN) - wanted), name).toBeLessThanOrEqual(1e-8 + 1e-6 * wanted);
    }
  });
});

describe('the former litter going on', () => {
  it('keeps a stock that is in balance with it', () => {
    const begun = { start: 'steady-state', litter: [wood, leaves] };
    expect(value(begun, 'baselineStock')).toBeCloseTo(value(begun, 'startStock'), 8);
    expect(value(begun, 'gain')).toBeCloseTo(value(begun, 'change'), 8);
  });

  it('is not the start where pools are given', () => {
    const pools = { start: 'pools', poolN: 20, poolH: 30 };
    expect(value(pools, 'startStock')).toBe(50);
    expect(value(pools, 'baselineStock')).toBeLessThan(50);
    expect(value(pools, 'gain')).toBeCloseTo(value(pools, 'endStock') - value(pools, 'baselineStock'), 12);
  });
});

describe('the rates', () => {
  it('are slower in thick wood, but not those of humus', () => {
    const success = resultOf(compute({ litter: [leaves, wood] }));
    const [fine, thick] = rowsOf(success, 'rates');
    expect(fine?.['size']).toBe(1);
    expect(thick?.['a']).toBeCloseTo(Number(fine?.['a']) * Number(thick?.['size']), 12);
    expect(thick?.['h']).toBe(fine?.['h']);
  });
});

describe('a change of litter', () => {
  it('begins with the steady state of the former litter, here that of golden case yasso-04', () => {
    const begun = { start: 'steady-state', litter: [wood] };
    expect(value(begun, 'startStock')).toBeCloseTo(expectedOf('yasso-04')?.total ?? 0, 5);
    expect(value(begun, 'change')).toBeLessThan(0);
    expect(value(begun, 'longTermStock')).toBeCloseTo(0, 9);
  });

  it('adds litter of several sizes, and keeps every tonne', () => {
    const stand = { start: 'steady-state', litter: [wood, leaves] };
    const start = value(stand, 'startStock');
    expect(start).toBeCloseTo(
      value({ ...stand, litter: [wood] }, 'startStock') + value({ ...stand, litter: [leaves] }, 'startStock'),
      9,
    );
    expect(value(stand, 'litterAfter')).toBe(2);
    expect(value(stand, 'respired') + value(stand, 'change')).toBeCloseTo(30 * 2, 8);
  });

  it('brings shares that are rounded to their whole', () => {
    const rounded = { litter: [{ ...leaves, a: 51 }] };
    const plain = value(rounded, 'endStock');
    expect(plain).toBeGreaterThan(0);
    expect(value(rounded, 'respired') + value(rounded, 'change')).toBeCloseTo(60, 9);
  });
});

describe('checks', () => {
  it.each<[string, object, string[]]>([
    ['part of a year', { years: 1.5 }, ['years not-whole-years']],
    ['shares that are no whole', { litter: [leaves, { ...leaves, a: 40 }] }, ['litter.1.a shares-not-whole']],
    [
      'a steady state without decay',
      { start: 'steady-state', precipitation: 0 },
      ['precipitation no-steady-state'],
    ],
    [
      'several at once',
      { years: 1.5, litter: [{ ...leaves, n: 90 }] },
      ['years not-whole-years', 'litter.0.a shares-not-whole'],
    ],
    ['eleven months', { months: [{ temperature: 1 }] }, ['months too-few-rows']],
  ])('name %s', (_, inputs, codes) => {
    const computation = compute(inputs);
    const found = computation.ok ? [] : computation.problems.map(({ path, code }) => `${path} ${code}`);
    expect(found).toEqual(codes);
  });

  it('tell the sum of the shares', () => {
    const computation = compute({ litter: [{ ...leaves, a: 40 }] });
    expect(computation).toMatchObject({ problems: [{ value: 90, unit: '%' }] });
  });

  it('let through what science accepts: no computation throws, nothing is NaN', () => {
    const months = Array.from({ length: 12 }, () => ({ temperature: -60 }));
    for (const inputs of [
      { precipitation: 0 },
      { precipitation: 15000, leaching: -10, years: 500 },
      { months, start: 'steady-state' },
      { start: 'pools', litter: [{ ...wood, diameter: 100, before: 0, after: 0 }], poolH: 100_000 },
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
  const warm = Array.from({ length: 12 }, () => ({ temperature: 21 }));
  it.each<[object, string[]]>([
    [{ litter: [{ ...leaves, after: 31 }] }, ['null large-litter']],
    [{ months: warm }, ['null tropical']],
    [{ leaching: -0.1 }, ['leaching leaching']],
    [{ start: 'steady-state', poolH: 5 }, ['null pools-not-used']],
    [{ poolH: 5 }, ['null pools-not-used']],
    [{ start: 'pools' }, ['null pools-empty']],
    [{ start: 'pools', poolH: 5 }, []],
    [{ precipitation: 0 }, ['precipitation nothing-decays']],
  ])('are given for %j', (inputs, expected) => {
    const { warnings } = resultOf(compute(inputs));
    expect(warnings.map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
  });
});
