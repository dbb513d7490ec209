import { describe, expect, it } from 'vitest';
import { emissionAt, emissionYears, shareOf } from './pathway.ts';

const linear = { kind: 'linear', value: 100, from: 2026, zero: 2046 } as const;

describe('emissions', () => {
  it('fall in a straight line to zero, and stay there', () => {
    expect([2020, 2026, 2036, 2046, 2060].map((year) => emissionAt(linear, year))).toEqual([
      100, 100, 50, 0, 0,
    ]);
  });

  it('stay as they are', () => {
    expect(emissionYears({ kind: 'constant', value: 7 }, 2026, 3)).toEqual([
      { emission: 7, emitted: 7 },
      { emission: 7, emitted: 14 },
      { emission: 7, emitted: 21 },
    ]);
  });

  it('follow points, and the ends beyond them', () => {
    const points = [
      { year: 2030, emission: 40 },
      { year: 2040, emission: 20 },
    ];
    const at = (year: number) => emissionAt({ kind: 'points', points }, year);
    expect([2020, 2030, 2035, 2040, 2050].map(at)).toEqual([40, 40, 30, 20, 20]);
    expect(emissionAt({ kind: 'points', points: points.slice(0, 1) }, 2055)).toBe(40);
  });

  it('sum over the years: 100 + 95 + … + 5', () => {
    expect(emissionYears(linear, 2026, 40).at(-1)).toEqual({ emission: 0, emitted: 1050 });
  });

  it.each<[Parameters<typeof emissionYears>[0], string]>([
    [{ kind: 'constant', value: -1 }, 'value is -1'],
    [{ ...linear, zero: 2026 }, 'zero is 2026; it must come after 2026'],
    [{ kind: 'points', points: [] }, 'one point or more'],
    [
      {
        kind: 'points',
        points: [
          { year: 2030, emission: 1 },
          { year: 2030, emission: 2 },
        ],
      },
      'points.1.year is 2030',
    ],
    [{ kind: 'points', points: [{ year: 2030, emission: Number.NaN }] }, 'points.0.value is NaN'],
  ])('%j is refused', (pathway, message) => {
    expect(() => emissionYears(pathway, 2026, 2)).toThrow(message);
  });
});

it('a share of nothing is no share', () => {
  expect(shareOf(5, 200)).toBe(2.5);
  expect(shareOf(-5, 200)).toBe(-2.5);
  expect(shareOf(5, 0)).toBeNull();
});
