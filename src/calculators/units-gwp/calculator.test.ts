import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/units-gwp/cases.json' with { type: 'json' };
import { gwpSets } from '../../science/units-gwp/gwp-sets.ts';
import { defaultTexts } from '../address.ts';
import { type Computation, estimateOf, rowsOf } from '../define.ts';
import { loadCalculator } from '../load.ts';

const calculator = await loadCalculator('units-gwp');

const compute = (inputs: object) => calculator.compute({ ...inputs });
function resultOf(computation: Computation) {
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.result;
}
const caseOf = (id: string) => golden.cases.find((one) => one.id === id);
const problemsOf = (from: string, to: string) => {
  const computation = compute({ conversions: [{ value: 1, from, to }] });
  return computation.ok ? [] : computation.problems.map(({ path, code }) => `${path} ${code}`);
};
const warningsOf = (inputs: object) => resultOf(compute(inputs)).warnings.map(({ code }) => code);

describe('the worked example', () => {
  const result = resultOf(calculator.compute(defaultTexts(calculator.fields)));

  it('is golden case gwp-02', () => {
    const expected = caseOf('gwp-02')?.expected as Readonly<Record<string, number>> | undefined;
    expect(estimateOf(result, 'balance').value).toBeCloseTo(expected?.['AR6_100_nonfossil'] ?? Number.NaN, 9);
    const row = rowsOf(result, 'bySet').find(({ set }) => set === 'ar6-20-nonfossil');
    expect(row?.['balance']).toBeCloseTo(expected?.['AR6_20_nonfossil'] ?? Number.NaN, 9);
    expect(rowsOf(result, 'bySet').map(({ set }) => set)).toEqual(gwpSets);
  });

  it('converts golden cases unit-42, unit-43 and unit-31', () => {
    const values = ['unit-42', 'unit-43', 'unit-31'].map((id) => caseOf(id)?.expected.value);
    expect(rowsOf(result, 'conversions').map((row) => row['result'])).toEqual(
      values.map((value) => expect.closeTo(value ?? Number.NaN, 9)),
    );
    expect(rowsOf(result, 'conversions').map((row) => row['basis'])).toEqual([
      'units',
      'inventory-ratio',
      'molar-mass',
    ]);
    expect(result.warnings).toEqual([]);
  });
});

it('takes gases by their carbon and nitrogen or whole', () => {
  // 12 kg CH4-C are 16 kg CH4; 28 kg N2O-N are 44 kg N2O
  const whole = resultOf(compute({ ch4: 16, ch4Form: 'gas', n2o: 44, n2oForm: 'gas' }));
  const parts = resultOf(compute({ ch4: 12, ch4Form: 'carbon', n2o: 28, n2oForm: 'nitrogen' }));
  expect(estimateOf(parts, 'balance').value).toBeCloseTo(
    estimateOf(whole, 'balance').value ?? Number.NaN,
    12,
  );
  expect(estimateOf(whole, 'ch4Part').value).toBeCloseTo(0.432, 12);
});

it.each([
  ['t/ha', 'foo', ['conversions.0.to unknown-unit']],
  ['ton', 'tons', ['conversions.0.from unknown-unit', 'conversions.0.to unknown-unit']],
  ['ha', 't', ['conversions.0.to mixed-dimensions']],
  ['t C/ha', 't C/ha/yr', ['conversions.0.to stock-and-flow']],
  ['t CH4', 't CO2', ['conversions.0.to mixed-substances']],
  ['t', 't CO2', ['conversions.0.to substance-missing']],
  ['mol', 'g', ['conversions.0.to no-molar-mass']],
])('%s to %s is refused with its reason', (from, to, expected) => {
  expect(problemsOf(from, to)).toEqual(expected);
});

it('warns of sets that do not fit ecosystems', () => {
  expect(warningsOf({ gwpSet: 'ar6-100-fossil' })).toEqual(['fossil-methane']);
  expect(warningsOf({ gwpSet: 'ar6-20' })).toEqual(['methane-of-all-origins']);
  expect(warningsOf({ gwpSet: 'sar-100' })).toEqual(['older-report']);
  expect(warningsOf({ gwpSet: 'ar6-100-fossil', ch4: 0 })).toEqual([]);
  expect(warningsOf({ gwpSet: 'ar5-100' })).toEqual([]);
});

it('never throws, and never gives a number that is none', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('t C', 'ha', 'kg CO2', '1e999', 'mol', 'ton'),
  );
  fc.assert(
    fc.property(
      fc.record({ co2: text, ch4: text, n2o: text }),
      text,
      text,
      text,
      (gases, value, from, to) => {
        const computation = compute({ ...gases, conversions: [{ value, from, to }] });
        if (computation.ok) expect(JSON.stringify(computation.result)).not.toMatch(/NaN|Infinity/);
      },
    ),
  );
});
