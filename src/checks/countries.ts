import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { geoBounds, geoContains } from 'd3-geo';
import type { Feature, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { countryName } from '../i18n/format.ts';
import { alpha2, countries } from '../schemas/place.ts';

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

interface Shape {
  readonly feature: Feature;
  readonly bounds: readonly [readonly [number, number], readonly [number, number]];
}

/** Names of Natural Earth that are not those of the browser's list. */
const otherNames: Readonly<Record<string, string>> = {
  USA: 'united states of america',
  TUR: 'turkey',
  SSD: 's sudan',
  COD: 'dem rep congo',
  COG: 'congo',
  CAF: 'central african rep',
  BIH: 'bosnia and herz',
  MKD: 'macedonia',
  DOM: 'dominican rep',
  GNQ: 'eq guinea',
  SLB: 'solomon is',
  ESH: 'w sahara',
};

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .replaceAll(/\bthe\b|\bd?ari\b/g, '')
    .trim();

let shapes: Map<string, Feature> | undefined;
const known = new Map<string, Shape | undefined>();

/** Natural Earth at 1:50 million, read when a point has to be looked up; countries it names otherwise are left out. */
function shapeOf(country: string): Shape | undefined {
  if (known.has(country)) return known.get(country);
  shapes ??= readShapes();
  const found = shapes.get(country);
  const shape = found && { feature: found, bounds: geoBounds(found) };
  known.set(country, shape);
  return shape;
}

function readShapes(): Map<string, Feature> {
  const file = createRequire(resolve('package.json')).resolve('world-atlas/countries-50m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const byName = new Map<string, Feature<Geometry, { name: string }>>(
    feature(topology, topology.objects.countries).features.map((one) => [plain(one.properties.name), one]),
  );
  return new Map(
    countries.flatMap((country) => {
      const found = byName.get(otherNames[country] ?? plain(countryName(alpha2(country), 'en')));
      return found ? [[country, found] as const] : [];
    }),
  );
}

/** Degrees around the box of a country in which a point may lie offshore or on a drawn border. */
const margin = 1.5;

/** Whether a point may well lie in a country; true where the country is not drawn. */
function mayLieIn({ lat, lon }: Point, country: string): boolean {
  const shape = shapeOf(country);
  if (!shape) return true;
  const [[west, south], [east, north]] = shape.bounds;
  if (lat < south - margin || lat > north + margin) return false;
  return west <= east
    ? lon >= west - margin && lon <= east + margin
    : lon >= west - margin || lon <= east + margin;
}

/** The point that was probably meant by one far from its countries: swapped, or with another sign. */
export function pointMeant(
  point: Point,
  named: readonly string[],
): { point: Point; country: string } | undefined {
  if (named.length === 0 || named.some((country) => mayLieIn(point, country))) return undefined;
  const { lat, lon } = point;
  const others: readonly Point[] = [
    { lat: lon, lon: lat },
    { lat, lon: -lon },
    { lat: -lat, lon },
    { lat: -lat, lon: -lon },
    { lat: -lon, lon: lat },
    { lat: lon, lon: -lat },
  ].filter((other) => Math.abs(other.lat) <= 90);
  for (const other of others)
    for (const country of named) {
      const shape = shapeOf(country);
      if (shape && geoContains(shape.feature, [other.lon, other.lat])) return { point: other, country };
    }
  return undefined;
}
