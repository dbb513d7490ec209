import { describe, expect, it } from 'vitest';
import { randomSource } from './random.ts';
import { studentT } from './student-distribution.ts';

describe('Student’s t, moved and scaled', () => {
  it('has the quantiles of the tables', () => {
    // 97.5 % points: 12.706 for 1 degree of freedom, 4.303 for 2, 2.228 for 10
    expect(studentT(0, 1, 1).quantile(0.975)).toBeCloseTo(12.706, 3);
    expect(studentT(0, 1, 2).quantile(0.975)).toBeCloseTo(4.303, 3);
    expect(studentT(5, 2, 10).quantile(0.975)).toBeCloseTo(5 + 2 * 2.228, 3);
    expect(studentT(5, 2, 10).quantile(0.5)).toBeCloseTo(5, 9);
  });

  it('is drawn so that nineteen in twenty lie between the points of 2.5 and 97.5 %', () => {
    const spread = studentT(-1, 0.5, 4);
    const random = randomSource(7);
    const [low, high] = [spread.quantile(0.025), spread.quantile(0.975)];
    const inside = Array.from({ length: 20_000 }, () => spread.draw(random)).filter(
      (x) => x > low && x < high,
    );
    expect(inside.length / 20_000).toBeGreaterThan(0.945);
    expect(inside.length / 20_000).toBeLessThan(0.955);
  });

  it('without a width is its middle', () => {
    expect(studentT(3, 0, 2).quantile(0.001)).toBe(3);
    expect(studentT(3, 0, 2).draw(randomSource(1))).toBe(3);
  });

  it.each([
    [Number.NaN, 1, /middle/],
    [0, -1, /scale/],
    [0, Infinity, /scale/],
  ])('refuses %s, %s', (middle, scale, message) => {
    expect(() => studentT(middle, scale, 3)).toThrow(message);
  });
});
