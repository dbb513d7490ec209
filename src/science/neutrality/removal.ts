/**
 * What the restoration of an area takes out of the air, year by year: area x rate x time, with every term that makes
 * less of it written out. Emissions are positive in nature and so are removals here: a positive `net` is a removal.
 *
 *   cohorts   a(j) = A / R for j = 0 … R - 1: equal parts of the area, one restored each year of the ramp
 *   standing  E(t) = (1 - d)^t G(t) + d sum_{s=0}^{t-1} (1 - d)^s G(s)      lost land begins anew ("regrows")
 *             E(t) = (1 - d)^t G(t)                                         lost land stays lost
 *             expectation over a loss of all that was gained, with probability d in every year
 *   uptake    U(t) = 44/12 sum_j a(j) G(t - j)
 *   lost      L(t) = U(t) - 44/12 sum_j a(j) E(t - j)
 *   leaked    K(t) = l max(0, U - L)
 *   set aside B(t) = b max(0, U - L - K)
 *   gases     N(t) = sum of area-years x (CH4 x GWP_CH4 + N2O x GWP_N2O) / 1000
 *   net       P(t) = U - L - K - B - N
 *
 * A loss of carbon (a negative gain) is neither disturbed, nor leaked, nor set aside.
 */
import { rangeFaults, refuse } from '../range-fault.ts';
import type { GwpValues } from '../units-gwp/gwp.ts';
import { co2PerC } from '../units-gwp/substance.ts';
import { type LossForm, planBounds } from './domain.ts';
import { gainAt, refuseUptake, type Uptake } from './uptake.ts';

export interface Plan {
  /** ha, restored in equal parts over the ramp. */
  readonly area: number;
  /** Years over which the area is restored, a whole number from 1; the first part at time 0. */
  readonly rampYears: number;
  /** Years that are looked at, a whole number. */
  readonly years: number;
  /** Probability that a hectare loses what it gained, per year, 0 to 0.5. */
  readonly disturbance: number;
  readonly afterLoss: LossForm;
  /** Share of the removal that causes emissions elsewhere, 0 to 1. */
  readonly leakage: number;
  /** Share of what is left that is not counted, 0 to 1. */
  readonly buffer: number;
  /** kg CH4 per restored hectare and year, more than before; negative where it is less. */
  readonly ch4: number;
  /** kg N2O, likewise. */
  readonly n2o: number;
}

/** The sums since the beginning, t CO2e, at the end of a year. */
export interface CoursePoint {
  /** Years since the beginning, from 0. */
  readonly year: number;
  /** ha on which restoration has begun. */
  readonly area: number;
  readonly uptake: number;
  readonly lost: number;
  readonly leaked: number;
  readonly setAside: number;
  readonly otherGases: number;
  readonly net: number;
  /** Net of this year alone, t CO2e a year; 0 at the beginning. */
  readonly annual: number;
}

/** Everything that forbids a result. @throws RangeError naming every fault */
export function refusePlan(plan: Plan, uptake: Uptake): void {
  const { afterLoss: _, ...numbers } = plan;
  refuse(rangeFaults(numbers, planBounds));
  for (const name of ['rampYears', 'years'] as const) {
    if (!Number.isInteger(plan[name])) throw new RangeError(`${name} is ${plan[name]}; it must be whole`);
  }
  refuseUptake(uptake);
}

/** The course of a plan, from the beginning to the last year. @throws RangeError for a plan that `refusePlan` refuses */
export function removalCourse(plan: Plan, uptake: Uptake, gwp: GwpValues): readonly CoursePoint[] {
  refusePlan(plan, uptake);
  return courseOf(plan, uptake, gwp);
}

/** The same without looking at the plan again. */
export function courseOf(plan: Plan, uptake: Uptake, gwp: GwpValues): readonly CoursePoint[] {
  const { area, rampYears, years } = plan;
  const gains = gainsOf(uptake, years);
  const taken = overCohorts(gains, rampYears);
  const standing = overCohorts(expected(gains, plan), rampYears);
  const gases = otherGasesOf(plan, gwp);
  const part = area / rampYears;
  let before = 0;
  return Array.from(standing, (each, year): CoursePoint => {
    const uptakeSum = part * (taken[year] ?? 0) * co2PerC;
    const held = part * each * co2PerC;
    const otherGases = gases[year] ?? 0;
    const leaked = leakedOf(held, plan);
    const setAside = setAsideOf(held, plan);
    const net = held - leaked - setAside - otherGases;
    const annual = net - before;
    before = net;
    return {
      ...{ year, area: part * Math.min(year + 1, rampYears), uptake: uptakeSum, lost: uptakeSum - held },
      ...{ leaked, setAside, otherGases, net, annual },
    };
  });
}

/** Net of every year alone, for the many draws of a simulation; `gases` from `otherGasesOf`, which no draw changes. */
export function netsOf(plan: Plan, uptake: Uptake, gases: Float64Array): Float64Array {
  const perPart = (plan.area / plan.rampYears) * co2PerC;
  return overCohorts(expected(gainsOf(uptake, plan.years), plan), plan.rampYears).map((each, year) => {
    const held = perPart * each;
    return held - leakedOf(held, plan) - setAsideOf(held, plan) - (gases[year] ?? 0);
  });
}

function leakedOf(held: number, { leakage }: Plan): number {
  return leakage * Math.max(0, held);
}

function setAsideOf(held: number, { leakage, buffer }: Plan): number {
  return buffer * (1 - leakage) * Math.max(0, held);
}

/** t CO2e of methane and nitrous oxide since the beginning, by year. */
export function otherGasesOf({ area, rampYears, years, ch4, n2o }: Plan, gwp: GwpValues): Float64Array {
  const perHectare = (ch4 * gwp.CH4 + n2o * gwp.N2O) / 1000; // kg -> t
  let sum = 0;
  return Float64Array.from({ length: years + 1 }, (_, year) => {
    sum += (area / rampYears) * Math.min(year, rampYears) * perHectare;
    return sum;
  });
}

function gainsOf(uptake: Uptake, years: number): Float64Array {
  const gains = new Float64Array(years + 1);
  for (let age = 0; age <= years; age += 1) gains[age] = gainAt(uptake, age);
  return gains;
}

/** Expected gain that still stands at each age. */
function expected(gains: Float64Array, { disturbance: d, afterLoss }: Plan): Float64Array {
  let anew = 0;
  let kept = 1;
  return gains.map((gain) => {
    const stays = kept * gain;
    const standing = stays + (afterLoss === 'regrows' ? d * anew : 0);
    kept *= 1 - d;
    if (gain <= 0) return gain;
    anew += stays;
    return standing;
  });
}

/** Sums over the cohorts that have begun, for each year: those of age t, t - 1, … t - R + 1. */
function overCohorts(byAge: Float64Array, rampYears: number): Float64Array {
  let sum = 0;
  return byAge.map((value, age) => {
    sum += value - (byAge[age - rampYears] ?? 0);
    return sum;
  });
}
