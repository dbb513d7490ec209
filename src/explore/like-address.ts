import { climates } from './climate.ts';
import { type Criterion, criteria, mostWeight, type Place, usualWeights, type Weights } from './likeness.ts';

/** A place and what weighs, as the address of the page holds them. */
export interface LikeQuery {
  readonly place: Place;
  readonly weights: Weights;
}

/** What an address may name; anything else in it is left aside. */
export interface Known {
  readonly drivers: readonly string[];
  readonly aims: readonly string[];
}

const weightKey = (criterion: Criterion) => `weight-${criterion}`;

/**
 * The state stands behind the # of the address: a browser keeps that part to itself, so that a position reaches no
 * server, not even when the page is loaded again.
 */
export function readLike(query: URLSearchParams, known: Known): LikeQuery {
  const among = (name: string, ids: readonly string[]) => [
    ...new Set(query.getAll(name).filter((id) => ids.includes(id))),
  ];
  const ecosystem = query.get('ecosystem') ?? '';
  const climate = query.get('climate');
  return {
    place: {
      point: readPoint(query.get('at') ?? ''),
      ecosystem: /^[A-Z]{1,3}(?:\d(?:\.\d{1,2})?)?$/.test(ecosystem) ? ecosystem : undefined,
      climate: climates.find((name) => name === climate),
      drivers: among('driver', known.drivers),
      aims: among('aim', known.aims),
    },
    weights: Object.fromEntries(
      criteria.map((criterion) => [criterion, readWeight(query.get(weightKey(criterion)), criterion)]),
    ) as unknown as Weights,
  };
}

function readPoint(text: string): Place['point'] {
  const [lat = '', lon = '', ...more] = text.split(',');
  const point = { lat: Number(lat), lon: Number(lon) };
  const sound = lat.trim() !== '' && lon.trim() !== '' && more.length === 0;
  return sound && Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180 ? point : undefined;
}

function readWeight(text: string | null, criterion: Criterion): number {
  return text !== null && /^\d$/.test(text) ? Math.min(mostWeight, Number(text)) : usualWeights[criterion];
}

/** The part behind the #; empty where nothing is asked. */
export function writeLike({ place, weights }: LikeQuery): string {
  const query = new URLSearchParams();
  if (place.point) query.set('at', `${place.point.lat},${place.point.lon}`);
  if (place.ecosystem !== undefined) query.set('ecosystem', place.ecosystem);
  if (place.climate !== undefined) query.set('climate', place.climate);
  for (const driver of place.drivers) query.append('driver', driver);
  for (const aim of place.aims) query.append('aim', aim);
  for (const criterion of criteria)
    if (weights[criterion] !== usualWeights[criterion])
      query.set(weightKey(criterion), String(weights[criterion]));
  return query.toString().replaceAll('%2C', ',');
}
