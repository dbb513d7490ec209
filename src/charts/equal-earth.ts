import { type GeoPermissibleObjects, type GeoProjection, geoEqualEarth, geoStream } from 'd3-geo';
import type { Land } from './land.ts';
import type { Line, Point } from './path.ts';
import { areaOf, simplify, simplifyRing } from './simplify.ts';

/** The world in plan: equal areas, rotated 11° east so that no coast is cut. */
export interface Plan {
  readonly width: number;
  /** Of the part that is drawn, from the north of Greenland to the south of Patagonia. */
  readonly height: number;
  readonly project: (longitude: number, latitude: number) => Point;
  /** Longitude and latitude of a point of the drawing; undefined beside the world. */
  readonly unproject: (x: number, y: number) => Point | undefined;
  readonly lines: (geometry: GeoPermissibleObjects) => Line[];
}

export const northEnd = 84;
export const southEnd = -57;

export function equalEarthPlan(width: number): Plan {
  const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(width, { type: 'Sphere' });
  const [offsetX, offsetY] = projection.translate();
  const top = projection([11, northEnd])?.[1] ?? 0;
  projection.translate([offsetX, offsetY - top]);
  const height = Math.round(projection([11, southEnd])?.[1] ?? 0);
  return {
    width,
    height,
    project: (longitude, latitude) => projection([longitude, latitude]) ?? [0, 0],
    unproject: (x, y) => unprojected(projection, [x, y]),
    lines: (geometry) => projectedLines(geometry, projection),
  };
}

/** The inverse, held against the projection itself: beside the world it gives places that lie elsewhere. */
function unprojected(projection: GeoProjection, at: Point): Point | undefined {
  const place = projection.invert?.([...at]);
  const back = place && projection(place);
  if (!place || !back || Math.hypot(back[0] - at[0], back[1] - at[1]) > 0.5) return undefined;
  return place;
}

function projectedLines(geometry: GeoPermissibleObjects, projection: GeoProjection): Line[] {
  const lines: Point[][] = [];
  const sink = {
    point: (x: number, y: number) => void lines.at(-1)?.push([x, y]),
    lineStart: () => void lines.push([]),
    lineEnd: () => undefined,
    polygonStart: () => undefined,
    polygonEnd: () => undefined,
    sphere: () => undefined,
  };
  geoStream(geometry, projection.stream(sink));
  return lines;
}

/** Coastlines of the plan as rings, simplified, without Antarctica and without specks. */
export function landRings(land: Land, plan: Plan, tolerance: number): Line[] {
  const coordinates = land.filter(([outer = []]) => outer.some(([, latitude = 0]) => latitude > -60));
  return plan
    .lines({ type: 'MultiPolygon', coordinates })
    .map((ring) => simplifyRing(ring, tolerance))
    .filter((ring) => Math.abs(areaOf(ring)) > 1.5);
}

export const meridians = [-120, -60, 0, 60, 120] as const;
const parallels = [60, 40, 20, 0, -20, -40] as const;

/** Parallels every 20°, meridians every 60°, cut where the drawing ends. */
export function graticuleLines(plan: Plan): Line[] {
  const rows = parallels.map(
    (latitude): Line => [plan.project(-168.9, latitude), plan.project(-169.1, latitude)],
  );
  const columns = meridians.map((longitude): Line => {
    const points = Array.from({ length: 72 }, (_, i) => southEnd + ((northEnd - southEnd) * i) / 71);
    return simplify(
      points.map((latitude) => plan.project(longitude, latitude)),
      0.5,
    );
  });
  return [...rows, ...columns];
}
