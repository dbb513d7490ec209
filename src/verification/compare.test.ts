import { describe, expect, it } from 'vitest';
import { allowanceAt, compare } from './compare.ts';

const exact = { rel: 1e-9, abs: 0 };
const failuresOf = (...args: Parameters<typeof compare>) => compare(...args).failures;

describe('compare', () => {
  it('passes what is equal, and looks at expected keys only', () => {
    const got = { a: 1, list: Float64Array.of(1, 2), none: null, word: 'x', more: 9 };
    expect(compare(got, { a: 1, list: [1, 2], none: null, word: 'x' }, exact)).toEqual({
      numbers: 3,
      largestRelative: 0,
      failures: [],
    });
  });

  it.each<[string, unknown, Parameters<typeof compare>[1]]>([
    ['another number', { a: 1.1 }, { a: 1 }],
    ['no number', { a: null }, { a: 1 }],
    ['not a number', { a: Number.NaN }, { a: 1 }],
    ['infinity', { a: Number.POSITIVE_INFINITY }, { a: 1 }],
    ['a missing key', {}, { a: 1 }],
    ['0 where nothing is defined', { a: 0 }, { a: null }],
    ['nothing where null is expected', {}, { a: null }],
    ['another word', { a: 'y' }, { a: 'x' }],
    ['a list too short', { a: [1] }, { a: [1, 2] }],
    ['an entry that differs', { a: [1, 3] }, { a: [1, 2] }],
    ['no object', { a: 1 }, { a: { b: 1 } }],
    ['true for 1', { a: true }, { a: 1 }],
  ])('names %s', (_, got, expected) => {
    expect(failuresOf(got, expected, exact)).toHaveLength(1);
    expect(failuresOf(got, expected, exact)[0]).toMatch(/^a/);
  });

  it('takes an entry alone for a list of one, both ways', () => {
    expect(failuresOf({ a: [5] }, { a: 5 }, exact)).toEqual([]);
    expect(failuresOf({ a: 5 }, { a: [5] }, exact)).toEqual([]);
    expect(failuresOf({ a: [5, 6] }, { a: 5 }, exact)).toHaveLength(1);
  });

  it('passes at the border of the tolerance and fails beyond', () => {
    expect(failuresOf(1.5, 1, { rel: 0, abs: 0.5 })).toEqual([]);
    expect(failuresOf(1.75, 1, { rel: 0, abs: 0.5 })).toHaveLength(1);
    expect(failuresOf(250, 200, { rel: 0.25, abs: 0 })).toEqual([]);
    expect(failuresOf(251, 200, { rel: 0.25, abs: 0 })).toHaveLength(1);
  });

  it('follows an allowance of its own, and leaves notes out', () => {
    const own = ([key]: readonly string[]) =>
      key === 'note' ? 'ignore' : key === 'a' ? { rel: 0, abs: 1 } : undefined;
    expect(failuresOf({ a: 2, b: 2 }, { a: 1, b: 1, note: 'text' }, exact, own)).toEqual([
      'b: expected 1, found 2; allowed are rel 1e-9, abs 0',
    ]);
  });
});

describe('allowanceAt', () => {
  const tolerance = {
    rel: 0.1,
    abs: 0.2,
    years_abs: 3,
    ci_rel: 0.05,
    rel_rss: 1e-6,
    fixed_depth: { rel: 1e-9, abs: 1e-8, depth_rel: 1e-4 },
    note: 'words',
  };

  it.each([
    [['carbon'], { rel: 0.1, abs: 0.2 }],
    [['years_to_natural_stock'], { rel: 0, abs: 3 }],
    [['rows', '2', 'years'], { rel: 0, abs: 3 }],
    [['ci95_t', '0'], { rel: 0.05, abs: 0 }],
    [['rss'], { rel: 1e-6, abs: 0 }],
    [['fixed_depth', 'stock', '1'], { rel: 1e-9, abs: 1e-8 }],
    [['fixed_depth', 'depth_cm'], { rel: 1e-4, abs: 0 }],
    [['yearsold'], { rel: 0.1, abs: 0.2 }],
  ])('%j', (path, allowance) => expect(allowanceAt(path, tolerance)).toEqual(allowance));

  it('allows nothing where nothing is stated', () => {
    expect(allowanceAt(['x'], {})).toEqual({ rel: 0, abs: 0 });
    expect(allowanceAt(['x'], { exact: true })).toEqual({ rel: 0, abs: 0 });
  });
});
