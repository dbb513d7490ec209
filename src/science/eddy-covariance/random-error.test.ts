import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import type { Filled } from './gap-filling.ts';
import { effectiveNumber, randomError } from './random-error.ts';

const gap = Number.NaN;

describe('effective number', () => {
  it('agrees with hand arithmetic', () => {
    // 1 1 -1 -1: variance 1; lag 1: products 1 - 1 + 1 = 1 > 0; lag 2 would be -2, and the range ends before it.
    // 4 / (1 + 2 · 1 / 1 / 4) = 4 / 1.5
    expect(effectiveNumber(Float64Array.from([1, 1, -1, -1]))).toBeCloseTo(4 / 1.5, 12);
    expect(effectiveNumber(Float64Array.from([1, -1, 1, -1]))).toBe(4);
    // the pair across the gap is not counted: 1 gap 1 1: lag 1 has one pair, 4 · ... = 3 / (1 + 2 / 3)
    expect(effectiveNumber(Float64Array.from([1, gap, 1, 1]))).toBeCloseTo(3 / (1 + 2 / 3), 12);
  });

  it('does not depend on the unit, and never exceeds the number', () => {
    // not so small that their squares are 0
    const number = fc.integer({ min: -900, max: 900 }).map((one) => one / 100);
    const value = fc.option(number, { nil: gap });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 50 }), (list) => {
        const found = effectiveNumber(Float64Array.from(list));
        expect(found).toBeLessThanOrEqual(list.filter((one) => !Number.isNaN(one)).length);
        expect(effectiveNumber(Float64Array.from(list, (one) => 4 * one))).toBeCloseTo(found, 9);
      }),
    );
  });
});

/** A flux that is 0 in truth, measured with correlated errors and gaps, and filled with its mean. */
function simulated(n: number, correlation: number, random: ReturnType<typeof randomSource>) {
  const value = new Float64Array(n);
  const quality = new Uint8Array(n);
  let error = random.normal();
  let inGap = false;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < n; i++) {
    error = correlation * error + Math.sqrt(1 - correlation ** 2) * random.normal();
    inGap = random.next() < (inGap ? 0.9 : 0.07); // 40 % of the records, in runs of 10
    quality[i] = inGap ? 1 : 0;
    value[i] = error;
    if (inGap) continue;
    sum += error;
    count++;
  }
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    if (quality[i] === 0) squares += ((value[i] ?? 0) - mean) ** 2;
    else value[i] = mean;
  }
  const sd = new Float64Array(n).fill(Math.sqrt(squares / (count - 1)));
  const estimate = new Float64Array(n).fill(mean);
  const filled: Filled = {
    value,
    quality,
    estimate,
    sd,
    estimateQuality: quality,
    count: new Int32Array(n),
    method: quality,
    window: new Uint16Array(n),
  };
  return { filled, mean };
}

describe('random error', () => {
  it.each([0, 0.5])('has 95 %% intervals that hold the truth, correlation %s', (correlation) => {
    const random = randomSource(11);
    const runs = 1500; // binomial error 0.56 %
    let hits = 0;
    for (let run = 0; run < runs; run++) {
      const { filled, mean } = simulated(1000, correlation, random);
      const error = randomError(filled, 48);
      if (error !== null && Math.abs(mean) <= 1.96 * error.meanError) hits++;
    }
    expect(hits / runs).toBeGreaterThan(0.93);
    expect(hits / runs).toBeLessThan(0.97);
  });

  it('gives the sum the error of the mean times all records, in g C m-2', () => {
    const { filled } = simulated(1000, 0.3, randomSource(1));
    const error = randomError(filled, 48);
    // 1000 records · 1800 s · 12.011 g mol-1 · 1e-6
    expect((error?.sumError ?? 0) / (error?.meanError ?? 1)).toBeCloseTo(21.6198, 10);
    expect(error?.effectiveRecords).toBeLessThan(error?.records ?? 0);
  });

  it('is not defined without measured records', () => {
    const { filled } = simulated(50, 0, randomSource(1));
    expect(randomError({ ...filled, quality: new Uint8Array(50).fill(1) }, 48)).toBeNull();
  });
});
