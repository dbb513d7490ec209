import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cubic, type CubicKind, cubicAt, cubicOf, fitCubic } from './cubic.ts';

function fitted(kind: CubicKind, x: readonly number[], y: readonly number[]): Cubic {
  const cubic = cubicOf(x.length);
  cubic.x.set(x);
  cubic.y.set(y);
  fitCubic(kind, cubic);
  return cubic;
}

const kinds = ['fmm', 'natural', 'hyman'] as const;

describe('arithmetic by hand', () => {
  it('two points are a line', () => {
    for (const kind of kinds) expect(cubicAt(kind, fitted(kind, [0, 2], [0, 6]), 1.5)).toBeCloseTo(4.5, 12);
  });

  it('three points of x² are the parabola itself for fmm', () => {
    const parabola = fitted('fmm', [0, 1, 3], [0, 1, 9]);
    expect([...parabola.slopes]).toEqual([0, 2, 6].map((slope) => expect.closeTo(slope, 12)));
    expect(cubicAt('fmm', parabola, 2)).toBeCloseTo(4, 12);
    expect(cubicAt('fmm', parabola, 4)).toBeCloseTo(16, 12); // the last piece goes on
  });

  it('the natural spline through 0, 1, 0: sigma of the middle is -1/2, slopes 3/2, 0, -3/2', () => {
    // 2 (1 + 1) sigma = (0 - 1) - (1 - 0) = -2; slope at 0: 1 - 1 · (-1/2) = 3/2
    const tent = fitted('natural', [0, 1, 2], [0, 1, 0]);
    expect([...tent.slopes]).toEqual([1.5, 0, -1.5].map((slope) => expect.closeTo(slope, 12)));
    expect(cubicAt('natural', tent, 3)).toBeCloseTo(-1.5, 12); // a straight line beyond
  });

  it('hyman holds a slope to three times the flatter secant', () => {
    // secants 0.1, 10, 0.1: the inner slopes of fmm are steeper than 0.3
    const steep = fitted('hyman', [0, 1, 2, 3], [0, 0.1, 10.1, 10.2]);
    expect(steep.slopes[1]).toBeCloseTo(0.3, 12);
    expect(steep.slopes[2]).toBeCloseTo(0.3, 12);
    expect(fitted('hyman', [0, 1, 2], [0, 1, 1]).slopes[1]).toBe(0); // flat on one side
  });
});

describe('laws', () => {
  const coefficient = fc.double({ min: -5, max: 5, noNaN: true });
  const steps = fc.array(fc.double({ min: 0.1, max: 5, noNaN: true }), { minLength: 3, maxLength: 9 });
  const cumulated = (values: readonly number[]) => {
    let sum = 0;
    return [
      0,
      ...values.map((one) => {
        sum += one;
        return sum;
      }),
    ];
  };

  it('fmm gives back every cubic polynomial, within and beyond its knots', () => {
    fc.assert(
      fc.property(
        steps,
        fc.tuple(coefficient, coefficient, coefficient, coefficient),
        fc.double({ min: 0, max: 1.2, noNaN: true }),
        (given, [a, b, c, d], place) => {
          const x = cumulated(given);
          const f = (at: number) => a + at * (b + at * (c + at * d));
          const at = place * (x.at(-1) ?? 0);
          const size = 1 + Math.max(...x.map((one) => Math.abs(f(one))));
          expect(Math.abs(cubicAt('fmm', fitted('fmm', x, x.map(f)), at) - f(at))).toBeLessThan(1e-8 * size);
        },
      ),
    );
  });

  it('every kind goes through its points', () => {
    fc.assert(
      fc.property(steps, fc.array(coefficient, { minLength: 10, maxLength: 10 }), (given, heights) => {
        const x = cumulated(given);
        const y = x.map((_, index) => heights[index] ?? 0);
        for (const kind of kinds) {
          const curve = fitted(kind, x, y);
          x.forEach((at, index) => {
            expect(cubicAt(kind, curve, at)).toBeCloseTo(y[index] ?? Number.NaN, 8);
          });
        }
      }),
    );
  });

  it('hyman never falls where its points do not fall', () => {
    const rises = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(steps, rises, (given, up) => {
        const knots = Math.min(given.length, up.length);
        const x = cumulated(given.slice(0, knots));
        const curve = fitted('hyman', x, cumulated(up.slice(0, knots)));
        let before = 0;
        for (let place = 0; place <= 1; place += 1 / 256) {
          const now = cubicAt('hyman', curve, place * (x.at(-1) ?? 0));
          expect(now).toBeGreaterThanOrEqual(before - 1e-9);
          before = now;
        }
      }),
    );
  });
});
