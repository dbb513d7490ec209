import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coastalSystems, mangroveClimates } from '../../science/blue-carbon/domain.ts';
import golden from '../../science/golden/blue-carbon/cases.json' with { type: 'json' };
import { defaultTexts } from '../address.ts';
import { type Computation, estimateOf, labelOf, rowsOf } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('blue-carbon');

const compute = (inputs: object) => calculator.compute({ ...inputs });
function resultOf(computation: Computation) {
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.result;
}
const estimate = (inputs: object, name: string) => estimateOf(resultOf(compute(inputs)), name);
const codesOf = (inputs: object) => {
  const computation = compute(inputs);
  return computation.ok ? [] : computation.problems.map(({ path, code }) => `${path} ${code}`);
};
const warningsOf = (inputs: object) => resultOf(compute(inputs)).warnings.map(({ code }) => code);
const marsh = { system: 'tidal-marsh', climate: 'none' };

const goldens = goldenInputs(golden.cases);

it.each(goldens)('gives the numbers of golden case $case', ({ raw, expected }) => {
  const result = resultOf(calculator.compute(raw));
  for (const [name, number] of Object.entries(expected))
    expect(estimateOf(result, name).value, name).toBeCloseTo(number, 6);
});

it('can enter eight cases', () => {
  expect(goldens).toHaveLength(8);
});

describe('the worked example', () => {
  const result = resultOf(calculator.compute(defaultTexts(calculator.fields)));
  const expected = golden.cases.find((one) => one.id === 'blue-05')?.expected as
    | Readonly<Record<string, number>>
    | undefined;

  it('is golden case blue-05', () => {
    const of = (name: string) => estimateOf(result, name).value;
    expect(of('net')).toBeCloseTo(expected?.['net_removal_t_co2e'] ?? Number.NaN, 6);
    expect(of('soil')).toBeCloseTo(expected?.['soil_removal_t_co2'] ?? Number.NaN, 6);
    expect(of('biomass')).toBeCloseTo(expected?.['biomass_removal_t_co2'] ?? Number.NaN, 6);
    expect(of('netPerYear')).toBeCloseTo((expected?.['net_removal_t_co2e'] ?? Number.NaN) / 3000, 9);
    expect(of('yearsToNaturalStock')).toBeCloseTo(386 / 1.62, 9);
    expect(rowsOf(result, 'course')).toHaveLength(31);
    expect(rowsOf(result, 'course')[30]?.['net']).toBeCloseTo(of('net') ?? Number.NaN, 6);
  });

  it('has no interval, for none of the factors that matter has limits, and no warning', () => {
    expect(estimateOf(result, 'net')).not.toHaveProperty('low');
    expect(estimateOf(result, 'probabilityOfRemoval').value).toBeNull();
    expect(estimateOf(result, 'breakevenRate').value).toBeNull();
    expect(result.warnings).toEqual([]);
  });
});

it('has the interval of a local rate and of drained soil', () => {
  const own = { ...marsh, ownAccumulation: 2, ownAccumulationLow: 1, ownAccumulationHigh: 3 };
  const { low, high, level } = estimate(own, 'net');
  // 100 ha · 30 a · 44/12 · (1, 3) t C
  expect(level).toBe(0.95);
  expect((low ?? 0) / 11_000).toBeCloseTo(1, 1);
  expect((high ?? 0) / 33_000).toBeCloseTo(1, 1);
  expect(estimate({ ...marsh, baseline: 'drained' }, 'net')).toHaveProperty('low');
});

it('prints what the wetland does by itself beside what it avoids', () => {
  const brackish = { ...marsh, salinity: 5, baseline: 'drained', area: 1, years: 1 };
  expect(estimate(brackish, 'absolute').value).toBeCloseTo((0.91 * 44) / 12 - 5.2299, 9);
  expect(estimate(brackish, 'net').value).toBeCloseTo((8.81 * 44) / 12 - 5.2299, 9);
  expect(estimate(brackish, 'breakevenRate').value).toBeCloseTo((5.2299 * 12) / 44, 9);
  expect(estimate({ ...marsh, area: 0 }, 'netPerYear').value).toBeNull();
});

it.each<[object, string[]]>([
  [{ system: 'seagrass', baseline: 'drained' }, ['baseline no-drainage-factor']],
  [{ climate: 'subtropical' }, ['climate no-biomass-ceiling']],
  [{ ownAccumulationLow: 1 }, ['ownAccumulation rate-missing']],
  [{ ownAccumulation: 2, ownAccumulationLow: 1 }, ['ownAccumulationHigh rate-limits']],
  [
    { ownAccumulation: 2, ownAccumulationLow: 3, ownAccumulationHigh: 1 },
    ['ownAccumulationLow rate-limits', 'ownAccumulationHigh rate-limits'],
  ],
  [{ years: 1.5, draws: 1000.5, seed: 0.1 }, ['years not-whole', 'draws not-whole', 'seed not-whole']],
])('refuses %o: %o', (inputs, expected) => {
  expect(codesOf(inputs)).toEqual(expected);
});

it('shows the default beside the factor used, and says where the interval comes from', () => {
  const own = { ...marsh, ownAccumulation: 2, ownAccumulationLow: 1, ownAccumulationHigh: 3 };
  const result = resultOf(compute(own));
  expect(rowsOf(result, 'factors')[0]).toEqual({
    ...{ factor: 'accumulation', table: 0.91, used: 2, low: 1, high: 3 },
  });
  expect(labelOf(result, 'method')).toBe('own-factors');
  expect(labelOf(result, 'intervalFrom')).toBe('limits');
  expect(labelOf(resultOf(compute(marsh)), 'intervalFrom')).toBe('none');
  // seagrass has neither drained soil, methane nor trees
  expect(rowsOf(resultOf(compute({ system: 'seagrass' })), 'factors')).toHaveLength(2);
});

describe('what it draws', () => {
  const view = (id: string, inputs: object) => {
    const computation = compute(inputs);
    return computation.ok ? calculator.view(id, computation) : null;
  };
  const brackish = { ...marsh, salinity: 5, baseline: 'drained' };

  it('sets the wetland against the land without it: what is left between them is the result', () => {
    const drawn = view('balance', brackish);
    if (drawn?.kind !== 'bars') throw new Error('no bars');
    const [wetland = 0, without = 0, difference = 0] = drawn.bars.map(({ parts }) =>
      parts.reduce((sum, { value }) => sum + value, 0),
    );
    expect(wetland - without).toBeCloseTo(difference, 9);
    expect(difference).toBeCloseTo(estimate(brackish, 'netPerYear').value ?? Number.NaN, 9);
    expect(drawn.bars[2]?.interval).not.toBeNull();
    expect(view('balance', {})).toMatchObject({ bars: [{ name: 'with' }, { name: 'without' }] });
    expect(view('balance', { area: 0 })).toBeNull();
  });

  it('draws only the components there are, to the same end as the result', () => {
    const drawn = view('course', brackish);
    if (drawn?.kind !== 'lines') throw new Error('no lines');
    expect(drawn.lines.map(({ name }) => name)).toEqual(['net', 'soil', 'methane', 'avoided']);
    const [net = 0, ...parts] = drawn.lines.map(({ points }) => points.at(-1)?.[1] ?? 0);
    expect(parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(net, 6);
    expect(net).toBeCloseTo(estimate(brackish, 'net').value ?? Number.NaN, 6);
  });
});

it('takes a natural biomass of the user’s own', () => {
  expect(codesOf({ climate: 'subtropical', biomassCeiling: 80 })).toEqual([]);
  // room for 80 t · 1.96 · 0.451 · 44/12 · 100 ha
  expect(estimate({ climate: 'subtropical', biomassCeiling: 80 }, 'biomass').value).toBeCloseTo(
    (80 * 1.96 * 0.451 * 4400) / 12,
    6,
  );
});

it.each<[string, object]>([
  ['net-source', { ...marsh, salinity: 5 }],
  ['fresh-water', { salinity: 17 }],
  ['not-counted', { cover: 5 }],
  ['not-counted', { planting: 'unaided' }],
  ['stock-reached', { soilStock: 380 }],
  ['drained-baseline', { baseline: 'drained' }],
  ['marsh-rate', marsh],
])('warns: %s', (code, inputs) => {
  expect(warningsOf(inputs)).toContain(code);
});

it('never throws, and never gives a number that is none', () => {
  const number = fc.oneof(fc.double(), fc.integer({ min: -1, max: 300 }), fc.constantFrom('', 'x', '12,5'));
  const fields = fc.record({
    system: fc.constantFrom(...coastalSystems),
    climate: fc.constantFrom('none', ...mangroveClimates),
    area: number,
    years: fc.integer({ min: -1, max: 201 }),
    salinity: number,
    soilStock: number,
    baseline: fc.constantFrom('drained', 'not-drained'),
    ownAccumulation: number,
  });
  fc.assert(
    fc.property(fields, (inputs) => {
      const computation = compute(inputs);
      if (computation.ok) expect(JSON.stringify(computation.result)).not.toMatch(/NaN|Infinity/);
    }),
    { numRuns: 60 },
  );
});
