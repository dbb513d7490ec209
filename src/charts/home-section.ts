import { stack } from 'd3-shape';
import { kernel, referenceEffects } from './density.ts';
import { type EcosystemType, ecosystemTypes } from './ecosystem.ts';
import type { PlannedCase } from './home-plan.ts';
import { type Line, type Point, pathData } from './path.ts';
import { simplify } from './simplify.ts';
import { type Markup, svg } from './svg.ts';
import { textLine } from './text.ts';
import { textWidth } from './wrap.ts';

/** Names short enough to stand inside a layer. */
export type LayerNames = Readonly<Partial<Record<EcosystemType, string>>>;

export interface Layer {
  readonly ecosystem: EcosystemType;
  readonly columns: readonly Column[];
}

interface Column {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

const step = 4;
/** Thickness in units where the density along the section is highest, or would be that of the reference. */
export const deepest = 185;
const nameSize = 13;
/** The section is drawn finer than the plan: its effects lie on one line. */
const spread = 25;
/** Layers whose colour carries words at 4.5:1; the legend names all. */
const named: readonly EcosystemType[] = ['forest', 'savanna', 'steppe', 'wetland'];

/** The effects cut from west to east: a Gaussian kernel along x, stacked downwards by ecosystem. */
export function sectionLayers(cases: readonly PlannedCase[], width: number): Layer[] {
  const present = ecosystemTypes.filter((type) =>
    cases.some((place) => place.ecosystem === type && place.effects > 0),
  );
  const xs = Array.from({ length: Math.floor(width / step) + 1 }, (_, index) => index * step);
  const heights = xs.map((x) =>
    Object.fromEntries(
      present.map((type) => {
        const own = cases.filter((place) => place.ecosystem === type);
        return [type, own.reduce((sum, { at, effects }) => sum + kernel(x - at[0], spread) * effects, 0)];
      }),
    ),
  );
  const highest = Math.max(
    referenceEffects,
    ...heights.map((column) => Object.values(column).reduce((sum, height) => sum + height, 0)),
  );
  const stacked = stack<Record<string, number>, EcosystemType>()
    .keys(present)
    .value((column, type) => ((column[type] ?? 0) / highest) * deepest)(heights);
  return stacked.map((columns) => ({
    ecosystem: columns.key,
    columns: columns.map(([top, bottom], index) => ({ x: xs[index] ?? 0, top, bottom })),
  }));
}

/** The layers below the surface line at `y`, each with its name where it fits. */
export function drawSection(layers: readonly Layer[], y: number, names: LayerNames): Markup {
  const shapes = layers.map(
    ({ ecosystem, columns }) =>
      svg`<path class="layer eco-${ecosystem}" d="${pathData(outlines(columns, y), { closed: true })}"/>`,
  );
  const words = layers.map(({ ecosystem, columns }) => {
    const name = named.includes(ecosystem) ? names[ecosystem] : undefined;
    const place = name === undefined ? undefined : placeForName(columns, textWidth(name, nameSize, true));
    if (name === undefined || !place) return undefined;
    const className = `layer-name on-${ecosystem}`;
    return textLine(name, { x: place[0], y: y + place[1] + nameSize * 0.36, className, anchor: 'middle' });
  });
  return svg`${shapes}${words}`;
}

/** The parts of a layer that can be seen, as rings. */
function outlines(columns: readonly Column[], y: number): Line[] {
  const rings: Line[] = [];
  let run: Column[] = [];
  const close = () => {
    const upper = run.map(({ x, top }): Point => [x, y + top]);
    const lower = run.map(({ x, bottom }): Point => [x, y + bottom]).reverse();
    if (run.some(({ top, bottom }) => bottom - top >= 1))
      rings.push([...simplify(upper, 0.35), ...simplify(lower, 0.35)]);
    run = [];
  };
  for (const column of columns) {
    if (column.bottom - column.top > 0.25) run.push(column);
    else close();
  }
  close();
  return rings;
}

/** The middle of the thickest part that holds a name of this width, from the surface; nothing where none does. */
function placeForName(columns: readonly Column[], width: number): Point | undefined {
  const reach = Math.ceil((width / 2 + 4) / step);
  let best: Point | undefined;
  let thickest = nameSize + 7;
  for (let index = reach; index < columns.length - reach; index += 1) {
    const under = columns.slice(index - reach, index + reach + 1);
    const top = Math.max(...under.map((column) => column.top));
    const bottom = Math.min(...under.map((column) => column.bottom));
    if (bottom - top <= thickest) continue;
    thickest = bottom - top;
    best = [columns[index]?.x ?? 0, (top + bottom) / 2];
  }
  return best;
}
