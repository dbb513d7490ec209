import { contours } from 'd3-contour';
import type { Line, Point } from './path.ts';
import { areaOf, simplifyRing } from './simplify.ts';

/** A place on the plan and how much it counts. */
export interface Weighted {
  readonly at: Point;
  readonly weight: number;
}

/** Spread of the kernel, in units of a drawing 1140 wide. */
export const bandwidth = 38;
const cell = 6;

/** Parts of the highest density at which a contour runs. */
export const thresholds = [0.03, 0.065, 0.12, 0.2, 0.3, 0.41, 0.54, 0.68, 0.84] as const;

/** Density of this many effects in one place, below which contours are counted from it: few cases make low hills. */
export const referenceEffects = 24;

export interface Contours {
  readonly plain: readonly Line[];
  /** Every third line, drawn doubled. */
  readonly index: readonly Line[];
}

/** Lines of equal density around weighted places: a Gaussian kernel on a grid, its marching squares simplified. */
export function densityContours(places: readonly Weighted[], width: number, height: number): Contours {
  const margin = 2 * bandwidth; // contours close outside the drawing, not along its edge
  const columns = Math.ceil((width + 2 * margin) / cell);
  const rows = Math.ceil((height + 2 * margin) / cell);
  const centre = (index: number) => (index + 0.5) * cell - margin;
  const grid = new Float64Array(columns * rows);
  for (const { at, weight } of places) {
    const across = Array.from({ length: columns }, (_, column) => kernel(centre(column) - at[0]));
    for (let row = 0; row < rows; row += 1) {
      const down = kernel(centre(row) - at[1]) * weight;
      if (down < 1e-9) continue;
      for (let column = 0; column < columns; column += 1) {
        grid[row * columns + column] = (grid[row * columns + column] ?? 0) + down * (across[column] ?? 0);
      }
    }
  }
  const highest = grid.reduce((most, value) => Math.max(most, value), 0);
  const whole = Math.max(highest, referenceEffects);
  const levels = contours()
    .size([columns, rows])
    .thresholds(thresholds.map((part) => part * whole))([...grid]);
  const rings = levels.map(({ coordinates }) =>
    coordinates.flat().flatMap((ring) => {
      const line = ring.map(([x = 0, y = 0]): Point => [x * cell - margin, y * cell - margin]);
      const simple = simplifyRing(line, 0.6);
      return Math.abs(areaOf(simple)) > 20 ? [simple] : [];
    }),
  );
  return {
    plain: rings.filter((_, level) => level % 3 !== 2).flat(),
    index: rings.filter((_, level) => level % 3 === 2).flat(),
  };
}

export function kernel(distance: number, spread = bandwidth): number {
  const t = distance / spread;
  return Math.abs(t) > 4.5 ? 0 : Math.exp(-0.5 * t * t);
}
