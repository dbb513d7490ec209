import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triangular } from '../distributions.ts';
import { randomSource } from '../random.ts';
import { appraise, presentValue } from './appraisal.ts';
import { type Project, type Spreads, simulate, spreadFaults } from './uncertainty.ts';

const project: Project = {
  costs: [1000, 100, 100, 100, 50, 50],
  income: [0, 0, 150, 250, 400, 800],
  carbon: [0, 5, 10, 10, 10, 10],
};
const sure: Spreads = { cost: [1, 1, 1], income: [1, 1, 1], carbon: [1, 1, 1], rate: [0.05, 0.05, 0.05] };
const unsure: Spreads = {
  cost: [0.8, 1, 1.6],
  income: [0.5, 1, 1.2],
  carbon: [0.6, 1, 1.3],
  rate: [0.02, 0.05, 0.08],
};

describe('a simulation', () => {
  it('without spread is the appraisal', () => {
    const flow = project.costs.map((cost, year) => (project.income[year] ?? 0) - cost);
    const plain = appraise(flow, project.carbon, 0.05);
    const { npv, costPerTonne, gaining, swings } = simulate(project, sure, { draws: 100, seed: 1 });
    expect(npv.p5).toBeCloseTo(plain.npv, 9);
    expect(npv.p95).toBeCloseTo(plain.npv, 9);
    expect(costPerTonne?.p50).toBeCloseTo(plain.costPerDiscountedTonne ?? Number.NaN, 9);
    expect(gaining).toBe(plain.npv > 0 ? 1 : 0);
    expect(swings.map(({ swing }) => swing)).toEqual([0, 0, 0]);
  });

  it('has the mean of its triangles where only costs spread', () => {
    // mean multiplier (0.8 + 1 + 1.6) / 3 = 1.1333; npv = pv(income) - 1.1333 pv(costs)
    const { npv } = simulate(project, { ...sure, cost: [0.8, 1, 1.6] }, { draws: 40_000, seed: 2 });
    const exact = presentValue(project.income, 0.05) - (3.4 / 3) * presentValue(project.costs, 0.05);
    const sd = Math.sqrt((0.64 + 1 + 2.56 - 0.8 - 1.6 - 1.28) / 18) * presentValue(project.costs, 0.05);
    expect(npv.sd).toBeCloseTo(sd, -1);
    expect(Math.abs(npv.mean - exact)).toBeLessThan(5 * (sd / 200));
  });

  it('gives the same bits for the same seed, and others for another', () => {
    const first = simulate(project, unsure, { draws: 500, seed: 7 });
    expect(simulate(project, unsure, { draws: 500, seed: 7 })).toEqual(first);
    expect(simulate(project, unsure, { draws: 500, seed: 8 }).npv.mean).not.toBe(first.npv.mean);
  });

  it('holds 95 % of projects between its 2.5 and 97.5 % points, 90 % between 5 and 95', () => {
    const { npv } = simulate(project, unsure, { draws: 100_000, seed: 11 });
    const random = randomSource(12);
    const truth = {
      cost: triangular(...unsure.cost),
      income: triangular(...unsure.income),
      rate: triangular(...unsure.rate),
    };
    const count = 20_000; // binomial error 0.15 %
    let inside95 = 0;
    let inside90 = 0;
    for (let draw = 0; draw < count; draw += 1) {
      const rate = truth.rate.draw(random);
      const costs = truth.cost.draw(random) * presentValue(project.costs, rate);
      const value = truth.income.draw(random) * presentValue(project.income, rate) - costs;
      if (value >= npv.p2_5 && value <= npv.p97_5) inside95 += 1;
      if (value >= npv.p5 && value <= npv.p95) inside90 += 1;
    }
    expect(inside95 / count).toBeGreaterThan(0.93);
    expect(inside95 / count).toBeLessThan(0.97);
    expect(inside90 / count).toBeGreaterThan(0.88);
    expect(inside90 / count).toBeLessThan(0.92);
  });

  it('shows the swing of costs from its 10 to its 90 % point', () => {
    const { swings } = simulate(project, { ...sure, cost: [0.5, 1, 1.5] }, { draws: 10, seed: 3 });
    // half a triangle of half-width 0.5: 10 % point 0.5 + sqrt(0.1 · 1 · 0.5)
    const low = 0.5 + Math.sqrt(0.05);
    expect(swings[0]).toMatchObject({ input: 'cost', low: expect.closeTo(low, 12) });
    expect(swings[0]?.swing).toBeCloseTo(2 * (1 - low) * presentValue(project.costs, 0.05), 9);
  });

  it('shifts with the costs', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 3, noNaN: true }), (factor) => {
        const dear = { ...project, costs: project.costs.map((cost) => cost * factor) };
        const options = { draws: 200, seed: 5 };
        const cheap = simulate(project, unsure, options);
        const costly = simulate(dear, unsure, options);
        expect(costly.npv.p50).toBeLessThanOrEqual(cheap.npv.p50);
        expect(costly.gaining).toBeLessThanOrEqual(cheap.gaining);
      }),
      { numRuns: 20 },
    );
  });

  it('has no cost per tonne where a draw removes none', () => {
    const bare = { ...project, carbon: project.carbon.map(() => 0) };
    expect(simulate(bare, unsure, { draws: 50, seed: 1 }).costPerTonne).toBeNull();
  });
});

describe('faults', () => {
  const codes = (one: Project, spreads: Spreads) =>
    spreadFaults(one, spreads).map(({ argument, code }) => `${argument} ${code}`);

  it('come all at once', () => {
    expect(codes(project, unsure)).toEqual([]);
    expect(
      codes(
        { ...project, costs: [-1, 0], income: [0, Number.POSITIVE_INFINITY] },
        { ...unsure, cost: [2, 1, 3], carbon: [-1, 1, 1], rate: [0, 2, 5] },
      ),
    ).toEqual([
      'carbon unlike-lengths',
      'costs.0 too-low',
      'income.1 not-a-number',
      'cost.mode out-of-order',
      'carbon.low too-low',
      'rate.mode too-high',
      'rate.high too-high',
    ]);
  });

  it('are thrown', () => {
    expect(() => simulate(project, { ...unsure, cost: [2, 1, 3] }, { draws: 10, seed: 1 })).toThrow(
      /cost\.mode is 1 \(out-of-order\)/,
    );
    expect(() => simulate(project, unsure, { draws: 1, seed: 1 })).toThrow(RangeError);
  });
});
