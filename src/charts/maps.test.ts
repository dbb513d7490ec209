import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { regionalLand, worldLand } from './atlas.ts';
import { densityContours } from './density.ts';
import { type EcosystemType, ecosystemTypes } from './ecosystem.ts';
import { equalEarthPlan } from './equal-earth.ts';
import sample from './golden/sample-cases.json' with { type: 'json' };
import { homeDrawing } from './home.ts';
import { contoursOf, placeOnPlan } from './home-plan.ts';
import { sectionLayers } from './home-section.ts';
import { locator } from './locator.ts';
import { areaOf } from './simplify.ts';
import { clipRing, latitudeOf, mercatorY, ringsInWindow } from './window.ts';
import { worldMap } from './world.ts';

const longitude = (degrees: number) =>
  degrees === 0 ? '0°' : `${Math.abs(degrees)}° ${degrees < 0 ? 'W' : 'E'}`;
const latitude = (degrees: number) =>
  degrees === 0 ? '0°' : `${Math.abs(degrees)}° ${degrees < 0 ? 'S' : 'N'}`;

/** Places and counts of 36 real case studies, as of November 2026. */
const cases = sample.map((mapped) => ({
  ...mapped,
  ecosystem: ecosystemTypes.find((type) => type === mapped.ecosystem) ?? 'other',
  href: `/case-studies/${mapped.key}/`,
}));
const names = { forest: 'Forest', savanna: 'Savanna', steppe: 'Steppe', wetland: 'Wetland' };
const homeWords = { id: 'home', title: 'Plan', description: 'Section', layers: names, longitude };
const place = (lat: number, lon: number, effects: number, ecosystem: EcosystemType = 'forest') => ({
  latitude: lat,
  longitude: lon,
  effects,
  ecosystem,
});

describe('the home drawing', () => {
  const home = homeDrawing(cases, worldLand(), homeWords);

  it('is as it was when it was looked at', async () => {
    await expect(`${home.svg}\n`).toMatchFileSnapshot('golden/home.svg');
  });

  it('fits into 14 kB', () => {
    expect(gzipSync(home.svg, { level: 9 }).length).toBeLessThan(14 * 1024);
  });

  it('is written in whole units', () => {
    const paths = [...home.svg.matchAll(/ d="([^"]+)"/g)].map(([, d = '']) => d);
    for (const path of paths) expect(path).not.toContain('.');
  });

  it('has a dot for each case and draws the contours once', () => {
    expect(home.svg.match(/class="place eco-/g)).toHaveLength(36);
    expect(home.svg.match(/class="contour"/g)).toHaveLength(1);
    expect(home.svg.match(/href="#home-contours"/g)).toHaveLength(2);
  });

  it('holds for no case, and for cases without effects', () => {
    for (const none of [[], [place(10, 20, 0)]]) {
      const { svg } = homeDrawing(none, worldLand(), homeWords);
      expect(svg).not.toMatch(/NaN|undefined|class="(layer|contour)/);
    }
  });
});

describe('the density', () => {
  const plan = equalEarthPlan(1140);
  const rings = (count: number) => {
    const { plain, index } = contoursOf(placeOnPlan([place(36, 109, count)], plan), plan);
    return [...plain, ...index];
  };

  it('runs around the place, with more lines for more effects, up to nine', () => {
    expect(rings(0)).toHaveLength(0);
    expect(rings(2).length).toBeGreaterThan(0);
    expect(rings(10).length).toBeGreaterThan(rings(2).length);
    expect(rings(24)).toHaveLength(9);
    expect(rings(500)).toHaveLength(9);
  });

  it('keeps the place inside the innermost line', () => {
    const [x, y] = plan.project(109, 36);
    const innermost = rings(24).toSorted((a, b) => Math.abs(areaOf(a)) - Math.abs(areaOf(b)))[0] ?? [];
    expect(Math.min(...innermost.map((point) => point[0]))).toBeLessThan(x);
    expect(Math.max(...innermost.map((point) => point[0]))).toBeGreaterThan(x);
    expect(Math.min(...innermost.map((point) => point[1]))).toBeLessThan(y);
    expect(Math.max(...innermost.map((point) => point[1]))).toBeGreaterThan(y);
  });

  it('adds up where cases lie together', () => {
    const at = [300, 300] as const;
    const alone = densityContours([{ at, weight: 12 }], 600, 600);
    const together = densityContours(
      [
        { at, weight: 6 },
        { at, weight: 6 },
      ],
      600,
      600,
    );
    expect(together).toEqual(alone);
  });
});

describe('the section', () => {
  const plan = equalEarthPlan(1140);

  it('stacks layers without gaps in the order of ecosystems', () => {
    const layers = sectionLayers(placeOnPlan(cases, plan), plan.width);
    const order = layers.map(({ ecosystem }) => ecosystemTypes.indexOf(ecosystem));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    for (const [index, layer] of layers.slice(1).entries()) {
      expect(layer.columns.map(({ top }) => top)).toEqual(layers[index]?.columns.map(({ bottom }) => bottom));
    }
    for (const { bottom, top } of layers.flatMap(({ columns }) => columns)) {
      expect(bottom).toBeGreaterThanOrEqual(top);
      expect(bottom).toBeLessThanOrEqual(185.001);
    }
  });

  it('is deepest below the place with most effects', () => {
    const placed = placeOnPlan([place(36, 109, 10), place(40, -100, 4)], plan);
    const [layer] = sectionLayers(placed, plan.width);
    const deepest = layer?.columns.toSorted((a, b) => b.bottom - b.top - (a.bottom - a.top))[0];
    expect(Math.abs((deepest?.x ?? 0) - (placed[0]?.at[0] ?? 0))).toBeLessThanOrEqual(4);
  });
});

describe('the world map', () => {
  const map = worldMap(cases, worldLand(), { id: 'map', title: 'Map of cases' });

  it('is as it was when it was looked at', async () => {
    await expect(`${map.svg}\n`).toMatchFileSnapshot('golden/world.svg');
  });

  it('is a group of links with names, not an image', () => {
    expect(map.svg).toContain('role="group"');
    expect(
      map.svg.match(/<a href="[^"]+" class="place-link" data-key="[^"]+"><title>[^<]+<\/title>/g),
    ).toHaveLength(36);
  });

  it('escapes titles and addresses', () => {
    const evil = { ...place(0, 0, 1), key: 'k', title: '</title><script>', href: '/"><script>' };
    expect(worldMap([evil], worldLand(), { id: 'map', title: 'Map' }).svg).not.toContain('<script');
  });

  it('leaves Antarctica out and puts north up, west to the left', () => {
    const plan = equalEarthPlan(1140);
    expect(plan.height).toBeLessThan(520);
    expect(plan.project(0, 60)[1]).toBeLessThan(plan.project(0, -30)[1]);
    expect(plan.project(-80, 0)[0]).toBeLessThan(plan.project(110, 0)[0]);
  });

  it('keeps every case inside', () => {
    for (const { at, key } of placeOnPlan(cases, equalEarthPlan(1140))) {
      expect(at[0], key).toBeGreaterThan(0);
      expect(at[0], key).toBeLessThan(1140);
    }
  });
});

describe('a locator', () => {
  const at = (lat: number, lon: number) =>
    locator(
      regionalLand(),
      { id: 'where', title: 'Where', latitude, longitude },
      { latitude: lat, longitude: lon },
    );

  it('is as it was when it was looked at', async () => {
    await expect(`${at(36.5, 109.5).svg}\n`).toMatchFileSnapshot('golden/locator-loess.svg');
    await expect(`${at(-41.5, 174).svg}\n`).toMatchFileSnapshot('golden/locator-new-zealand.svg');
  });

  it('weighs a few kB anywhere', () => {
    for (const { latitude: lat, longitude: lon, key } of cases) {
      const { svg } = at(lat, lon);
      expect(gzipSync(svg).length, key).toBeLessThan(5 * 1024);
      expect(svg, key).not.toContain('NaN');
    }
  });

  it('numbers the graticule on both sides of the date line', () => {
    const { svg } = at(-17, 179);
    expect(svg).toContain('>170° E<');
    expect(svg).toContain('>180° W<');
  });

  it('has the mark in the middle', () => {
    expect(at(13.5, 39.3).svg).toContain('<g class="survey-mark"><circle cx="152" cy="120"');
  });
});

describe('the window', () => {
  const box = { west: 0, east: 10, south: 0, north: 10 };

  it('cuts a ring at its edges', () => {
    const ring = clipRing(
      [
        [-5, 2],
        [15, 2],
        [15, 8],
        [-5, 8],
      ],
      box,
    );
    expect(Math.abs(areaOf(ring))).toBeCloseTo(60);
  });

  it('leaves nothing of a ring outside', () => {
    expect(
      clipRing(
        [
          [20, 20],
          [30, 20],
          [30, 30],
        ],
        box,
      ),
    ).toHaveLength(0);
  });

  it('undoes the projection', () => {
    for (const lat of [-60, -1, 0, 45, 80]) expect(latitudeOf(mercatorY(lat))).toBeCloseTo(lat);
  });

  it('has land wherever Russia crosses the date line, and no band across', () => {
    const window = { west: 170, east: 200, south: mercatorY(60), north: mercatorY(72) };
    const whole = (window.east - window.west) * (window.north - window.south);
    const land = ringsInWindow(regionalLand(), window).reduce((sum, ring) => sum + Math.abs(areaOf(ring)), 0);
    expect(land / whole).toBeGreaterThan(0.15);
    expect(land / whole).toBeLessThan(0.6);
  });
});

describe('the stylesheet', () => {
  it('knows every class that a map writes', () => {
    const css = ['chart', 'chart-maps', 'cores']
      .map((name) => readFileSync(`src/styles/${name}.css`, 'utf8'))
      .join('');
    const drawings = [
      homeDrawing(cases, worldLand(), homeWords),
      worldMap(cases, worldLand(), { id: 'map', title: 'Map' }, { contours: true }),
      locator(
        regionalLand(),
        { id: 'where', title: 'Where', latitude, longitude },
        { latitude: 0, longitude: 0 },
      ),
    ];
    const classes = new Set(
      drawings.flatMap(({ svg }) =>
        [...svg.matchAll(/class="([^"]+)"/g)].flatMap(([, all = '']) => all.split(' ')),
      ),
    );
    const unknown = [...classes].filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(css));
    expect(unknown).toEqual(['contours', 'on-forest']);
  });

  it('has a colour for every ecosystem type', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    for (const type of ecosystemTypes) expect(tokens).toContain(`--eco-${type}:`);
  });
});
