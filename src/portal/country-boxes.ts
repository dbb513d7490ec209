import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import alpha3 from 'countries-list/minimal/countries.2to3.min.json' with { type: 'json' };
import { geoBounds } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Box } from '../contribute/coordinates.ts';
import { countryName } from '../i18n/format.ts';

/** Names that Natural Earth shortens or writes in another way than Unicode's list of names. */
const otherNames: Readonly<Record<string, string>> = {
  'W. Sahara': 'ESH',
  'United States of America': 'USA',
  'Dem. Rep. Congo': 'COD',
  'Dominican Rep.': 'DOM',
  'Falkland Is.': 'FLK',
  "Côte d'Ivoire": 'CIV',
  'Central African Rep.': 'CAF',
  Congo: 'COG',
  'Eq. Guinea': 'GNQ',
  Palestine: 'PSE',
  Myanmar: 'MMR',
  Turkey: 'TUR',
  'Solomon Is.': 'SLB',
  'Bosnia and Herz.': 'BIH',
  Macedonia: 'MKD',
  'Trinidad and Tobago': 'TTO',
  'S. Sudan': 'SSD',
};

/** Degrees added on every side: the atlas is coarse, and coasts and islands count. */
const margin = 2;

let boxes: Readonly<Record<string, Box>> | undefined;

/** A box around each country of the atlas, by alpha-3: enough to notice a latitude that was typed as a longitude. */
export function countryBoxes(): Readonly<Record<string, Box>> {
  boxes ??= readBoxes();
  return boxes;
}

function readBoxes(): Record<string, Box> {
  const byName = new Map(
    Object.entries(alpha3).map(([two, three]) => [plain(countryName(two, 'en')), three]),
  );
  const file = createRequire(resolve('package.json')).resolve('world-atlas/countries-110m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const found = feature(topology, topology.objects.countries).features.flatMap((country) => {
    const { name } = country.properties;
    const code = otherNames[name] ?? byName.get(plain(name));
    if (code === undefined) return [];
    const [[west, south], [east, north]] = geoBounds(country);
    return [
      [
        code,
        [
          Math.floor(west) - margin,
          Math.floor(south) - margin,
          Math.ceil(east) + margin,
          Math.ceil(north) + margin,
        ],
      ] as const,
    ];
  });
  return Object.fromEntries(found);
}

const plain = (name: string) => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
