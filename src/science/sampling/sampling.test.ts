import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile, tQuantile } from '../statistics.ts';
import { allocatePlots, allocationFaults, roundToTotal, type StratumShare } from './allocation.ts';
import { changeFaults, detectableChange, plotsForChange } from './change.ts';
import {
  cautiousPlan,
  type PlanDesign,
  type PlannedStratum,
  planFaults,
  planPlots,
  plotsByMargin,
  upperSd,
} from './plan.ts';
import { iteratePlots, roundUp, simpleRandomPlots, stratifiedError, stratifiedPlots } from './required.ts';

const near = (value: number, digits = 9) => expect.closeTo(value, digits);
const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const strataOf = fc.array(
  fc.record({
    area: positive(50, 5000),
    sd: positive(0.5, 80),
    cost: fc.constant(null),
    pilotPlots: fc.constant(null),
  }),
  { minLength: 1, maxLength: 6 },
);
const design: PlanDesign = { plotArea: 0.1, margin: 8, confidence: 0.95, quantile: 'student', minimum: 2 };
const stratum = (area: number, sd: number, more: Partial<PlannedStratum> = {}): PlannedStratum => ({
  area,
  sd,
  cost: null,
  pilotPlots: null,
  ...more,
});

describe('number of plots by hand', () => {
  it('simple random: (2 x 30/10)^2 = 36, of 36 possible one half', () => {
    expect(simpleRandomPlots(30, 10, 2, null)).toBeCloseTo(36, 12);
    expect(simpleRandomPlots(30, 10, 2, 36)).toBeCloseTo(18, 12);
  });

  it('two strata: n = (sum w s)^2/(E^2/t^2 + sum w s^2/N)', () => {
    // w 0.6 0.4, s 20 30: sum w s = 24, sum w s^2 = 600, E/t = 4, N = 100/0.5 = 200: 576/(16 + 3) = 30.3158
    const plan = stratifiedPlots([stratum(60, 20), stratum(40, 30)], 0.5, 8, 2);
    expect(plan.total).toBeCloseTo(576 / 19, 12);
    expect(plan.byStratum).toEqual([near(288 / 19), near(288 / 19)]);
    expect(plan.proportional).toEqual([near(345.6 / 19), near(230.4 / 19)]);
    expect(plan.totalInfinite).toBeCloseTo(36, 12);
    expect(plan.standardError).toBeCloseTo(4, 12);
  });

  it('a plot that costs four times as much is taken half as often', () => {
    const [cheap = 0, dear = 1] = stratifiedPlots(
      [stratum(50, 20, { cost: 1 }), stratum(50, 20, { cost: 4 })],
      0.1,
      5,
      2,
    ).byStratum;
    expect(cheap / dear).toBeCloseTo(2, 12);
  });

  it("Student's t: 16 by the normal quantile, then 18, then 18", () => {
    // n0 = (t s/E)^2 with s = E x 2.0: z 15.37 -> 16; t(15) 2.1314 -> 18.17 -> 19; t(18) 2.1009 -> 17.66 -> 18;
    // t(17) 2.1098 -> 17.80 -> 18
    const found = iteratePlots((t) => (2 * t) ** 2, 0.95, 1);
    expect(found).toMatchObject({ n: 18, df: 17 });
    expect(found.t).toBeCloseTo(tQuantile(0.975, 17), 14);
  });

  it('reports the larger of two numbers that follow each other for ever', () => {
    const jumping = (t: number) => (t > tQuantile(0.975, 10) ? 12 : 9); // 9 -> t(8) -> 12 -> t(11) -> 9 ...
    expect(iteratePlots(jumping, 0.95, 1).n).toBe(12);
  });

  it('rounds up, but not for a difference in the last digits', () => {
    expect([roundUp(20.000000000001), roundUp(20.001), roundUp(20)]).toEqual([20, 21, 20]);
  });
});

describe('laws of the number of plots', () => {
  it('falls with the margin, grows with the confidence, and needs fewer where the area is small', () => {
    fc.assert(
      fc.property(strataOf, positive(1, 20), (strata, margin) => {
        const at = (m: number, t: number, plot = 0.1) => stratifiedPlots(strata, plot, m, t).total;
        expect(at(margin * 1.5, 2)).toBeLessThan(at(margin, 2));
        expect(at(margin, 2.6)).toBeGreaterThan(at(margin, 2));
        const { total, totalInfinite } = stratifiedPlots(strata, 0.1, margin, 2);
        expect(total).toBeLessThan(totalInfinite);
        expect(at(margin, 2, 1e-9) / totalInfinite).toBeCloseTo(1, 6);
      }),
    );
  });

  it('the best allocation gives the wanted error, proportional allocation none better', () => {
    fc.assert(
      fc.property(strataOf, positive(1, 20), (strata, margin) => {
        const plan = stratifiedPlots(strata, 0.001, margin, 1.96);
        expect(plan.standardError).toBeCloseTo(margin / 1.96, 8);
        const area = strata.reduce((sum, one) => sum + one.area, 0);
        const proportional = stratifiedError(
          strata.map((one, i) => ({
            share: one.area / area,
            sd: one.sd,
            n: plan.proportional[i] ?? 0,
            possible: one.area / 0.001,
          })),
        );
        expect(proportional).toBeGreaterThanOrEqual(plan.standardError * (1 - 1e-9));
      }),
    );
  });

  it('does not know units of area or of biomass, nor the order or the splitting of strata', () => {
    fc.assert(
      fc.property(strataOf, positive(0.01, 100), (strata, factor) => {
        const plan = stratifiedPlots(strata, 0.1, 5, 2);
        const hectares = strata.map((one) => ({ ...one, area: one.area * factor }));
        expect(stratifiedPlots(hectares, 0.1 * factor, 5, 2).total / plan.total).toBeCloseTo(1, 9);
        const grams = strata.map((one) => ({ ...one, sd: one.sd * factor }));
        expect(stratifiedPlots(grams, 0.1, 5 * factor, 2).total / plan.total).toBeCloseTo(1, 9);
        expect(stratifiedPlots([...strata].reverse(), 0.1, 5, 2).total / plan.total).toBeCloseTo(1, 9);
        const halves = strata.flatMap((one) => [
          { ...one, area: one.area / 2 },
          { ...one, area: one.area / 2 },
        ]);
        expect(stratifiedPlots(halves, 0.1, 5, 2).total / plan.total).toBeCloseTo(1, 9);
      }),
    );
  });

  it('one stratum is a simple random sample', () => {
    const [one, possible] = [stratum(70, 22), 700];
    expect(stratifiedPlots([one], 0.1, 3, 1.96).total).toBeCloseTo(
      simpleRandomPlots(22, 3, 1.96, possible),
      9,
    );
  });
});

describe('plans', () => {
  it('keep the margin, with whole plots, within the area and not below the minimum', () => {
    fc.assert(
      fc.property(strataOf, positive(2, 20), fc.integer({ min: 1, max: 5 }), (strata, margin, minimum) => {
        const plan = planPlots(strata, { ...design, margin, minimum });
        for (const { n, possible } of plan.strata) {
          expect(Number.isInteger(n)).toBe(true);
          expect(n).toBeGreaterThanOrEqual(minimum);
          expect(n).toBeLessThanOrEqual(possible);
        }
        expect(plan.n).toBe(plan.strata.reduce((sum, { n }) => sum + n, 0));
        if (plan.n < plan.possible) expect(plan.halfWidth).toBeLessThanOrEqual(margin * (1 + 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  it('measure a small stratum whole and still reach the margin', () => {
    const strata = [stratum(2, 400), stratum(500, 20)];
    const plan = planPlots(strata, { ...design, margin: 2, quantile: 'normal' });
    expect(plan.strata[0]).toMatchObject({ n: 20, possible: 20, whole: true });
    expect(plan.halfWidth).toBeLessThanOrEqual(2);
    // Without the cap the formula would put more into it.
    const { byStratum } = stratifiedPlots(strata, 0.1, 2, normalQuantile(0.975));
    expect(byStratum[0]).toBeGreaterThan(20);
    expect(plan.strata[1]?.whole).toBe(false);
  });

  it('give the minimum to strata that do not vary', () => {
    const strata = [stratum(2, 400), stratum(500, 0)];
    expect(planPlots(strata, { ...design, margin: 0.1 }).strata.map(({ n }) => n)).toEqual([20, 2]);
    expect(planPlots(strata, { ...design, margin: 2 }).strata[1]).toMatchObject({ n: 2, unrounded: 0 });
  });

  it('can ask for everything', () => {
    const plan = planPlots([stratum(1, 50), stratum(2, 60)], { ...design, margin: 0.01 });
    expect(plan).toMatchObject({ n: 30, standardError: 0 });
  });

  it('10 ha hold 100 plots of 0.1 ha', () => {
    expect(
      planPlots([stratum(0.3, 5), stratum(10, 5)], design).strata.map(({ possible }) => possible),
    ).toEqual([3, 100]);
  });

  it('count costs', () => {
    const plan = planPlots([stratum(100, 20, { cost: 100 }), stratum(100, 30, { cost: 150 })], design);
    expect(plan.cost).toBe((plan.strata[0]?.n ?? 0) * 100 + (plan.strata[1]?.n ?? 0) * 150);
    expect(planPlots([stratum(100, 20)], design).cost).toBeNull();
  });

  it('ask for more where the pilot was small', () => {
    const strata = [stratum(500, 20, { pilotPlots: 5 }), stratum(500, 30)];
    const plan = cautiousPlan(strata, design);
    const upper = planPlots([stratum(500, upperSd(20, 5, 0.8)), stratum(500, 30)], design);
    expect(plan?.n).toBe(upper.n);
    expect(plan?.n).toBeGreaterThan(planPlots(strata, design).n);
    expect(cautiousPlan([stratum(500, 20)], design)).toBeNull();
    // chi-square(0.2; 4) = 1.6488 (Abramowitz & Stegun 1964, table 26.8 has 1.64878)
    expect(upperSd(20, 5, 0.8)).toBeCloseTo(20 * Math.sqrt(4 / 1.64878), 3);
  });

  it('a curve falls with the margin', () => {
    const curve = plotsByMargin([stratum(500, 30)], design, [4, 8, 16]);
    expect(curve.map(({ n }) => n)).toEqual([...curve.map(({ n }) => n)].sort((a, b) => b - a));
    expect(curve[1]?.n).toBe(planPlots([stratum(500, 30)], design).n);
  });
});

describe('faults of a plan', () => {
  const codes = (strata: PlannedStratum[], change: Partial<PlanDesign> = {}) =>
    planFaults(strata, { ...design, ...change }).map(({ code, argument }) => `${argument} ${code}`);

  it('all at once', () => {
    expect(
      codes(
        [
          stratum(0, -1),
          stratum(5, Number.NaN, { cost: 3 }),
          stratum(5, 1, { cost: -3, pilotPlots: 1 }),
          stratum(Number.POSITIVE_INFINITY, 1, { cost: 1 }),
        ],
        { plotArea: 11, margin: 0, confidence: 0.4, minimum: 0 },
      ),
    ).toEqual([
      'plotArea too-high',
      'margin too-low',
      'confidence too-low',
      'minimum too-low',
      'strata.0.area too-low',
      'strata.0.sd too-low',
      'strata.0.cost cost-missing',
      'strata.1.sd not-a-number',
      'strata.2.cost too-low',
      'strata.2.pilotPlots too-low',
      'strata.3.area not-a-number',
    ]);
  });

  it('nothing to plan, no variation, no room', () => {
    expect(codes([])).toEqual(['strata.length too-low']);
    expect(codes([stratum(5, 0), stratum(5, 0)])).toEqual(['strata.0.sd no-variation']);
    expect(codes([stratum(0.15, 3)])).toEqual(['strata.0.area too-small']);
    expect(() => planPlots([stratum(5, 0)], design)).toThrow(/strata\.0\.sd is 0 \(no-variation\)/);
    expect(() => simpleRandomPlots(-1, 0, 2, 0)).toThrow(/margin is 0/);
    expect(() => stratifiedPlots([stratum(-1, 2)], 0.1, 1, 2)).toThrow(/strata\.0\.area is -1/);
    expect(() => upperSd(2, 1, 0.8)).toThrow(/plots is 1/);
    expect(() => stratifiedPlots([stratum(5, 0)], 0.1, 1, 2)).toThrow(/no-variation/);
    expect(() => simpleRandomPlots(0, 1, 2, null)).toThrow(/no-variation/);
  });
});

describe('allocation of a fixed number', () => {
  const share = (possible: number, sd: number, minimum = 0, cost: number | null = null): StratumShare => ({
    possible,
    sd,
    minimum,
    cost,
  });
  const shares = fc.array(
    fc.record({
      possible: fc.integer({ min: 5, max: 60 }),
      sd: fc.oneof(fc.constant(0), positive(0.1, 40)),
      cost: fc.constant(null),
      minimum: fc.integer({ min: 0, max: 5 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const error = (strata: readonly StratumShare[], n: readonly number[]) => {
    const all = strata.reduce((sum, { possible }) => sum + possible, 0);
    return stratifiedError(strata.map((one, i) => ({ ...one, share: one.possible / all, n: n[i] ?? 0 })));
  };

  it('by hand: 100 x 10 against 50 x 40', () => {
    expect(allocatePlots(30, [share(100, 10), share(50, 40)])).toEqual([near(10), near(20)]);
    expect(allocatePlots(60, [share(100, 10), share(20, 900)])).toEqual([near(40), near(20)]);
    expect(allocatePlots(30, [share(100, 10, 15), share(50, 40)])).toEqual([near(15), near(15)]);
    expect(allocatePlots(30, [share(100, 10, 0, 1), share(100, 10, 0, 4)])).toEqual([near(20), near(10)]);
  });

  it('strata that do not vary take what others cannot hold', () => {
    expect(allocatePlots(40, [share(10, 5), share(20, 0), share(40, 0)])).toEqual([
      near(10),
      near(10),
      near(20),
    ]);
  });

  it('adds up, keeps its bounds, and no exchange of plots is better', () => {
    fc.assert(
      fc.property(shares, positive(0, 1), (strata, part) => {
        fc.pre(strata.some(({ sd }) => sd > 0));
        const least = strata.reduce((sum, { minimum }) => sum + minimum, 0);
        const most = strata.reduce((sum, { possible }) => sum + possible, 0);
        const total = Math.max(1, Math.round(least + part * (most - least)));
        const n = allocatePlots(total, strata);
        expect(n.reduce((sum, one) => sum + one, 0)).toBeCloseTo(total, 8);
        for (const [i, one] of strata.entries()) {
          expect(n[i]).toBeGreaterThanOrEqual(one.minimum - 1e-9);
          expect(n[i]).toBeLessThanOrEqual(one.possible + 1e-9);
        }
        const best = error(strata, n);
        const step = 0.05;
        for (const [i, from] of strata.entries()) {
          for (const [j, to] of strata.entries()) {
            const [a = 0, b = 0] = [n[i], n[j]];
            if (i === j || a - step < from.minimum || a - step <= 0 || b + step > to.possible) continue;
            const moved = n.map((one, place) => one + (place === i ? -step : place === j ? step : 0));
            expect(error(strata, moved)).toBeGreaterThanOrEqual(best * (1 - 1e-9));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('whole numbers cost less than 1 % of precision against all that are possible', () => {
    const strata = [share(40, 12, 1), share(25, 30, 1), share(15, 6, 1)];
    for (const total of [8, 13, 21, 40]) {
      const whole = roundToTotal(allocatePlots(total, strata));
      let best = Number.POSITIVE_INFINITY;
      for (let a = 1; a <= 40; a += 1) {
        for (let b = 1; b <= 25; b += 1) {
          const c = total - a - b;
          if (c >= 1 && c <= 15) best = Math.min(best, error(strata, [a, b, c]));
        }
      }
      expect(error(strata, whole)).toBeLessThanOrEqual(best * 1.01);
    }
  });

  it('rounds to the sum', () => {
    expect(roundToTotal([1.5, 1.5, 1])).toEqual([2, 1, 1]);
    expect(roundToTotal([2.9999999999, 1.0000000001])).toEqual([3, 1]);
    expect(roundToTotal([0.4, 0.4, 0.4, 0.8])).toEqual([1, 0, 0, 1]);
  });

  it('refuses', () => {
    expect(
      allocationFaults(5, [share(0, -1), share(10, 2, 11, 0), share(10, Number.NaN)]).map(
        ({ code, argument }) => `${argument} ${code}`,
      ),
    ).toEqual([
      'strata.0.possible too-low',
      'strata.0.sd too-low',
      'strata.1.cost too-low',
      'strata.1.minimum too-high',
      'strata.2.sd not-a-number',
    ]);
    expect(() => allocatePlots(5, [share(10, 0), share(10, 0)])).toThrow(/no-variation/);
    expect(() => allocatePlots(100, [share(10, 2)])).toThrow(
      /total is 100 \(too-high\); it must lie within 1 to 10/,
    );
    expect(() => allocatePlots(3, [share(10, 2, 2), share(10, 2, 2)])).toThrow(/total is 3 \(too-low\)/);
  });
});

describe('detectable change', () => {
  const change = { sd: 1, correlation: 0, plots: 'temporary', alpha: 0.05, power: 0.9 } as const;

  // The manual of R's power.t.test prints n = 22.02110 for delta = 1, power 0.90: by the non-central t.
  it("two samples as R's power.t.test", () => {
    expect(plotsForChange(1, change)).toBe(23);
    expect(detectableChange(23, change)).toBeLessThanOrEqual(1);
    expect(detectableChange(22, change)).toBeGreaterThan(1);
  });

  it('permanent plots save what the correlation is worth', () => {
    const permanent = { ...change, plots: 'permanent', correlation: 0.75 } as const;
    // 2 (1 - 0.75) = 1/2 of the variance; n = 10: (t(0.975; 9) + t(0.9; 9)) sqrt(0.5/10)
    const t = tQuantile(0.975, 9) + tQuantile(0.9, 9);
    expect(detectableChange(10, permanent)).toBeCloseTo(t * Math.sqrt(0.05), 12);
    expect(detectableChange(10, permanent)).toBeLessThan(detectableChange(10, change));
  });

  it('falls with every plot and scales with the spread', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), positive(0.1, 50), (n, sd) => {
        expect(detectableChange(n + 1, { ...change, sd })).toBeLessThan(
          detectableChange(n, { ...change, sd }),
        );
        expect(detectableChange(n, { ...change, sd }) / sd).toBeCloseTo(detectableChange(n, change), 9);
      }),
    );
  });

  it('gives up beyond ten million plots, and refuses', () => {
    expect(plotsForChange(1e-6, change)).toBeNull();
    expect(() => plotsForChange(0, change)).toThrow(/change is 0/);
    expect(() => detectableChange(1, change)).toThrow(/n is 1/);
    expect(
      changeFaults({ sd: 0, correlation: 1, plots: 'permanent', alpha: 0.6, power: Number.NaN }).map(
        ({ code, argument }) => `${argument} ${code}`,
      ),
    ).toEqual(['sd too-low', 'correlation too-high', 'alpha too-high', 'power not-a-number']);
  });
});
