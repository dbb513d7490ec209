import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annuity, appraise, costPerTonne, paybackYear, presentValue } from './appraisal.ts';
import { credit } from './credits.ts';
import { flowFaults } from './faults.ts';
import { internalRates, signChanges } from './internal-rate.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const rates = number(-0.5, 1);
const flows = fc.array(number(-1000, 1000), { minLength: 1, maxLength: 40 });
const none = (flow: readonly number[]) => flow.map(() => 0);
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const size = (values: readonly number[], rate: number) => presentValue(values.map(Math.abs), rate) + 1;

describe('present value', () => {
  it('discounts year t by (1 + r)^t and year 0 not at all', () => {
    // -100 + 60 / 1.25 + 75 / 1.5625 = -100 + 48 + 48
    expect(presentValue([-100, 60, 75], 0.25)).toBeCloseTo(-4, 12);
    expect(presentValue([7], 0.9)).toBe(7);
    expect(presentValue([], 0.1)).toBe(0);
  });

  it('at a rate of 0 is the sum, and doubles with the money', () => {
    fc.assert(
      fc.property(flows, rates, (flow, rate) => {
        expect(presentValue(flow, 0)).toBeCloseTo(sum(flow), 8);
        const twice = presentValue(
          flow.map((value) => 2 * value),
          rate,
        );
        expect(twice).toBe(2 * presentValue(flow, rate));
      }),
    );
  });

  it('of income falls with the rate and with delay', () => {
    const income = fc.array(number(0, 1000), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(income, number(0, 0.5), number(0, 0.5), (flow, rate, more) => {
        const value = presentValue(flow, rate);
        const slack = 1e-9 * (1 + value);
        expect(presentValue(flow, rate + more)).toBeLessThanOrEqual(value + slack);
        expect(presentValue([0, ...flow], rate)).toBeLessThanOrEqual(value + slack);
      }),
    );
  });
});

describe('internal rate', () => {
  it('makes the present value 0', () => {
    expect(internalRates([-100, 110])).toEqual([expect.closeTo(0.1, 14)]);
    // -100 + 230 x - 132 x^2 = 0 at x = 1 / 1.1 and 1 / 1.2
    expect(internalRates([-100, 230, -132])).toEqual([expect.closeTo(0.1, 12), expect.closeTo(0.2, 12)]);
    fc.assert(
      fc.property(flows, (flow) => {
        for (const rate of internalRates(flow)) {
          const scale = rate < 0 ? (1 + rate) ** (flow.length - 1) : 1;
          expect(Math.abs(presentValue(flow, rate)) * scale).toBeLessThan(
            1e-9 * size(flow, rate) * scale + 1e-9,
          );
        }
      }),
    );
  });

  it('is there once for money laid out at first and paid back by more later', () => {
    const later = fc.array(number(1, 1000), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(later, number(0.1, 0.95), (income, share) => {
        const flow = [-share * sum(income), ...income];
        expect(internalRates(flow)).toHaveLength(1);
      }),
    );
  });

  it('at the limits of the search is found, beyond them not', () => {
    expect(internalRates([-100, 1.01])).toEqual([expect.closeTo(-0.9899, 12)]);
    expect(internalRates([-1, 11])).toEqual([expect.closeTo(10, 12)]);
    expect(internalRates([-1, 12])).toEqual([]);
    expect(internalRates([-200, 1])).toEqual([]);
  });

  it('needs a change of sign', () => {
    expect(signChanges([-1, 0, 2, 0, -3, -4, 5])).toBe(3);
    expect(signChanges([0, 0])).toBe(0);
    expect(internalRates([5, 0, 5])).toEqual([]);
    expect(appraise([5, 5], [0, 0], 0.05).irr).toBeNull();
  });

  it('that is not the only one is the one nearest to 10 %, with all of them told', () => {
    const { irr, internalRates: all, signChanges: changes } = appraise([-100, 230, -132], [0, 0, 0], 0.05);
    expect(irr).toBeCloseTo(0.1, 12);
    expect(all).toHaveLength(2);
    expect(changes).toBe(2);
  });
});

describe('payback', () => {
  it('is the first year after year 0 in which the sum has come back', () => {
    expect(paybackYear([-100, 40, 60, 5])).toBe(2);
    expect(paybackYear([-100, 40, 59])).toBeNull();
    expect(paybackYear([100, 50])).toBe(1);
    expect(paybackYear([100])).toBeNull();
  });
});

describe('annuity', () => {
  it('paid at the end of each year has the present value', () => {
    fc.assert(
      fc.property(number(-1000, 1000), rates, fc.integer({ min: 1, max: 60 }), (npv, rate, years) => {
        const yearly = annuity(npv, rate, years);
        const paid = [0, ...Array.from({ length: years }, () => yearly)];
        expect(Math.abs(presentValue(paid, rate) - npv)).toBeLessThan(1e-9 * (1 + Math.abs(npv)));
      }),
    );
  });

  it('goes to the plain share of a year as the rate goes to 0', () => {
    expect(annuity(-1100, 0, 10)).toBe(-110);
    expect(annuity(-1100, 1e-12, 10)).toBeCloseTo(-110, 6);
    expect(appraise([-100], [0], 0.05).annuity).toBeNull();
  });
});

describe('cost per tonne', () => {
  it('is the outlay over the removal, discounted and plain', () => {
    // r = 1: money -100 - 20 / 2 = -110; carbon 4 / 2 + 8 / 4 = 4; plain 12
    const result = appraise([-100, -20, 0], [0, 4, 8], 1);
    expect(result.npv).toBeCloseTo(-110, 12);
    expect(result.costPerDiscountedTonne).toBeCloseTo(27.5, 12);
    expect(result.costPerTonne).toBeCloseTo(110 / 12, 12);
  });

  it('is not defined without removal, and negative for a gain', () => {
    expect(appraise([-100, 0], [0, 0], 0.05).costPerTonne).toBeNull();
    expect(costPerTonne(-100, -5)).toBeNull();
    expect(costPerTonne(100, 5)).toBe(-20);
  });

  it('does not care for the currency nor for the area', () => {
    fc.assert(
      fc.property(flows, rates, number(0.1, 100), (flow, rate, factor) => {
        const carbon = flow.map(() => 2);
        const plain = appraise(flow, carbon, rate).costPerDiscountedTonne ?? Number.NaN;
        const inOther = appraise(
          flow.map((value) => value * factor),
          carbon,
          rate,
        ).costPerDiscountedTonne;
        expect(inOther).toBeCloseTo(plain * factor, 6);
        const onMore = appraise(
          flow.map((value) => value * 8),
          carbon.map((value) => value * 8),
          rate,
        ).costPerDiscountedTonne;
        expect(onMore).toBeCloseTo(plain, 8);
      }),
    );
  });
});

describe('credits', () => {
  it('lose leakage, then the deduction, then the buffer', () => {
    // 100 · 0.8 · 0.5 = 40, of which a quarter is withheld
    expect(credit(100, { leakage: 0.2, deduction: 0.5, buffer: 0.25 })).toEqual({
      net: 40,
      withheld: 10,
      issued: 30,
    });
    expect(credit(100, { leakage: 0, deduction: 0, buffer: 0 }).issued).toBe(100);
  });

  it('never exceed the removal, and fall with every share', () => {
    const share = number(0, 1);
    fc.assert(
      fc.property(number(0, 1000), share, share, share, (gross, leakage, deduction, buffer) => {
        const { net, withheld, issued } = credit(gross, { leakage, deduction, buffer });
        expect(issued).toBeGreaterThanOrEqual(0);
        expect(net).toBeLessThanOrEqual(gross);
        expect(withheld + issued).toBeCloseTo(net, 9);
      }),
    );
    expect(() => credit(1, { leakage: 1.1, deduction: 0, buffer: -0.1 })).toThrow(
      /leakage is 1\.1 .*buffer is -0\.1/,
    );
  });
});

describe('faults', () => {
  const codes = (flow: readonly number[], carbon: readonly number[], rate: number) =>
    flowFaults({ flow, carbon, rate }).map(({ argument, code }) => `${argument} ${code}`);

  it('are none for a sound project, even of year 0 alone', () => {
    expect(codes([-5], [0], 0)).toEqual([]);
  });

  it('come all at once', () => {
    expect(codes([1, Number.NaN], [2e9], 5)).toEqual([
      'rate too-high',
      'carbon unlike-lengths',
      'flow.1 not-a-number',
      'carbon.0 too-high',
    ]);
    expect(codes([], [], -0.6)).toEqual(['rate too-low', 'flow no-years']);
    const long = Array.from({ length: 102 }, () => 0);
    expect(codes(long, long, 0)).toEqual(['flow too-many-years']);
  });

  it('are thrown with name, value and bounds', () => {
    expect(() => appraise([1], none([1]), 5)).toThrow(/rate is 5 \(too-high\); it must lie within -0.5 to 1/);
  });
});
