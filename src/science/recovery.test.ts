import { describe, expect, it } from 'vitest';
import { type PartScores, recoveryOf, scoreFaults } from './recovery.ts';
import { partIds, recoveryParts } from './recovery-parts.ts';

const all = (score: number): PartScores => Object.fromEntries(partIds.map((id) => [id, score]));
const attribute = (scores: PartScores, id: keyof typeof recoveryParts) =>
  recoveryOf(scores).attributes.find((one) => one.id === id);

describe('the recovery wheel', () => {
  it('has six attributes of three parts, each named once', () => {
    expect(Object.values(recoveryParts).map((parts) => parts.length)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(new Set(partIds).size).toBe(18);
  });

  it('takes the mean of three parts, and of six attributes', () => {
    const scores = { ...all(2), 'gene-flow': 5, 'habitat-links': 4, 'landscape-flows': 3 };
    expect(attribute(scores, 'external-exchanges')).toEqual({
      id: 'external-exchanges',
      score: 4,
      partial: null,
      assessed: 3,
    });
    expect(recoveryOf(scores).overall).toBeCloseTo((5 * 2 + 4) / 6, 12);
  });

  it.each([0, 5])('scores %s where every part is that', (score) => {
    expect(recoveryOf(all(score))).toMatchObject({ overall: score, assessed: 18, notAssessed: 0 });
  });

  it('never takes a part that was not assessed for zero', () => {
    const { pollution: _, ...gap } = all(4);
    for (const scores of [gap, { ...all(4), pollution: null }]) {
      expect(attribute(scores, 'absence-of-threats')).toEqual({
        id: 'absence-of-threats',
        score: null,
        partial: 4,
        assessed: 2,
      });
      expect(recoveryOf(scores)).toMatchObject({ overall: null, assessed: 17, notAssessed: 1 });
    }
    expect(attribute({ ...all(4), pollution: 0 }, 'absence-of-threats')?.score).toBeCloseTo(8 / 3, 12);
  });

  it('gives nothing for an attribute of which nothing was assessed', () => {
    expect(recoveryOf({}).attributes[0]).toEqual({
      id: 'absence-of-threats',
      score: null,
      partial: null,
      assessed: 0,
    });
    expect(recoveryOf({})).toMatchObject({ overall: null, assessed: 0, notAssessed: 18 });
  });

  it.each([
    [-1, 'too-low'],
    [6, 'too-high'],
    [2.5, 'not-whole'],
    [Number.NaN, 'not-a-number'],
    [Number.POSITIVE_INFINITY, 'not-a-number'],
  ])('refuses a score of %s as %s', (value, code) => {
    const scores = { ...all(3), pollution: value };
    expect(scoreFaults(scores)).toEqual([{ code, argument: 'pollution', value, min: 0, max: 5 }]);
    expect(() => recoveryOf(scores)).toThrow(/pollution is .+ within 0 to 5/);
  });
});
