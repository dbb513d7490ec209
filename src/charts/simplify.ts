import type { Line, Point } from './path.ts';

/** Douglas-Peucker: drops points that lie nearer than `tolerance` to the line that remains. */
export function simplify(line: Line, tolerance: number): Line {
  const [first] = line;
  const last = line.at(-1);
  if (!first || !last || line.length < 3) return line;
  const kept = new Uint8Array(line.length);
  kept[0] = 1;
  kept[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    const { index, distance } = farthest(line, from, to);
    if (distance <= tolerance) continue;
    kept[index] = 1;
    open.push([from, index], [index, to]);
  }
  return line.filter((_, index) => kept[index] === 1);
}

function farthest(line: Line, from: number, to: number): { index: number; distance: number } {
  let index = from;
  let distance = 0;
  const [start, end] = [line[from], line[to]];
  if (!start || !end) return { index, distance };
  for (let next = from + 1; next < to; next += 1) {
    const point = line[next];
    if (!point) continue;
    const away = distanceToSegment(point, start, end);
    if (away > distance) [index, distance] = [next, away];
  }
  return { index, distance };
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** A ring has no ends: it is cut at the point farthest from its first before it is simplified. */
export function simplifyRing(ring: Line, tolerance: number): Line {
  const [start] = ring;
  if (!start || ring.length < 4) return ring;
  let cut = 0;
  let farthest = 0;
  ring.forEach(([x, y], index) => {
    const distance = Math.hypot(x - start[0], y - start[1]);
    if (distance > farthest) [cut, farthest] = [index, distance];
  });
  const [there, back] = [simplify(ring.slice(0, cut + 1), tolerance), simplify(ring.slice(cut), tolerance)];
  return [...there, ...back.slice(1)];
}

export function areaOf(ring: Line): number {
  let twice = 0;
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}
