/**
 * Above-ground biomass of a regrowing stand with the rates of the IPCC 2019 Refinement, vol. 4, ch. 4: growth of
 * Table 4.9 until 20 years and after, never above a stock of Table 4.7; roots by the ratios of Table 4.4.
 *
 *   AGB(t) = min(cap20, g1 min(t, 20)) + g2 max(0, t - 20), not above the cap
 *   C(t)   = AGB (1 + R(AGB)) x carbon fraction
 */
import { rootShoot, type StandClass } from '../below-ground.ts';
import type { FactorError } from '../factor.ts';
import { growthRows, type StageRow, stockRows } from '../factors/ipcc-2019-growth.ts';
import { molarFactors } from '../factors/molar.ts';

/** Years of the first age class of Table 4.9. */
export const youngYears = 20;

export interface GrowthRates {
  /** t/ha of dry matter a year, to 20 years. */
  readonly young: number;
  /** t/ha of dry matter a year, after 20 years. */
  readonly old: number;
  /** Largest above-ground biomass at 20 years, t/ha; null for none. */
  readonly youngCap: number | null;
  /** Largest above-ground biomass, t/ha; null for none. */
  readonly cap: number | null;
}

/** Above-ground biomass, t/ha of dry matter, at an age in years from 0. */
export function biomassAt({ young, old, youngCap, cap }: GrowthRates, age: number): number {
  const first = Math.min(youngCap ?? Infinity, young * Math.min(age, youngYears));
  return Math.min(cap ?? Infinity, first + old * Math.max(0, age - youngYears));
}

/** Ratio of below-ground to above-ground biomass, by above-ground biomass; the limit belongs to the lower class. */
export interface TwoRatios {
  /** t/ha; Infinity where one ratio holds for all. */
  readonly limit: number;
  readonly below: number;
  readonly above: number;
}

export function ratioAt({ limit, below, above }: TwoRatios, agb: number): number {
  return agb <= limit ? below : above;
}

/** Both classes of Table 4.4 for a stand; null where it has no value for one of them. */
export function ratiosOf(stand: StandClass): TwoRatios | null {
  const limit = stand.zone.startsWith('boreal') ? 75 : 125;
  const below = rootShoot(limit, stand);
  const above = rootShoot(limit + 1, stand);
  return below === null || above === null ? null : { limit, below, above };
}

export interface StandStock {
  /** Above-ground and below-ground biomass, t/ha of dry matter. */
  readonly agb: number;
  readonly bgb: number;
  /** t C/ha of both. */
  readonly carbon: number;
  /** t CO2/ha of both. */
  readonly co2: number;
}

/** Biomass, its roots, carbon and CO2 (x 44/12). @param fraction carbon of dry matter */
export function stockOf(agb: number, ratio: number, fraction: number): StandStock {
  const bgb = agb * ratio;
  const carbon = (agb + bgb) * fraction;
  return { agb, bgb, carbon, co2: carbon * molarFactors.factors['ratio.CO2'].value };
}

/** A number of a table with its error. */
export interface TableValue {
  readonly value: number;
  readonly error: FactorError | null;
  /** Age class of the table that it stands in. */
  readonly stage: string;
}

export interface ZoneRates {
  readonly young: TableValue;
  readonly old: TableValue;
  /** null where Table 4.7 has no stock for the zone and continent. */
  readonly cap: TableValue | null;
}

const asValue = ({ value, error, stage }: StageRow): TableValue => ({ value, error, stage });

function pick(
  rows: readonly StageRow[],
  zone: string,
  continents: readonly string[],
  stages: readonly string[],
): TableValue | null {
  for (const stage of stages) {
    const found = rows.find(
      (row) => row.zone === zone && row.stage === stage && continents.includes(row.continent),
    );
    if (found !== undefined) return asValue(found);
  }
  return null;
}

/**
 * Rates of Table 4.9 and the cap of Table 4.7 for a zone and continent. The cap is the stock of primary forest, else
 * the cell that holds several classes, else that of secondary forest above 20 years.
 * @returns null where Table 4.9 has no growth for both ages
 */
export function zoneRates(zone: string, continent: string): ZoneRates | null {
  const boreal = zone.startsWith('boreal') ? ['asia-europe-north-america'] : [];
  const young = pick(growthRows, zone, [continent, ...boreal], ['secondary-up-to-20-years', 'all']);
  const old = pick(growthRows, zone, [continent, ...boreal], ['secondary-over-20-years', 'all']);
  if (young === null || old === null) return null;
  const wider: Readonly<Record<string, string>> = {
    'asia-continental': 'asia',
    'asia-insular': 'asia',
    'new-zealand': 'oceania',
  };
  const stages = ['primary', 'all-classes', 'secondary-both-classes', 'secondary-over-20-years'];
  const cap = pick(stockRows, zone, [continent, wider[continent] ?? continent], stages);
  return { young, old, cap };
}

/** Every zone and continent for which `zoneRates` has rates. */
export function zonesWithRates(): readonly { readonly zone: string; readonly continent: string }[] {
  const pairs = new Map(
    growthRows.map(({ zone, continent }) => [`${zone} ${continent}`, { zone, continent }]),
  );
  return [...pairs.values()].filter(({ zone, continent }) => zoneRates(zone, continent) !== null);
}
