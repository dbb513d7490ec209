/**
 * Carbon that a hectare gains from the year in which it is restored, t C/ha against land that was not.
 *
 *   none         G(t) = r t
 *   linear       G(t) = r min(t, D)                        IPCC 2019, vol. 4, ch. 2, eq. 2.25: D = 20 years by default
 *   exponential  G(t) = r D (1 - exp(-t ln 20 / D))        the same total r D, of which 95 % at D
 *
 * The exponential form is a first-order approach to a new equilibrium, its constant set so that both forms end at the
 * same stock: a choice of the portal, behind which no table stands. A stand takes the biomass of
 * `regrowth/ipcc-growth.ts` (IPCC 2019, vol. 4, ch. 4, tables 4.4, 4.7 and 4.9), which ends at its cap.
 */
import { rangeFaults, refuse } from '../range-fault.ts';
import { biomassAt, type GrowthRates, stockOf } from '../regrowth/ipcc-growth.ts';
import { type SaturationForm, uptakeBounds } from './domain.ts';

export interface RateUptake {
  readonly kind: SaturationForm;
  /** t C per hectare and year at first; negative where carbon is lost. */
  readonly rate: number;
  /** D; of no effect where nothing saturates. */
  readonly saturationYears: number;
}

export interface StandUptake {
  readonly kind: 'stand';
  readonly rates: GrowthRates;
  /** Below-ground to above-ground biomass. */
  readonly rootRatio: number;
  /** Carbon of dry matter. */
  readonly carbonFraction: number;
}

export type Uptake = RateUptake | StandUptake;

/** Share of the total gain that the exponential form has reached at D. */
export const shareAtSaturation = 0.95;
const exponent = -Math.log(1 - shareAtSaturation);

/** t C/ha gained at an age in years from 0. */
export function gainAt(uptake: Uptake, age: number): number {
  if (uptake.kind === 'stand') {
    const { rates, rootRatio, carbonFraction } = uptake;
    return stockOf(biomassAt(rates, age), rootRatio, carbonFraction).carbon;
  }
  const { kind, rate, saturationYears } = uptake;
  if (kind === 'none') return rate * age;
  if (kind === 'linear') return rate * Math.min(age, saturationYears);
  return rate * saturationYears * -Math.expm1((-exponent * age) / saturationYears);
}

/** @throws RangeError for a rate or years out of range */
export function refuseUptake(uptake: Uptake): void {
  if (uptake.kind === 'stand') return;
  const { rate, saturationYears } = uptake;
  refuse(rangeFaults({ rate, saturationYears }, uptakeBounds));
}
