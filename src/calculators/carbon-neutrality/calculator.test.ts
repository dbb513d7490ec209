import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/carbon-neutrality/cases.json' with { type: 'json' };
import { type Computation, estimateOf, labelOf, rowsOf, type Success } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { emitters, questions } from './choices.ts';
import record from './record.json' with { type: 'json' };

const calculator = await loadCalculator('carbon-neutrality');
const compute = (inputs: object) => calculator.compute({ draws: 500, ...inputs });
function computed(inputs: object): Success {
  const computation = compute(inputs);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation;
}
const problemsOf = (computation: Computation) =>
  computation.ok ? [] : computation.problems.map(({ path, code }) => `${path} ${code}`);
const warningsOf = (inputs: object) => computed(inputs).result.warnings.map(({ code }) => code);
const figure = (inputs: object, name: string) => estimateOf(computed(inputs).result, name);

/** Nothing that makes less of the removal. */
const bare = { rateFrom: 'own', saturation: 'none', disturbance: 0, leakage: 0, buffer: 0, rampYears: 1 };

describe('published removals, entered in the form', () => {
  const single = golden.cases.flatMap(({ id, inputs, expected }) => {
    const [part, ...others] = 'parts' in inputs ? (inputs.parts ?? []) : [];
    if (part === undefined || others.length > 0 || !('rate' in part)) return [];
    return [{ id, area: part.mha * 1e6, rate: part.rate, inputs, expected }];
  });

  it('are those of one area with one rate', () => {
    expect(single.map(({ id }) => id.slice(-2))).toEqual(['01', '02', '05', '06']);
  });

  it.each(single)('$id: a year gives what the verifier gives', ({ area, rate }) => {
    const { value } = figure({ ...bare, area, rate, years: 15 }, 'lastAnnual');
    expect(value).toBeCloseTo(((area * rate) / 1e6) * (44 / 12), 6);
  });

  it('Russia: the interval of a normal rate is that of the paper, 74 ± 22 as one standard deviation', () => {
    const { low = 0, high = 0 } = figure(
      { ...bare, area: 30.2e6, rate: 2.45, rateSd: 0.73, years: 15, draws: 20_000 },
      'removal',
    );
    const halfWidth = (high - low) / 2 / 15 / (44 / 12);
    expect(halfWidth / 1.96).toBeGreaterThan(21.5);
    expect(halfWidth / 1.96).toBeLessThan(22.6);
  });
});

describe('by hand', () => {
  const plan = { ...bare, area: 1e6, rate: 1, years: 30, startYear: 2026, emitter: 'own', emission: 10 };

  it('one million ha at 1 t C gives 3.667 Mt CO2 a year', () => {
    expect(figure(plan, 'removal').value).toBeCloseTo(110, 9);
  });

  it('ends after the years of saturation', () => {
    const linear = { ...plan, saturation: 'linear', saturationYears: 20 };
    expect(figure(linear, 'removal').value).toBeCloseTo((20 * 44) / 12, 9);
    expect(figure(linear, 'lastAnnual').value).toBeCloseTo(0, 9);
  });

  it('takes leakage off first, then the buffer', () => {
    expect(figure({ ...plan, leakage: 20, buffer: 10 }, 'removal').value).toBeCloseTo(110 * 0.8 * 0.9, 9);
  });

  it('counts methane and nitrous oxide with the potentials chosen', () => {
    const gases = { ...plan, ch4: 100, n2o: 1, gwpSet: 'ar5-100' };
    // 1 Mha x 30 yr x (100 x 28 + 1 x 265) kg
    expect(figure(gases, 'removal').value).toBeCloseTo(110 - 30 * 3.065, 9);
  });

  it('is held against a straight line to zero', () => {
    // 10 x (1 + 3/4 + 2/4 + 1/4) from 2026 to 2029, nothing from 2030 on
    const falling = { ...plan, pathway: 'linear', zeroYear: 2030 };
    expect(figure(falling, 'emitted').value).toBeCloseTo(25, 9);
    expect(figure(falling, 'share').value).toBeCloseTo(440, 9);
    const points = [
      { year: 2026, emission: 10 },
      { year: 2030, emission: 0 },
    ];
    expect(figure({ ...plan, pathway: 'points', points }, 'emitted').value).toBeCloseTo(25, 9);
  });

  it('of nothing is nothing', () => {
    const { result } = computed({ ...plan, area: 0 });
    expect(estimateOf(result, 'removal')).toEqual({ value: 0 });
    expect(estimateOf(result, 'perHectare').value).toBeNull();
    expect(rowsOf(result, 'terms').every(({ amount }) => amount === 0)).toBe(true);
  });
});

describe('the terms', () => {
  it('add up to the net, and the last row of the table is the headline', () => {
    for (const rateFrom of ['synthesis', 'ipcc']) {
      const { result } = computed({ rateFrom, buffer: 15, ch4: 3, n2o: -0.1 });
      const terms = rowsOf(result, 'terms').map(({ amount }) => Number(amount));
      const net = terms.pop() ?? Number.NaN;
      const sum = terms.reduce((all, one) => all + one, 0);
      expect(Math.abs(sum - net)).toBeLessThan(1e-6);
      expect(rowsOf(result, 'course').at(-1)?.['net']).toBe(estimateOf(result, 'removal').value);
      expect(net).toBe(estimateOf(result, 'removal').value);
    }
  });
});

describe('the synthesis', () => {
  const [question] = questions;
  if (question === undefined) throw new Error('no pooled question');
  const { estimate, stock, years } = record.gains[question];

  it('gives the rate of its pooled ratio, on its own stock or the reader’s', () => {
    const perStock = Math.expm1(estimate) / years;
    expect(figure({}, 'firstRate').value).toBeCloseTo(perStock * stock, 9);
    expect(figure({ baseStock: 80 }, 'firstRate').value).toBeCloseTo(perStock * 80, 9);
  });

  it('has the limits of its own quantiles; draws of a second uncertain input come near them', () => {
    const alone = figure({}, 'removal');
    const hardly = { leakageLow: 9.999, leakageHigh: 10.001, draws: 20_000 };
    const drawn = figure(hardly, 'removal');
    for (const end of ['low', 'high'] as const)
      expect(Math.abs((drawn[end] ?? 0) / (alone[end] ?? 0) - 1), end).toBeLessThan(0.06);
    expect(figure({ seed: 2 }, 'removal')).toEqual(alone);
  });

  it('leaves the sign open where its interval does, and is less sure of one more site', () => {
    expect(labelOf(computed({}).result, 'sign')).toBe('either');
    const width = (spread: string) => {
      const { low = 0, high = 0 } = figure({ spread }, 'removal');
      return high - low;
    };
    expect(width('next-site')).toBeGreaterThan(width('mean'));
  });
});

it.each(['index', 'zh'])('the worked example of %s.mdx says what the form gives', (file) => {
  const text = readFileSync(`content/calculators/carbon-neutrality/${file}.mdx`, 'utf8');
  const { result } = computed({ draws: 2000 });
  const { value, low, high } = estimateOf(result, 'removal');
  const printed = [
    estimateOf(result, 'firstRate').value?.toFixed(2),
    `${((value ?? 0) / 1000).toFixed(1)} Gt`,
    `${estimateOf(result, 'share').value?.toFixed(1)}%`,
    (-(low ?? 0) / 1000).toFixed(0),
    ((high ?? 0) / 1000).toFixed(0),
  ];
  expect(printed.filter((one) => !text.includes(String(one)))).toEqual([]);
});

it('offers every figure of the content, and a sum for each', () => {
  for (const emitter of emitters)
    expect(figure({ emitter, pathway: 'constant', years: 2 }, 'emitted').value).toBeCloseTo(
      2 * record.emissions[emitter],
      6,
    );
});

it('knows every zone of the IPCC that it offers on one continent or more', () => {
  const { zone, continent } = calculator.fields;
  if (zone?.kind !== 'choice' || continent?.kind !== 'choice') throw new Error('no choices');
  const without = zone.values.filter(
    (one) => !continent.values.some((other) => compute({ rateFrom: 'ipcc', zone: one, continent: other }).ok),
  );
  expect(without).toEqual([]);
});

it.each<[object, string[]]>([
  [{ years: 2.5, rampYears: 1.5 }, ['rampYears not-whole', 'years not-whole']],
  [{ rateFrom: 'own' }, ['rate rate-missing']],
  [{ rateFrom: 'ipcc', zone: 'tropical-rainforest', continent: 'europe' }, ['zone no-rates']],
  [{ emitter: 'own' }, ['emission emission-missing']],
  [{ emitter: 'own', emission: 5 }, []],
  [{ pathway: 'points' }, ['points points-missing']],
  [
    {
      pathway: 'points',
      points: [
        { year: 2030, emission: 1 },
        { year: 2030, emission: 2 },
      ],
    },
    ['points.1.year years-order'],
  ],
  [{ zeroYear: 2026 }, ['zeroYear zero-too-early']],
  [{ zeroYear: 2026, pathway: 'constant' }, []],
  [{ leakageLow: 5 }, ['leakageHigh limit-alone']],
  [{ leakageLow: 20, leakageHigh: 5 }, ['leakageLow limits-order', 'leakageHigh limits-order']],
  [{ disturbanceLow: 0.1, disturbanceHigh: 2 }, []],
])('%j gives %j', (inputs, expected) => {
  expect(problemsOf(compute(inputs))).toEqual(expected);
});

it.each<[object, string[]]>([
  [{}, ['either-sign', 'few-studies', 'soil-only', 'large-area']],
  [{ rateFrom: 'ipcc', area: 1000 }, ['biomass-only']],
  [{ ...bare, rate: 1, area: 1000 }, ['no-spread', 'never-saturates', 'no-loss']],
  [{ rateFrom: 'own', rate: 1, rateSd: 0.1, area: 1000, buffer: 20 }, ['twice-deducted']],
])('%j warns of %j', (inputs, expected) => {
  expect(warningsOf(inputs)).toEqual(expected);
});

it('leaves roots out where the table has none, and says so', () => {
  const { zone, continent } = calculator.fields;
  if (zone?.kind !== 'choice' || continent?.kind !== 'choice') throw new Error('no choices');
  const codes = zone.values.flatMap((one) =>
    continent.values.flatMap((other) => {
      const computation = compute({ rateFrom: 'ipcc', zone: one, continent: other, area: 1000 });
      return computation.ok ? computation.result.warnings.map(({ code }) => code) : [];
    }),
  );
  expect(codes).toContain('no-roots');
});

it('draws the sum with its band, the years beside the emissions, and the terms', () => {
  const success = computed({});
  const removal = calculator.view('removal', success);
  if (removal?.kind !== 'lines') throw new Error('no lines');
  expect(removal.lines[0]?.points[0]).toEqual([2025, 0]);
  expect(removal.lines[0]?.points.at(-1)?.[1]).toBeCloseTo((figure({}, 'removal').value ?? 0) / 1000, 9);
  expect(removal.lines[0]?.band).toHaveLength(51);
  const against = calculator.view('against', success);
  expect(against?.kind === 'lines' && against.lines[1]?.points[0]).toEqual([2026, 36.8]);
  const terms = calculator.view('terms', success);
  expect(terms?.kind === 'intervals' && terms.rows).toHaveLength(6);
});

it('never throws, and never gives a number that is none', () => {
  const value = fc.oneof(fc.double(), fc.integer({ min: -5, max: 3000 }), fc.constant(''), fc.constant(null));
  const names = [
    'area',
    'years',
    'rate',
    'rateSd',
    'saturationYears',
    'disturbance',
    'leakage',
    'ch4',
    'emission',
  ];
  fc.assert(
    fc.property(
      fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] }),
      fc.constantFrom('synthesis', 'ipcc', 'own'),
      fc.constantFrom('world-fossil', 'own'),
      (inputs, rateFrom, emitter) => {
        const computation = compute({ ...inputs, rateFrom, emitter });
        if (computation.ok) expect(JSON.stringify(computation.result)).not.toMatch(/NaN|Infinity/);
        else expect(computation.problems.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 60 },
  );
});
