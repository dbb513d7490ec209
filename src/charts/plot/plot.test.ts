import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPlot, tableOf } from './draw.ts';
import type { BarPlot, IntervalPlot, LinePlot, Plot } from './model.ts';
import { linearScale, ticksOf } from './scale.ts';

const words = { id: 'one', title: 'Title <b>', description: 'Says' };
const options = { width: 640, format: (value: number) => String(Number(value.toPrecision(4))) };
const axis = (name: string, unit = '') => ({ name, unit, fromZero: true });
const draw = (plot: Plot, width = 640) => drawPlot(plot, words, { ...options, width });

const lines: LinePlot = {
  kind: 'lines',
  x: axis('Year'),
  y: axis('Stock', 't C/ha'),
  lines: [
    {
      name: 'Total',
      tone: 'treated',
      style: 'line',
      points: [
        [0, 10],
        [10, 20],
        [20, 25],
      ],
      band: [
        [0, 8, 12],
        [20, 20, 30],
      ],
    },
    {
      name: 'Baseline',
      tone: 'comparison',
      style: 'dashed',
      points: [
        [0, 10],
        [20, 9],
      ],
    },
  ],
  marks: [
    { axis: 'x', at: 5, name: 'Rewetted' },
    { axis: 'y', at: 22, name: 'Limit' },
  ],
};
const bars: BarPlot = {
  kind: 'bars',
  x: axis('Balance', 't CO2e/ha'),
  bars: [
    {
      name: 'Drained',
      parts: [
        { name: 'CO2', tone: '1', value: 20 },
        { name: 'CH4', tone: '2', value: 2 },
      ],
      interval: [15, 30],
      printed: '22',
    },
    {
      name: 'Rewetted',
      parts: [
        { name: 'CO2', tone: '1', value: -2 },
        { name: 'CH4', tone: '2', value: 6 },
      ],
      interval: null,
      printed: '4',
    },
  ],
};
const forest: IntervalPlot = {
  kind: 'intervals',
  x: axis('lnRR'),
  reference: 0,
  rows: [
    { name: 'Study one', value: 0.2, interval: [-0.1, 0.5], printed: '0.2', weight: 0.4 },
    { name: 'All', value: 0.3, interval: [0.1, 0.5], printed: '0.3', pooled: true },
  ],
};

describe.each([320, 336, 640, 760])('drawn %i px wide', (width) => {
  it.each<[string, Plot]>([
    ['lines', lines],
    ['bars', bars],
    ['intervals', forest],
  ])('%s', (_, plot) => {
    const { svg, width: drawn, height } = draw(plot, width);
    expect(drawn).toBe(width);
    expect(height).toBeGreaterThan(40);
    expect(svg).toContain('role="img"');
    expect(svg).toContain('Title &lt;b&gt;');
    expect(svg).not.toMatch(/NaN|Infinity|undefined|style=/);
    for (const [, x = ''] of svg.matchAll(/ c?x="([^"]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(-1);
      expect(Number(x)).toBeLessThanOrEqual(width + 1);
    }
  });
});

describe('a plot', () => {
  it('names its series where there are several, and not one alone', () => {
    expect(draw(lines).svg).toContain('>Baseline</text>');
    const [first] = lines.lines;
    expect(draw({ ...lines, lines: first ? [first] : [] }).svg).not.toContain('>Total</text>');
  });

  it('draws a parts of a bar to their side of zero', () => {
    const { svg } = draw(bars);
    const zero = Number(/class="zero" d="M([\d.]+)/.exec(svg)?.[1]);
    const rects = [...svg.matchAll(/class="bar" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].slice(-2);
    const [negative, positive] = rects.map(([, x, width]) => [Number(x), Number(x) + Number(width)]);
    expect(negative?.[1]).toBeCloseTo(zero, 0);
    expect(positive?.[0]).toBeCloseTo(zero, 0);
  });

  it('breaks vertical lines where names stand above their marks, and only there', () => {
    const pieces = (width: number) => /class="mark" d="([^"]+)"/.exec(draw(forest, width).svg)?.[1] ?? '';
    expect(pieces(336).match(/M/g)).toHaveLength(forest.rows.length);
    expect(pieces(640).match(/M/g)).toHaveLength(1);
  });

  it('lets numbers grow downwards where its axis does', () => {
    const heights = (down: boolean) =>
      [...draw({ ...lines, y: { ...lines.y, down } }).svg.matchAll(/class="grid" d="M[\d.]+ ([\d.]+)H/g)].map(
        ([, y]) => Number(y),
      );
    expect(heights(true)).toEqual([...heights(true)].sort((a, b) => a - b));
    expect(heights(false)).toEqual([...heights(false)].sort((a, b) => b - a));
    expect(heights(true).length).toBeGreaterThan(1);
  });

  it('keeps a long name of an axis on the drawing', () => {
    const long = { ...forest, x: axis('A name of an axis that is longer than its scale is wide') };
    const [, x = ''] = /x="([\d.]+)"[^>]*>A name of/.exec(draw(long, 336).svg) ?? [];
    expect(Number(x)).toBeGreaterThan(270); // where it ends
  });

  it('draws a pooled estimate as a diamond and a weight as an area', () => {
    expect(draw(forest).svg.match(/class="pooled"/g)).toHaveLength(1);
    expect(draw(forest).svg.match(/<rect class="dot"/g)).toHaveLength(1);
  });

  it('draws a cloud of many points as one path', () => {
    const points = Array.from({ length: 5000 }, (_, index): [number, number] => [index % 97, index % 89]);
    const { svg } = draw({ ...lines, lines: [{ name: 'x', tone: '1', style: 'points', points }], marks: [] });
    expect(svg.match(/<circle/g)).toBeNull();
    expect(svg.match(/class="cloud"/g)).toHaveLength(1);
  });

  it('holds for no data, one value and equal values', () => {
    const empty: Plot[] = [
      { ...lines, lines: [], marks: [] },
      { ...lines, lines: [{ name: 'x', tone: '1', style: 'line', points: [[3, 3]] }], marks: [] },
      {
        ...lines,
        lines: [
          {
            name: 'x',
            tone: '1',
            style: 'line',
            points: [
              [0, 0],
              [1, 0],
            ],
          },
        ],
        marks: [],
      },
      { ...bars, bars: [] },
      { ...forest, rows: [] },
    ];
    for (const plot of empty) expect(draw(plot).svg).not.toMatch(/NaN|Infinity/);
  });
});

describe('linearScale', () => {
  it('holds all values between round ends, and grows', () => {
    const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.boolean(), (given, fromZero) => {
        const scale = linearScale(given, [0, 100], 5, fromZero);
        for (const value of given) {
          expect(scale.at(value)).toBeGreaterThanOrEqual(-1e-6);
          expect(scale.at(value)).toBeLessThanOrEqual(100 + 1e-6);
        }
        expect(scale.at(scale.domain[1])).toBeGreaterThan(scale.at(scale.domain[0]));
        if (fromZero) expect(scale.domain[0]).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('gives fewer ticks where their words are wide', () => {
    const scale = linearScale([0, 1000], [0, 200], 6, true);
    expect(ticksOf(scale, 6, () => 90).length).toBeLessThan(ticksOf(scale, 6, () => 10).length);
  });
});

describe('tableOf', () => {
  const names = { low: 'from', high: 'to', name: 'what' };

  it('has the same figures', () => {
    expect(tableOf(bars, names)).toEqual({
      columns: ['Balance (t CO2e/ha)', 'CO2', 'CH4', 'from', 'to'],
      rows: [
        ['Drained', 20, 2, 15, 30],
        ['Rewetted', -2, 6, null, null],
      ],
    });
    expect(tableOf(forest, names).rows).toEqual([
      ['Study one', 0.2, -0.1, 0.5],
      ['All', 0.3, 0.1, 0.5],
    ]);
    expect(tableOf(lines, names).rows[0]).toEqual(['Total', 0, 10, 8, 12]);
  });
});
