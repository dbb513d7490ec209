import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import land50 from 'world-atlas/land-50m.json' with { type: 'json' };
import land110 from 'world-atlas/land-110m.json' with { type: 'json' };

/** Natural Earth land (public domain, by way of world-atlas). Read in the build only: half a megabyte. */
export type Land = MultiPolygon['coordinates'];

type LandTopology = Topology<{ land: GeometryCollection }>;

let world: Land | undefined;
let regional: Land | undefined;

/** Land at 1:110 million, for drawings of the world. */
export function worldLand(): Land {
  world ??= readLand(land110 as unknown as LandTopology); // JSON knows no tuples
  return world;
}

/** Land at 1:50 million, for locators. */
export function regionalLand(): Land {
  regional ??= readLand(land50 as unknown as LandTopology);
  return regional;
}

function readLand(topology: LandTopology): Land {
  return feature(topology, topology.objects.land).features.flatMap(({ geometry }) => {
    if (geometry.type === 'MultiPolygon') return geometry.coordinates;
    return geometry.type === 'Polygon' ? [geometry.coordinates] : [];
  });
}
