import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverse, matrixExponential, multiply } from '../linear-algebra.ts';
import { shareFaults, yassoFaults } from './faults.ts';
import {
  type Awenh,
  coefficientMatrix,
  ratesAt,
  type YassoParameters,
  type YassoSite,
  yasso15Parameters,
} from './model.ts';
import { litterOf, runYears, steadyState } from './run.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const pools = (max: number): fc.Arbitrary<Awenh> => {
  const pool = number(0, max);
  return fc.tuple(pool, pool, pool, pool, pool);
};
const sites: fc.Arbitrary<YassoSite> = fc.record({
  temperatures: fc.array(number(-20, 30), { minLength: 12, maxLength: 12 }),
  precipitation: number(0, 4000),
  diameter: number(0, 60),
  leaching: fc.oneof(fc.constant(0), number(-0.5, 0)),
});
const site: YassoSite = {
  temperatures: [-8, -7, -3, 2, 9, 14, 16, 14, 9, 4, 0, -5],
  precipitation: 650,
  diameter: 0,
  leaching: 0,
};
const litter: Awenh = [1.2, 0.25, 0.15, 0.6, 0];
const nothing: Awenh = [0, 0, 0, 0, 0];

const sum = (values: Iterable<number>) => [...values].reduce((total, one) => total + one, 0);
const endOf = (series: ReturnType<typeof runYears>) =>
  [series.a, series.w, series.e, series.n, series.h].map((column) => column.at(-1) ?? Number.NaN);

/** A soil of one pool, A, of which nothing is passed on. */
const onePool = Object.fromEntries(
  Object.entries(yasso15Parameters).map(([name, value]) => [name, name.startsWith('p') ? 0 : value]),
) as YassoParameters; // the keys are those of the parameters

describe('a run', () => {
  it('of one pool is b / k + (x0 - b / k) exp(-k t)', () => {
    const [k] = ratesAt(site, onePool).decay;
    const { a, co2, h } = runYears([5, 0, 0, 0, 0], [2, 0, 0, 0, 0], site, 10, onePool);
    for (const years of [1, 4, 10]) {
      const exact = 2 / k + (5 - 2 / k) * Math.exp(-k * years);
      expect(a[years - 1]).toBeCloseTo(exact, 12);
    }
    expect(sum(co2)).toBeCloseTo(5 + 20 - (a.at(-1) ?? 0), 11);
    expect(sum(h)).toBe(0);
  });

  it('is M^-1 (exp(M t) (M x0 + b) - b)', () => {
    const initial: Awenh = [3, 1, 1, 12, 40];
    const matrix = coefficientMatrix(ratesAt(site));
    const column = (values: readonly number[]) => values.map((value) => [value]);
    const rate = multiply(matrix, column(initial)).map((row, pool) => [(row[0] ?? 0) + (litter[pool] ?? 0)]);
    const years = matrix.map((row) => row.map((value) => value * 7));
    const moved = multiply(matrixExponential(years), rate);
    const exact = multiply(
      inverse(matrix),
      moved.map((row, pool) => [(row[0] ?? 0) - (litter[pool] ?? 0)]),
    );
    const found = endOf(runYears(initial, litter, site, 7));
    expect(found).toEqual(exact.map((row) => expect.closeTo(row[0] ?? 0, 10)));
  });

  it('keeps every tonne: litter is CO2, leached, or change of the stock', () => {
    fc.assert(
      fc.property(pools(50), pools(5), sites, fc.integer({ min: 1, max: 40 }), (initial, b, at, years) => {
        const series = runYears(initial, b, at, years);
        const change = (series.total.at(-1) ?? Number.NaN) - sum(initial);
        const entered = years * sum(b);
        const balance = entered - sum(series.co2) - sum(series.leached) - change;
        expect(Math.abs(balance)).toBeLessThan(1e-9 * (1 + entered + sum(initial)));
        expect(Math.min(...series.co2, ...series.leached, ...endOf(series))).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });

  it('does not care for the unit of carbon', () => {
    fc.assert(
      fc.property(pools(50), pools(5), sites, number(0.001, 1000), (initial, b, at, factor) => {
        const scale = ([a, w, e, n, h]: Awenh): Awenh => [
          a * factor,
          w * factor,
          e * factor,
          n * factor,
          h * factor,
        ];
        const plain = runYears(initial, b, at, 5).total.at(-1) ?? Number.NaN;
        const scaled = runYears(scale(initial), scale(b), at, 5).total.at(-1) ?? Number.NaN;
        expect(Math.abs(scaled - factor * plain)).toBeLessThanOrEqual(1e-11 * factor * (plain + 1));
      }),
    );
  });

  it('may be broken off and taken up again', () => {
    const whole = runYears([1, 1, 1, 1, 20], litter, site, 9);
    const [a = 0, w = 0, e = 0, n = 0, h = 0] = endOf(runYears([1, 1, 1, 1, 20], litter, site, 4));
    const second = runYears([a, w, e, n, h], litter, site, 5);
    expect(endOf(second)).toEqual(endOf(whole).map((pool) => expect.closeTo(pool, 12)));
  });

  it('has more carbon in every pool where more litter falls, and sums litter of two kinds', () => {
    fc.assert(
      fc.property(pools(50), pools(5), pools(5), sites, (initial, b, more, at) => {
        const both: Awenh = [b[0] + more[0], b[1] + more[1], b[2] + more[2], b[3] + more[3], b[4] + more[4]];
        const less = endOf(runYears(initial, b, at, 6));
        const all = endOf(runYears(initial, both, at, 6));
        const apart = endOf(runYears(nothing, more, at, 6));
        for (const [pool, value] of all.entries()) {
          expect(value).toBeGreaterThanOrEqual((less[pool] ?? 0) - 1e-10);
          expect(value).toBeCloseTo((less[pool] ?? 0) + (apart[pool] ?? 0), 8);
        }
      }),
    );
  });

  it('without litter only loses', () => {
    fc.assert(
      fc.property(pools(50), sites, (initial, at) => {
        let before = sum(initial) + 1e-9;
        for (const now of runYears(initial, nothing, at, 20).total) {
          expect(now).toBeLessThanOrEqual(before);
          before = now + 1e-9;
        }
      }),
    );
  });

  it('without rain piles litter up', () => {
    const { total, co2 } = runYears([1, 1, 1, 1, 1], litter, { ...site, precipitation: 0 }, 5);
    expect(total.at(-1)).toBeCloseTo(5 + 5 * 2.2, 12);
    expect(sum(co2)).toBeCloseTo(0, 12);
  });
});

describe('a steady state', () => {
  it('is left unchanged by a run, and gives off all that falls', () => {
    const state = steadyState(litter, site);
    if (state === null) throw new Error('no steady state');
    const series = runYears(state, litter, site, 50);
    expect(endOf(series)).toEqual(state.map((pool) => expect.closeTo(pool, 9)));
    expect(series.co2.at(-1)).toBeCloseTo(2.2, 9);
  });

  it('is where long runs go', () => {
    const warm = { ...site, temperatures: site.temperatures.map((t) => t + 22) };
    let state: Awenh = nothing;
    for (let run = 0; run < 20; run += 1) {
      const [a = 0, w = 0, e = 0, n = 0, h = 0] = endOf(runYears(state, litter, warm, 500));
      state = [a, w, e, n, h];
    }
    expect(state).toEqual(steadyState(litter, warm)?.map((pool) => expect.closeTo(pool, 4)));
  });

  it('of no litter is empty, and there is none where nothing decays', () => {
    expect(steadyState(nothing, site)?.map(Math.abs)).toEqual(nothing);
    expect(steadyState(litter, { ...site, precipitation: 0 })).toBeNull();
  });
});

describe('litter by its shares', () => {
  it('is split, and brought to its total where rounding misses it', () => {
    expect(litterOf(4, [0.5, 0.25, 0.125, 0.125, 0])).toEqual([2, 1, 0.5, 0.5, 0]);
    expect(sum(litterOf(3, [0.52, 0.18, 0.09, 0.22, 0]))).toBeCloseTo(3, 12);
  });

  it('is refused where the shares miss it by more', () => {
    expect(() => litterOf(4, [0.5, 0.25, 0.1, 0.1, 0])).toThrow(/shares is 0\.95.*shares-not-whole/);
    expect(shareFaults([1.2, -0.2, 0, 0, 0]).map(({ argument, code }) => `${argument} ${code}`)).toEqual([
      'shares.a too-high',
      'shares.w too-low',
    ]);
  });
});

describe('faults', () => {
  it('are none for a sound run', () => {
    expect(yassoFaults({ site, litter, initial: nothing, years: 10 })).toEqual([]);
  });

  it('come all at once', () => {
    const faults = yassoFaults({
      site: { temperatures: [50, 1], precipitation: -1, diameter: 101, leaching: 0.1 },
      litter: [-1, 0, 0, 0, Number.NaN],
      initial: [0, -2, 0, 0, 0],
      years: 2.5,
    });
    expect(faults.map(({ argument, code }) => `${argument} ${code}`)).toEqual([
      'temperatures not-twelve-months',
      'temperatures.0 too-high',
      'precipitation too-low',
      'diameter too-high',
      'leaching too-high',
      'initial.1 too-low',
      'litter.0 too-low',
      'litter.4 not-a-number',
      'years not-whole-years',
    ]);
    expect(faults[0]).toEqual({
      code: 'not-twelve-months',
      argument: 'temperatures',
      value: 2,
      min: 12,
      max: 12,
    });
  });

  it('are thrown by what computes, with name, value and bounds', () => {
    expect(() => runYears(nothing, litter, site, 501)).toThrow(
      /years is 501 \(too-high\); it must lie within 1 to 500/,
    );
    expect(() => steadyState([-1, 0, 0, 0, 0], site)).toThrow(/litter\.0 is -1/);
  });
});
