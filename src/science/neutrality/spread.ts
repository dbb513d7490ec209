/**
 * How far the course of a plan may be from its middle: Monte Carlo over the rate, the disturbance and the leakage
 * (JCGM 101:2008). What has no spread is held; emissions of the pathway are taken as they are given. The net of every
 * year follows each of them in one direction, so that where one alone is uncertain its own quantiles give the limits,
 * without any draws.
 */
import { type Distribution, fixed, triangular } from '../distributions.ts';
import { factorDistribution, type Uncertain } from '../factor-distribution.ts';
import { randomSource } from '../random.ts';
import type { GrowthRates } from '../regrowth/ipcc-growth.ts';
import { sortedQuantile } from '../statistics.ts';
import type { GwpValues } from '../units-gwp/gwp.ts';
import { netsOf, otherGasesOf, type Plan, refusePlan } from './removal.ts';
import type { RateUptake, StandUptake, Uptake } from './uptake.ts';

export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** Names of what may be uncertain; a stand has two rates of growth and the ratio of its roots. */
export type Spreads = Readonly<
  Record<'rate' | 'disturbance' | 'leakage' | 'young' | 'old' | 'roots', Distribution>
>;
export type Drawn = Readonly<Record<keyof Spreads, number>>;

/** A share between limits, its default the likeliest; held where there are none. */
export function shareSpread(value: number, limits: Limits | null): Distribution {
  return limits === null ? fixed(value) : triangular(limits.low, value, limits.high);
}

interface PlanSpread {
  readonly disturbance: Distribution;
  readonly leakage: Distribution;
}

const held = fixed(0);

export function rateSpreads(rate: Distribution, plan: PlanSpread): Spreads {
  return { rate, ...plan, young: held, old: held, roots: held };
}

export function standSpreads(
  stand: { readonly young: Uncertain; readonly old: Uncertain; readonly roots: Uncertain },
  plan: PlanSpread,
): Spreads {
  return {
    ...{ rate: held, ...plan },
    young: factorDistribution(stand.young),
    old: factorDistribution(stand.old),
    roots: factorDistribution(stand.roots),
  };
}

/** The plan and the uptake of one draw. */
export function drawnPlan(plan: Plan, uptake: Uptake, drawn: Drawn): { plan: Plan; uptake: Uptake } {
  const { disturbance, leakage } = drawn;
  return { plan: { ...plan, disturbance, leakage }, uptake: drawnUptake(uptake, drawn) };
}

function drawnUptake(uptake: Uptake, { rate, young, old, roots }: Drawn): RateUptake | StandUptake {
  if (uptake.kind !== 'stand') return { ...uptake, rate };
  const rates: GrowthRates = { ...uptake.rates, young, old };
  return { ...uptake, rates, rootRatio: roots };
}

/** Two-sided limits of 95 % of the net removal since the beginning, t CO2e, for every year of the course. */
export function courseLimits(
  plan: Plan,
  uptake: Uptake,
  gwp: GwpValues,
  spreads: Spreads,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): readonly Limits[] {
  refusePlan(plan, uptake);
  if (!Number.isInteger(draws) || draws < 100 || draws > 1e6)
    throw new RangeError(`draws is ${draws}; an integer from 100 to 1000000 is needed`);
  const gases = otherGasesOf(plan, gwp);
  const nets = (drawn: Drawn): Float64Array => {
    const one = drawnPlan(plan, uptake, drawn);
    return netsOf(one.plan, one.uptake, gases);
  };
  const unsure = Object.values(spreads).filter(isUnsure);
  if (unsure.length <= 1)
    return betweenEnds(nets(atQuantile(spreads, 0.025)), nets(atQuantile(spreads, 0.975)));
  const random = randomSource(seed);
  const samples = Array.from({ length: plan.years + 1 }, () => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw += 1) {
    const years = nets({
      rate: spreads.rate.draw(random),
      disturbance: spreads.disturbance.draw(random),
      leakage: spreads.leakage.draw(random),
      young: spreads.young.draw(random),
      old: spreads.old.draw(random),
      roots: spreads.roots.draw(random),
    });
    for (const [year, column] of samples.entries()) column[draw] = years[year] ?? 0;
  }
  return samples.map((column) => {
    const sorted = column.sort();
    return { low: sortedQuantile(sorted, 0.025), high: sortedQuantile(sorted, 0.975) };
  });
}

function isUnsure({ quantile }: Distribution): boolean {
  return quantile(0.025) !== quantile(0.975);
}

function atQuantile(spreads: Spreads, p: number): Drawn {
  const at = (name: keyof Spreads) => spreads[name].quantile(p);
  return {
    ...{ rate: at('rate'), disturbance: at('disturbance'), leakage: at('leakage') },
    ...{ young: at('young'), old: at('old'), roots: at('roots') },
  };
}

function betweenEnds(one: Float64Array, other: Float64Array): readonly Limits[] {
  return Array.from(one, (value, year): Limits => {
    const opposite = other[year] ?? value;
    return { low: Math.min(value, opposite), high: Math.max(value, opposite) };
  });
}
