import { type GeoProjection, geoDistance, geoEqualEarth, geoMercator, geoOrthographic } from 'd3-geo';

/** Equal areas first: on the others the size of a region says nothing. */
export const projections = ['equal-earth', 'globe', 'mercator'] as const;
export type ProjectionName = (typeof projections)[number];

/** What of the world is seen: the place in the middle, in degrees, and how much larger than the whole. */
export interface MapView {
  readonly projection: ProjectionName;
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const mostZoom = 64;

/** The whole world, turned 11° east so that no coast is cut, without most of Antarctica. */
export const wholeWorld: MapView = { projection: 'equal-earth', longitude: 11, latitude: 6.4, zoom: 1 };

const makers: Readonly<Record<ProjectionName, () => GeoProjection>> = {
  'equal-earth': geoEqualEarth,
  globe: geoOrthographic,
  mercator: geoMercator,
};

/** As far north and south as each shows; Mercator never reaches the poles. */
const ends: Readonly<Record<ProjectionName, number>> = { 'equal-earth': 89, globe: 90, mercator: 80 };

/** A view that exists: turned into range, and no larger or smaller than the map goes. */
export function sound({ projection, longitude, latitude, zoom }: MapView): MapView {
  const end = ends[projection];
  return {
    projection,
    longitude: ((((longitude + 180) % 360) + 360) % 360) - 180,
    latitude: Math.min(end, Math.max(-end, latitude)),
    zoom: Math.min(mostZoom, Math.max(1, zoom)),
  };
}

/** The projection of a view onto a drawing of some size, in its pixels. */
export function projectionOf(view: MapView, { width, height }: Size): GeoProjection {
  const { projection: name, longitude, latitude, zoom } = sound(view);
  const projection = makers[name]();
  if (name === 'globe') {
    return projection
      .rotate([-longitude, -latitude])
      .scale((Math.min(width, height) / 2 - 4) * zoom)
      .translate([width / 2, height / 2]);
  }
  const whole = name === 'mercator' ? width / (2 * Math.PI) : width / 5.413;
  projection
    .rotate([-longitude, 0])
    .scale(whole * zoom)
    .translate([width / 2, 0]);
  const middle = projection([longitude, latitude])?.[1] ?? 0;
  return projection.translate([width / 2, height / 2 - middle]).clipExtent([
    [-2, -2],
    [width + 2, height + 2],
  ]);
}

/** Whether a place lies on the side of the world that is drawn; flat maps show both. */
export function faces(view: MapView, longitude: number, latitude: number): boolean {
  if (view.projection !== 'globe') return true;
  return geoDistance([longitude, latitude], [view.longitude, view.latitude]) < Math.PI / 2;
}

/**
 * The view after what lay at one point of the drawing was drawn to another. Flat maps follow the hand exactly: rows of
 * equal latitude stay rows, so the middle moves up or down by as much, and the world turns by as much as the pull was
 * at the latitude of the hand. The globe turns by the difference of the places, which is near enough to the hand.
 */
export function pan(
  view: MapView,
  size: Size,
  from: readonly [number, number],
  to: readonly [number, number],
): MapView {
  const projection = projectionOf(view, size).clipExtent(null);
  const place = (x: number, y: number) => {
    const found = projection.invert?.([x, y]);
    return found?.every(Number.isFinite) ? found : undefined;
  };
  const before = place(...from);
  const isGlobe = view.projection === 'globe';
  const after = isGlobe ? place(...to) : place(to[0], from[1]);
  const middle = isGlobe ? undefined : place(size.width / 2, size.height / 2 + from[1] - to[1]);
  if (!before || !after || !(isGlobe || middle)) return view;
  return sound({
    ...view,
    longitude: view.longitude + shortest(before[0] - after[0]),
    latitude: middle ? middle[1] : view.latitude + before[1] - after[1],
  });
}

/** The view with so many times the zoom, what lies at one point of the drawing staying there. */
export function zoomBy(view: MapView, size: Size, factor: number, at: readonly [number, number]): MapView {
  const larger = sound({ ...view, zoom: view.zoom * factor });
  const held = projectionOf(view, size).invert?.([...at]);
  const now = held && projectionOf(larger, size).clipExtent(null)(held);
  return now ? pan(larger, size, [now[0], now[1]], at) : larger;
}

/** A view that shows places as large as they fit, with some room around them. */
export function viewOf(
  projection: ProjectionName,
  places: readonly (readonly [number, number])[],
  size: Size,
): MapView {
  const [first] = places;
  if (!first) return { ...wholeWorld, projection };
  const turned = places.map(([longitude]) => shortest(longitude - first[0]));
  const longitude = first[0] + (Math.min(...turned) + Math.max(...turned)) / 2;
  const latitudes = places.map(([, latitude]) => latitude);
  const latitude = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const fits = (zoom: number) => {
    const project = projectionOf({ projection, longitude, latitude, zoom }, size);
    return places.every(([x, y]) => {
      const at = project([x, y]);
      const room = 0.12;
      return (
        at !== null &&
        at[0] > size.width * room &&
        at[0] < size.width * (1 - room) &&
        at[1] > size.height * room &&
        at[1] < size.height * (1 - room)
      );
    });
  };
  let zoom = mostZoom;
  while (zoom > 1 && !fits(zoom)) zoom /= 1.25;
  return sound({ projection, longitude, latitude, zoom });
}

/** The shorter way around the world, in degrees. */
const shortest = (degrees: number) => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** The view that an address asks for; what it does not say, or says wrongly, is the whole world. */
export function readView(query: URLSearchParams): MapView {
  const asked = query.get('projection');
  const projection = projections.find((name) => name === asked) ?? wholeWorld.projection;
  const numbers = (query.get('at') ?? '')
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [longitude, latitude, zoom] = numbers;
  if (
    numbers.length !== 3 ||
    longitude === undefined ||
    latitude === undefined ||
    zoom === undefined ||
    !numbers.every(Number.isFinite)
  )
    return { ...wholeWorld, projection };
  return sound({ projection, longitude, latitude, zoom });
}

/** The parts of an address that bring a view back; the whole world needs none. */
export function writeView(view: MapView, query: URLSearchParams): void {
  if (view.projection !== wholeWorld.projection) query.set('projection', view.projection);
  if (isWhole(view)) return;
  const digits = Math.min(4, 1 + Math.ceil(Math.log10(view.zoom)));
  const degrees = (value: number) => String(Number(value.toFixed(digits)));
  query.set(
    'at',
    [degrees(view.longitude), degrees(view.latitude), String(Number(view.zoom.toFixed(2)))].join(','),
  );
}

export function isWhole({ longitude, latitude, zoom }: MapView): boolean {
  return (
    Math.abs(longitude - wholeWorld.longitude) < 0.05 &&
    Math.abs(latitude - wholeWorld.latitude) < 0.05 &&
    zoom < 1.005
  );
}
