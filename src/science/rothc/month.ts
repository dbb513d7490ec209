/**
 * RothC-26.3: what happens to the carbon of a topsoil in one month. Equations and constants: Coleman, Prout &
 * Milne (2024), RothC - a model for the turnover of carbon in soil: model description and users guide,
 * doi:10.23637/model-rothc-26-3, after Coleman & Jenkinson (1996), doi:10.1007/978-3-642-61094-3_17. Order
 * within a month: moisture deficit, rate modifiers, decay, and last the new carbon.
 */
import { rothcFactors } from '../factors/rothc.ts';

const { factors } = rothcFactors;

export interface RothcSoil {
  /** Clay, %, 0 to 100. */
  readonly clay: number;
  /** Depth of the layer, cm, 1 to 100. */
  readonly depth: number;
  /** Inert organic carbon (IOM), t C ha-1, from 0. */
  readonly inert: number;
}

export interface RothcMonth {
  /** Mean air temperature, degrees Celsius, -60 to 45. */
  readonly temperature: number;
  /** mm, from 0. */
  readonly rain: number;
  /** Open-pan evaporation, mm, from 0; `panEvaporation` makes it of potential evapotranspiration. */
  readonly panEvaporation: number;
  /** Carbon of plants that enters the soil, t C ha-1, from 0. */
  readonly plantInput: number;
  /** Carbon of farmyard manure, t C ha-1, from 0. */
  readonly manureInput: number;
  /** Whether plants cover the soil. */
  readonly covered: boolean;
  /** Decomposable per resistant plant material of `plantInput`, from 0. */
  readonly dpmRpm: number;
}

/** The four active pools, t C ha-1. */
export interface RothcPools {
  /** Decomposable plant material. */
  readonly dpm: number;
  /** Resistant plant material. */
  readonly rpm: number;
  /** Microbial biomass. */
  readonly bio: number;
  /** Humified organic matter. */
  readonly hum: number;
}

export interface RothcState extends RothcPools {
  /** Moisture deficit of the layer, mm, 0 or below. */
  readonly deficit: number;
}

/** No carbon but the inert, and a moist soil: where a spin-up begins. */
export const emptyState: RothcState = { dpm: 0, rpm: 0, bio: 0, hum: 0, deficit: 0 };

/** Rate constants, per year. */
export const rates: RothcPools = {
  dpm: factors.dpmRate.value,
  rpm: factors.rpmRate.value,
  bio: factors.bioRate.value,
  hum: factors.humRate.value,
};

const panCoefficient = factors.panCoefficient.value;
const bareShare = factors.bareShare.value;
const oneBarShare = factors.oneBarShare.value;
const driest = factors.driest.value;

/** Largest moisture deficit of a covered soil, mm, below 0 (guide, eq. 2, with 0.01 in place of its misprint 1.01). */
export function largestDeficit({ clay, depth }: Pick<RothcSoil, 'clay' | 'depth'>): number {
  const { deficitBase, deficitClay, deficitClaySquared, deficitDepth } = factors;
  const at23 = deficitBase.value + deficitClay.value * clay - deficitClaySquared.value * clay * clay;
  return (-at23 * depth) / deficitDepth.value;
}

/**
 * Deficit at the end of a month, mm. Bare soil does not dry beyond 0.556 of the largest deficit, but keeps a
 * deficit that plants have left behind.
 * @param before  deficit at its start, mm
 * @param largest of `largestDeficit`, mm
 */
export function nextDeficit(
  before: number,
  largest: number,
  month: Pick<RothcMonth, 'rain' | 'panEvaporation' | 'covered'>,
): number {
  const balance = month.rain - panCoefficient * month.panEvaporation;
  const wetted = Math.min(0, before + balance);
  return Math.max(month.covered ? largest : Math.min(bareShare * largest, before), wetted);
}

/** Rate modifier for temperature (a), 0 below -5 degrees Celsius. */
export function temperatureModifier(temperature: number): number {
  if (temperature < factors.coldest.value) return 0;
  const { temperatureScale, temperatureShape, temperatureShift } = factors;
  return (
    temperatureScale.value / (1 + Math.exp(temperatureShape.value / (temperature + temperatureShift.value)))
  );
}

/** Rate modifier for moisture (b), 1 down to 0.444 of the largest deficit, then falling to 0.2 at it. */
export function moistureModifier(deficit: number, largest: number): number {
  const oneBar = oneBarShare * largest;
  if (deficit > oneBar) return 1;
  return driest + ((1 - driest) * (largest - deficit)) / (largest - oneBar);
}

/** Rate modifier for plant cover (c). */
export function coverModifier(covered: boolean): number {
  return covered ? factors.covered.value : 1;
}

/** CO2 per (BIO + HUM) of the carbon that leaves a pool (x), at `clay` in %. */
export function co2Ratio(clay: number): number {
  const { co2Scale, co2Base, co2Clay, co2ClayShape } = factors;
  return co2Scale.value * (co2Base.value + co2Clay.value * Math.exp(-co2ClayShape.value * clay));
}

/** Shares of the carbon that leaves a pool, which sum to 1. */
export interface LossShares {
  readonly co2: number;
  readonly bio: number;
  readonly hum: number;
}

/** Where the carbon goes that leaves a pool, at `clay` in %. */
export function lossShares(clay: number): LossShares {
  const x = co2Ratio(clay);
  return { co2: x / (x + 1), bio: factors.bioShare.value / (x + 1), hum: factors.humShare.value / (x + 1) };
}

/**
 * Decay of one step: each pool Y falls to Y exp(-abckt); of what leaves them a part is new BIO, a part new HUM
 * and the rest CO2 (guide, "decomposition of an active compartment"). New carbon is not in it.
 * @param shares   of `lossShares`
 * @param modifier product of the rate modifiers a, b and c
 * @param years    length of the step; 1/12 for a month
 */
export function decay(
  pools: RothcPools,
  shares: LossShares,
  modifier: number,
  years: number,
): { readonly pools: RothcPools; readonly co2: number } {
  const dpm = pools.dpm * Math.exp(-modifier * rates.dpm * years);
  const rpm = pools.rpm * Math.exp(-modifier * rates.rpm * years);
  const bio = pools.bio * Math.exp(-modifier * rates.bio * years);
  const hum = pools.hum * Math.exp(-modifier * rates.hum * years);
  const lost = pools.dpm - dpm + (pools.rpm - rpm) + (pools.bio - bio) + (pools.hum - hum);
  return {
    pools: { dpm, rpm, bio: bio + shares.bio * lost, hum: hum + shares.hum * lost },
    co2: shares.co2 * lost,
  };
}

/** Carbon that enters each pool in a month, t C ha-1; nothing enters BIO. */
export function enteringCarbon(
  month: Pick<RothcMonth, 'plantInput' | 'manureInput' | 'dpmRpm'>,
): Omit<RothcPools, 'bio'> {
  const { plantInput, manureInput, dpmRpm } = month;
  return {
    dpm: (plantInput * dpmRpm) / (dpmRpm + 1) + factors.manureDpm.value * manureInput,
    rpm: plantInput / (dpmRpm + 1) + factors.manureRpm.value * manureInput,
    hum: factors.manureHum.value * manureInput,
  };
}

/**
 * Inert organic carbon from total organic carbon, both t C ha-1 (Falloon et al. 1998).
 * @throws RangeError for a total that is no number from 0
 */
export function inertCarbon(total: number): number {
  if (!(total >= 0 && total < Infinity)) throw new RangeError(`total is ${total}; a number from 0 is needed`);
  return factors.inertScale.value * total ** factors.inertExponent.value;
}

/** Open-pan evaporation of the same month as a potential evapotranspiration, both mm. */
export function panEvaporation(potential: number): number {
  return potential / panCoefficient;
}
