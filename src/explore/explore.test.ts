import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ecosystemTypes } from '../charts/ecosystem.ts';
import { type CaseIndex, narrow } from './case-index.ts';
import { apart, clustersOf, radiusOf } from './clusters.ts';
import { drawMark, groundOf, marksOf, pointsInView } from './draw-map.ts';
import {
  faces,
  isWhole,
  type MapView,
  mostZoom,
  pan,
  projectionOf,
  projections,
  readView,
  sound,
  viewOf,
  wholeWorld,
  writeView,
  zoomBy,
} from './map-view.ts';

const size = { width: 900, height: 392 };

/** Cases at places, with values of two facets by position. */
function indexOf(
  places: readonly (readonly [number, number])[],
  of: readonly (readonly (readonly number[])[])[] = [],
  titles = places.map((_, at) => `Case ${at}`),
): CaseIndex {
  return {
    keys: places.map((_, at) => `case-${at}`),
    titles,
    english: [],
    longitude: places.map(([longitude]) => longitude),
    latitude: places.map(([, latitude]) => latitude),
    type: places.map((_, at) => at % ecosystemTypes.length),
    where: places.map(() => 'China'),
    when: places.map(() => 'since 1999'),
    effects: places.map(() => 1),
    climates: places.map(() => []),
    aims: places.map(() => []),
    themes: [],
    facets: of.map((values, at) => ({
      name: `facet-${at}`,
      values: ['a', 'b', 'c', 'd'],
      labels: ['A', 'B', 'C', 'D'],
      of: values,
    })),
  };
}

const someIndex = fc
  .array(fc.array(fc.subarray([0, 1, 2, 3]), { minLength: 3, maxLength: 3 }), { maxLength: 40 })
  .map((rows) =>
    indexOf(
      rows.map((_, at) => [at, 0] as const),
      [0, 1, 2].map((facet) => rows.map((row) => row[facet] ?? [])),
    ),
  );
const someChoice = fc.dictionary(
  fc.constantFrom('facet-0', 'facet-1', 'facet-2', 'unknown'),
  fc.subarray(['a', 'b', 'c', 'd', 'nobody']),
);

describe('choosing among cases', () => {
  it('leaves the cases with one of the chosen values in every facet', () => {
    const index = indexOf(
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
      [
        [[0], [0, 1], [2]],
        [[0], [1], [1]],
      ],
    );
    const { cases, counts } = narrow(index, { 'facet-0': ['a', 'b'], 'facet-1': ['b'] });
    expect(cases).toEqual([1]);
    // With "c" in the first facet there would be case 2; with "a" in the second case 0.
    expect(counts['facet-0']).toEqual([1, 1, 1, 0]);
    expect(counts['facet-1']).toEqual([1, 1, 0, 0]);
  });

  it('counts beside each value the cases that choosing it alone in its facet would leave', () => {
    fc.assert(
      fc.property(someIndex, someChoice, (index, choice) => {
        const { counts } = narrow(index, choice);
        for (const { name, values } of index.facets)
          values.forEach((value, at) => {
            const left = narrow(index, { ...choice, [name]: [value] }).cases.length;
            expect(counts[name]?.[at]).toBe(left);
          });
      }),
    );
  });

  it('takes an unknown facet or value for no choice', () => {
    const index = indexOf([[0, 0]], [[[0]]]);
    expect(narrow(index, { 'facet-0': ['<script>'], nothing: ['a'] }).cases).toEqual([0]);
  });
});

const somePlace = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -78, max: 78, noNaN: true }),
);
const someView = fc
  .record({
    projection: fc.constantFrom(...projections),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    latitude: fc.double({ min: -60, max: 60, noNaN: true }),
    zoom: fc.double({ min: 1, max: mostZoom, noNaN: true }),
  })
  .map(sound);

/** Whether a point of the drawing lies on the world and not beside it. */
function onMap(view: MapView, [x, y]: readonly [number, number]): boolean {
  const project = projectionOf(view, size).clipExtent(null);
  const back = project(project.invert?.([x, y]) ?? [0, 0]);
  return back !== null && Math.hypot(back[0] - x, back[1] - y) < 0.01;
}

describe('what of the world is seen', () => {
  it('shows areas in true proportion by default', () => {
    const project = projectionOf(wholeWorld, size).clipExtent(null);
    /** Area on the drawing of a small square by the equal-area sine of its latitudes. */
    const areaAt = (latitude: number) => {
      const sines = [Math.sin((latitude * Math.PI) / 180), Math.sin((latitude * Math.PI) / 180) + 0.001];
      const [low = 0, high = 0] = sines.map((sine) => (Math.asin(sine) * 180) / Math.PI);
      const corner = (longitude: number, at: number) => project([longitude, at]) ?? [0, 0];
      const [a, b, c, d] = [corner(20, low), corner(20.1, low), corner(20.1, high), corner(20, high)];
      const ring = [a, b, c, d] as [number, number][];
      return Math.abs(
        ring.reduce((sum, [x, y], i) => {
          const [nextX, nextY] = ring[(i + 1) % 4] ?? [0, 0];
          return sum + x * nextY - nextX * y;
        }, 0) / 2,
      );
    };
    for (const latitude of [-50, 20, 45, 70]) expect(areaAt(latitude) / areaAt(0)).toBeCloseTo(1, 2);
  });

  it('keeps the place under a pull under the hand, as long as the map does not end', () => {
    fc.assert(
      fc.property(
        someView.filter(({ projection }) => projection !== 'globe'),
        fc.integer({ min: -80, max: 80 }),
        fc.integer({ min: -60, max: 60 }),
        (view, right, down) => {
          const from = [450, 196] as const;
          const to = [450 + right, 196 + down] as const;
          const held = projectionOf(view, size).invert?.([...from]) as [number, number];
          const moved = pan(view, size, from, to);
          fc.pre(
            Math.abs(moved.latitude) < 79 && Math.abs(held[1]) < 80 && onMap(view, from) && onMap(view, to),
          );
          const [x, y] = projectionOf(moved, size).clipExtent(null)(held) ?? [0, 0];
          expect(Math.hypot(x - to[0], y - to[1])).toBeLessThan(0.01);
        },
      ),
    );
  });

  it('comes nearer to the place under the pointer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 600 }), fc.integer({ min: 120, max: 260 }), (x, y) => {
        const held = projectionOf(wholeWorld, size).invert?.([x, y]) as [number, number];
        let view: MapView = wholeWorld;
        for (let turn = 0; turn < 8; turn += 1) view = zoomBy(view, size, 1.5, [x, y]);
        const now = projectionOf(view, size).clipExtent(null)(held) ?? [0, 0];
        expect(Math.hypot(now[0] - x, now[1] - y)).toBeLessThan(0.01);
        expect(view.zoom).toBeGreaterThan(25);
      }),
    );
  });

  it('fits the places of a cluster into the view', () => {
    fc.assert(
      fc.property(
        somePlace,
        fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -5, max: 5 })), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.constantFrom(...projections),
        ([longitude, latitude], steps, projection) => {
          const places = steps.map(
            ([right, up]) => [longitude + right, Math.max(-70, Math.min(70, latitude + up))] as const,
          );
          const view = viewOf(projection, places, size);
          const seen = pointsInView(
            indexOf(places),
            places.map((_, at) => at),
            view,
            size,
          );
          expect(seen).toHaveLength(places.length);
        },
      ),
    );
  });

  it('comes back from its address', () => {
    fc.assert(
      fc.property(someView, (view) => {
        const query = new URLSearchParams();
        writeView(view, query);
        const again = readView(new URLSearchParams(query.toString()));
        const [x, y] = projectionOf(again, size)([view.longitude, view.latitude]) ?? [0, 0];
        expect(again.projection).toBe(view.projection);
        expect(Math.hypot(x - size.width / 2, y - size.height / 2)).toBeLessThan(8);
        expect(Math.abs(again.zoom - view.zoom)).toBeLessThan(0.01);
      }),
    );
  });

  it('is the whole world where an address says something else', () => {
    for (const at of ['', ',,', '1,2', '1,2,x', 'NaN,1,1', '1,2,3,4', '<img>,1,1', 'Infinity,0,1'])
      expect(isWhole(readView(new URLSearchParams({ at, projection: 'flat' })))).toBe(true);
    expect(readView(new URLSearchParams({ at: '540,200,1e9' }))).toEqual({
      projection: 'equal-earth',
      longitude: -180,
      latitude: 89,
      zoom: mostZoom,
    });
  });

  it('hides the far side of the globe and nothing of a flat map', () => {
    const globe: MapView = { projection: 'globe', longitude: 100, latitude: 30, zoom: 1 };
    expect(faces(globe, 110, 20)).toBe(true);
    expect(faces(globe, -80, -30)).toBe(false);
    expect(faces(wholeWorld, -80, -30)).toBe(true);
  });
});

describe('points that crowd', () => {
  const somePoints = fc.array(
    fc.record({
      x: fc.double({ min: 0, max: 900, noNaN: true }),
      y: fc.double({ min: 0, max: 400, noNaN: true }),
    }),
    { maxLength: 120 },
  );

  it('stand in one cluster each, and only with neighbours', () => {
    fc.assert(
      fc.property(somePoints, (places) => {
        const points = places.map((place, at) => ({ ...place, at }));
        const clusters = clustersOf(points, 26);
        const members = clusters.flatMap((cluster) => cluster.members);
        expect(members.toSorted((a, b) => a - b)).toEqual(points.map(({ at }) => at));
        for (const cluster of clusters)
          for (const member of cluster.members) {
            const [first, own] = [points[cluster.members[0] ?? -1], points[member]];
            expect(
              Math.hypot((first?.x ?? 0) - (own?.x ?? 0), (first?.y ?? 0) - (own?.y ?? 0)),
            ).toBeLessThanOrEqual(26);
          }
      }),
    );
  });

  it('do not lie over each other, and none is lost', () => {
    fc.assert(
      fc.property(somePoints, (places) => {
        const clusters = apart(
          clustersOf(
            places.map((place, at) => ({ ...place, at })),
            20,
          ),
        );
        expect(clusters.flatMap(({ members }) => members).toSorted((a, b) => a - b)).toEqual(
          places.map((_, at) => at),
        );
        clusters.forEach((one, at) => {
          for (const other of clusters.slice(at + 1))
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(
              radiusOf(one.members.length) + radiusOf(other.members.length),
            );
        });
      }),
    );
  });

  it('are reached from north to south', () => {
    const marks = marksOf([
      { at: 0, x: 10, y: 300 },
      { at: 1, x: 200, y: 20 },
      { at: 2, x: 210, y: 25 },
    ]);
    expect(marks.map(({ members }) => members)).toEqual([[1, 2], [0]]);
  });

  it('stay few elements for ten thousand cases', () => {
    const places = Array.from(
      { length: 10_000 },
      (_, at) => [((at * 7919) % 3600) / 10 - 180, ((at * 104_729) % 1200) / 10 - 50] as const,
    );
    const index = indexOf(places);
    const points = pointsInView(
      index,
      places.map((_, at) => at),
      wholeWorld,
      size,
    );
    expect(points.length).toBeGreaterThan(9000);
    expect(marksOf(points).length).toBeLessThan(700);
  });
});

describe('the drawing', () => {
  const words = {
    cluster: (count: number) => `Cases here: ${count}`,
    href: (key: string) => `/case-studies/${key}/`,
  };

  it('links a point to its case and takes its title for text', () => {
    const index = indexOf([[0, 0]], [], ['"><script>alert(1)</script>']);
    const { markup } = drawMark(index, { x: 5, y: 6, members: [0] }, words);
    expect(markup).toContain('href="/case-studies/case-0/"');
    expect(markup).not.toContain('<script');
  });

  it('makes a button of a cluster whose ring shows the ecosystems', () => {
    const index = indexOf([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    const { markup } = drawMark(index, { x: 5, y: 6, members: [0, 1, 2, 3] }, words);
    expect(markup).toContain('role="button"');
    expect(markup).toContain('aria-label="Cases here: 4"');
    expect(markup.match(/stroke-dasharray="250 750"/g)).toHaveLength(4);
  });

  it('holds no number that is none, wherever the view stands', () => {
    const land = {
      type: 'MultiPolygon' as const,
      coordinates: [
        [
          [
            [-10, -10],
            [-10, 10],
            [10, 10],
            [10, -10],
            [-10, -10],
          ],
        ],
      ],
    };
    fc.assert(
      fc.property(someView, (view) => {
        expect(groundOf(land, view, size).markup).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 30 },
    );
  });
});
