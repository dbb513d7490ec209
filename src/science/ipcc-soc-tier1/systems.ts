import type { Factor } from '../factor.ts';
import { type SoilCarbonFactor, soilCarbonFactors } from '../factors/ipcc-soc.ts';
import { ownFactorBounds, type Tillage, tillages } from './domain.ts';
import { type Climate, type Soil, zoneNames } from './zones.ts';

export const systems = ['native', 'forest', 'grassland', 'cropland'] as const;

export const landUses = [
  'long-term-cultivated',
  'paddy-rice',
  'perennial-tree-crop',
  'set-aside-below-20-years',
] as const;
export const cropInputs = ['low', 'medium', 'high-without-manure', 'high-with-manure'] as const;
export const grasslandStates = [
  'nominal',
  'high-intensity-grazing',
  'severely-degraded',
  'improved',
] as const;
export const grasslandInputs = ['medium', 'high'] as const;

export type System = (typeof systems)[number];
export type LandUse = (typeof landUses)[number];
export type CropInput = (typeof cropInputs)[number];
export type GrasslandState = (typeof grasslandStates)[number];
export type GrasslandInput = (typeof grasslandInputs)[number];

/** How land is used. A level that is null is the nominal one, whose factor is 1. */
export interface LandSystem {
  readonly system: System;
  /** Of cropland; null elsewhere. */
  readonly landUse: LandUse | null;
  /** Tillage of cropland, state of grassland; null elsewhere. */
  readonly management: Tillage | GrasslandState | null;
  /** Of cropland and of improved grassland; null elsewhere. */
  readonly input: CropInput | GrasslandInput | null;
  /** A land-use factor of the user's own instead of the table's, 0.1 to 3; null for the table's. */
  readonly ownLandUseFactor: number | null;
}

/** A stock change factor as it is used. */
export interface AppliedFactor {
  /** Its key in the factor table; null for a factor that is 1 by definition, `own` for the user's. */
  readonly key: SoilCarbonFactor | 'own' | null;
  readonly value: number;
  /** Two standard deviations in % of the value; null where none is published. */
  readonly error: number | null;
}

/** F_LU, F_MG and F_I of IPCC 2019, vol. 4, ch. 2, eq. 2.25. */
export interface SystemFactors {
  readonly landUse: AppliedFactor;
  readonly management: AppliedFactor;
  readonly input: AppliedFactor;
}

/** Why a land system has no factors. */
export interface SystemFault {
  readonly code: /** A level that its system has not: tillage on forest, manure on native vegetation. */
    | 'not-for-system'
    /** A level that is not used with this land use: tillage of perennial crops, inputs to paddy rice. */
    | 'not-for-land-use'
    /** Inputs count on improved grassland only. */
    | 'input-only-improved'
    /** Cropland without a land use. */
    | 'land-use-missing'
    /** No factor that was read in its table holds for this climate. */
    | 'no-default-factor'
    | 'not-a-number'
    | 'too-low'
    | 'too-high';
  readonly argument: keyof LandSystem;
  readonly value: string | number | null;
  readonly min: number | null;
  readonly max: number | null;
}

const one: AppliedFactor = { key: null, value: 1, error: null };

/** The factor that the tables hold for a level in a climate; null where they hold none that was read. */
function factorOf(level: string, climate: Climate): AppliedFactor | null {
  const names: readonly string[] = zoneNames(climate).map((zone) => `${level}.${zone}`);
  const key = names.find((name): name is SoilCarbonFactor => Object.hasOwn(soilCarbonFactors.factors, name));
  if (key === undefined) return null;
  const factor: Factor = soilCarbonFactors.factors[key];
  return { key, value: factor.value, error: percentOf(factor) };
}

/** Half-width of a published error in % of the value; null where none is published. */
export function percentOf({ error, value }: Factor): number | null {
  if (error === null) return null;
  if (error.kind === 'percent') return error.halfWidth;
  if (error.kind === 'interval' && error.low !== null && error.high !== null)
    return ((error.high - error.low) / 2 / value) * 100;
  return null;
}

/** A reference stock of native vegetation, 0-30 cm. */
export interface ReferenceStock {
  /** t C ha-1 */
  readonly value: number;
  /** Half-width of the 95 % interval of the mean in % of it; null where none is known. */
  readonly error: number | null;
}

/** SOC_REF of IPCC 2019, vol. 4, ch. 2, table 2.3; null where the table has none for this climate and soil. */
export function referenceStock(climate: Climate, soil: Soil): ReferenceStock | null {
  const zone = climate.startsWith('boreal') ? 'boreal' : climate;
  const name = `stock.${zone}.${soil}`;
  const keys: readonly string[] = Object.keys(soilCarbonFactors.factors);
  if (!keys.includes(name)) return null;
  const factor: Factor = soilCarbonFactors.factors[name as SoilCarbonFactor]; // it is one of the keys
  return { value: factor.value, error: percentOf(factor) };
}

interface Levels {
  readonly landUse: AppliedFactor | null;
  readonly management: AppliedFactor | null;
  readonly input: AppliedFactor | null;
}

/** The factors of a system, null where the tables hold none for the climate. */
function levelsOf(land: LandSystem, climate: Climate, soil: Soil): Levels {
  const own: AppliedFactor | null =
    land.ownLandUseFactor === null ? null : { key: 'own', value: land.ownLandUseFactor, error: null };
  if (land.system === 'grassland') {
    return {
      landUse: own ?? one,
      management: land.management === null ? one : factorOf(`grassland.${land.management}`, climate),
      input: land.input === null ? one : factorOf(`grasslandInput.${land.input}`, climate),
    };
  }
  if (land.system !== 'cropland') return { landUse: own ?? one, management: one, input: one };
  // Cultivated wetland soil has a factor of its own (Wetlands Supplement, ch. 5, table 5.3).
  const wet = land.landUse === 'long-term-cultivated' && soil === 'wetland';
  const use = wet ? 'long-term-cultivated-wetland-soil' : land.landUse;
  return {
    landUse: own ?? (use === null ? null : factorOf(`landUse.${use}`, climate)),
    management: land.management === null ? one : factorOf(`tillage.${land.management}`, climate),
    input: land.input === null ? one : factorOf(`input.${land.input}`, climate),
  };
}

/** Everything that leaves a system without factors, all at once. */
export function systemFaults(land: LandSystem, climate: Climate, soil: Soil): readonly SystemFault[] {
  const faults: SystemFault[] = [];
  const add = (code: SystemFault['code'], argument: keyof LandSystem) =>
    faults.push({ code, argument, value: land[argument], min: null, max: null });
  const misplaced = misplacedLevels(land);
  for (const [argument, code] of misplaced) add(code, argument);
  if (land.system === 'cropland' && land.landUse === null) add('land-use-missing', 'landUse');
  const { ownLandUseFactor: own } = land;
  const [min, max] = ownFactorBounds;
  if (own !== null && !(own >= min && own <= max)) {
    const code = Number.isFinite(own) ? (own < min ? 'too-low' : 'too-high') : 'not-a-number';
    faults.push({ code, argument: 'ownLandUseFactor', value: own, min, max });
  }
  if (faults.length > 0) return faults;
  const levels = levelsOf(land, climate, soil);
  for (const argument of ['landUse', 'management', 'input'] as const) {
    if (levels[argument] === null) add('no-default-factor', argument);
  }
  return faults;
}

type Misplaced = readonly (readonly [keyof LandSystem, SystemFault['code']])[];

/** Levels that the system or its land use has not. The nominal levels say nothing and may stand anywhere. */
function misplacedLevels({ system, landUse, management, input }: LandSystem): Misplaced {
  const found: (readonly [keyof LandSystem, SystemFault['code']])[] = [];
  const tills = tillages.some((one) => one === management);
  const grazes = grasslandStates.some((one) => one === management);
  if (landUse !== null && system !== 'cropland') found.push(['landUse', 'not-for-system']);
  if (system === 'cropland') {
    if (grazes) found.push(['management', 'not-for-system']);
    const annual = landUse === 'long-term-cultivated' || landUse === null;
    if (tills && management !== 'full' && !annual) found.push(['management', 'not-for-land-use']);
    if (input === 'high') found.push(['input', 'not-for-system']);
    else if (input !== null && input !== 'medium' && landUse === 'paddy-rice')
      found.push(['input', 'not-for-land-use']);
    return found;
  }
  if (system === 'grassland') {
    if (tills) found.push(['management', 'not-for-system']);
    if (input !== null && input !== 'medium' && input !== 'high') found.push(['input', 'not-for-system']);
    if (input === 'high' && management !== 'improved') found.push(['input', 'input-only-improved']);
    return found;
  }
  if (management !== null) found.push(['management', 'not-for-system']);
  if (input !== null) found.push(['input', 'not-for-system']);
  return found;
}

/**
 * F_LU, F_MG and F_I of a system (IPCC 2019, vol. 4, tables 5.5 and 6.2; forest and native vegetation: all 1,
 * ch. 4, section 4.3.3.4).
 * @throws RangeError naming everything that leaves it without factors
 */
export function systemFactors(land: LandSystem, climate: Climate, soil: Soil): SystemFactors {
  const faults = systemFaults(land, climate, soil);
  const { landUse, management, input } = levelsOf(land, climate, soil);
  if (faults.length > 0 || landUse === null || management === null || input === null) {
    const texts = faults.map(({ code, argument, value }) => `${argument} is ${value} (${code})`);
    throw new RangeError(`${land.system} in ${climate} has no factors: ${texts.join('; ')}`);
  }
  return { landUse, management, input };
}

/** F_LU times F_MG times F_I. */
export function productOf({ landUse, management, input }: SystemFactors): number {
  return landUse.value * management.value * input.value;
}
