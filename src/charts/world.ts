import { equalEarthPlan, landRings } from './equal-earth.ts';
import { type ChartWords, type Drawing, frame } from './frame.ts';
import {
  contoursOf,
  dotSize,
  drawPlan,
  type MappedCase,
  type PlannedCase,
  placeOnPlan,
} from './home-plan.ts';
import type { Land } from './land.ts';
import { type Markup, svg } from './svg.ts';

/** A case on the map of cases, with the page it leads to. */
export interface LinkedCase extends MappedCase {
  readonly title: string;
  readonly href: string;
  /** Id of the case, so that filters can find its point. */
  readonly key: string;
}

export interface WorldOptions {
  /** Contours of the density of effects, of the classes `contours` and `contours-at-sea`, which a page may hide. */
  readonly contours: boolean;
}

const width = 1140;

/** The world with one linked point a case; points are reached by keyboard from north to south. */
export function worldMap(
  cases: readonly LinkedCase[],
  land: Land,
  words: ChartWords,
  options: WorldOptions = { contours: false },
): Drawing {
  const plan = equalEarthPlan(width);
  const placed = placeOnPlan(cases, plan).toSorted((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0]);
  const contours = options.contours ? contoursOf(placed, plan) : undefined;
  const drawn = drawPlan({ id: words.id, plan, land: landRings(land, plan, 0.6), contours });
  return frame(
    words,
    { width, height: plan.height, kind: 'world', role: 'group' },
    svg`${drawn}${placed.map(drawLink)}`,
  );
}

function drawLink({ at, ecosystem, title, href, key }: LinkedCase & PlannedCase): Markup {
  const [x, y] = at.map(Math.round) as [number, number]; // a point maps to a point
  return svg`<a href="${href}" class="place-link" data-key="${key}"><title>${title}</title>
    <circle class="reach" cx="${x}" cy="${y}" r="12"/>
    <circle class="place eco-${ecosystem}" cx="${x}" cy="${y}" r="${dotSize}"/></a>`;
}
