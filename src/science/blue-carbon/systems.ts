import type { Factor } from '../factor.ts';
import { type CoastalFactor, coastalFactors as table } from '../factors/coastal-wetlands.ts';
import type { CoastalSystem, MangroveClimate } from './domain.ts';

/** A factor with the limits that hold the truth in 95 % of all cases; null where none are known. */
export interface Ranged {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Tier 1 factors of a system. Null: the tables have none for it, or nobody has read it there. */
export interface CoastalFactors {
  /** Carbon that the soil of a replanted wetland gathers, t C ha-1 a-1 (table 4.12). */
  readonly accumulation: Ranged;
  /** Soil carbon of a natural wetland to 1 m, t C ha-1 (table 4.11): where the gathering ends. */
  readonly soilCeiling: Ranged;
  /** Carbon that drained soil loses, t C ha-1 a-1 (table 4.13); null for seagrass. */
  readonly drainage: Ranged | null;
  /** Methane below 18 ppt, kg CH4 ha-1 a-1 (table 4.14); null for seagrass. */
  readonly methane: number | null;
  /** Mangrove alone, where a climate is given; null elsewhere. */
  readonly biomass: MangroveBiomass | null;
}

export interface MangroveBiomass {
  /** Growth above ground, t dry matter ha-1 a-1 (table 4.4). */
  readonly growth: number;
  /** Natural stock above ground, t dry matter ha-1 (table 4.3): where growth ends; null where not read. */
  readonly ceiling: number | null;
  /** Below per above ground (table 4.5). */
  readonly rootShoot: number;
}

/** t C per t of mangrove dry matter (table 4.2). */
export const mangroveCarbonFraction = table.factors.mangroveCarbon.value;

/** At or above it, in ppt, rewetted wetland emits no methane (table 4.14). */
export const salinityWithoutMethane = 18;
/** Replanted wetland counts as one from this share of cover, in % (note to table 4.12). */
export const leastCover = 10;

const factor = (key: CoastalFactor): Factor => table.factors[key];

function ranged({ value, error }: Factor): Ranged {
  return error?.kind === 'interval'
    ? { value, low: error.low, high: error.high }
    : { value, low: null, high: null };
}

/**
 * The tables' factors of a system.
 * @param climate of a mangrove whose biomass counts; null where biomass is left out
 */
export function coastalFactors(system: CoastalSystem, climate: MangroveClimate | null): CoastalFactors {
  const soilAlone = system === 'seagrass';
  return {
    accumulation: ranged(factor(`accumulation.${system}`)),
    soilCeiling: ranged(factor(`stock.${system}`)),
    drainage: soilAlone ? null : ranged(factor(`drained.${system}`)),
    methane: soilAlone ? null : factor('ch4.belowSalinity18').value,
    biomass: system === 'mangrove' && climate !== null ? biomassOf(climate) : null,
  };
}

function biomassOf(climate: MangroveClimate): MangroveBiomass {
  return {
    growth: factor(`mangroveGrowth.${climate}`).value,
    // The stocks of the other two climates are not in the table: nobody has read them there.
    ceiling: climate === 'tropical-wet' ? factor('mangroveStock.tropical-wet').value : null,
    rootShoot: factor(`mangroveRootShoot.${climate}`).value,
  };
}
