import type { Land } from './atlas.ts';
import type { Line, Point } from './path.ts';
import { simplifyRing } from './simplify.ts';

/** A window on the sheet of the Mercator projection, where one unit is one degree of longitude. */
export interface Window {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

const degrees = 180 / Math.PI;
const poles = 85;
/** Degrees below which no locator shows a bend: a third of a unit of its drawing. */
const finest = 0.03;

/** Mercator ordinate of a latitude, in degrees of longitude at the equator. */
export function mercatorY(latitude: number): number {
  const kept = Math.max(-poles, Math.min(poles, latitude));
  return Math.log(Math.tan(Math.PI / 4 + kept / degrees / 2)) * degrees;
}

export function latitudeOf(ordinate: number): number {
  return (2 * Math.atan(Math.exp(ordinate / degrees)) - Math.PI / 2) * degrees;
}

interface Sheet {
  readonly ring: Line;
  readonly box: Window;
}

const sheets = new WeakMap<Land, readonly Sheet[]>();

/** Rings of the land on the Mercator sheet with their boxes: worked out once, since every locator needs them. */
function sheetsOf(land: Land): readonly Sheet[] {
  const known = sheets.get(land);
  if (known) return known;
  const made = land.flat().map((positions) => {
    const whole = unrolled(positions).map(([x, latitude]): Point => [x, mercatorY(latitude)]);
    const ring = simplifyRing(whole, finest);
    const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
    const box = {
      west: least(xs),
      east: -least(xs.map((x) => -x)),
      south: least(ys),
      north: -least(ys.map((y) => -y)),
    };
    return { ring, box };
  });
  sheets.set(land, made);
  return made;
}

/** A ring that runs across the date line without a jump; one around a pole is closed along it. */
function unrolled(positions: Land[number][number]): Point[] {
  let turn = 0;
  let before = positions[0]?.[0] ?? 0;
  const ring = positions.map(([x = 0, latitude = 0]): Point => {
    if (x - before > 180) turn -= 360;
    if (x - before < -180) turn += 360;
    before = x;
    return [x + turn, latitude];
  });
  const [first] = ring;
  const last = ring.at(-1);
  if (turn === 0 || !first || !last) return ring;
  const pole = first[1] < 0 ? -poles : poles;
  return [...ring, [last[0], pole], [first[0], pole]];
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

/** The rings of the land that lie in a window, cut at its edges; the window may cross the date line. */
export function ringsInWindow(land: Land, window: Window): Line[] {
  return sheetsOf(land).flatMap(({ ring, box }) =>
    [-360, 0, 360].flatMap((turn) => {
      if (box.east + turn < window.west || box.west + turn > window.east) return [];
      if (box.north < window.south || box.south > window.north) return [];
      const moved = turn === 0 ? ring : ring.map(([x, y]): Point => [x + turn, y]);
      const cut = clipRing(moved, window);
      return cut.length > 2 ? [cut] : [];
    }),
  );
}

/** Sutherland-Hodgman: the part of a ring inside a rectangle. */
export function clipRing(ring: Line, { west, east, south, north }: Window): Line {
  const sides = [
    { axis: 0, limit: west, sign: 1 },
    { axis: 0, limit: east, sign: -1 },
    { axis: 1, limit: south, sign: 1 },
    { axis: 1, limit: north, sign: -1 },
  ] as const;
  return sides.reduce<Line>((line, { axis, limit, sign }) => {
    const inside = (point: Point) => (point[axis] - limit) * sign >= 0;
    const cut: Point[] = [];
    let before = line.at(-1);
    for (const point of line) {
      if (before && inside(point) !== inside(before)) cut.push(crossing(before, point, axis, limit));
      if (inside(point)) cut.push(point);
      before = point;
    }
    return cut;
  }, ring);
}

function crossing(from: Point, to: Point, axis: 0 | 1, limit: number): Point {
  const t = (limit - from[axis]) / (to[axis] - from[axis]);
  const other = axis === 0 ? from[1] + t * (to[1] - from[1]) : from[0] + t * (to[0] - from[0]);
  return axis === 0 ? [limit, other] : [other, limit];
}
