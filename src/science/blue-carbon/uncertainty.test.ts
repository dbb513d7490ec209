import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import { coastalProject } from './project.ts';
import { coastalFactors, type Ranged } from './systems.ts';
import { netUncertainty } from './uncertainty.ts';

const project = {
  system: 'tidal-marsh',
  area: 100,
  years: 40,
  salinity: 5,
  cover: 50,
  replanted: true,
  soilStock: 100,
  aboveground: 0,
  drainedBaseline: true,
} as const;
const options = { draws: 20_000, seed: 11 };
const factors = { ...coastalFactors('tidal-marsh', null), accumulation: { value: 2, low: 1.2, high: 2.8 } };

describe('uncertainty of the net removal', () => {
  it('has the point value as its median where the limits lie even', () => {
    const even = { ...factors, drainage: { value: 7.9, low: 5.9, high: 9.9 } };
    const { p50 } = netUncertainty(project, even, 27, { draws: 200_000, seed: 1 });
    expect(p50 / coastalProject(project, even, 27).total.net).toBeCloseTo(1, 2);
  });

  it('is nothing where neither rate has limits and the soil does not fill up', () => {
    const marsh = coastalFactors('tidal-marsh', null);
    const result = netUncertainty(
      { ...project, years: 10, soilStock: 0, drainedBaseline: false },
      marsh,
      27,
      options,
    );
    expect(result.sd).toBeCloseTo(0, 9);
  });

  it('tells how likely a removal is', () => {
    const brackish = { ...project, drainedBaseline: false };
    const { probabilityOfRemoval } = netUncertainty(brackish, factors, 27, options);
    expect(probabilityOfRemoval).toBeGreaterThan(0.5);
    expect(probabilityOfRemoval).toBeLessThan(1);
    expect(
      netUncertainty(brackish, coastalFactors('tidal-marsh', null), 27, options).probabilityOfRemoval,
    ).toBe(0);
  });

  it('refuses what the project refuses', () => {
    expect(() => netUncertainty({ ...project, area: -1 }, factors, 27, options)).toThrow('area is -1');
  });

  it('covers the truth in 95 of 100 simulated worlds', () => {
    // The truth is fixed; the printed rates scatter around it by a normal error whose limits are printed too.
    const truth = { accumulation: 1.5, drainage: 8 };
    const fixed = (value: number): Ranged => ({ value, low: null, high: null });
    const sure = { ...factors, soilCeiling: fixed(255) };
    const net = coastalProject(
      project,
      { ...sure, accumulation: fixed(truth.accumulation), drainage: fixed(truth.drainage) },
      27,
    ).total.net;
    const random = randomSource(5);
    const printed = (value: number, sd: number): Ranged => {
      const seen = value + sd * random.normal();
      return { value: seen, low: seen - 1.959964 * sd, high: seen + 1.959964 * sd };
    };
    let inside = 0;
    const worlds = 1200;
    for (let seed = 0; seed < worlds; seed += 1) {
      const world = {
        ...sure,
        accumulation: printed(truth.accumulation, 0.2),
        drainage: printed(truth.drainage, 0.8),
      };
      const { p2_5, p97_5 } = netUncertainty(project, world, 27, { draws: 700, seed });
      if (p2_5 <= net && net <= p97_5) inside += 1;
    }
    expect(inside / worlds).toBeGreaterThan(0.93);
    expect(inside / worlds).toBeLessThan(0.97);
  });
});
