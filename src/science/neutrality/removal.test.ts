import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixed, normal } from '../distributions.ts';
import { gwpOf } from '../units-gwp/gwp.ts';
import { lossForms } from './domain.ts';
import { rateDistribution, rateOfRatio, ratioDistribution } from './pooled.ts';
import { type Plan, removalCourse } from './removal.ts';
import { courseLimits, rateSpreads, shareSpread } from './spread.ts';
import { gainAt, type RateUptake, type Uptake } from './uptake.ts';

const gwp = gwpOf('ar6-100-nonfossil');
const plan: Plan = {
  ...{ area: 100, rampYears: 1, years: 40, disturbance: 0, afterLoss: 'regrows' },
  ...{ leakage: 0, buffer: 0, ch4: 0, n2o: 0 },
};
const uptake: RateUptake = { kind: 'linear', rate: 3, saturationYears: 20 };
const last = (change: Partial<Plan> = {}, by: Uptake = uptake) => {
  const point = removalCourse({ ...plan, ...change }, by, gwp).at(-1);
  if (!point) throw new Error('no course');
  return point;
};
const netAt = (year: number, change: Partial<Plan> = {}, by: Uptake = uptake) =>
  removalCourse({ ...plan, ...change }, by, gwp)[year]?.net ?? Number.NaN;

describe('by hand', () => {
  it('area times rate times time, as CO2, until it saturates', () => {
    expect(netAt(0)).toBe(0);
    expect(netAt(10)).toBeCloseTo(100 * 3 * 10 * (44 / 12), 9); // 11,000 t CO2
    expect(netAt(20)).toBeCloseTo(22_000, 9);
    expect(netAt(40)).toBeCloseTo(22_000, 9);
    expect(netAt(40, {}, { ...uptake, kind: 'none' })).toBeCloseTo(44_000, 9);
  });

  it('exponential: 95 % of the same total at D, all of it at last', () => {
    const slow: RateUptake = { ...uptake, kind: 'exponential' };
    expect(gainAt(slow, 20)).toBeCloseTo(0.95 * 60, 9);
    expect(gainAt(slow, 200)).toBeCloseTo(60, 6);
  });

  it('a ramp: ten parts, one a year', () => {
    // after 3 years parts of ages 3, 2 and 1: 10 ha · 3 t · (3 + 2 + 1) · 44/12
    expect(netAt(3, { rampYears: 10 })).toBeCloseTo(10 * 3 * 6 * (44 / 12), 9);
    const points = removalCourse({ ...plan, rampYears: 10 }, uptake, gwp);
    expect(points.map(({ area }) => area).slice(0, 11)).toEqual([
      10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 100,
    ]);
    expect(points[29]?.net).toBeCloseTo(22_000, 9); // the last part is 20 years old
    expect(points[28]?.net).toBeLessThan(22_000);
  });

  it('disturbance: half a year, lost for good or begun anew', () => {
    const lost = { disturbance: 0.5, afterLoss: 'stays-lost' } as const;
    expect(netAt(2, lost)).toBeCloseTo(100 * 0.25 * 6 * (44 / 12), 9);
    // age 2: 1/4 has 6 t; 1/4 was lost in the first year only and has, a year later, 3 t
    expect(netAt(2, { ...lost, afterLoss: 'regrows' })).toBeCloseTo(
      100 * (0.25 * 6 + 0.25 * 3) * (44 / 12),
      9,
    );
  });

  it('leakage, then the buffer, of what stands', () => {
    const point = last({ leakage: 0.2, buffer: 0.1 });
    expect(point.leaked).toBeCloseTo(4400, 9);
    expect(point.setAside).toBeCloseTo(1760, 9);
    expect(point.net).toBeCloseTo(22_000 - 4400 - 1760, 9);
  });

  it('methane and nitrous oxide of every restored hectare in every year', () => {
    // 100 ha · 40 years · (100 kg · 27 + 1 kg · 273) / 1000
    expect(last({ ch4: 100, n2o: 1 }).otherGases).toBeCloseTo(4000 * 2.973, 9);
    expect(last({ ch4: 100, rampYears: 4, years: 4 }).otherGases).toBeCloseTo(25 * 10 * 2.7, 9); // 1 + 2 + 3 + 4 parts
    expect(last({ ch4: -100 }).net).toBeGreaterThan(last().net);
  });

  it('a loss of carbon is neither leaked nor set aside nor disturbed away', () => {
    const loss = { ...uptake, rate: -1 };
    expect(netAt(40, { leakage: 0.5, buffer: 0.5, disturbance: 0.1 }, loss)).toBeCloseTo(-22_000 / 3, 9);
  });
});

describe('always', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const plans = fc.record({
    area: fc.double({ min: 0, max: 1e6, noNaN: true }),
    rampYears: fc.integer({ min: 1, max: 30 }),
    years: fc.integer({ min: 1, max: 60 }),
    disturbance: fc.double({ min: 0, max: 0.5, noNaN: true }),
    afterLoss: fc.constantFrom(...lossForms),
    leakage: share,
    buffer: share,
    ch4: fc.double({ min: -100, max: 100, noNaN: true }),
    n2o: fc.double({ min: -5, max: 5, noNaN: true }),
  });
  const uptakes = fc.record({
    kind: fc.constantFrom('linear', 'exponential', 'none'),
    rate: fc.double({ min: -5, max: 5, noNaN: true }),
    saturationYears: fc.double({ min: 1, max: 100, noNaN: true }),
  });
  const near = (a: number, b: number, scale: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, scale);

  it('nothing is made or lost: the terms add up, and years add up to sums', () => {
    fc.assert(
      fc.property(plans, uptakes, (one, by) => {
        let sum = 0;
        for (const { uptake: u, lost, leaked, setAside, otherGases, net, annual } of removalCourse(
          one,
          by,
          gwp,
        )) {
          sum += annual;
          const scale = Math.abs(u) + Math.abs(otherGases);
          expect(near(u - lost - leaked - setAside - otherGases, net, scale)).toBe(true);
          expect(near(sum, net, scale * 60)).toBe(true);
        }
      }),
    );
  });

  it('no area, no result; twice the area, twice the result', () => {
    fc.assert(
      fc.property(plans, uptakes, (one, by) => {
        for (const { net } of removalCourse({ ...one, area: 0 }, by, gwp)) expect(net).toBeCloseTo(0, 12);
        const single = removalCourse(one, by, gwp).at(-1)?.net ?? 0;
        const double = removalCourse({ ...one, area: 2 * one.area }, by, gwp).at(-1)?.net ?? 0;
        expect(near(double, 2 * single, 4 * Math.abs(single) + 1)).toBe(true);
      }),
    );
  });

  it('never more than uptake; less with more disturbance, leakage or buffer, and a longer ramp', () => {
    const gains = uptakes.map((by) => ({ ...by, rate: Math.abs(by.rate) }));
    fc.assert(
      fc.property(plans, gains, share, (one, by, more) => {
        const dry = { ...one, ch4: 0, n2o: 0 };
        const before = last(dry, by);
        expect(before.net).toBeLessThanOrEqual(before.uptake * (1 + 1e-12));
        expect(before.net).toBeGreaterThanOrEqual(0);
        const raised = [
          { ...dry, disturbance: dry.disturbance + (0.5 - dry.disturbance) * more },
          { ...dry, leakage: dry.leakage + (1 - dry.leakage) * more },
          { ...dry, buffer: dry.buffer + (1 - dry.buffer) * more },
          { ...dry, rampYears: dry.rampYears + 5 },
        ];
        for (const worse of raised)
          expect(last(worse, by).net).toBeLessThanOrEqual(before.net * (1 + 1e-9) + 1e-9);
      }),
    );
  });

  it('saturates: with no loss the sum stays at area times total gain', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 30 }),
        (rampYears, saturationYears) => {
          const years = rampYears - 1 + saturationYears;
          const by = { ...uptake, saturationYears };
          const whole = 100 * 3 * saturationYears * (44 / 12);
          expect(netAt(years, { rampYears, years: 60 }, by)).toBeCloseTo(whole, 6);
          expect(netAt(60, { rampYears, years: 60 }, by)).toBeCloseTo(whole, 6);
        },
      ),
    );
  });
});

describe('a plan that is none', () => {
  it.each<[Partial<Plan>, Partial<RateUptake>, RegExp]>([
    [{ area: -1, leakage: 1.1 }, {}, /area is -1.*leakage is 1.1/],
    [{ disturbance: 0.6 }, {}, /disturbance is 0.6/],
    [{ rampYears: 1.5 }, {}, /rampYears is 1.5; it must be whole/],
    [{}, { rate: Number.NaN }, /rate is NaN/],
    [{}, { saturationYears: 0 }, /saturationYears is 0/],
  ])('%j %j is refused', (change, by, message) => {
    expect(() => removalCourse({ ...plan, ...change }, { ...uptake, ...by }, gwp)).toThrow(message);
  });
});

describe('limits', () => {
  const spread = { disturbance: fixed(0), leakage: fixed(0) };
  const size = { draws: 4000, seed: 7 };

  it('are those of the rate, where nothing else is uncertain', () => {
    const [first, , ...rest] = courseLimits(plan, uptake, gwp, rateSpreads(normal(3, 0.3), spread), size);
    expect(first).toEqual({ low: 0, high: 0 });
    const end = rest.at(-1);
    // 1.96 sd of 2200 t; a quantile of 4000 draws has a standard error of 0.042 sd, and four of them are allowed
    const allowed = 4 * 0.0423 * 2200;
    expect(Math.abs((end?.low ?? 0) - (22_000 - 1.959964 * 2200))).toBeLessThan(allowed);
    expect(Math.abs((end?.high ?? 0) - (22_000 + 1.959964 * 2200))).toBeLessThan(allowed);
  });

  it('are the value itself where nothing is', () => {
    const limits = courseLimits(plan, uptake, gwp, rateSpreads(fixed(3), spread), size).at(-1);
    expect(limits?.low).toBeCloseTo(22_000, 9);
    expect(limits?.high).toBeCloseTo(22_000, 9);
  });

  it('come again with the same seed, and take shares between their limits', () => {
    const leakage = shareSpread(0.1, { low: 0, high: 0.9 });
    const run = () => courseLimits(plan, uptake, gwp, rateSpreads(fixed(3), { ...spread, leakage }), size);
    expect(run()).toEqual(run());
    const end = run().at(-1);
    expect(end?.low).toBeGreaterThan(2200);
    expect(end?.high).toBeLessThan(22_000);
  });

  it('refuse few draws', () => {
    expect(() =>
      courseLimits(plan, uptake, gwp, rateSpreads(fixed(3), spread), { draws: 99, seed: 1 }),
    ).toThrow('draws is 99');
  });
});

describe('a pooled ratio', () => {
  const ratio = { estimate: Math.log(1.2), standardError: 0.05, tau2: 0.0075, k: 3 };

  it('is a gain over the years it was measured after: 20 % of 60 t in 12 years', () => {
    expect(rateOfRatio(ratio.estimate, { stock: 60, years: 12 })).toBeCloseTo(1, 12);
    expect(rateOfRatio(0, { stock: 60, years: 12 })).toBe(0);
    expect(rateOfRatio(-0.1, { stock: 60, years: 12 })).toBeLessThan(0);
  });

  it('has the limits of the synthesis: t with k - 1 degrees of freedom', () => {
    const t = 4.302_652_729_749_464; // two degrees of freedom, 97.5 %
    expect(ratioDistribution(ratio, 'mean').quantile(0.975)).toBeCloseTo(ratio.estimate + t * 0.05, 9);
    expect(ratioDistribution(ratio, 'next-site').quantile(0.025)).toBeCloseTo(ratio.estimate - t * 0.1, 9);
    const rate = rateDistribution(ratioDistribution(ratio, 'mean'), { stock: 60, years: 12 });
    expect(rate.mean).toBeCloseTo(1, 12);
    expect(rate.quantile(0.5)).toBeCloseTo(1, 12);
  });
});
