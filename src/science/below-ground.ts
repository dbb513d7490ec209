/**
 * Below-ground biomass of a stand from its above-ground biomass, both in t/ha of dry matter. The equations were
 * fitted to stands: none of them is for a single tree.
 */
import { type RootShootRow, rootShootRows } from './factors/ipcc-2019-root-shoot.ts';
import { treeFactor } from './factors/tree-biomass.ts';

export type LatitudeZone = 'tropical' | 'temperate' | 'boreal';

function inStand(agb: number): void {
  if (!(agb >= 0 && agb < Infinity)) {
    throw new RangeError(`agb is ${agb}; above-ground biomass from 0 t/ha is needed`);
  }
}

/**
 * Cairns et al. 1997, eq. 1: BGB = exp(-1.085 + 0.9256 ln AGB), t/ha.
 * @param agb above-ground biomass of the stand, t/ha, from 0
 * @throws RangeError for any other number
 */
export function cairns1997(agb: number): number {
  inStand(agb);
  return Math.exp(treeFactor('cairns.intercept') + treeFactor('cairns.slope') * Math.log(agb));
}

/**
 * Cairns et al. 1997, equation with latitude zones: BGB = exp(-1.0587 + 0.8836 ln AGB + c), t/ha, c = 0.2840
 * temperate, 0.1874 boreal.
 * @param agb above-ground biomass of the stand, t/ha, from 0
 * @throws RangeError for any other number
 */
export function cairns1997Latitude(agb: number, zone: LatitudeZone): number {
  inStand(agb);
  const shift = zone === 'tropical' ? 0 : treeFactor(`cairnsLatitude.${zone}`);
  const logarithm = treeFactor('cairnsLatitude.slope') * Math.log(agb) + shift;
  return Math.exp(treeFactor('cairnsLatitude.intercept') + logarithm);
}

/**
 * Mokany et al. 2006: BGB = 0.489 AGB^0.89, t/ha.
 * @param agb above-ground biomass of the stand, t/ha, from 0
 * @throws RangeError for any other number
 */
export function mokany2006(agb: number): number {
  inStand(agb);
  return treeFactor('mokany.coefficient') * agb ** treeFactor('mokany.exponent');
}

/** Where a ratio of Table 4.4 is looked up, in the words of `factors/ipcc-2019-root-shoot.json`. */
export interface StandClass {
  /** `tropical-rainforest`, `temperate-mountain`, … */
  readonly zone: string;
  /** `africa`, `asia`, `north-and-south-america`, `europe`, `oceania` */
  readonly continent: string;
  /** `natural`, `planted`; in temperate zones `natural-conifer`, `planted-other-broadleaf`, … */
  readonly origin: string;
}

/** Largest biomass of the lower of two classes, t/ha; the limit itself belongs to the lower class. */
const limits: Readonly<Record<string, readonly [number, number]>> = {
  le75: [0, 75],
  gt75: [75, Infinity],
  le125: [0, 125],
  gt125: [125, Infinity],
  all: [0, Infinity],
};

/** Continents of the growth table by those of the table of roots. */
const widerContinents: Readonly<Record<string, string>> = {
  'asia-continental': 'asia',
  'asia-insular': 'asia',
  'new-zealand': 'oceania',
};
const mergedTemperate = 'temperate-oceanic-continental-and-mountain';

/** The words of a table cell that hold for what is looked up, the narrowest first. */
function wordsFor({ zone, continent, origin }: StandClass) {
  const temperate = /^temperate-(?:oceanic|continental|mountain)$/.test(zone);
  const [first = '', ...rest] = origin.split('-');
  const planted = ['natural', 'planted'].includes(first);
  return {
    zones: [zone, ...(temperate ? [mergedTemperate] : []), ...(zone.startsWith('boreal') ? ['boreal'] : [])],
    continents: [continent, widerContinents[continent] ?? continent, 'all'],
    origins: [origin, ...(planted ? [['natural-or-planted', ...rest].join('-')] : []), 'all'],
  };
}

/** All rows of Table 4.4 for a stand, for the narrowest zone, continent and origin that the table has. */
function rowsFor(stand: StandClass): readonly RootShootRow[] {
  const { zones, continents, origins } = wordsFor(stand);
  const found: RootShootRow[] = [];
  for (const zone of new Set(zones))
    for (const continent of new Set(continents))
      for (const origin of new Set(origins))
        found.push(
          ...rootShootRows.filter(
            (row) => row.zone === zone && row.continent === continent && row.origin === origin,
          ),
        );
  return found;
}

/**
 * The ratio of below-ground to above-ground biomass of the IPCC 2019 Refinement, vol. 4, Table 4.4, with its
 * error. The class of biomass is that of above-ground biomass, and its limit (125 t/ha; 75 in boreal zones)
 * belongs to the lower class.
 * @param agb above-ground biomass of the stand, t/ha, from 0
 * @returns null where the table has no value for the class
 * @throws RangeError for any other number
 */
export function rootShootRow(agb: number, stand: StandClass): RootShootRow | null {
  inStand(agb);
  const fits = ({ biomass }: RootShootRow) => {
    const [above, upTo] = limits[biomass] ?? [Infinity, Infinity];
    return agb <= upTo && (agb > above || above === 0);
  };
  const fitting = rowsFor(stand).filter(fits);
  return fitting.find(({ biomass }) => biomass !== 'all') ?? fitting[0] ?? null; // a class before a cell for all
}

/** The ratio alone: see `rootShootRow`. */
export function rootShoot(agb: number, stand: StandClass): number | null {
  return rootShootRow(agb, stand)?.value ?? null;
}

/** Whether Table 4.4 has a value for every biomass of such a stand. */
export function hasRootShoot(stand: StandClass): boolean {
  return [1, 75, 76, 125, 126, 1000].every((agb) => rootShootRow(agb, stand) !== null);
}

/** Where the ratio changes from one class to the next, t/ha; null where one ratio holds for all. */
export function rootShootLimit(stand: StandClass): number | null {
  return [75, 125].find((limit) => rootShoot(limit, stand) !== rootShoot(limit + 1, stand)) ?? null;
}
