import { type RangeFault, rangeFaults } from '../range-fault.ts';
import { co2PerC } from '../units-gwp/substance.ts';
import { blueCarbonBounds, type CoastalSystem } from './domain.ts';
import {
  type CoastalFactors,
  leastCover,
  mangroveCarbonFraction,
  salinityWithoutMethane,
} from './systems.ts';

/** A coastal wetland that is brought back. */
export interface CoastalProject {
  readonly system: CoastalSystem;
  /** ha */
  readonly area: number;
  readonly years: number;
  /** Of the water, ppt. */
  readonly salinity: number;
  /** Of the plants, % of the area. */
  readonly cover: number;
  /** Planted or sown; false where the plants came back by themselves. */
  readonly replanted: boolean;
  /** Soil carbon at the start, t C ha-1 to 1 m. */
  readonly soilStock: number;
  /** Mangrove above ground at the start, t dry matter ha-1. */
  readonly aboveground: number;
  /** Without the project the land would stay drained. */
  readonly drainedBaseline: boolean;
}

export type CoastalFault =
  | RangeFault
  | {
      readonly code: /** No factor for drained soil of this system. */
        | 'no-drainage-factor'
        /** No natural biomass that has been read for this climate. */
        | 'no-biomass-ceiling';
      readonly argument: 'drainedBaseline' | 'biomassCeiling';
      readonly value: string | number | null;
      readonly min: null;
      readonly max: null;
    };

/** Everything that forbids a result, all at once. */
export function coastalFaults(project: CoastalProject, factors: CoastalFactors): readonly CoastalFault[] {
  const { area, years, salinity, cover, soilStock, aboveground } = project;
  const faults: CoastalFault[] = rangeFaults(
    { area, years, salinity, cover, soilStock, aboveground },
    blueCarbonBounds,
  );
  const none = { min: null, max: null } as const;
  if (project.drainedBaseline && factors.drainage === null) {
    faults.push({ code: 'no-drainage-factor', argument: 'drainedBaseline', value: project.system, ...none });
  }
  if (factors.biomass !== null && factors.biomass.ceiling === null) {
    faults.push({ code: 'no-biomass-ceiling', argument: 'biomassCeiling', value: null, ...none });
  }
  return faults;
}

/** Of one hectare, t CO2e; removals and avoided emissions positive, methane as the emission it is. */
export interface CoastalFlux {
  /** Carbon that the soil gathers. */
  readonly soil: number;
  /** Carbon of the growing mangrove, roots included. */
  readonly biomass: number;
  /** Methane emitted. */
  readonly methane: number;
  /** Loss of drained soil that no longer happens. */
  readonly avoided: number;
  /** soil + biomass + avoided - methane */
  readonly net: number;
}

export interface CoastalResult {
  /** Of one hectare from the start to the end of years 0, 1, 2, … */
  readonly cumulative: readonly CoastalFlux[];
  /** Of the whole area and time. */
  readonly total: CoastalFlux;
  /** Years until the soil holds its natural stock; null where it gathers nothing. */
  readonly yearsToNaturalStock: number | null;
}

/** Rate at which the soil gathers carbon, t C ha-1 a-1: 0 where nothing was planted or cover is below 10 % (table 4.12). */
export function soilRate(project: Pick<CoastalProject, 'cover' | 'replanted'>, accumulation: number): number {
  return project.replanted && project.cover >= leastCover ? accumulation : 0;
}

/** Methane, t CO2e ha-1 a-1: that of water below 18 ppt (table 4.14), with or without planting. */
export function methaneRate(salinity: number, methane: number | null, gwpCh4: number): number {
  return methane !== null && salinity < salinityWithoutMethane ? (methane * gwpCh4) / 1000 : 0;
}

/** Carbon gathered in so many years at a rate, and no more than there is room for. */
export function gathered(rate: number, stock: number, ceiling: number, years: number): number {
  return Math.min(rate * years, Math.max(0, ceiling - stock));
}

/** Years until the soil holds its natural stock; null where it gathers nothing. */
export function yearsToNaturalStock(rate: number, stock: number, ceiling: number): number | null {
  return rate === 0 ? null : Math.max(0, ceiling - stock) / rate;
}

/**
 * Removal by a coastal wetland that is brought back, year by year (Wetlands Supplement, ch. 4, Tier 1):
 * soil at the rate of table 4.12 until the natural stock, mangrove biomass until its natural stock, methane of
 * table 4.14, and the loss of drained soil avoided (table 4.13). The first year counts as a full one.
 * @throws RangeError naming every fault
 */
export function coastalProject(
  project: CoastalProject,
  factors: CoastalFactors,
  gwpCh4: number,
): CoastalResult {
  refuse(coastalFaults(project, factors), gwpCh4);
  const rate = soilRate(project, factors.accumulation.value);
  const ceiling = factors.soilCeiling.value;
  const methane = methaneRate(project.salinity, factors.methane, gwpCh4);
  const avoided = project.drainedBaseline ? (factors.drainage?.value ?? 0) * co2PerC : 0;
  const cumulative: CoastalFlux[] = [];
  for (let year = 0; year <= project.years; year += 1) {
    const soil = gathered(rate, project.soilStock, ceiling, year) * co2PerC;
    const biomass = grown(project.aboveground, factors, year) * co2PerC;
    cumulative.push(balance(soil, biomass, methane * year, avoided * year, 1));
  }
  const { soil, biomass, methane: emitted, avoided: kept } = cumulative.at(-1) ?? balance(0, 0, 0, 0, 1);
  return {
    cumulative,
    total: balance(soil, biomass, emitted, kept, project.area),
    yearsToNaturalStock: yearsToNaturalStock(rate, project.soilStock, ceiling),
  };
}

/** Carbon of mangrove grown in so many years, t C ha-1: above ground, and below ground by the root-to-shoot ratio. */
function grown(aboveground: number, { biomass }: CoastalFactors, years: number): number {
  if (biomass === null) return 0;
  const above = gathered(biomass.growth, aboveground, biomass.ceiling ?? 0, years);
  return above * (1 + biomass.rootShoot) * mangroveCarbonFraction;
}

function balance(soil: number, biomass: number, methane: number, avoided: number, area: number): CoastalFlux {
  const net = soil + biomass + avoided - methane;
  return {
    soil: soil * area,
    biomass: biomass * area,
    methane: methane * area,
    avoided: avoided * area,
    net: net * area,
  };
}

function refuse(faults: readonly CoastalFault[], gwpCh4: number): void {
  if (!(gwpCh4 >= 0 && Number.isFinite(gwpCh4)))
    throw new RangeError(`gwpCh4 is ${gwpCh4}; a number from 0 is needed`);
  if (faults.length === 0) return;
  const texts = faults.map(({ code, argument, value, min, max }) =>
    min === null
      ? `${argument} is ${value} (${code})`
      : `${argument} is ${value} (${code}); it must lie within ${min} to ${max}`,
  );
  throw new RangeError(texts.join('; '));
}
