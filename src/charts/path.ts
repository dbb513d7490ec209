export type Point = readonly [x: number, y: number];
export type Line = readonly Point[];

export interface PathOptions {
  /** Lines are rings. */
  readonly closed: boolean;
  /** Decimals of a coordinate. */
  readonly decimals?: 0 | 1;
}

/** The shortest `d` for lines: rounded, relative, points that fall together dropped, rings under 3 points left out. */
export function pathData(lines: readonly Line[], { closed, decimals = 0 }: PathOptions): string {
  const unit = decimals === 1 ? 10 : 1;
  let written = '';
  let [penX, penY] = [0, 0];
  for (const line of lines) {
    const points = distinct(line, unit, closed);
    const [first] = points;
    if (!first || points.length < (closed ? 3 : 2)) continue;
    let command = 'm';
    for (const [x, y] of points) {
      const across = inTenths(x - penX, unit);
      const down = inTenths(y - penY, unit);
      written += command !== '' ? command : across.startsWith('-') ? '' : ' ';
      written += down.startsWith('-') ? across + down : `${across} ${down}`;
      command = '';
      penX = x;
      penY = y;
    }
    if (!closed) continue;
    written += 'z';
    [penX, penY] = first;
  }
  return written;
}

/** Points in whole units of the last decimal, without repeats; a ring loses its closing point. */
function distinct(line: Line, unit: number, closed: boolean): Point[] {
  const points: Point[] = [];
  let [beforeX, beforeY] = [Number.NaN, Number.NaN];
  for (const [x, y] of line) {
    const roundX = Math.round(x * unit);
    const roundY = Math.round(y * unit);
    if (beforeX === roundX && beforeY === roundY) continue;
    points.push([roundX, roundY]);
    beforeX = roundX;
    beforeY = roundY;
  }
  const [first] = points;
  const last = points.at(-1);
  if (closed && points.length > 1 && first && last && first[0] === last[0] && first[1] === last[1])
    points.pop();
  return points;
}

/** A whole number of units as text, without the nought before a decimal point. */
function inTenths(value: number, unit: 1 | 10): string {
  if (unit === 1) return String(value);
  const size = Math.abs(value);
  const tenth = size % 10;
  if (tenth === 0) return String(value / 10);
  const whole = (size - tenth) / 10;
  return `${value < 0 ? '-' : ''}${whole === 0 ? '' : whole}.${tenth}`;
}
