import { describe, expect, it } from 'vitest';
import { drawPlot, tableOf } from './draw.ts';
import type { WheelPlot } from './model.ts';

const words = { id: 'one', title: 'Wheel', description: 'Says' };
const sector = (name: string, scores: readonly (number | null)[]) => ({
  name,
  printed: 'mean',
  parts: scores.map((score, index) => ({ name: `${name} ${index + 1}`, score })),
});
const plot: WheelPlot = {
  kind: 'wheel',
  best: 5,
  sectors: [sector('Threats', [5, 3, 0]), sector('Species <b>', [null, 2.5, 1])],
  filled: 'Filled up to the score',
  none: 'Not assessed',
  columns: ['Attribute', 'Part', 'Score'],
};
const draw = (one: WheelPlot, width = 640) => drawPlot(one, words, { width, format: String }).svg;
/** The drawing without its key, which shows both marks whatever is drawn. */
const marks = (one: WheelPlot) => [...draw(one).matchAll(/<path class="(bar|unknown|outline)" d="([^"]+)"/g)];
const only = (score: number | null): WheelPlot => ({ ...plot, sectors: [sector('One', [score])] });

/** Distances from the middle of the wheel of the two ends of a filled part. */
function reach(one: WheelPlot): readonly [number, number] {
  const [, , path = ''] = marks(one).find(([, kind]) => kind === 'bar') ?? [];
  const radii = [...path.matchAll(/A([\d.]+) /g)].map(([, radius]) => Number(radius));
  return [radii[0] ?? 0, radii[1] ?? 0];
}

describe.each([320, 336, 640, 760])('a wheel drawn %i px wide', (width) => {
  const svg = draw(plot, width);

  it('stays on its drawing, and says all names with their numbers', () => {
    for (const [, x = ''] of svg.matchAll(/ c?x="([^"]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(width);
    }
    const height = Number(/height="(\d+)" role/.exec(svg)?.[1]);
    for (const [, y = ''] of svg.matchAll(/<text x="[^"]+" y="([^"]+)"/g))
      expect(Number(y)).toBeLessThan(height);
    expect(svg).toContain('Species &lt;b&gt;');
    for (const number of ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3'])
      expect(svg.split(`>${number}</text>`), number).toHaveLength(3); // at the rim and beside its name
    expect(svg).not.toMatch(/NaN|Infinity|undefined|style=/);
    expect(svg).toContain('direction="ltr"');
  });
});

describe('a part', () => {
  it('is filled in proportion to its score', () => {
    const [top, middle] = reach(only(5));
    for (const score of [1, 2.5, 4]) {
      const [outer, inner] = reach(only(score));
      expect(inner).toBeCloseTo(middle, 0);
      expect((outer - inner) / (top - middle)).toBeCloseTo(score / 5, 2);
    }
  });

  it('that was not assessed is hatched; one that is zero is empty and says 0', () => {
    expect(marks(only(null)).map(([, kind]) => kind)).toEqual(['unknown']);
    expect(marks(only(0)).map(([, kind]) => kind)).toEqual(['outline']);
    // In the wheel and in its list; a part that was not assessed has no number at all.
    expect(draw(only(0)).split('>0</text>')).toHaveLength(3);
    expect(draw(only(null))).not.toContain('>0</text>');
    expect(draw(only(null))).toContain('fill="url(#one-hatch)"');
  });

  it('holds for a wheel without parts', () => {
    expect(draw({ ...plot, sectors: [] })).not.toMatch(/NaN|Infinity/);
  });
});

it('has the same figures as a table, with words where nothing was assessed', () => {
  expect(tableOf(plot, { low: '', high: '', name: '' })).toEqual({
    columns: ['Attribute', 'Part', 'Score'],
    rows: [
      ['Threats', 'Threats 1', 5],
      ['Threats', 'Threats 2', 3],
      ['Threats', 'Threats 3', 0],
      ['Species <b>', 'Species <b> 1', 'Not assessed'],
      ['Species <b>', 'Species <b> 2', 2.5],
      ['Species <b>', 'Species <b> 3', 1],
    ],
  });
});
