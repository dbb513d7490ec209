import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { type Land, type LandTopology, landOf } from './land.ts';

let world: Land | undefined;
let regional: Land | undefined;

/** Read in the build only: half a megabyte. Land at 1:110 million, for drawings of the world. */
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
  return landOf(readTopology(name));
}
