import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Drivers, type Filled, fillGaps, notFilled, qualityOf } from './gap-filling.ts';

const gap = Number.NaN;
const options = { stepsPerDay: 48, variant: 'Reichstein05', all: true } as const;
const constant = (n: number, value: number) => new Float64Array(n).fill(value);
const noDrivers: Drivers = { rg: null, vpd: null, tair: null };

function at(filled: Filled, i: number) {
  const { value, quality, estimate, count, sd, method, window } = filled;
  return {
    value: value[i],
    quality: quality[i],
    estimate: estimate[i],
    count: count[i],
    sd: sd[i],
    method: method[i],
    window: window[i],
  };
}

describe('by hand', () => {
  // 30 days, everything missing but a few records on day 15; the drivers are the same everywhere
  const n = 30 * 48;
  const middle = 15 * 48;
  const values = constant(n, gap);
  values.set([1, 2, 6], middle);
  const drivers = { rg: constant(n, 300), vpd: constant(n, 10), tair: constant(n, 20) };

  it('takes mean, standard deviation and number of similar records', () => {
    const filled = fillGaps(values, drivers, options);
    // mean (1 + 2 + 6) / 3 = 3; sd = sqrt((4 + 1 + 9) / 2) = sqrt 7
    const found = { estimate: 3, count: 3, sd: Math.sqrt(7), method: 1, window: 14 };
    expect(at(filled, middle)).toEqual({ value: 1, quality: 0, ...found });
    expect(at(filled, middle + 10)).toEqual({ value: 3, quality: 1, ...found });
    // 8 days away: the window of 14 days to either side
    expect(at(filled, middle + 8 * 48)).toMatchObject({ value: 3, quality: 2, window: 28 });
  });

  it('leaves out what lies at the limit: less than 50 W m-2, 5 hPa, 2.5 K', () => {
    for (const [name, step] of [
      ['rg', 50],
      ['vpd', 5],
      ['tair', 2.5],
    ] as const) {
      const shifted = { ...drivers, [name]: drivers[name].slice() };
      shifted[name][middle + 2] = (drivers[name][0] ?? 0) + step;
      expect(at(fillGaps(values, shifted, options), middle)).toMatchObject({ estimate: 1.5, count: 2 });
      shifted[name][middle + 2] = (drivers[name][0] ?? 0) + 0.99 * step;
      expect(at(fillGaps(values, shifted, options), middle)).toMatchObject({ estimate: 3, count: 3 });
    }
  });

  it('narrows the tolerance of radiation to 20 W m-2 at dusk', () => {
    const dusk = { ...drivers, rg: constant(n, 5) };
    dusk.rg[middle + 2] = 24;
    expect(at(fillGaps(values, dusk, options), middle)).toMatchObject({ count: 3 });
    dusk.rg[middle + 2] = 26;
    expect(at(fillGaps(values, dusk, options), middle)).toMatchObject({ count: 2 });
  });

  it('falls back to radiation only, and then to the time of day, where drivers are missing', () => {
    const noVpd = { ...drivers, vpd: null };
    expect(at(fillGaps(values, noVpd, options), middle)).toMatchObject({ method: 2, window: 14, count: 3 });
    // the three records lie within two steps of the first, and of one that follows 4 steps after it only one does
    const course = fillGaps(values, noDrivers, options);
    expect(at(course, middle)).toMatchObject({ method: 3, window: 1, count: 3, estimate: 3 });
    expect(at(course, middle + 3)).toMatchObject({ method: 3, window: 1, count: 2, estimate: 4 });
    expect(at(course, middle + 48)).toMatchObject({ method: 3, window: 3, count: 3, value: 3 });
  });

  it('balances less and more radiation in the variant of 2023, by day only', () => {
    const rg = constant(n, 300);
    rg.set([290, 310, 310], middle);
    const variant = { ...options, variant: 'Vekuri23' } as const;
    // at 300 W m-2: one record below (1), two above (2 and 6): (1 + 4) / 2
    expect(at(fillGaps(values, { ...drivers, rg }, variant), middle + 10)).toMatchObject({
      value: 2.5,
      count: 3,
    });
    const night = constant(n, 5);
    night.set([4, 6, 6], middle);
    expect(at(fillGaps(values, { ...drivers, rg: night }, variant), middle + 10)).toMatchObject({ value: 3 });
  });
});

describe('limits', () => {
  it('leaves gaps of more than 60 days open, and only those', () => {
    for (const days of [60, 61]) {
      const values = constant((days + 20) * 48, 1);
      values.fill(gap, 10 * 48, (10 + days) * 48);
      const { value, quality } = fillGaps(values, noDrivers, options);
      const open = value.filter(Number.isNaN).length;
      expect(open).toBe(days === 60 ? 0 : 61 * 48);
      expect(quality.filter((one) => one === notFilled).length).toBe(open);
    }
  });

  it('estimates gaps only where that is asked for', () => {
    const values = constant(10 * 48, 1);
    values[100] = gap;
    const { estimate } = fillGaps(values, noDrivers, { ...options, all: false });
    expect(estimate.filter((one) => !Number.isNaN(one)).length).toBe(1);
  });

  it('refuses a column without measurements', () => {
    expect(() => fillGaps(constant(96, gap), noDrivers, options)).toThrow(RangeError);
  });

  it('grades by method and window', () => {
    expect([14, 28, 56, 70].map((window) => qualityOf(1, window))).toEqual([1, 2, 2, 3]);
    expect([14, 28, 56, 70].map((window) => qualityOf(2, window))).toEqual([1, 2, 3, 3]);
    expect([1, 3, 5, 15].map((window) => qualityOf(3, window))).toEqual([1, 2, 2, 3]);
  });
});

describe('laws', () => {
  const series = fc.record({
    values: fc.array(fc.option(fc.double({ min: -20, max: 20, noNaN: true }), { nil: gap }), {
      minLength: 5 * 48,
      maxLength: 5 * 48,
    }),
    rg: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 5 * 48, maxLength: 5 * 48 }),
  });
  const filledFrom = ({
    values,
    rg,
  }: {
    readonly values: readonly number[];
    readonly rg: readonly number[];
  }) => fillGaps(Float64Array.from(values), { ...noDrivers, rg: Float64Array.from(rg) }, options);
  const some = ({ values }: { readonly values: readonly number[] }) =>
    values.filter((one) => !Number.isNaN(one)).length > 1;

  it('keeps what was measured, and fills within the range of it', () => {
    fc.assert(
      fc.property(series.filter(some), (one) => {
        const { value, quality } = filledFrom(one);
        const measured = one.values.filter((each) => !Number.isNaN(each));
        const [low, high] = [Math.min(...measured) - 1e-9, Math.max(...measured) + 1e-9];
        one.values.forEach((each, i) => {
          expect(quality[i] === 0).toBe(!Number.isNaN(each));
          if (quality[i] === 0) expect(value[i]).toBe(each);
          else if (quality[i] !== notFilled)
            expect((value[i] ?? gap) >= low && (value[i] ?? gap) <= high).toBe(true);
        });
      }),
      { numRuns: 15 },
    );
  });

  it('follows a change of scale and zero: fill(a x + b) = a fill(x) + b', () => {
    fc.assert(
      fc.property(series.filter(some), (one) => {
        const { value } = filledFrom(one);
        const { value: scaled } = filledFrom({ ...one, values: one.values.map((each) => 3 * each - 2) });
        value.forEach((each, i) => {
          if (Number.isNaN(each)) expect(scaled[i]).toBeNaN();
          else expect(scaled[i]).toBeCloseTo(3 * each - 2, 8);
        });
      }),
      { numRuns: 15 },
    );
  });

  it('gives the same from the last record to the first', () => {
    fc.assert(
      fc.property(series.filter(some), (one) => {
        const there = filledFrom(one);
        const back = filledFrom({ values: one.values.toReversed(), rg: one.rg.toReversed() });
        expect([...back.method].toReversed()).toEqual([...there.method]);
        expect([...back.count].toReversed()).toEqual([...there.count]);
      }),
      { numRuns: 15 },
    );
  });
});
