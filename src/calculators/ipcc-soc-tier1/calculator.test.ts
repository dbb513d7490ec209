import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/ipcc-soc-tier1/cases.json' with { type: 'json' };
import { climates, soils } from '../../science/ipcc-soc-tier1/zones.ts';
import { defaultTexts } from '../address.ts';
import { type Computation, estimateOf, rowsOf } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { inputLevels, lands } from './land.ts';

const calculator = await loadCalculator('ipcc-soc-tier1');

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
/** Wetland soil under annual crops, rewetted. */
const wetland = {
  climate: 'cool-temperate-moist',
  soil: 'wetland',
  area: 1,
  years: 40,
  inputBefore: 'medium',
  landAfter: 'rewetted-wetland',
};

describe('the worked example', () => {
  const result = resultOf(calculator.compute(defaultTexts(calculator.fields)));
  const expected = golden.cases.find((one) => one.id === 'soc1-08')?.expected;

  it('is golden case soc1-08', () => {
    const stocks = expected?.stock_t_ha_by_year as Readonly<Record<string, number>> | undefined;
    expect(estimateOf(result, 'cumulative').value).toBeCloseTo(expected?.total_change_t_co2 ?? Number.NaN, 6);
    expect(estimateOf(result, 'stockBefore').value).toBeCloseTo(expected?.soc_before_t_ha ?? Number.NaN, 9);
    for (const [year, stock] of Object.entries(stocks ?? {}))
      expect(rowsOf(result, 'course')[Number(year)]?.['withProject']).toBeCloseTo(stock, 9);
    // 0.3336 t C · 44/12
    expect(estimateOf(result, 'annual').value).toBeCloseTo(1.2232, 9);
  });

  it('has the interval of golden case soc1-18, which is the same change', () => {
    const { low, high, level } = estimateOf(result, 'annual');
    expect(level).toBe(0.95);
    expect(low).toBeCloseTo(0.653, 1);
    expect(high).toBeCloseTo(1.763, 1);
    expect(estimateOf(result, 'probabilityOfGain').value).toBeGreaterThan(99);
    expect(estimateOf(result, 'cumulative').low).toBeCloseTo((low ?? 0) * 20 * 250, 6);
  });

  it('says that the gain ends', () => {
    expect(result.warnings.map(({ code }) => code)).toEqual(['gain-ends']);
  });
});

it('compares with what would happen otherwise', () => {
  const worse = {
    landWithout: 'long-term-cultivated',
    inputWithout: 'low',
    inputBefore: 'medium',
    years: 20,
  };
  // before 24 · 0.76 = 18.24; without 17.328; after 24: gain against without, not against before
  expect(valueAt(worse, 'annual')).toBeCloseTo(((24 - 17.328) / 20) * (44 / 12), 9);
  expect(valueAt(worse, 'cumulative')).toBeCloseTo((24 - 17.328) * (44 / 12) * 250, 6);
  expect(valueAt({ landAfter: 'long-term-cultivated', inputAfter: 'low' }, 'annual')).toBe(0);
});

it('takes nitrous oxide and methane off', () => {
  // 100 kg N · 0.01374 · 44/28 · 273 / 1000 = 0.5894 t CO2e
  const fed = { nitrogen: 100, nitrogenClimate: 'wet', years: 10, area: 1 };
  expect(valueAt(fed, 'annualN2o')).toBeCloseTo(0.589446, 9);
  expect(valueAt(fed, 'net')).toBeCloseTo(12.232 - 5.89446, 6);
  // 128 · 0.09 / 20 · 44/12 = 2.112; 235 · 27 / 1000 = 6.345
  expect(valueAt(wetland, 'annual')).toBeCloseTo(2.112, 9);
  expect(valueAt(wetland, 'annualMethane')).toBeCloseTo(6.345, 9);
  expect(valueAt(wetland, 'stockAfter')).toBe(128);
  expect(valueAt(wetland, 'cumulative')).toBeCloseTo(128 * 0.29 * (44 / 12), 9);
});

it('takes a stock of the user’s own, with its error', () => {
  const result = resultOf(compute({ ownStock: 50, ownStockError: 10 }));
  expect(estimateOf(result, 'referenceStock').value).toBe(50);
  expect(estimateOf(result, 'annual').low).toBeGreaterThan(0);
});

describe('problems', () => {
  it.each<[object, string[]]>([
    [{ climate: 'tropical-dry', soil: 'spodic' }, ['soil no-default-stock']],
    [
      { landAfter: 'forest', tillageAfter: 'no-till', inputAfter: 'low' },
      ['tillageAfter not-for-system', 'inputAfter not-for-system'],
    ],
    [{ landAfter: 'grassland-nominal', tillageAfter: 'reduced' }, ['tillageAfter not-for-system']],
    [{ landBefore: 'paddy-rice' }, ['inputBefore not-for-land-use']],
    [{ landAfter: 'grassland-nominal', inputAfter: 'high' }, ['inputAfter input-only-improved']],
    [{ climate: 'tropical-montane', landAfter: 'perennial-tree-crop' }, ['landAfter no-default-factor']],
    [
      { climate: 'polar', landBefore: 'native', inputBefore: 'medium', landAfter: 'grassland-improved' },
      ['landAfter no-default-factor'],
    ],
    [{ landAfter: 'rewetted-wetland' }, ['soil needs-wetland-soil']],
    [{ ...wetland, landBefore: 'native' }, ['landBefore needs-cultivated-land']],
    [{ years: 2.5, seed: 0.5 }, ['years not-whole', 'seed not-whole']],
    [{ ownStockError: 5 }, ['ownStockError error-without-stock']],
    [{ landWithout: 'forest', tillageWithout: 'no-till' }, ['tillageWithout not-for-system']],
  ])('%o: %o', (inputs, expected) => {
    expect(codesOf(inputs)).toEqual(expected);
  });

  it('end with a factor of the user’s own', () => {
    const crops = { climate: 'tropical-montane', landAfter: 'perennial-tree-crop', ownFactorAfter: 1 };
    expect(codesOf(crops)).toEqual([]);
  });
});

it.each<[string, object]>([
  ['loss', { landBefore: 'native', inputBefore: 'medium', landAfter: 'long-term-cultivated' }],
  ['little-data', { climate: 'tropical-montane' }],
  [
    'no-interval',
    { landBefore: 'native', inputBefore: 'medium', landAfter: 'forest', ownFactorAfter: 1.1, ownStock: 50 },
  ],
  ['gain-ends', { years: 21 }],
  ['nitrogen-outlasts', { nitrogen: 150, nitrogenClimate: 'wet', years: 60 }],
  ['wetland-methane', wetland],
  ['perennial-factor', { climate: 'tropical-wet', landAfter: 'perennial-tree-crop' }],
])('warns: %s', (code, inputs) => {
  expect(warningsOf(inputs)).toContain(code);
  expect(warningsOf({ years: 20 })).not.toContain(code);
});

it('never throws, and never gives a number that is none', () => {
  const fields = fc.record({
    climate: fc.constantFrom(...climates),
    soil: fc.constantFrom(...soils),
    landBefore: fc.constantFrom(...lands),
    landAfter: fc.constantFrom(...lands, 'rewetted-wetland'),
    landWithout: fc.constantFrom(...lands, 'as-before'),
    tillageBefore: fc.constantFrom('full', 'reduced', 'no-till'),
    inputAfter: fc.constantFrom(...inputLevels),
    area: fc.oneof(fc.constantFrom('', '0', 'x', '1e9'), fc.double()),
    years: fc.oneof(fc.integer({ min: -1, max: 101 }), fc.constant('30')),
  });
  fc.assert(
    fc.property(fields, (inputs) => {
      const computation = compute(inputs);
      if (computation.ok) expect(JSON.stringify(computation.result)).not.toMatch(/NaN|Infinity/);
      else expect(computation.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});
