import { describe, expect, it } from 'vitest';
import { type Computation, estimateOf, type Result, rowsOf } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { changed, example, withColumns } from './example-file.ts';
import { warnings } from './warning-codes.ts';

const calculator = await loadCalculator('eddy-covariance');

const compute = (inputs: object = {}) => calculator.compute({ data: example, ...inputs });

function resultOf(computation: Computation): Result {
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems.slice(0, 5)));
  return computation.result;
}

describe('warnings', () => {
  const none = { ustar: 'none', partition: 'none' };
  const network = withColumns(
    ['TIMESTAMP_START', 'NEE_VUT_REF', 'NEE_VUT_REF_QC', 'SW_IN_F', 'TA', 'VPD', 'USTAR'],
    ([time = '', nee = '', rg = '', ...rest]) => [time, nee, '0', rg, ...rest],
  );
  const cases: Readonly<Record<(typeof warnings)[number], object>> = {
    'filled-by-others': { ...none, data: network.replaceAll('TIMESTAMP_START', 'TIMESTAMP_END') },
    'quality-column-missing': { ...none, data: network.replaceAll('TIMESTAMP_START', 'TIMESTAMP_END') },
    'storage-not-added': { ...none, data: example.replace('NEE', 'FC') },
    'vpd-from-humidity': { ...none, data: example.replace('VPD', 'RH') },
    'time-name-unclear': { ...none, data: example.replace('TIMESTAMP_END', 'TIMESTAMP') },
    'time-shifted': { utcOffset: 7, ustar: 'none' },
    'nee-extreme': {
      ...none,
      data: changed((cells, index) => (index === 5 ? cells.toSpliced(1, 1, '80') : cells)),
    },
    'not-a-year': none,
    'gaps-left': {
      ...none,
      data: changed((cells, index) => (index < 61 * 48 ? cells.toSpliced(1, 1, '-9999') : cells)),
    },
    'season-mostly-filled': {},
    'radiation-only': {
      ...none,
      data: withColumns(['TIMESTAMP_END', 'NEE', 'SW_IN'], (cells) => cells.slice(0, 3)),
    },
    'diurnal-only': { ...none, data: withColumns(['TIMESTAMP_END', 'NEE'], (cells) => cells.slice(0, 2)) },
    'threshold-pooled': {},
    // 700 night records are just enough, and half of the samples have fewer: with this seed more than half
    'no-bands': { data: someNights(700), partition: 'none', samples: 30, seed: 1 },
    'not-partitioned': { ustar: 'none', leastRange: 20 },
    'range-relaxed': { ustar: 'none', leastRange: 3 },
  };

  /** The example with the first so many of its valid night records, and none after them. */
  function someNights(most: number): string {
    let valid = 0;
    return changed((cells) => {
      const [, nee, rg, tair, , ustar] = cells.map(Number);
      const isValid = rg !== undefined && rg < 10 && ![nee, rg, tair, ustar].includes(-9999);
      if (!isValid || ++valid <= most) return cells;
      return cells.toSpliced(1, 1, '-9999');
    });
  }

  it.each(warnings)('%s', (code) => {
    const found = resultOf(compute(cases[code])).warnings.map((one) => one.code);
    expect(found).toContain(code);
  });

  it('name how far the sun is off', () => {
    const { warnings } = resultOf(compute(cases['time-shifted']));
    expect(warnings.find(({ code }) => code === 'time-shifted')?.value).toBeCloseTo(60, -1);
  });

  it('leave no sum, no split and no number that is none', () => {
    const open = resultOf(compute(cases['gaps-left']));
    expect(estimateOf(open, 'nee')).toEqual({ value: null });
    const left = rowsOf(open, 'coverage').find(({ records }) => records === 'open');
    expect(left?.['count']).toBeGreaterThanOrEqual(61 * 48);
    const whole = resultOf(compute(cases['not-partitioned']));
    expect([estimateOf(whole, 'reco').value, estimateOf(whole, 'e0').value]).toEqual([null, null]);
    expect(estimateOf(whole, 'nee').value).toBeLessThan(0);
    for (const result of [open, whole]) expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity|undefined/);
  });
});
