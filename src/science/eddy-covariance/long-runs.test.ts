import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutLongRuns } from './long-runs.ts';

const gap = Number.NaN;

describe('long runs', () => {
  it('takes out 8 identical values, and leaves 7', () => {
    expect(withoutLongRuns(new Float64Array(8).fill(2)).removed).toBe(8);
    expect(withoutLongRuns(new Float64Array(7).fill(2)).removed).toBe(0);
  });

  it('is not interrupted by missing records', () => {
    const values = Float64Array.from([1, 2, 2, 2, gap, 2, 2, gap, gap, 2, 2, 2, 3]);
    const { values: kept, removed } = withoutLongRuns(values);
    expect(removed).toBe(8);
    expect([...kept]).toEqual([1, ...new Array(11).fill(gap), 3]);
    expect(values[1]).toBe(2); // what was given is not changed
  });

  it('finds the same runs from either end', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, 2, gap), { maxLength: 60 }), (list) => {
        const there = withoutLongRuns(Float64Array.from(list));
        const back = withoutLongRuns(Float64Array.from(list.toReversed()));
        expect(back.removed).toBe(there.removed);
        expect([...back.values].toReversed()).toEqual([...there.values]);
      }),
    );
  });
});
