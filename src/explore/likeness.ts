import { geoDistance } from 'd3-geo';

/** What makes one place like another; each criterion counts from 0 to 1. */
export const criteria = ['ecosystem', 'climate', 'driver', 'aim', 'distance'] as const;
export type Criterion = (typeof criteria)[number];

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** What the reader says of a place. What is left out is not asked of the cases. */
export interface Place {
  readonly point?: Point | undefined;
  /** A functional group (T4.5), biome (T4) or realm (T) of the IUCN Global Ecosystem Typology. */
  readonly ecosystem?: string | undefined;
  readonly climate?: string | undefined;
  readonly drivers: readonly string[];
  /** Themes of indicators that the reader wants to have changed. */
  readonly aims: readonly string[];
}

/** What is known of a case. An empty list is not recorded. */
export interface Traits {
  readonly point: Point;
  readonly ecosystems: readonly string[];
  readonly climates: readonly string[];
  readonly drivers: readonly string[];
  /** Themes in which it has a measured or modelled effect. */
  readonly aims: readonly string[];
}

/** Whole numbers from 0, which leaves a criterion out, to `mostWeight`. */
export type Weights = Readonly<Record<Criterion, number>>;
export const mostWeight = 5;

/** Where something was done weighs least: ecosystems and causes repeat themselves around the world. */
export const usualWeights: Weights = { ecosystem: 4, climate: 2, driver: 3, aim: 2, distance: 1 };

/** At this distance the criterion of distance counts a half; at twice the distance a quarter. */
export const halfDistance = 1000;

/** A case that gathers half of what is asked is like the place; below that it is not called so. */
export const threshold = 0.5;

const earthRadius = 6371.0088; // km, mean radius of IUGG

/** Kilometres on the sphere. */
export function kilometres(a: Point, b: Point): number {
  return geoDistance([a.lon, a.lat], [b.lon, b.lat]) * earthRadius;
}

/** How much two types have in common, by the levels of the typology they share. */
const shared = { group: 1, biome: 0.6, realm: 0.3, contact: 0.15, none: 0 } as const;
export type Shared = keyof typeof shared;

/** Realm letters (T, or TF where land and fresh water meet), biome (T4), group (T4.5). */
function levelsOf(code: string): { readonly realm: string; readonly biome: string; readonly depth: number } {
  const realm = /^[A-Z]+/.exec(code)?.[0] ?? '';
  const biome = /^[A-Z]+\d+/.exec(code)?.[0] ?? '';
  return { realm, biome, depth: code.includes('.') ? 3 : biome === '' ? 1 : 2 };
}

/** The deepest level that two types share; transitional realms touch those whose letters they carry. */
export function sharedLevel(a: string, b: string): Shared {
  const [one, other] = [levelsOf(a), levelsOf(b)];
  if (one.depth === 3 && a === b) return 'group';
  if (one.biome !== '' && one.biome === other.biome) return 'biome';
  if (one.realm === other.realm) return 'realm';
  return [...one.realm].some((letter) => other.realm.includes(letter)) ? 'contact' : 'none';
}

/** Two types from 0 to 1. Where only a biome or realm is named, sharing that is all that can be shared. */
export function ecosystemLikeness(a: string, b: string): number {
  const depth = Math.min(levelsOf(a).depth, levelsOf(b).depth);
  const most = [shared.realm, shared.biome, shared.group][depth - 1] ?? 1;
  return Math.min(1, shared[sharedLevel(a, b)] / most);
}

/** One criterion of one case: how far it fits, and by what. */
export interface Match {
  readonly criterion: Criterion;
  /** Undefined where the case records nothing about it. */
  readonly fit: number | undefined;
  /** What is taken instead where nothing is recorded: the mean of the cases that record it. */
  readonly taken: number;
  /** Ids of what the place and the case have in common; of the nearest type for ecosystems. */
  readonly common: readonly string[];
  readonly level?: Shared;
  readonly km?: number;
}

export interface Ranked {
  /** Position of the case. */
  readonly at: number;
  readonly matches: readonly Match[];
  /** From 0 to 1: the sum of fit times weight over the sum of weights. */
  readonly score: number;
}

/** The criteria that a place asks for and that weigh anything. */
export function askedOf(place: Place, weights: Weights): readonly Criterion[] {
  const has: Readonly<Record<Criterion, boolean>> = {
    ecosystem: place.ecosystem !== undefined,
    climate: place.climate !== undefined,
    driver: place.drivers.length > 0,
    aim: place.aims.length > 0,
    distance: place.point !== undefined,
  };
  return criteria.filter((criterion) => has[criterion] && weights[criterion] > 0);
}

/**
 * All cases by their likeness to a place. A criterion that a case does not record counts as the mean of all cases that
 * do: it neither lifts the case nor lowers it as if it had been found wanting. Equal scores stand in the order of the
 * cases.
 */
export function rank(place: Place, cases: readonly Traits[], weights: Weights): Ranked[] {
  const asked = askedOf(place, weights);
  const total = asked.reduce((sum, criterion) => sum + weights[criterion], 0);
  const columns = asked.map((criterion) => {
    const found = cases.map((traits) => compareOn(criterion, place, traits));
    const known = found.flatMap(({ fit }) => fit ?? []);
    const mean = known.length > 0 ? known.reduce((sum, fit) => sum + fit, 0) / known.length : 0;
    return found.map((match) => ({ ...match, taken: match.fit ?? mean }));
  });
  const ranked = cases.map((_, at) => {
    const matches = columns.flatMap((column) => column[at] ?? []);
    const sum = matches.reduce((points, { criterion, taken }) => points + weights[criterion] * taken, 0);
    return { at, matches, score: total > 0 ? sum / total : 0 };
  });
  return ranked.sort((a, b) => b.score - a.score || a.at - b.at);
}

type Found = Omit<Match, 'taken'>;

function compareOn(criterion: Criterion, place: Place, traits: Traits): Found {
  switch (criterion) {
    case 'distance': {
      const km = place.point ? kilometres(place.point, traits.point) : 0;
      return { criterion, fit: 2 ** (-km / halfDistance), common: [], km };
    }
    case 'ecosystem':
      return ecosystemMatch(place.ecosystem ?? '', traits.ecosystems);
    case 'climate':
      return shareOf(criterion, [place.climate ?? ''], traits.climates);
    case 'driver':
      return shareOf(criterion, place.drivers, traits.drivers);
    case 'aim':
      return shareOf(criterion, place.aims, traits.aims);
  }
}

/** The type of the case that is nearest to the one asked for. */
function ecosystemMatch(asked: string, types: readonly string[]): Found {
  const fits = types.map((type) => ecosystemLikeness(asked, type));
  const best = Math.max(...fits);
  const nearest = types[fits.indexOf(best)];
  if (nearest === undefined) return { criterion: 'ecosystem', fit: undefined, common: [] };
  return { criterion: 'ecosystem', fit: best, common: [nearest], level: sharedLevel(asked, nearest) };
}

/** How much of what is asked the case has; what else it has takes nothing away. */
function shareOf(criterion: Criterion, asked: readonly string[], has: readonly string[]): Found {
  const common = asked.filter((id) => has.includes(id));
  const fit = has.length === 0 ? undefined : common.length / asked.length;
  return { criterion, fit, common };
}
