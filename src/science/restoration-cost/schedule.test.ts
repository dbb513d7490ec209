import { describe, expect, it } from 'vitest';
import { type Period, periodFaults, yearByYear } from './schedule.ts';

const period = (from: number, to: number, more: Partial<Period> = {}): Period => ({
  from,
  to,
  cost: 0,
  income: 0,
  carbon: 0,
  ...more,
});
const codes = (periods: readonly Period[]) =>
  periodFaults(periods).map(({ argument, code }) => `${argument} ${code}`);

describe('a schedule', () => {
  it('puts every period into its years, adds what they share and leaves gaps empty', () => {
    const periods = [
      period(0, 0, { cost: 100 }),
      period(2, 4, { income: 7, carbon: 1 }),
      period(4, 4, { cost: 5, carbon: 2 }),
    ];
    expect(yearByYear(periods)).toEqual({
      costs: [100, 0, 0, 0, 5],
      income: [0, 0, 7, 7, 7],
      carbon: [0, 0, 1, 1, 3],
    });
    expect(yearByYear(periods.toReversed())).toEqual(yearByYear(periods));
  });

  it('tells all that is wrong at once', () => {
    expect(codes([period(0, 100)])).toEqual([]);
    expect(codes([])).toEqual(['periods no-years']);
    expect(codes([period(0.5, 101), period(5, 4, { cost: -1, carbon: Number.NaN })])).toEqual([
      'periods.0.from not-whole-years',
      'periods.0.to too-high',
      'periods.1.to ends-before-start',
      'periods.1.cost too-low',
      'periods.1.carbon not-a-number',
    ]);
    expect(() => yearByYear([period(3, 1)])).toThrow(/periods\.0\.to is 1 \(ends-before-start\)/);
  });
});
