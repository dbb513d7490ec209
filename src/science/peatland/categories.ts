import type { Factor } from '../factor.ts';
import { type OrganicSoilFactor, organicSoilFactors } from '../factors/organic-soils.ts';
import type { DrainedCategory, RewettedCategory } from './domain.ts';

export type Zone = 'boreal' | 'temperate' | 'tropical';

export function zoneOf(category: DrainedCategory | RewettedCategory): Zone {
  if (category.startsWith('boreal')) return 'boreal';
  return category.startsWith('temperate') ? 'temperate' : 'tropical';
}

/** Where nobody knows the nutrients: poor in the boreal, rich in the temperate zone (Supplement, ch. 2, p. 2.17). */
export function defaultRewetted(zone: Zone): RewettedCategory {
  return ({ boreal: 'boreal-poor', temperate: 'temperate-rich', tropical: 'tropical' } as const)[zone];
}

/** A factor with the limits that hold the truth in 95 % of all cases; null where none were published or read. */
export interface Ranged {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Yearly emission factors of drained organic soil; emissions positive. */
export interface DrainedFactors {
  /** On site, t CO2-C ha-1 a-1 (table 2.1). */
  readonly co2: Ranged;
  /** Dissolved organic carbon that leaves the site and becomes CO2, t C ha-1 a-1 (table 2.2). */
  readonly doc: Ranged;
  /** From the land between the ditches, kg CH4 ha-1 a-1 (table 2.3). */
  readonly ch4Land: Ranged;
  /** From the ditches, kg CH4 per ha of ditch and year (table 2.4). */
  readonly ch4Ditch: Ranged;
  /** kg N2O-N ha-1 a-1 (table 2.5). */
  readonly n2o: Ranged;
  /** Share of the area that is ditch (table 2.4). */
  readonly ditchFraction: number;
}

/** Yearly emission factors of rewetted organic soil; emissions positive. N2O is taken as zero (ch. 3, p. 3.19). */
export interface RewettedFactors {
  /** t CO2-C ha-1 a-1 (table 3.1). */
  readonly co2: Ranged;
  /** t C ha-1 a-1 (table 3.2). */
  readonly doc: Ranged;
  /** kg CH4-C ha-1 a-1 (table 3.3): carbon, where chapter 2 counts the gas. */
  readonly ch4: Ranged;
}

type Tail<Head extends string> = OrganicSoilFactor extends infer Key
  ? Key extends `${Head}.${infer Rest}`
    ? Rest
    : never
  : never;

function ranged(key: OrganicSoilFactor): Ranged {
  const { value, error }: Factor = organicSoilFactors.factors[key];
  return error?.kind === 'interval'
    ? { value, low: error.low, high: error.high }
    : { value, low: null, high: null };
}

/** The table's factors of a category. */
export function drainedFactors(category: DrainedCategory): DrainedFactors {
  const zone = zoneOf(category);
  const name = `${zone}.${category.slice(zone.length + 1)}`;
  const at = (part: keyof DrainedFactors) =>
    ranged(`drained.${name}.${part}` as `drained.${Tail<'drained'>}`);
  return {
    co2: at('co2'),
    doc: at('doc'),
    ch4Land: at('ch4Land'),
    ch4Ditch: at('ch4Ditch'),
    n2o: at('n2o'),
    ditchFraction: at('ditchFraction').value,
  };
}

/** Ditches of nutrient-poor temperate grassland whose mean water table stands above 30 cm depth (table 2.4). */
export function shallowDitches(): Ranged {
  return ranged('drained.temperate.grassland-poor.ch4DitchShallow');
}

export function rewettedFactors(category: RewettedCategory): RewettedFactors {
  const at = (part: keyof RewettedFactors) => ranged(`rewetted.${category}.${part}`);
  return { co2: at('co2'), doc: at('doc'), ch4: at('ch4') };
}
