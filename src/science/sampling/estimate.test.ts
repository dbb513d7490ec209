import { describe, expect, it } from 'vitest';
import { type Random, randomSource } from '../random.ts';
import { mean, standardDeviation } from '../statistics.ts';
import { detectableChange } from './change.ts';
import { estimateFaults, type MeasuredStratum, meanDifference, stratifiedMean } from './estimate.ts';
import { upperSd } from './plan.ts';

const stratum = (part: Partial<MeasuredStratum>): MeasuredStratum => ({
  size: 1,
  n: 4,
  mean: 10,
  sd: 2,
  possible: null,
  ...part,
});

/** Share of runs in which something holds; 2500 runs: the binomial error of 95 % is 0.44 %. */
function shareOf(seed: number, holds: (random: Random) => boolean, runs = 2500): number {
  const random = randomSource(seed);
  let held = 0;
  for (let run = 0; run < runs; run += 1) if (holds(random)) held += 1;
  return held / runs;
}
const sample = (random: Random, n: number, mu: number, sd: number) =>
  Float64Array.from({ length: n }, () => mu + sd * random.normal());
const measured = (values: Float64Array, part: Partial<MeasuredStratum> = {}) =>
  stratum({ n: values.length, mean: mean(values), sd: standardDeviation(values), ...part });
const nominal = (share: number) => {
  expect(share).toBeGreaterThan(0.93);
  expect(share).toBeLessThan(0.97);
};

describe('stratified mean by hand', () => {
  it('one stratum: 10 +- 3.182446 x 2/2', () => {
    expect(stratifiedMean([stratum({})], 0.95)).toEqual({
      mean: 10,
      standardError: 1,
      df: expect.closeTo(3, 12),
      low: expect.closeTo(10 - 3.182446305284263, 10),
      high: expect.closeTo(10 + 3.182446305284263, 10),
    });
  });

  it('two strata, one with a limit of plots', () => {
    // w 0.75 0.25: mean 7.5 + 5 = 12.5; variances 0.5625 4/4 (1 - 4/8) = 0.28125 and 0.0625 16/4 = 0.25
    const got = stratifiedMean(
      [stratum({ size: 3, possible: 8 }), stratum({ size: 1, mean: 20, sd: 4 })],
      0.95,
    );
    expect(got.mean).toBeCloseTo(12.5, 12);
    expect(got.standardError).toBeCloseTo(Math.sqrt(0.53125), 12);
    expect(got.df).toBeCloseTo(0.53125 ** 2 / (0.28125 ** 2 / 3 + 0.25 ** 2 / 3), 10);
  });

  it('knows no error where a stratum has one plot, and needs none where all is measured', () => {
    const one = stratum({ n: 1, sd: null });
    expect(stratifiedMean([stratum({}), one], 0.95)).toMatchObject({
      mean: 10,
      standardError: null,
      low: null,
    });
    expect(stratifiedMean([stratum({ n: 1, sd: null, possible: 1 })], 0.95)).toMatchObject({
      standardError: 0,
      low: 10,
      high: 10,
      df: null,
    });
  });

  it('difference: a gain is positive; equal errors and samples double the degrees of freedom', () => {
    const at = (value: number) => ({ mean: value, standardError: 3, df: 7 });
    const got = meanDifference(at(20), at(25), 0.9);
    expect(got).toMatchObject({
      mean: 5,
      standardError: expect.closeTo(Math.sqrt(18), 12),
      df: expect.closeTo(14, 12),
    });
    expect(meanDifference({ ...at(1), standardError: 0 }, { ...at(2), standardError: 0 }, 0.9).low).toBe(1);
  });
});

describe('coverage', () => {
  it('t interval of 6 plots', () => {
    nominal(
      shareOf(1, (random) => {
        const { low, high } = stratifiedMean([measured(sample(random, 6, 50, 20))], 0.95);
        return low !== null && high !== null && low <= 50 && 50 <= high;
      }),
    );
  });

  it('three strata with unequal spreads and few plots', () => {
    nominal(
      shareOf(2, (random) => {
        const { low, high } = stratifiedMean(
          [
            measured(sample(random, 5, 80, 30), { size: 6 }),
            measured(sample(random, 8, 40, 10), { size: 3 }),
            measured(sample(random, 4, 20, 5), { size: 1 }),
          ],
          0.95,
        );
        return low !== null && high !== null && low <= 62 && 62 <= high; // 48 + 12 + 2
      }),
    );
  });

  it('20 of the 50 plots that an area holds', () => {
    nominal(
      shareOf(3, (random) => {
        const all = sample(random, 50, 30, 12);
        const { low, high } = stratifiedMean([measured(all.slice(0, 20), { possible: 50 })], 0.95);
        const truth = mean(all);
        return low !== null && high !== null && low <= truth && truth <= high;
      }),
    );
  });

  it("Welch's interval of a difference", () => {
    nominal(
      shareOf(4, (random) => {
        const of = (values: Float64Array) => ({
          mean: mean(values),
          standardError: standardDeviation(values) / Math.sqrt(values.length),
          df: values.length - 1,
        });
        const [earlier, later] = [of(sample(random, 6, 10, 3)), of(sample(random, 12, 14, 9))];
        const { low, high } = meanDifference(earlier, later, 0.95);
        return low !== null && high !== null && low <= 4 && 4 <= high;
      }),
    );
  });

  it('upper 80 % limit of a standard deviation', () => {
    const share = shareOf(5, (random) => upperSd(standardDeviation(sample(random, 6, 0, 7)), 6, 0.8) >= 7);
    expect(Math.abs(share - 0.8)).toBeLessThan(0.025);
  });

  it('the detectable change is detected as often as it says', () => {
    const design = { sd: 8, correlation: 0.6, plots: 'permanent', alpha: 0.05, power: 0.8 } as const;
    const change = detectableChange(15, design);
    const spread = 8 * Math.sqrt(2 * 0.4);
    const share = shareOf(6, (random) => {
      const { low } = stratifiedMean([measured(sample(random, 15, change, spread))], 0.95);
      return low !== null && low > 0;
    });
    expect(Math.abs(share - 0.8)).toBeLessThan(0.03);
  });
});

describe('faults', () => {
  it('all at once', () => {
    const strata = [
      stratum({ size: 0, mean: Number.NaN, sd: -1 }),
      stratum({ n: 2.5, possible: 2 }),
      stratum({ n: 0 }),
    ];
    expect(estimateFaults(strata, 1).map(({ code, argument }) => `${argument} ${code}`)).toEqual([
      'confidence too-high',
      'strata.0.size too-low',
      'strata.0.mean not-a-number',
      'strata.0.sd too-low',
      'strata.1.n not-whole',
      'strata.1.possible too-low',
      'strata.2.n too-low',
    ]);
    expect(estimateFaults([], 0.95).map(({ argument }) => argument)).toEqual(['strata.length']);
    expect(() => stratifiedMean(strata, 0.95)).toThrow(/strata\.0\.size is 0/);
  });

  it('of a difference', () => {
    const at = { mean: 1, standardError: 1, df: 3 };
    expect(() => meanDifference({ ...at, mean: Number.NaN }, at, 0.95)).toThrow(/earlier\.mean is NaN/);
    expect(() => meanDifference(at, { ...at, standardError: -1 }, 0.95)).toThrow(
      /later\.standardError is -1/,
    );
    expect(() => meanDifference(at, { ...at, df: 0 }, 0.95)).toThrow(/later\.df is 0/);
    expect(() => meanDifference(at, at, 2)).toThrow(/confidence is 2/);
  });
});
