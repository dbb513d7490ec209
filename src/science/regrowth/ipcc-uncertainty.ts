/**
 * How far a stand may be from the IPCC rates: Monte Carlo over the published errors of the two growth rates and of
 * the ratio of roots, each cut at 0. An error printed as a standard deviation is the spread between sites, so the
 * interval is one for a single site and not for the mean of many. Caps and the carbon fraction are held.
 */
import { factorDistribution, type Uncertain } from '../factor-distribution.ts';
import { randomSource } from '../random.ts';
import { sortedQuantile } from '../statistics.ts';
import { biomassAt, type GrowthRates, ratioAt, stockOf, type TwoRatios } from './ipcc-growth.ts';

export interface GrowthSimulation {
  readonly young: Uncertain;
  readonly old: Uncertain;
  readonly youngCap: number | null;
  readonly cap: number | null;
  /** Ratio of roots up to `limit` t/ha of above-ground biomass, and above it. */
  readonly limit: number;
  readonly below: Uncertain;
  readonly above: Uncertain;
  /** Carbon of dry matter. */
  readonly fraction: number;
}

export interface GrowthInterval {
  /** 2.5 and 97.5 % of above-ground biomass, t/ha. */
  readonly agb: readonly [number, number];
  /** 2.5 and 97.5 % of the CO2 of above-ground and below-ground biomass, t/ha. */
  readonly co2: readonly [number, number];
}

export interface SimulationSize {
  /** 100 to 1,000,000 */
  readonly draws: number;
  /** Integer from 0 to 2^53 - 1. */
  readonly seed: number;
}

/**
 * Intervals of 95 % at some ages, years. A draw has one rate for each age class, and its ratios of roots deviate
 * from both classes by the same share of probability.
 * @throws RangeError for draws or a seed out of range
 */
export function simulateGrowth(
  inputs: GrowthSimulation,
  ages: readonly number[],
  { draws, seed }: SimulationSize,
): readonly GrowthInterval[] {
  if (!Number.isInteger(draws) || draws < 100 || draws > 1e6)
    throw new RangeError(`draws is ${draws}; an integer from 100 to 1000000 is needed`);
  const random = randomSource(seed);
  const [young, old] = [factorDistribution(inputs.young), factorDistribution(inputs.old)];
  const [below, above] = [factorDistribution(inputs.below), factorDistribution(inputs.above)];
  const agb = ages.map(() => new Float64Array(draws));
  const co2 = ages.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw += 1) {
    const rates: GrowthRates = {
      young: young.draw(random),
      old: old.draw(random),
      youngCap: inputs.youngCap,
      cap: inputs.cap,
    };
    const p = random.next();
    const ratios: TwoRatios = { limit: inputs.limit, below: below.quantile(p), above: above.quantile(p) };
    for (let i = 0; i < ages.length; i += 1) {
      const grown = biomassAt(rates, ages[i] as number); // i is below length
      (agb[i] as Float64Array)[draw] = grown;
      (co2[i] as Float64Array)[draw] = stockOf(grown, ratioAt(ratios, grown), inputs.fraction).co2;
    }
  }
  const limits = (samples: Float64Array): readonly [number, number] => {
    const sorted = samples.sort();
    return [sortedQuantile(sorted, 0.025), sortedQuantile(sorted, 0.975)];
  };
  return ages.map((_, i) => ({
    agb: limits(agb[i] as Float64Array),
    co2: limits(co2[i] as Float64Array),
  }));
}
