import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, type Point, pathData } from './path.ts';
import { areaOf, simplify, simplifyRing } from './simplify.ts';

/** Reads the relative paths that `pathData` writes. */
function readPath(data: string): Point[][] {
  const lines: Point[][] = [];
  let [x, y] = [0, 0];
  for (const [, command, rest = ''] of data.matchAll(/([mz])([^mz]*)/g)) {
    if (command === 'z') {
      [x, y] = lines.at(-1)?.[0] ?? [0, 0];
      continue;
    }
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
    const line: Point[] = [];
    for (let index = 0; index < numbers.length; index += 2) {
      x = Math.round((x + (numbers[index] ?? 0)) * 10) / 10;
      y = Math.round((y + (numbers[index + 1] ?? 0)) * 10) / 10;
      line.push([x, y]);
    }
    lines.push(line);
  }
  return lines;
}

const point = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }));

describe('pathData', () => {
  it('is relative, rounded and closed', () => {
    const rings: Line[] = [
      [
        [10.2, 10],
        [20, 10.4],
        [20, 20],
        [10.2, 10],
      ],
      [
        [5, 5],
        [1, 5],
        [1, 1],
      ],
    ];
    expect(pathData(rings, { closed: true })).toBe('m10 10 10 0 0 10zm-5-5-4 0 0-4z');
  });

  it('leaves out what falls together', () => {
    const speck: Line = [
      [1, 1],
      [1.2, 1.1],
      [0.9, 1],
    ];
    expect(pathData([speck], { closed: true })).toBe('');
    expect(pathData([], { closed: false })).toBe('');
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(point, { minLength: 3, selector: String }), { maxLength: 4 }),
        (lines) => {
          const tenths = lines.map((line) => line.map(([x, y]): Point => [x / 10, y / 10]));
          expect(readPath(pathData(lines, { closed: true }))).toEqual(lines);
          expect(readPath(pathData(tenths, { closed: false, decimals: 1 }))).toEqual(tenths);
        },
      ),
    );
  });
});

describe('simplify', () => {
  it('keeps the ends, and every dropped point lies near the line that remains', () => {
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 2, maxLength: 60 }),
        fc.integer({ min: 1, max: 80 }),
        (line, near) => {
          const simple = simplify(line, near);
          expect(simple[0]).toEqual(line[0]);
          expect(simple.at(-1)).toEqual(line.at(-1));
          for (const dropped of line) expect(distanceTo(dropped, simple)).toBeLessThanOrEqual(near + 1e-9);
        },
      ),
    );
  });

  it('keeps the corners of a ring wherever it begins', () => {
    const square: Line = [
      [5, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
      [5, 0],
    ];
    expect(Math.abs(areaOf(simplifyRing(square, 0.5)))).toBe(100);
  });
});

function distanceTo([x, y]: Point, line: Line): number {
  const distances = line.slice(1).map(([bx, by], index) => {
    const [ax, ay] = line[index] ?? [bx, by];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t =
      length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
  });
  return Math.min(...distances);
}
