import { describe, expect, it } from 'vitest';
import { landCovers } from './domain.ts';
import {
  type Change,
  defaultMatrix,
  landCoverChange,
  oneOutAllOut,
  type ProductivityClass,
  productivityChange,
  productivityClass,
  socChange,
  socPercent,
  stateChange,
  statusChange,
  statusClass,
  trajectoryChange,
} from './indicator.ts';

const changes: readonly Change[] = [-1, 0, 1];

describe('classes of productivity', () => {
  it('a trend counts from 95 %, a state from two classes', () => {
    expect([-3, -2, -1, 0, 1, 2, 3].map(trajectoryChange)).toEqual([-1, -1, 0, 0, 0, 1, 1]);
    expect([-9, -2, -1, 1, 2, 9].map(stateChange)).toEqual([-1, -1, 0, 0, 1, 1]);
    expect(trajectoryChange(-0)).toBe(0);
  });

  it('the worse a part, the lower the class or the same', () => {
    const classOf = (trajectory: Change, state: Change, performance: -1 | 0) =>
      productivityClass(trajectory, state, performance) ?? Number.NaN;
    for (const trajectory of changes)
      for (const state of changes) {
        expect(classOf(trajectory, state, -1)).toBeLessThanOrEqual(classOf(trajectory, state, 0));
        expect(classOf(trajectory, -1, 0)).toBeLessThanOrEqual(classOf(trajectory, state, 0));
        expect(classOf(-1, state, 0)).toBeLessThanOrEqual(classOf(trajectory, state, 0));
      }
  });

  it('five classes become three: 1 and 2, 3 and 4, 5', () => {
    const classes: readonly ProductivityClass[] = [1, 2, 3, 4, 5];
    expect(classes.map(productivityChange)).toEqual([-1, -1, 0, 0, 1]);
  });
});

describe('land cover', () => {
  it('rows are initial, columns final: a forest that is cleared is degraded, a field that grows a forest improved', () => {
    expect(landCoverChange('tree-covered', 'cropland')).toBe(-1);
    expect(landCoverChange('cropland', 'tree-covered')).toBe(1);
  });

  it('what stays is stable, and so is what becomes water or was water', () => {
    for (const cover of landCovers) {
      expect(landCoverChange(cover, cover)).toBe(0);
      expect(landCoverChange(cover, 'water')).toBe(0);
      expect(landCoverChange('water', cover)).toBe(0);
    }
  });

  it('a matrix of one’s own is used instead', () => {
    const own = defaultMatrix.map((row) => row.map((change): Change => (change === 0 ? 0 : 1)));
    expect(landCoverChange('tree-covered', 'cropland', own)).toBe(1);
  });
});

describe('soil organic carbon', () => {
  it('50 to 44 t/ha is -12 %, degraded; 50 to 46 is -8 %, stable', () => {
    expect(socPercent(50, 44)).toBe(-12);
    expect(socChange(-12)).toBe(-1);
    expect(socChange(socPercent(50, 46))).toBe(0);
  });

  it('exactly 10 % counts, whatever the rounding of its decimals', () => {
    for (const baseline of [30.3, 33.7, 70, 0.7, 118.9]) {
      expect(socChange(socPercent(baseline, baseline * 1.1))).toBe(1);
      expect(socChange(socPercent(baseline, baseline * 0.9))).toBe(-1);
      expect(socChange(socPercent(baseline, baseline * 1.0999))).toBe(0);
    }
  });

  it('a loss of all carbon is degraded, a baseline of nothing has no change', () => {
    expect(socChange(socPercent(30, 0))).toBe(-1);
    expect(socPercent(0, 10)).toBe(null);
  });
});

describe('one out, all out', () => {
  it('does not depend on the order, and degraded wins', () => {
    for (const a of changes)
      for (const b of changes)
        for (const c of changes) {
          const found = oneOutAllOut([a, b, c]);
          expect(found).toBe(oneOutAllOut([c, a, b]));
          expect(found).toBe([a, b, c].includes(-1) ? -1 : Math.max(a, b, c));
        }
  });

  it('nothing at all is no data', () => expect(oneOutAllOut([])).toBe(null));
});

describe('status', () => {
  it('a degraded reporting period is degraded, an improved one improved, whatever the baseline', () => {
    for (const baseline of changes) {
      expect(statusChange(statusClass(baseline, -1))).toBe(-1);
      expect(statusChange(statusClass(baseline, 1))).toBe(1);
      expect(statusChange(statusClass(baseline, 0))).toBe(baseline);
    }
  });
});

describe('no data', () => {
  it('stays no data in every step', () => {
    expect(trajectoryChange(null)).toBe(null);
    expect(stateChange(null)).toBe(null);
    expect(productivityClass(null, 0, 0)).toBe(null);
    expect(productivityClass(0, null, 0)).toBe(null);
    expect(productivityClass(0, 0, null)).toBe(null);
    expect(productivityChange(null)).toBe(null);
    expect(landCoverChange(null, 'water')).toBe(null);
    expect(landCoverChange('water', null)).toBe(null);
    expect(socPercent(null, 1)).toBe(null);
    expect(socPercent(1, null)).toBe(null);
    expect(socChange(null)).toBe(null);
    expect(oneOutAllOut([-1, null, -1])).toBe(null);
    expect(statusClass(null, 0)).toBe(null);
    expect(statusClass(0, null)).toBe(null);
    expect(statusChange(null)).toBe(null);
  });
});

describe('nonsense', () => {
  it.each([4, -4, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses a trajectory of %d', (value) => {
    expect(() => trajectoryChange(value)).toThrow(/trajectory is .* integer from -3 to 3/);
  });

  it('refuses states and stocks that are none', () => {
    expect(() => stateChange(10)).toThrow(/state is 10; .* -9 to 9/);
    expect(() => socPercent(-1, 1)).toThrow(/baseline is -1/);
    expect(() => socPercent(1, Number.NaN)).toThrow(/final is NaN/);
  });
});
