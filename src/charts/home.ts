import { equalEarthPlan, landRings, meridians, type Plan, southEnd } from './equal-earth.ts';
import { type ChartWords, type Drawing, frame } from './frame.ts';
import {
  contoursOf,
  drawDots,
  drawPlan,
  type MappedCase,
  type PlannedCase,
  placeOnPlan,
} from './home-plan.ts';
import { drawSection, type LayerNames, sectionLayers } from './home-section.ts';
import type { Land } from './land.ts';
import { pathData } from './path.ts';
import { type Markup, svg } from './svg.ts';
import { textLine } from './text.ts';

export interface HomeWords extends ChartWords {
  readonly layers: LayerNames;
  /** Degrees of longitude, east positive, as printed on the axis. */
  readonly longitude: (degrees: number) => string;
}

const width = 1140;
/** Room for the longitudes between plan and surface, also at the size they have on a phone. */
const between = 46;

/** What we know, in plan and section: contours of the density of effects, and the same effects cut open below. */
export function homeDrawing(cases: readonly MappedCase[], land: Land, words: HomeWords): Drawing {
  const plan = equalEarthPlan(width);
  const placed = placeOnPlan(cases, plan);
  const surface = plan.height + between;
  const layers = sectionLayers(placed, width);
  const depth = Math.max(0, ...layers.flatMap(({ columns }) => columns.map(({ bottom }) => bottom)));
  const parts = {
    id: words.id,
    plan,
    land: landRings(land, plan, 0.7),
    contours: contoursOf(placed, plan),
  };
  return frame(
    words,
    { width, height: surface + depth + 4, kind: 'home-drawing' },
    svg`<svg width="${width}" height="${plan.height}">${drawPlan(parts)}</svg>
      <path class="drops" d="${dropLines(placed, surface)}"/>
      ${longitudes(plan, surface, words)}${drawDots(placed)}
      ${drawSection(layers, surface, words.layers)}
      <path class="surface" d="M0 ${surface}H${width}"/>`,
  );
}

/** From each case straight down to the surface of the section, longest first, each line once. */
function dropLines(cases: readonly PlannedCase[], surface: number): string {
  const highest = new Map<number, number>();
  for (const { at } of cases) {
    const [x, y] = at.map(Math.round) as [number, number]; // a point maps to a point
    highest.set(x, Math.min(y, highest.get(x) ?? surface));
  }
  const lines = [...highest]
    .sort(([a], [b]) => a - b)
    .map(
      ([x, y]) =>
        [
          [x, y],
          [x, surface],
        ] as const,
    );
  return pathData(lines, { closed: false });
}

/** Each meridian is named where it leaves the plan. */
function longitudes(plan: Plan, surface: number, words: HomeWords): Markup {
  return svg`${meridians.map((degrees) => {
    const [x] = plan.project(degrees, southEnd);
    const className = degrees % 120 === 0 ? 'tick' : 'tick minor'; // a phone has room for every other one
    const place = { x: Math.round(x), y: surface - 9, className, anchor: 'middle' as const };
    return textLine(words.longitude(degrees), place);
  })}`;
}
