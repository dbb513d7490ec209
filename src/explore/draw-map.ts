import { geoGraticule, geoPath } from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import { type EcosystemType, ecosystemTypes } from '../charts/ecosystem.ts';
import { type Markup, svg } from '../charts/svg.ts';
import { type CaseIndex, typeOf } from './case-index.ts';
import { apart, type Cluster, clustersOf, type Placed, radiusOf } from './clusters.ts';
import { faces, type MapView, projectionOf, type Size } from './map-view.ts';

/** Above so many points in view every point is a dot on a canvas, and only clusters are elements. */
export const mostElements = 2000;

/** Points nearer to each other than this many pixels stand together. */
const reach = 20;

/** The points of cases that lie in the drawing, in the order of the cases. */
export function pointsInView(
  index: CaseIndex,
  cases: readonly number[],
  view: MapView,
  size: Size,
): Placed[] {
  const project = projectionOf(view, size).clipExtent(null);
  return cases.flatMap((at) => {
    const [longitude = 0, latitude = 0] = [index.longitude[at], index.latitude[at]];
    if (!faces(view, longitude, latitude)) return [];
    const [x, y] = project([longitude, latitude]) ?? [-1, -1];
    return x >= 0 && y >= 0 && x <= size.width && y <= size.height ? [{ at, x, y }] : [];
  });
}

/** Points and clusters of them from north to south, as the keyboard goes through them. */
export function marksOf(points: readonly Placed[]): Cluster[] {
  return apart(clustersOf(points, reach)).toSorted((a, b) => a.y - b.y || a.x - b.x);
}

const graticule = geoGraticule().step([30, 20])();

/** Paths of the land, the lines of the globe and its edge. */
export function groundOf(land: MultiPolygon, view: MapView, size: Size): Markup {
  const path = geoPath(projectionOf(view, size)).digits(view.zoom > 4 ? 1 : 0);
  return svg`${view.projection === 'globe' && svg`<path class="sea" d="${path({ type: 'Sphere' }) ?? ''}"/>`}
    <path class="graticule" d="${path(graticule) ?? ''}"/><path class="land" d="${path(land) ?? ''}"/>`;
}

export interface MarkWords {
  /** Name of a cluster of so many cases. */
  readonly cluster: (count: number) => string;
  readonly href: (key: string) => string;
}

/** What a reader can point at: a link to a case, or a button that comes nearer to several. */
export function drawMark(index: CaseIndex, { x, y, members }: Cluster, words: MarkWords): Markup {
  const [first = 0] = members;
  const key = index.keys[first] ?? '';
  if (members.length === 1) {
    const title = `${index.titles[first] ?? ''} · ${index.where[first] ?? ''}`;
    return svg`<a href="${words.href(key)}" class="place-link" data-key="${key}"><title>${title}</title>
      <circle class="reach" cx="${x}" cy="${y}" r="12"/>
      <circle class="place eco-${typeOf(index, first, ecosystemTypes)}" cx="${x}" cy="${y}" r="5.4"/></a>`;
  }
  const radius = radiusOf(members.length);
  return svg`<g class="cluster" role="button" tabindex="0" data-cluster="${members.length}" data-key="${key}"
    ${' '}aria-label="${words.cluster(members.length)}"><title>${words.cluster(members.length)}</title>
    <circle class="cluster-ground" cx="${x}" cy="${y}" r="${radius}"/>
    ${ringOf(index, members).map(
      ({ type, from, share }) =>
        svg`<circle class="cluster-part eco-${type}" cx="${x}" cy="${y}" r="${radius}" pathLength="1000"
          ${' '}stroke-dasharray="${share} ${1000 - share}" stroke-dashoffset="${-from}"/>`,
    )}
    <text class="cluster-count" x="${x}" y="${y}" dy="0.35em">${String(members.length)}</text></g>`;
}

interface RingPart {
  readonly type: EcosystemType;
  /** In thousandths of the ring. */
  readonly from: number;
  readonly share: number;
}

/** The ecosystems of a cluster's cases as parts of its ring. */
function ringOf(index: CaseIndex, members: readonly number[]): RingPart[] {
  const counts = new Map<EcosystemType, number>();
  for (const at of members) {
    const type = typeOf(index, at, ecosystemTypes);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  let from = 0;
  return ecosystemTypes.flatMap((type) => {
    const share = Math.round(((counts.get(type) ?? 0) / members.length) * 1000);
    if (share === 0) return [];
    const part = { type, from, share };
    from += share;
    return [part];
  });
}
