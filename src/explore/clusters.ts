/** A point of a drawing that stands for one of many. */
export interface Placed {
  /** Position in the index. */
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

export interface Cluster {
  /** In the middle of its members. */
  readonly x: number;
  readonly y: number;
  /** Positions in the index, in their order. */
  readonly members: readonly number[];
}

/**
 * Points that would touch each other, together. Each point joins the first cluster that began within reach of it, or
 * begins one; looked up in a grid with cells as wide as the reach, so that the work grows with the points and not with
 * their pairs. The same points give the same clusters.
 */
export function clustersOf(points: readonly Placed[], reach: number): Cluster[] {
  interface Open {
    readonly x: number;
    readonly y: number;
    sumX: number;
    sumY: number;
    readonly members: number[];
  }
  const grid = new Map<string, Open[]>();
  const all: Open[] = [];
  for (const { at, x, y } of points) {
    const column = Math.floor(x / reach);
    const row = Math.floor(y / reach);
    let home: Open | undefined;
    for (let i = column - 1; i <= column + 1 && !home; i += 1)
      for (let j = row - 1; j <= row + 1 && !home; j += 1)
        home = grid.get(`${i} ${j}`)?.find((open) => Math.hypot(open.x - x, open.y - y) <= reach);
    if (home) {
      home.sumX += x;
      home.sumY += y;
      home.members.push(at);
      continue;
    }
    const open = { x, y, sumX: x, sumY: y, members: [at] };
    all.push(open);
    const cell = `${column} ${row}`;
    const there = grid.get(cell);
    if (there) there.push(open);
    else grid.set(cell, [open]);
  }
  return all.map(({ sumX, sumY, members }) => ({
    x: sumX / members.length,
    y: sumY / members.length,
    members,
  }));
}
