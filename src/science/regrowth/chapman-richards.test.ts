import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageAtShare,
  ageOfLargestIncrement,
  ageOfLargestMeanIncrement,
  type Curve,
  currentIncrement,
  meanIncrement,
  stockAt,
  stockDerivatives,
} from './chapman-richards.ts';
import { curveFaults, evaluateCurve } from './evaluate.ts';

const curve = (asymptote: number, rate: number, shape: number): Curve => ({ asymptote, rate, shape });
const half = curve(100, Math.LN2 / 10, 1); // half of what is left, every 10 years

describe('arithmetic by hand', () => {
  it('p = 1, k = ln 2/10: 50 t/ha at 10 years, 75 at 20, 87.5 at 30', () => {
    expect([0, 10, 20, 30].map((age) => stockAt(half, age))).toEqual([
      0,
      expect.closeTo(50, 12),
      expect.closeTo(75, 12),
      expect.closeTo(87.5, 12),
    ]);
  });

  it('its increment is k times what is left: 6.931 at the start, half of it after 10 years', () => {
    expect(currentIncrement(half, 0)).toBeCloseTo(10 * Math.LN2, 12);
    expect(currentIncrement(half, 10)).toBeCloseTo(5 * Math.LN2, 12);
    expect(meanIncrement(half, 20)).toBeCloseTo(3.75, 12);
    expect(meanIncrement(half, 0)).toBeNull();
  });

  it('p = 2: the square of the share, 25 t/ha at 10 years', () => {
    expect(stockAt({ ...half, shape: 2 }, 10)).toBeCloseTo(25, 12);
    expect(currentIncrement({ ...half, shape: 2 }, 0)).toBe(0);
  });

  it('p = 2 grows fastest when half of exp(-kt) is gone: ln 2/k, here 10 years', () => {
    expect(ageOfLargestIncrement({ ...half, shape: 2 })).toBeCloseTo(10, 12);
  });

  it('3/4 of the asymptote is reached at 20 years', () => {
    expect(ageAtShare(half, 0.75)).toBeCloseTo(20, 12);
    expect(ageAtShare(half, 0)).toBe(0);
    expect(() => ageAtShare(half, 1)).toThrow(/share is 1; 0 to below 1/);
  });

  it('with p up to 1 growth is fastest at the start, and below 1 without limit', () => {
    const steep = curve(100, 0.05, 0.5);
    expect(currentIncrement(steep, 0)).toBeNull();
    expect([half, steep].map(ageOfLargestIncrement)).toEqual([0, 0]);
    expect([half, steep].map(ageOfLargestMeanIncrement)).toEqual([null, null]);
  });
});

describe('laws', () => {
  const any = fc.record({
    asymptote: fc.double({ min: 1, max: 3000, noNaN: true }),
    rate: fc.double({ min: 1e-4, max: 1, noNaN: true }),
    shape: fc.double({ min: 0.2, max: 10, noNaN: true }),
  });
  const age = fc.double({ min: 0.1, max: 500, noNaN: true });

  it('stocks never fall and never pass the asymptote', () => {
    fc.assert(
      fc.property(any, age, age, (one, a, b) => {
        const [young, old] = [stockAt(one, Math.min(a, b)), stockAt(one, Math.max(a, b))];
        expect(young).toBeLessThanOrEqual(old);
        expect(old).toBeLessThanOrEqual(one.asymptote);
      }),
    );
  });

  it('the increments add up to the stock (Simpson, 2000 steps)', () => {
    for (const shape of [1, 1.5, 3]) {
      const one = curve(200, 0.05, shape);
      let sum = 0;
      for (let i = 0; i <= 2000; i += 1) {
        const weight = i === 0 || i === 2000 ? 1 : i % 2 === 1 ? 4 : 2;
        sum += weight * (currentIncrement(one, i / 50) ?? 0);
      }
      expect(sum / 150 / stockAt(one, 40)).toBeCloseTo(1, 4);
    }
  });

  it('at the age of the largest mean increment both increments are equal, and neither side has more', () => {
    fc.assert(
      fc.property(any, (one) => {
        const best = ageOfLargestMeanIncrement(one);
        expect(best === null).toBe(one.shape <= 1);
        if (best === null) return;
        const mean = meanIncrement(one, best) ?? 0;
        expect(Math.abs((currentIncrement(one, best) ?? 0) / mean - 1)).toBeLessThan(1e-6);
        for (const other of [0.9, 1.1]) expect(meanIncrement(one, best * other)).toBeLessThanOrEqual(mean);
        expect(best).toBeGreaterThanOrEqual(ageOfLargestIncrement(one));
      }),
    );
  });

  it('age and share undo each other', () => {
    fc.assert(
      fc.property(any, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (one, share) => {
        expect(stockAt(one, ageAtShare(one, share)) / one.asymptote).toBeCloseTo(share, 9);
      }),
    );
  });

  it('the derivatives are those of small steps', () => {
    fc.assert(
      fc.property(any, age, (one, at) => {
        const out = new Float64Array(3);
        stockDerivatives(one, at, out);
        for (const [i, name] of (['asymptote', 'rate', 'shape'] as const).entries()) {
          const step = one[name] * 1e-5;
          const slope =
            (stockAt({ ...one, [name]: one[name] + step }, at) -
              stockAt({ ...one, [name]: one[name] - step }, at)) /
            (2 * step);
          // digits of the difference, not of the slope, are what is left far out on the curve
          expect(Math.abs((out[i] ?? 0) - slope)).toBeLessThan(
            1e-4 * Math.abs(slope) + (1e-9 * one.asymptote) / one[name],
          );
        }
      }),
    );
  });

  it('an hour of age 0 changes nothing, whatever the shape', () => {
    const out = new Float64Array(3);
    for (const shape of [0.3, 1, 4]) {
      stockDerivatives(curve(100, 0.05, shape), 0, out);
      expect([...out]).toEqual([0, 0, 0]);
    }
  });

  it('years in tens with a rate per ten years give the same stock', () => {
    fc.assert(
      fc.property(any, age, (one, at) => {
        expect(stockAt({ ...one, rate: one.rate * 10 }, at / 10)).toBeCloseTo(stockAt(one, at), 6);
      }),
    );
  });
});

describe('a curve at some ages', () => {
  it('comes with increments and ages', () => {
    const { ages, ...rest } = evaluateCurve(half, [0, 10]);
    expect(ages[1]).toMatchObject({
      age: 10,
      stock: expect.closeTo(50, 12),
      meanIncrement: expect.closeTo(5, 12),
    });
    expect(ages[0]).toMatchObject({ stock: 0, meanIncrement: null });
    expect(rest).toMatchObject({ ageOfLargestIncrement: 0, ageOfLargestMeanIncrement: null });
    expect(rest.ageAt90Percent).toBeCloseTo((10 * Math.log(10)) / Math.LN2, 10);
  });

  it('names every fault at once', () => {
    const faults = curveFaults(curve(0, 2, Number.NaN), [10, -1, 501]);
    expect(faults.map(({ argument, code }) => `${argument} ${code}`)).toEqual([
      'asymptote too-low',
      'rate too-high',
      'shape not-a-number',
      'ages.1 too-low',
      'ages.2 too-high',
    ]);
    expect(() => evaluateCurve(curve(0, 2, 1), [-1])).toThrow(
      'asymptote is 0 (too-low); it must lie within 1 to 3000; rate is 2 (too-high); it must lie within 0.0001 to 1; ages.0 is -1 (too-low); it must lie within 0 to 500',
    );
  });
});
