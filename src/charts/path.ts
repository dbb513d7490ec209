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
  const unit = 10 ** decimals;
  let written = '';
  let [penX, penY] = [0, 0];
  for (const line of lines) {
    const points = distinct(line, unit, closed);
    if (points.length < (closed ? 3 : 2)) continue;
    const [[startX, startY] = [0, 0]] = points;
    points.forEach(([x, y], index) => {
      const pair = join(x - penX, y - penY, unit);
      written += index === 0 ? `m${pair}` : `${pair.startsWith('-') || index === 0 ? '' : ' '}${pair}`;
      [penX, penY] = [x, y];
    });
    if (!closed) continue;
    written += 'z';
    [penX, penY] = [startX, startY];
  }
  return written;
}

/** Points in whole units of the last decimal, without repeats; a ring loses its closing point. */
function distinct(line: Line, unit: number, closed: boolean): Point[] {
  const points: Point[] = [];
  for (const [x, y] of line) {
    const [roundX, roundY] = [Math.round(x * unit), Math.round(y * unit)];
    const before = points.at(-1);
    if (before?.[0] !== roundX || before[1] !== roundY) points.push([roundX, roundY]);
  }
  const [first] = points;
  const last = points.at(-1);
  if (closed && points.length > 1 && first && last && first[0] === last[0] && first[1] === last[1])
    points.pop();
  return points;
}

function join(dx: number, dy: number, unit: number): string {
  const [x, y] = [short(dx / unit), short(dy / unit)];
  return y.startsWith('-') ? x + y : `${x} ${y}`;
}

function short(value: number): string {
  return String(Number(value.toFixed(1)) + 0).replace(/^(-?)0\./, '$1.');
}
