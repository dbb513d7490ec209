import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Natural Earth land (public domain, by way of world-atlas). Read in the build only: half a megabyte. */
export type Land = MultiPolygon['coordinates'];

export type LandTopology = Topology<{ land: GeometryCollection }>;

let world: Land | undefined;
let regional: Land | undefined;

/** Land at 1:110 million, for drawings of the world. */
export function worldLand(): Land {
  world ??= readLand('land-110m');
  return world;
}

/** Land at 1:50 million, for locators. */
export function regionalLand(): Land {
  regional ??= readLand('land-50m');
  return regional;
}

/** The land of the world as it is stored: arcs as whole numbers. */
export function landTopology(): LandTopology {
  return readTopology('land-110m');
}

/** Read, not imported: as a module of a million characters it would be bundled and compiled in every build. */
function readTopology(name: 'land-110m' | 'land-50m'): LandTopology {
  const file = createRequire(resolve('package.json')).resolve(`world-atlas/${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as LandTopology;
}

function readLand(name: 'land-110m' | 'land-50m'): Land {
  const topology = readTopology(name);
  return feature(topology, topology.objects.land).features.flatMap(({ geometry }) => {
    if (geometry.type === 'MultiPolygon') return geometry.coordinates;
    return geometry.type === 'Polygon' ? [geometry.coordinates] : [];
  });
}
