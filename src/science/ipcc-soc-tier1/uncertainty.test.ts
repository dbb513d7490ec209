import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import {
  breakevenNitrogen,
  co2ePerNitrogen,
  crossoverYear,
  n2oNitrogenPerNitrogen,
} from './added-nitrogen.ts';
import { systemFactors } from './systems.ts';
import { changeUncertainty, namedFactors } from './uncertainty.ts';
import { rewettedMethane, rewettedMineralWetland } from './wetland.ts';

const options = { draws: 20_000, seed: 7 };

describe('uncertainty of a change', () => {
  it('is nothing where every number is certain', () => {
    const factor = (value: number) => [{ name: 'use', value, error: null }];
    const after = [{ name: 'other', value: 1, error: 0 }];
    const result = changeUncertainty({ value: 60, error: null }, factor(0.7), after, 20, options);
    // 60 · 0.3 / 20 · 44/12 = 3.3
    expect(result.mean).toBeCloseTo(3.3, 12);
    expect(result.sd).toBeCloseTo(0, 12);
    expect(result.probabilityOfGain).toBe(1);
  });

  it('draws a factor that stands before and after once: what cancels has no spread', () => {
    const same = [{ name: 'use', value: 0.7, error: 50 }];
    const result = changeUncertainty({ value: 60, error: 90 }, same, same, 20, options);
    expect(result.mean).toBe(0);
    expect(result.sd).toBe(0);
    expect(result.probabilityOfGain).toBe(0);
  });

  it('is the first-order result where errors are small', () => {
    // relative sd of the stock 1 %, of the factor 1 %: d = 60 (1 - F) / 20 · 44/12
    const result = changeUncertainty(
      { value: 60, error: 1.96 },
      [{ name: 'use', value: 0.7, error: 2 }],
      [],
      20,
      {
        draws: 200_000,
        seed: 1,
      },
    );
    const ofStock = 3.3 * 0.01;
    const ofFactor = ((60 * 0.007) / 20) * (44 / 12);
    expect(result.sd / Math.hypot(ofStock, ofFactor)).toBeCloseTo(1, 2);
  });

  it('gives the same for the same seed, and wider intervals for larger errors', () => {
    const run = (error: number) =>
      changeUncertainty({ value: 60, error: 5 }, [{ name: 'use', value: 0.7, error }], [], 20, options);
    expect(run(10)).toEqual(run(10));
    expect(run(20).p97_5 - run(20).p2_5).toBeGreaterThan(run(10).p97_5 - run(10).p2_5);
  });

  it('names factors by their place in the table, so that equal ones are one', () => {
    const of = (management: 'full' | 'no-till') =>
      namedFactors({
        ...systemFactors(
          {
            system: 'cropland',
            landUse: 'long-term-cultivated',
            management,
            input: null,
            ownLandUseFactor: null,
          },
          'boreal-dry',
          'sandy',
        ),
      });
    expect(of('full')[0]).toEqual(of('no-till')[0]);
    expect(of('full')[1]?.name).not.toBe(of('no-till')[1]?.name);
  });

  it('covers the truth in 95 of 100 simulated worlds', () => {
    // The truth is fixed; what the tables print scatters around it with the error that they state.
    const truth = { stock: 50, use: 0.75, tillage: 1.08 };
    const random = randomSource(2026);
    const printed = (value: number, percent: number, deviations: number) =>
      value * (1 + (percent / 100 / deviations) * random.normal());
    const change = ((truth.stock * (1 * truth.tillage - truth.use)) / 20) * (44 / 12);
    let inside = 0;
    const worlds = 1200;
    for (let world = 0; world < worlds; world += 1) {
      const result = changeUncertainty(
        { value: printed(truth.stock, 12, 1.96), error: 12 },
        [{ name: 'use', value: printed(truth.use, 12, 2), error: 12 }],
        [{ name: 'tillage', value: printed(truth.tillage, 6, 2), error: 6 }],
        20,
        { draws: 700, seed: world },
      );
      if (result.p2_5 <= change && change <= result.p97_5) inside += 1;
    }
    expect(inside / worlds).toBeGreaterThan(0.93);
    expect(inside / worlds).toBeLessThan(0.97);
  });
});

describe('added nitrogen', () => {
  it('leaches in wet climates only', () => {
    // 0.01 + 0.11 · 0.01 = 0.0111; and 0.24 · 0.011 = 0.00264 more where it is wet
    expect(n2oNitrogenPerNitrogen(false)).toBeCloseTo(0.0111, 15);
    expect(n2oNitrogenPerNitrogen(true)).toBeCloseTo(0.01374, 15);
  });

  it('undoes a gain at the rate and in the year that it says', () => {
    const per = co2ePerNitrogen(true, 273);
    const rate = breakevenNitrogen(2, per);
    expect((rate * per) / 1000).toBeCloseTo(2, 12);
    expect(crossoverYear(2, rate * 1.001, per, 20)).toBe(0);
    expect(crossoverYear(2, rate / 2, per, 20)).toBeCloseTo(40, 9);
    expect(crossoverYear(2, 0, per, 20)).toBeNull();
  });
});

describe('rewetted mineral wetland', () => {
  it('gains in two blocks and emits methane throughout', () => {
    // 100 · 0.09 / 20 · 44/12 = 1.65; 100 · 0.2 / 20 · 44/12 = 3.6667; 76 kg · 27 / 1000 = 2.052
    const result = rewettedMineralWetland(100, rewettedMethane('boreal'), 27);
    expect(result.gain1To20).toBeCloseTo(1.65, 12);
    expect(result.gain21To40).toBeCloseTo(11 / 3, 12);
    expect(result.net1To20).toBeCloseTo(1.65 - 2.052, 12);
    expect(result.net21To40).toBeCloseTo(11 / 3 - 2.052, 12);
    expect(() => rewettedMineralWetland(-1, 0, 27)).toThrow('referenceStock is -1');
    expect(() => rewettedMineralWetland(1, Number.NaN, 27)).toThrow('methane is NaN');
  });
});
