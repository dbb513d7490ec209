import { describe, expect, it } from 'vitest';
import { estimateStrip, type StripMark, stripAxis, stripScale } from './strip.ts';

const words = { id: 'strip', title: '42 against 8' };
const pair: readonly StripMark[] = [
  { role: 'treated', value: 42, printed: '42', whisker: { low: 27, high: 57, kind: 'spread' } },
  { role: 'comparison', value: 8, printed: '8', whisker: { low: -9, high: 25, kind: 'spread' } },
];
const range: StripMark = { role: 'treated', value: [29, 61], printed: '29–61' };
const model: StripMark = { role: 'treated', value: 0.14, printed: '0.14', modelled: true };

describe('a strip', () => {
  it.each([
    ['pair', pair],
    ['range', [range]],
    ['model', [model]],
  ] as const)('of a %s, drawn and looked at', async (name, marks) => {
    const scale = stripScale(marks);
    const axis = stripAxis(scale, { id: 'axis', title: 'Scale' }, String);
    const svg = `${axis.svg}\n${estimateStrip(marks, scale, words).svg}\n`;
    await expect(svg).toMatchFileSnapshot(`golden/strip-${name}.svg`);
  });

  it('holds zero, every figure and every whisker', () => {
    const { scale } = stripScale([...pair, range]);
    for (const value of [0, -9, 61]) {
      expect(scale(value)).toBeGreaterThanOrEqual(0);
      expect(scale(value)).toBeLessThanOrEqual(100);
    }
  });

  it('draws a dot alone where no interval is known', () => {
    const { svg } = estimateStrip([model], stripScale([model]), words);
    expect(svg).toContain('<circle');
    expect(svg).not.toMatch(/class="(spread|interval|range)"/);
  });

  it('never draws a range as an interval', () => {
    const { svg } = estimateStrip([range], stripScale([range]), words);
    expect(svg).not.toContain('<circle');
    expect(svg.match(/class="observed"/g)).toHaveLength(2);
  });
});
