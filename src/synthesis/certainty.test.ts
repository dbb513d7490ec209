import { describe, expect, it } from 'vitest';
import { leaveOneOut } from '../science/meta-analysis/diagnostics.ts';
import { type Effect, poolEffects } from '../science/meta-analysis/model.ts';
import { model } from './answer.ts';
import { certaintyOf, directionOf } from './certainty.ts';

const steady = [0.5, 0.52, 0.48, 0.51, 0.49, 0.5].map((effect) => ({ effect, variance: 0.01 }));

function judge(
  studies: readonly Effect[],
  more: { indicator?: string; sources?: string[]; filled?: boolean } = {},
) {
  const { indicator = 'species-richness', sources = ['a', 'b'], filled = false } = more;
  const synthesis = { pooled: poolEffects(studies, model), leaveOneOut: leaveOneOut(studies, model) };
  return certaintyOf({ indicator, studies, synthesis, sources, filled });
}

describe('the rule of certainty', () => {
  it('begins at moderate and never goes above', () => {
    expect(judge(steady)).toEqual({
      ...{ level: 'moderate', reasons: [], direction: 'higher', verdict: 'better', above: 6, below: 0 },
    });
  });

  it.each([
    ['few-studies', () => judge(steady.slice(0, 4))],
    ['one-project', () => judge(steady, { sources: ['a'] })],
    ['filled', () => judge(steady, { filled: true })],
  ] as const)('loses a level for %s', (reason, run) => {
    expect(run()).toMatchObject({ level: 'low', reasons: [reason] });
  });

  it('loses levels for studies that differ, and for one that decides', () => {
    const apart = [0.1, 0.9, 0.15, 1.2, 0.6, 0.3].map((effect) => ({ effect, variance: 0.002 }));
    expect(judge(apart).reasons).toContain('unlike');
    const hanging = [0.3, 0.02, 0.25, 0.5, 0.22, 0.3].map((effect) => ({
      effect: effect - 0.12,
      variance: 0.01,
    }));
    expect(judge(hanging).reasons).toContain('one-study');
  });

  it('ends at very low', () => {
    const worst = judge(steady.slice(0, 3), { sources: ['a'], filled: true });
    expect(worst).toMatchObject({ level: 'very-low', reasons: ['few-studies', 'one-project', 'filled'] });
  });

  it('says better or worse only where more is wanted', () => {
    const fallen = steady.map(({ effect, variance }) => ({ effect: -effect, variance }));
    expect(judge(fallen).verdict).toBe('worse');
    expect(judge(fallen, { indicator: 'ecosystem-respiration' }).verdict).toBe('none');
    expect(judge(steady.map((one, i) => (i % 2 ? one : { ...one, effect: -0.5 }))).verdict).toBe('unclear');
  });

  it('says nothing of what is not pooled but how many lie above and below', () => {
    const two = [{ effect: 0.4 }, { effect: -0.1 }];
    expect(
      certaintyOf({ indicator: 'x', studies: two, synthesis: null, sources: ['a'], filled: false }),
    ).toEqual({
      ...{
        level: 'very-low',
        reasons: ['not-pooled'],
        direction: 'unclear',
        verdict: 'unclear',
        above: 1,
        below: 1,
      },
    });
  });

  it('knows no direction without an interval', () => {
    expect(directionOf({ low: null, high: null })).toBe('unclear');
    expect(directionOf({ low: -0.1, high: 0.2 })).toBe('unclear');
  });
});
