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

/** Half as wide as it is drawn, in pixels: a point, or a circle that holds a number. */
export function radiusOf(members: number): number {
  return members === 1 ? 6 : Math.min(24, 11 + 2.2 * Math.log2(members));
}

/** The clusters with those joined that would lie over each other, until none does: larger ones take in smaller ones. */
export function apart(clusters: readonly Cluster[]): readonly Cluster[] {
  const kept: Cluster[] = [];
  for (const next of clusters.toSorted((a, b) => b.members.length - a.members.length)) {
    const under = kept.findIndex(
      ({ x, y, members }) =>
        Math.hypot(x - next.x, y - next.y) < radiusOf(members.length) + radiusOf(next.members.length),
    );
    const home = kept[under];
    if (home) kept[under] = joined(home, next);
    else kept.push(next);
  }
  return kept.length === clusters.length ? kept : apart(kept);
}

function joined(a: Cluster, b: Cluster): Cluster {
  const [one, other] = [a.members.length, b.members.length];
  return {
    x: (a.x * one + b.x * other) / (one + other),
    y: (a.y * one + b.y * other) / (one + other),
    members: [...a.members, ...b.members].toSorted((first, second) => first - second),
  };
}
