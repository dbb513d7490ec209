import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import { daysOf } from './calendar.ts';
import {
  classThresholds,
  type NightGroup,
  nightGroup,
  seasonThreshold,
  workspaceFor,
} from './moving-point.ts';
import type { FluxSeries } from './series.ts';
import { bootstrapUstar } from './ustar-bootstrap.ts';
import { filterUstar, thresholdsOfRecords } from './ustar-filter.ts';
import { estimateUstar, ustarData } from './ustar-threshold.ts';

const gap = Number.NaN;

/** Night all the time; NEE rises with u* up to a threshold in each month, and stays. */
function nights(
  days: number,
  thresholdOf: (day: number) => number,
  more: Partial<FluxSeries> = {},
): FluxSeries {
  const random = randomSource(1);
  const n = days * 48;
  const series = {
    stepsPerDay: 48,
    firstEnd: daysOf({ year: 2021, month: 1, day: 1 }) * 1440 + 30,
    nee: new Float64Array(n),
    rg: new Float64Array(n),
    tair: Float64Array.from({ length: n }, () => 10 * random.next()),
    vpd: null,
    ustar: Float64Array.from({ length: n }, () => 0.6 * random.next()),
  } as const;
  series.nee.forEach((_, i) => {
    const share = Math.min(1, (series.ustar[i] ?? 0) / thresholdOf(i / 48));
    series.nee[i] = 4 * share + 0.05 * random.normal();
  });
  return { ...series, ...more };
}

describe('one group of nights', () => {
  const { nee, ustar, tair } = nights(60, () => 0.3);
  if (ustar === null || tair === null) throw new Error('the series has both');
  const thresholds = (group: NightGroup, weights: Uint16Array | null) =>
    classThresholds(group, weights, workspaceFor(group.nee.length));

  it('finds where NEE reaches its plateau', () => {
    // 95 % of the plateau is reached at 0.285; bins are 0.03 wide
    for (const threshold of thresholds(nightGroup(nee, ustar, tair), null)) {
      expect(threshold).toBeGreaterThan(0.25);
      expect(threshold).toBeLessThan(0.32);
    }
  });

  it('needs 700 records, and u* that does not follow temperature', () => {
    const few = (n: number) => nightGroup(nee.slice(0, n), ustar.slice(0, n), tair.slice(0, n));
    expect(thresholds(few(699), null).every(Number.isNaN)).toBe(true);
    expect(thresholds(few(700), null).some((one) => one > 0)).toBe(true);
    expect(thresholds(nightGroup(nee, ustar, ustar), null).every(Number.isNaN)).toBe(true);
  });

  it('needs low u*, and a rise: none where the first bin lies above 0.2 m s-1 or NEE only rises', () => {
    expect(
      thresholds(
        nightGroup(
          nee,
          ustar.map((one) => one + 0.2),
          tair,
        ),
        null,
      ).every(Number.isNaN),
    ).toBe(true);
    expect(
      thresholds(
        nightGroup(
          ustar.map((one) => one ** 2),
          ustar,
          tair,
        ),
        null,
      ).every(Number.isNaN),
    ).toBe(true);
  });

  it('does not depend on the order of the records', () => {
    const turned = nightGroup(nee.toReversed(), ustar.toReversed(), tair.toReversed());
    const back = thresholds(turned, null);
    thresholds(nightGroup(nee, ustar, tair), null).forEach((one, c) => {
      expect(back[c]).toBeCloseTo(one, 12);
    });
  });

  it('counts a record of weight w as w records', () => {
    const n = 900;
    const coarse = (values: Float64Array, step: number) =>
      values.slice(0, n).map((one) => Math.round(one / step) * step);
    const [u, t] = [coarse(ustar, 0.01), coarse(tair, 0.1)];
    const weight = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(fc.array(weight, { minLength: n, maxLength: n }), (list) => {
        const weighted = thresholds(nightGroup(nee.slice(0, n), u, t), Uint16Array.from(list));
        const repeat = (values: Float64Array) =>
          Float64Array.from(list.flatMap((w, i) => new Array<number>(w).fill(values[i] ?? 0)));
        const repeated = thresholds(nightGroup(repeat(nee), repeat(u), repeat(t)), null);
        weighted.forEach((one, c) => {
          expect(repeated[c]).toBeCloseTo(one, 12);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('takes the median of the classes, from two of seven on', () => {
    expect(seasonThreshold(Float64Array.from([gap, 0.4, gap, 0.2, gap, gap, 0.3]))).toBe(0.3);
    expect(seasonThreshold(Float64Array.from([gap, 0.4, gap, 0.2, gap, gap, gap]))).toBeCloseTo(0.3, 12);
    expect(seasonThreshold(Float64Array.from([gap, 0.4, gap, gap, gap, gap, gap]))).toBeNaN();
  });
});

describe('a year', () => {
  const series = nights(365, (day) => (day < 181 ? 0.2 : 0.4));
  const data = ustarData(series);
  const found = estimateUstar(data);

  it('has the largest of its seasons', () => {
    const seasons = found.seasons.map(({ threshold }) => threshold ?? 0);
    expect(seasons.map((one) => Math.round(one * 5) / 5)).toEqual([0.2, 0.2, 0.4, 0.4, 0.4]);
    expect(found.years).toEqual([{ year: 2021, threshold: Math.max(...seasons), pooled: false }]);
    expect(found.single).toBe(Math.max(...seasons));
  });

  it('is pooled with fewer than 3000 records, and gives its value to seasons without one', () => {
    const short = estimateUstar(ustarData(nights(70, () => 0.3, {})));
    expect(short.years[0]?.pooled).toBe(false); // 3360 records
    const rg = new Float64Array(70 * 48).fill(100).fill(0, 47 * 48, 70 * 48);
    const few = estimateUstar(ustarData(nights(70, () => 0.3, { rg }))); // 576 + 528 records
    expect(few.years[0]?.pooled).toBe(true);
    expect(few.seasons.map(({ own, records }) => [own, records])).toEqual([
      [false, 576],
      [false, 528],
    ]);
    expect(few.seasons.map(({ threshold }) => threshold)).toEqual([few.single, few.single]);
  });

  it('has none by day', () => {
    const day = estimateUstar(ustarData(nights(90, () => 0.3, { rg: new Float64Array(90 * 48).fill(10) })));
    expect(day.single).toBeNull();
    expect(thresholdsOfRecords(day, 90 * 48)).toBeNull();
  });

  it('has bands that hold the estimate, the same for the same seed', () => {
    const bands = bootstrapUstar(data, 40, 5);
    expect(bands).toEqual(bootstrapUstar(data, 40, 5));
    expect(bootstrapUstar(data, 40, 6)).not.toEqual(bands);
    for (const { p5, p50, p95, share } of [bands.single, ...bands.years, ...bands.seasons]) {
      expect(p5 ?? gap).toBeLessThanOrEqual(p50 ?? gap);
      expect(p50 ?? gap).toBeLessThanOrEqual(p95 ?? gap);
      expect(share).toBe(1);
    }
    expect(bands.single.p50).toBeCloseTo(0.4, 1);
  });

  it.each([29, 1001, 40.5, gap])('refuses %s samples', (samples) => {
    expect(() => bootstrapUstar(data, samples, 1)).toThrow(/samples is .*30 to 1000/);
  });
});

describe('filter', () => {
  it('marks nights of low or unknown u*, and what is not known to be day', () => {
    const rg = Float64Array.from([0, 0, 0, 9.9, 10, gap, gap]);
    const ustar = Float64Array.from([0.1, 0.3, gap, 0.29, 0.1, 0.1, 0.3]);
    const nee = Float64Array.from([1, 2, 3, 4, 5, 6, 7]);
    const { nee: kept, marked, count } = filterUstar({ nee, rg, ustar }, new Float64Array(7).fill(0.3));
    expect([...marked]).toEqual([1, 0, 1, 1, 0, 1, 0]);
    expect([...kept]).toEqual([gap, 2, gap, gap, 5, gap, 7]);
    expect(count).toBe(4);
  });

  it('takes more out the higher the threshold', () => {
    const { nee, rg, ustar } = nights(10, () => 0.3);
    const count = (threshold: number) =>
      filterUstar({ nee, rg, ustar }, new Float64Array(nee.length).fill(threshold)).count;
    const threshold = fc.double({ min: 0, max: 0.6, noNaN: true });
    fc.assert(
      fc.property(threshold, threshold, (a, b) => {
        expect(count(Math.max(a, b))).toBeGreaterThanOrEqual(count(Math.min(a, b)));
      }),
    );
  });
});
