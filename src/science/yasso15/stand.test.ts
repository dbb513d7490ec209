import { describe, expect, it } from 'vitest';
import type { Awenh } from './model.ts';
import { runYears, steadyState } from './run.ts';
import { type Stand, standStart, standSteadyState, standYears } from './stand.ts';

const climate = {
  temperatures: [-8, -7, -3, 2, 9, 14, 16, 14, 9, 4, 0, -5],
  precipitation: 650,
  leaching: 0,
};
const leaves: Awenh = [1, 0.3, 0.2, 0.5, 0];
const stems: Awenh = [0.6, 0.05, 0.01, 0.34, 0];
const none: Awenh = [0, 0, 0, 0, 0];
const stand: Stand = {
  classes: [
    { diameter: 0, before: leaves, after: none },
    { diameter: 20, before: none, after: stems },
  ],
  climate,
  initial: null,
};
const total = (pools: Awenh | null) => pools?.reduce((sum, pool) => sum + pool, 0) ?? Number.NaN;

describe('a stand', () => {
  it('is the sum of its sizes', () => {
    const begun = steadyState(leaves, { ...climate, diameter: 0 });
    expect(total(standStart(stand))).toBeCloseTo(total(begun), 12);
    const fine = runYears(begun ?? none, none, { ...climate, diameter: 0 }, 12);
    const coarse = runYears(none, stems, { ...climate, diameter: 20 }, 12);
    const both = standYears(stand, 12);
    expect(both?.total.at(-1)).toBeCloseTo((fine.total.at(-1) ?? 0) + (coarse.total.at(-1) ?? 0), 12);
    expect(total(standSteadyState(stand))).toBeCloseTo(
      total(steadyState(stems, { ...climate, diameter: 20 })),
      10,
    );
  });

  it('does not care for the order of its sizes, nor whether litter of one size is split', () => {
    const reversed = standYears({ ...stand, classes: stand.classes.toReversed() }, 5);
    const half = stems.map((pool) => pool / 2);
    const [a = 0, w = 0, e = 0, n = 0, h = 0] = half;
    const halves = [stand.classes[0], stand.classes[1], stand.classes[1]].map((one, index) => ({
      diameter: one?.diameter ?? 0,
      before: one?.before ?? none,
      after: index === 0 ? none : ([a, w, e, n, h] as const),
    }));
    const whole = standYears(stand, 5)?.total.at(-1) ?? Number.NaN;
    expect(reversed?.total.at(-1)).toBeCloseTo(whole, 12);
    expect(standYears({ ...stand, classes: halves }, 5)?.total.at(-1)).toBeCloseTo(whole, 12);
  });

  it('may begin with pools, which decay like fine litter', () => {
    const initial: Awenh = [3, 1, 1, 12, 40];
    const alone = standYears({ ...stand, classes: [], initial }, 9);
    const fine = runYears(initial, none, { ...climate, diameter: 0 }, 9);
    expect(alone?.total).toEqual(fine.total);
    expect(standStart({ ...stand, initial })).toEqual(initial);
  });

  it('adds up: what falls is CO2 or change of the stock', () => {
    const series = standYears(stand, 30);
    const change = (series?.total.at(-1) ?? Number.NaN) - total(standStart(stand));
    const lost = series?.co2.reduce((sum, one) => sum + one, 0) ?? Number.NaN;
    expect(lost + change).toBeCloseTo(30 * 1, 9);
  });

  it('has no steady state without precipitation', () => {
    const dry = { ...stand, climate: { ...climate, precipitation: 0 } };
    expect(standStart(dry)).toBeNull();
    expect(standYears(dry, 5)).toBeNull();
    expect(standSteadyState(dry)).toBeNull();
    expect(standYears({ ...dry, initial: none }, 5)?.total.at(-1)).toBeCloseTo(5, 12);
  });
});
