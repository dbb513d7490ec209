import { gwpFactors } from '../factors/gwp.ts';
import { type GwpSet, gwpSets } from './gwp-sets.ts';
import { n2oPerN } from './substance.ts';

export type Gas = 'CH4' | 'N2O';

/** kg CO2 that warm as much as one kg of each gas over the horizon of the set. CO2 is 1 by definition. */
export interface GwpValues {
  readonly CH4: number;
  readonly N2O: number;
}

/** The two potentials of a set. */
export function gwpOf(set: GwpSet): GwpValues {
  return { CH4: gwpFactors.factors[`CH4.${set}`].value, N2O: gwpFactors.factors[`N2O.${set}`].value };
}

export function isGwpSet(name: string): name is GwpSet {
  return gwpSets.some((set) => set === name);
}

/** Masses of a gas balance; emissions to the air positive, removals negative. */
export interface GasMasses {
  /** t CO2 */
  readonly co2: number;
  /** kg CH4 (not CH4-C) */
  readonly ch4: number;
  /** kg N2O (not N2O-N) */
  readonly n2o: number;
}

/** The same in t CO2e; emissions positive. */
export interface GasBalance {
  readonly co2: number;
  readonly ch4: number;
  readonly n2o: number;
  readonly total: number;
}

/**
 * Masses of gases as t CO2e: mass times global warming potential (IPCC AR6 WG1, section 7.6.1).
 * @throws RangeError for masses or potentials that are not finite numbers
 */
export function gasBalance(masses: GasMasses, gwp: GwpValues): GasBalance {
  for (const [name, value] of Object.entries({ ...masses, ...gwp })) {
    if (!Number.isFinite(value)) throw new RangeError(`${name} is ${value}; a finite number is needed`);
  }
  const ch4 = (masses.ch4 * gwp.CH4) / 1000; // kg -> t
  const n2o = (masses.n2o * gwp.N2O) / 1000;
  return { co2: masses.co2, ch4, n2o, total: masses.co2 + ch4 + n2o };
}

/** kg N2O of kg N2O-N, times 44/28. */
export function n2oOfNitrogen(nitrogen: number): number {
  return nitrogen * n2oPerN;
}

/**
 * Warming-equivalent emission by GWP*, t CO2 per year (Smith, Cain & Allen 2021, npj Climate and Atmospheric
 * Science 4:19): `(4.53 E(t) - 4.25 E(t - 20)) GWP100`. An explanation beside a balance, not a substitute for it.
 * @param now      methane emission of the year, t CH4
 * @param before   methane emission 20 years earlier, t CH4
 * @param gwp100   its potential over 100 years
 */
export function gwpStar(now: number, before: number, gwp100: number): number {
  return (4.53 * now - 4.25 * before) * gwp100;
}
