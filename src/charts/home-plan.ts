import { type Contours, densityContours } from './density.ts';
import type { EcosystemType } from './ecosystem.ts';
import { graticuleLines, type Plan } from './equal-earth.ts';
import { type Line, type Point, pathData } from './path.ts';
import { type Markup, svg } from './svg.ts';

/** A case on the world drawings. */
export interface MappedCase {
  readonly latitude: number;
  readonly longitude: number;
  readonly ecosystem: EcosystemType;
  /** Number of effects; a case without any has a point but no density. */
  readonly effects: number;
}

export interface PlannedCase extends MappedCase {
  readonly at: Point;
}

export function placeOnPlan<Case extends MappedCase>(
  cases: readonly Case[],
  plan: Plan,
): (Case & PlannedCase)[] {
  return cases.map((mapped) => ({ ...mapped, at: plan.project(mapped.longitude, mapped.latitude) }));
}

export const dotSize = 4.2;

export interface PlanParts {
  /** Prefix of the ids inside the drawing. */
  readonly id: string;
  readonly plan: Plan;
  readonly land: readonly Line[];
  /** Left out for a map without contours. */
  readonly contours?: Contours | undefined;
}

export function contoursOf(cases: readonly PlannedCase[], plan: Plan): Contours {
  const places = cases.map(({ at, effects }) => ({ at, weight: effects }));
  return densityContours(places, plan.width, plan.height);
}

/** Graticule, land, and the contours twice: clipped to land, and as a ghost over the sea. */
export function drawPlan({ id, plan, land, contours }: PlanParts): Markup {
  const lines = contours && [...contours.plain, ...contours.index].length > 0 ? contours : undefined;
  return svg`<defs>
      <path id="${id}-land" d="${pathData(land, { closed: true })}"/>
      ${lines && drawContours(id, lines)}
    </defs>
    <path class="graticule" d="${pathData(graticuleLines(plan), { closed: false })}"/>
    ${lines && svg`<use class="contours-at-sea" href="#${id}-contours"/>`}
    <use class="land" href="#${id}-land"/>
    ${lines && svg`<use class="contours" href="#${id}-contours" clip-path="url(#${id}-clip)"/>`}`;
}

function drawContours(id: string, { plain, index }: Contours): Markup {
  return svg`<g id="${id}-contours"><path class="contour" d="${pathData(plain, { closed: true })}"/>
    <path class="contour-index" d="${pathData(index, { closed: true })}"/></g>
    <clipPath id="${id}-clip"><use href="#${id}-land"/></clipPath>`;
}

/** One dot a case, the later ones above. */
export function drawDots(cases: readonly PlannedCase[]): Markup {
  return svg`${cases.map(
    ({ at: [x, y], ecosystem }) =>
      svg`<circle class="place eco-${ecosystem}" cx="${Math.round(x)}" cy="${Math.round(y)}" r="${dotSize}"/>`,
  )}`;
}
