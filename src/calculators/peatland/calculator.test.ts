import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/peatland/cases.json' with { type: 'json' };
import { zoneOf } from '../../science/peatland/categories.ts';
import { drainedCategories, rewettedCategories } from '../../science/peatland/domain.ts';
import { defaultTexts } from '../address.ts';
import { type Computation, estimateOf, labelOf, rowsOf } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';
import { ownFactors } from './own-factors.ts';

const calculator = await loadCalculator('peatland');

const compute = (inputs: object) => calculator.compute({ ...inputs });
function resultOf(computation: Computation) {
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.result;
}
const valueAt = (inputs: object, name: string) =>
  estimateOf(resultOf(compute(inputs)), name).value ?? Number.NaN;
const codesOf = (inputs: object) => {
  const computation = compute(inputs);
  return computation.ok ? [] : computation.problems.map(({ path, code }) => `${path} ${code}`);
};
const warningsOf = (inputs: object) => resultOf(compute(inputs)).warnings.map(({ code }) => code);

const goldens = goldenInputs(golden.cases);

it.each(goldens)('gives the numbers of golden case $case ($raw.gwpSet)', ({ case: id, raw, expected }) => {
  const { tolerance } = golden.cases.find((one) => one.id === id) ?? {};
  const result = resultOf(calculator.compute(raw));
  for (const [name, number] of Object.entries(expected)) {
    const allowed = Math.max(tolerance?.abs ?? 0, (tolerance?.rel ?? 0) * Math.abs(number));
    expect(Math.abs((estimateOf(result, name).value ?? Number.NaN) - number), name).toBeLessThanOrEqual(
      allowed,
    );
  }
});

it('can enter ten cases', () => {
  expect(new Set(goldens.map((one) => one.case)).size).toBe(10);
});

describe('the worked example', () => {
  const result = resultOf(calculator.compute(defaultTexts(calculator.fields)));
  type Totals = Readonly<Record<string, Readonly<Record<string, number>>>>;
  const expected = golden.cases.find((one) => one.id === 'peat-07')?.expected as Totals | undefined;

  it('is golden case peat-07, with every set of potentials', () => {
    const of = expected?.['AR6_100_nonfossil'];
    expect(estimateOf(result, 'benefit').value).toBeCloseTo(of?.['benefit_t_co2e_ha_yr'] ?? Number.NaN, 9);
    expect(estimateOf(result, 'drained').value).toBeCloseTo(of?.['drained_t_co2e_ha_yr'] ?? Number.NaN, 9);
    expect(estimateOf(result, 'rewetted').value).toBeCloseTo(of?.['rewetted_t_co2e_ha_yr'] ?? Number.NaN, 9);
    for (const [name, totals] of Object.entries(expected ?? {})) {
      const set = name.toLowerCase().replace(/_/g, '-');
      const row = rowsOf(result, 'bySet').find((one) => one['set'] === set);
      expect(row?.['benefit'], name).toBeCloseTo(totals['benefit_t_co2e_ha_yr'] ?? Number.NaN, 9);
    }
  });

  it('shows the gases apart, and they add up', () => {
    const rows = rowsOf(result, 'gases');
    const sum = (name: string) => rows.slice(0, -1).reduce((total, row) => total + Number(row[name]), 0);
    expect(rows.map(({ gas }) => gas)).toEqual(['co2', 'doc', 'ch4', 'n2o', 'total']);
    for (const name of ['drained', 'rewetted', 'benefit'])
      expect(sum(name)).toBeCloseTo(Number(rows[4]?.[name]), 9);
    expect(rows[4]?.['drainedMass']).toBeNull();
    expect(rows[0]?.['drainedMass']).toBeCloseTo((6.1 * 44000) / 12, 6);
  });

  it('has an interval around the benefit', () => {
    const { value, low, high } = estimateOf(result, 'benefit');
    expect(low).toBeLessThan(value ?? 0);
    expect(high).toBeGreaterThan(value ?? 0);
    expect(estimateOf(result, 'benefitOfProject').value).toBeCloseTo(30 * (value ?? 0), 6);
  });
});

it('takes ditches and factors of the user’s own', () => {
  expect(valueAt({ ditchFraction: 0 }, 'drained')).toBeLessThan(valueAt({}, 'drained'));
  const own = { ownFactors: [{ factor: 'rewetted-ch4', value: 0, low: null, high: null }] };
  expect(valueAt(own, 'rewetted')).toBeCloseTo((0.74 * 44) / 12, 9);
  const poor = { drained: 'temperate-grassland-poor', rewetted: 'temperate-poor' };
  // (1165 - 527) kg · 0.05 · 27 / 1000 = 0.8613 t CO2e
  const less =
    valueAt({ ...poor, drainage: 'deep' }, 'drained') - valueAt({ ...poor, drainage: 'shallow' }, 'drained');
  expect(less).toBeCloseTo(0.8613, 9);
  expect(valueAt({ drainage: 'shallow' }, 'drained')).toBe(valueAt({}, 'drained'));
});

it('has no interval where no factor has one, and then nothing to rank', () => {
  const bare = compute({ ownFactors: ownFactors.map((factor) => ({ factor, value: 1 })) });
  expect(estimateOf(resultOf(bare), 'benefit')).not.toHaveProperty('low');
  expect(bare.ok && calculator.view('factors', bare)).toBeNull();
});

it('shows the default beside the factor used', () => {
  const own = { ownFactors: [{ factor: 'drained-co2', value: 5, low: 4, high: 6 }] };
  const result = resultOf(compute(own));
  expect(rowsOf(result, 'factors')[0]).toEqual({
    ...{ factor: 'drained-co2', table: 6.1, used: 5, low: 4, high: 6, from: 'own' },
  });
  expect(labelOf(result, 'method')).toBe('own-factors');
  expect(rowsOf(resultOf(compute({ ditchFraction: 0.1 })), 'factors').at(-1)).toEqual({
    ...{ factor: 'ditch-fraction', table: 0.05, used: 0.1, low: null, high: null, from: 'own' },
  });
  expect(rowsOf(result, 'factors').filter(({ from }) => from === 'table')).toHaveLength(8);
});

describe('what it draws', () => {
  const example = calculator.compute(defaultTexts(calculator.fields));
  const view = (id: string) => (example.ok ? calculator.view(id, example) : null);

  it('stacks the gases to the sums of the result', () => {
    const drawn = view('gases');
    if (drawn?.kind !== 'bars') throw new Error('no bars');
    const sums = drawn.bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
    for (const [index, name] of ['drained', 'rewetted'].entries())
      expect(sums[index]).toBeCloseTo(valueAt({}, name), 9);
    for (const { interval } of drawn.bars) expect(interval).not.toBeNull();
  });

  it('ranks the factors: a wider one is never below a narrower one', () => {
    const drawn = view('factors');
    if (drawn?.kind !== 'intervals') throw new Error('no intervals');
    const widths = drawn.rows.map(({ interval }) => (interval ? interval[1] - interval[0] : 0));
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    // methane after rewetting: 0 to 856 kg CH4-C around 216, times 16/12 and 27/1000
    expect(widths[0]).toBeCloseTo((856 * 16 * 27) / 12 / 1000, 9);
  });

  it('has a row for every set of potentials but those of fossil methane', () => {
    const drawn = view('potentials');
    expect(drawn?.kind === 'intervals' && drawn.rows.length).toBe(10);
  });
});

const row = { factor: 'drained-co2', value: 5 };
it.each<[object, string[]]>([
  [{ rewetted: 'boreal-poor' }, ['rewetted zones-differ']],
  [{ ownFactors: [row, row] }, ['ownFactors.1.factor factor-twice']],
  [{ ownFactors: [{ ...row, low: 1 }] }, ['ownFactors.0.high limit-alone']],
  [{ ownFactors: [{ ...row, high: 9 }] }, ['ownFactors.0.low limit-alone']],
  [
    { ownFactors: [{ ...row, low: 6, high: 4 }] },
    ['ownFactors.0.low limits-order', 'ownFactors.0.high limits-order'],
  ],
  [{ draws: 1000.5, seed: 1.5 }, ['draws not-whole', 'seed not-whole']],
  [{ area: -1, ditchFraction: 2 }, ['area too-low', 'ditchFraction too-high']],
])('refuses %o: %o', (inputs, expected) => {
  expect(codesOf(inputs)).toEqual(expected);
});

it.each<[string, object]>([
  ['benefit-negative', { drained: 'temperate-forest', gwpSet: 'ar6-20-nonfossil' }],
  ['benefit-uncertain', { drained: 'temperate-forest' }],
  ['sign-depends-on-gwp', { drained: 'temperate-forest' }],
  ['still-a-source', {}],
  ['no-n2o-interval', { drained: 'tropical-oil-palm', rewetted: 'tropical' }],
  ['zone-default', { rewetted: 'default' }],
  ['own-outside', { ownFactors: [{ factor: 'drained-co2', value: 61 }] }],
])('warns: %s', (code, inputs) => {
  expect(warningsOf(inputs)).toContain(code);
});

it('does not warn where there is nothing to say', () => {
  const sink = [
    { factor: 'rewetted-co2', value: -0.7 },
    { factor: 'rewetted-ch4', value: 0 },
  ];
  expect(warningsOf({ drained: 'temperate-cropland', ownFactors: sink })).toEqual([]);
});

it('never throws, and never gives a number that is none', () => {
  const fields = fc.record({
    drained: fc.constantFrom(...drainedCategories),
    rewetted: fc.constantFrom(...rewettedCategories, 'default'),
    area: fc.oneof(fc.double(), fc.constantFrom('', 'x', 0)),
    ditchFraction: fc.oneof(fc.double({ min: 0, max: 1 }), fc.constant('')),
    shape: fc.constantFrom('split-normal', 'triangular'),
  });
  fc.assert(
    fc.property(fields, (inputs) => {
      const computation = compute(inputs);
      if (computation.ok) expect(JSON.stringify(computation.result)).not.toMatch(/NaN|Infinity/);
    }),
    { numRuns: 40 },
  );
});

it('computes every pair within a zone', () => {
  for (const drained of drainedCategories)
    for (const rewetted of rewettedCategories.filter((one) => zoneOf(one) === zoneOf(drained)))
      expect(Number.isFinite(valueAt({ drained, rewetted }, 'benefit'))).toBe(true);
});
