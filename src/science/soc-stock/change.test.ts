import { describe, expect, it } from 'vitest';
import { lightestReference, meanReference, referenceOf, stockChange } from './change.ts';
import type { ProfileMethod, SoilLayer } from './layers.ts';

const method: ProfileMethod = { reportingDepth: 15, densityBasis: 'total-volume', stoneDensity: 2.65 };
const soil = (density: number, middle = 10): readonly SoilLayer[] =>
  [
    [0, middle],
    [middle, 30],
  ].map(([upper = 0, lower = 0]) => ({
    ...{ upper, lower, soc: 20, bulkDensity: density },
    ...{ fragments: null, concentrationError: null, densityError: null, fragmentsError: null },
  }));

describe('change', () => {
  it('equation 7: 40 to 45 t C/ha in 10 years are +5 and 0.5 a year', () => {
    expect(stockChange(40, 45, 10)).toEqual({ change: 5, rate: 0.5 });
    expect(stockChange(45, 40, 2)).toEqual({ change: -5, rate: -2.5 });
  });

  it('has no rate without years, and refuses years that are none', () => {
    expect(stockChange(40, 45, null).rate).toBe(null);
    for (const years of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => stockChange(1, 2, years)).toThrow(/years is .* above 0/);
  });
});

describe('reference', () => {
  it('of a profile is its fine earth, layer by layer, down to the reporting depth', () => {
    expect(referenceOf(soil(1.2), method)).toEqual([
      { lower: 10, mass: 1200 },
      { lower: 15, mass: 600 },
    ]);
  });

  it('is the lightest of several profiles, of equals the first', () => {
    expect(lightestReference([soil(1.2), soil(1), soil(1.1)], method)).toEqual({
      profile: 1,
      reference: [
        { lower: 10, mass: 1000 },
        { lower: 15, mass: 500 },
      ],
    });
    expect(lightestReference([soil(1), soil(1)], method).profile).toBe(0);
    expect(() => lightestReference([], method)).toThrow(/0 profiles/);
  });

  it('of replicate cores is the mean of each layer', () => {
    expect(meanReference([soil(1), soil(1.2)], method)).toEqual([
      { lower: 10, mass: 1100 },
      { lower: 15, mass: 550 },
    ]);
    expect(() => meanReference([soil(1), soil(1, 12)], method)).toThrow(
      /cores\[1\] has no layer down to 10 cm/,
    );
    expect(() => meanReference([], method)).toThrow(/0 cores/);
  });

  it('refuses a profile that ends above the reporting depth', () => {
    expect(() => referenceOf(soil(1), { ...method, reportingDepth: 50 })).toThrow(/too-shallow/);
  });
});
