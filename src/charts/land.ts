import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Natural Earth land (public domain, by way of world-atlas). */
export type Land = MultiPolygon['coordinates'];

export type LandTopology = Topology<{ land: GeometryCollection }>;

/** Land as polygons, of the arcs in which it is stored. */
export function landOf(topology: LandTopology): Land {
  return feature(topology, topology.objects.land).features.flatMap(({ geometry }) => {
    if (geometry.type === 'MultiPolygon') return geometry.coordinates;
    return geometry.type === 'Polygon' ? [geometry.coordinates] : [];
  });
}
