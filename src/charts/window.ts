import type { Land } from './land.ts';
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
  readonly stretches: readonly Stretch[];
}

/** A part of a ring, from one point up to another, with its box: most of a coast lies far from a window. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly box: Window;
}

const stretchLength = 24;

const sheets = new WeakMap<Land, readonly Sheet[]>();

/** Rings of the land on the Mercator sheet with their boxes: worked out once, since every locator needs them. */
function sheetsOf(land: Land): readonly Sheet[] {
  const known = sheets.get(land);
  if (known) return known;
  const made = land.flat().map((positions) => {
    const whole = unrolled(positions).map(([x, latitude]): Point => [x, mercatorY(latitude)]);
    const ring = simplifyRing(whole, finest);
    const stretches = Array.from({ length: Math.ceil(ring.length / stretchLength) }, (_, index): Stretch => {
      const from = index * stretchLength;
      const to = Math.min(from + stretchLength, ring.length);
      return { from, to, box: boxOf(ring.slice(from, to)) };
    });
    return { ring, box: boxOf(ring), stretches };
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

function boxOf(line: Line): Window {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of line) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, east, south, north };
}

/** The rings of the land that lie in a window, cut at its edges; the window may cross the date line. */
export function ringsInWindow(land: Land, window: Window): Line[] {
  const rings: Line[] = [];
  for (const sheet of sheetsOf(land)) {
    const { box } = sheet;
    if (box.north < window.south || box.south > window.north) continue;
    for (const turn of [-360, 0, 360]) {
      if (box.east + turn < window.west || box.west + turn > window.east) continue;
      const cut = clipRing(nearWindow(sheet, turn, window), window);
      if (cut.length > 2) rings.push(cut);
    }
  }
  return rings;
}

/**
 * A ring without what the cutting would drop in any case: of stretches that lie wholly beside the same side or
 * corner of the window, only the ends can matter.
 */
function nearWindow({ ring, stretches }: Sheet, turn: number, window: Window): Point[] {
  const near: Point[] = [];
  const add = (index: number) => {
    const point = ring[index];
    if (point) near.push([point[0] + turn, point[1]]);
  };
  let before = within;
  for (const { from, to, box } of stretches) {
    const side = sideOf(box, turn, window);
    if (side === within) for (let index = from; index < to; index += 1) add(index);
    else {
      if (side === before) near.pop();
      else add(from);
      add(to - 1);
    }
    before = side;
  }
  return near;
}

/** Within the window, or across one of its lines. */
const within = 0;

/** The side or corner beside which a box lies wholly, as a number of its own. */
function sideOf({ west, east, south, north }: Window, turn: number, window: Window): number {
  const across = east + turn < window.west ? 1 : west + turn > window.east ? 2 : 0;
  const along = north < window.south ? 3 : south > window.north ? 6 : 0;
  const straddlesAcross = across === 0 && (west + turn < window.west || east + turn > window.east);
  const straddlesAlong = along === 0 && (south < window.south || north > window.north);
  return straddlesAcross || straddlesAlong ? within : across + along;
}

/** Sutherland-Hodgman: the part of a ring inside a rectangle. */
export function clipRing(ring: Line, { west, east, south, north }: Window): Line {
  let line = ring;
  line = cutAt(line, 0, west, 1);
  line = cutAt(line, 0, east, -1);
  line = cutAt(line, 1, south, 1);
  return cutAt(line, 1, north, -1);
}

function cutAt(line: Line, axis: 0 | 1, limit: number, sign: 1 | -1): Line {
  const cut: Point[] = [];
  let before = line.at(-1);
  let wasInside = before !== undefined && (before[axis] - limit) * sign >= 0;
  for (const point of line) {
    const inside = (point[axis] - limit) * sign >= 0;
    if (before && inside !== wasInside) cut.push(crossing(before, point, axis, limit));
    if (inside) cut.push(point);
    before = point;
    wasInside = inside;
  }
  return cut;
}

function crossing(from: Point, to: Point, axis: 0 | 1, limit: number): Point {
  const t = (limit - from[axis]) / (to[axis] - from[axis]);
  const other = axis === 0 ? from[1] + t * (to[1] - from[1]) : from[0] + t * (to[0] - from[0]);
  return axis === 0 ? [limit, other] : [other, limit];
}
