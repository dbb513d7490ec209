import type { Line } from './path.ts';

/** Douglas-Peucker: drops points that lie nearer than `tolerance` to the line that remains. */
export function simplify(line: Line, tolerance: number): Line {
  if (line.length < 3) return line;
  const kept = new Uint8Array(line.length);
  kept[0] = 1;
  kept[line.length - 1] = 1;
  const spans = [0, line.length - 1];
  while (spans.length > 0) {
    const to = spans.pop() ?? 0;
    const from = spans.pop() ?? 0;
    const index = farthest(line, from, to, tolerance * tolerance);
    if (index === undefined) continue;
    kept[index] = 1;
    spans.push(from, index, index, to);
  }
  return line.filter((_, index) => kept[index] === 1);
}

/** The point between two others that lies farthest from the line through them, if it lies beyond a square distance. */
function farthest(line: Line, from: number, to: number, beyond: number): number | undefined {
  const [start, end] = [line[from], line[to]];
  if (!start || !end) return undefined;
  let index: number | undefined;
  let most = beyond;
  const [ax, ay] = start;
  const dx = end[0] - ax;
  const dy = end[1] - ay;
  const length = dx * dx + dy * dy;
  for (let next = from + 1; next < to; next += 1) {
    const point = line[next];
    if (!point) continue;
    const px = point[0] - ax;
    const py = point[1] - ay;
    const along = length === 0 ? 0 : (px * dx + py * dy) / length;
    const t = along < 0 ? 0 : along > 1 ? 1 : along;
    const awayX = px - t * dx;
    const awayY = py - t * dy;
    const away = awayX * awayX + awayY * awayY;
    if (away > most) {
      index = next;
      most = away;
    }
  }
  return index;
}

/** A ring has no ends: it is cut at the point farthest from its first before it is simplified. */
export function simplifyRing(ring: Line, tolerance: number): Line {
  const [start] = ring;
  if (!start || ring.length < 4) return ring;
  let cut = 0;
  let farthest = 0;
  ring.forEach(([x, y], index) => {
    const distance = (x - start[0]) ** 2 + (y - start[1]) ** 2;
    if (distance <= farthest) return;
    cut = index;
    farthest = distance;
  });
  const [there, back] = [simplify(ring.slice(0, cut + 1), tolerance), simplify(ring.slice(cut), tolerance)];
  return [...there, ...back.slice(1)];
}

export function areaOf(ring: Line): number {
  let twice = 0;
  for (let index = 0; index < ring.length; index += 1) {
    const point = ring[index];
    const next = ring[index + 1] ?? ring[0];
    if (point && next) twice += point[0] * next[1] - next[0] * point[1];
  }
  return twice / 2;
}
