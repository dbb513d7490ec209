import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, changeChart } from './change.ts';
import { type ComparisonGroup, comparisonChart } from './comparison.ts';
import type { Drawing } from './frame.ts';
import { type Series, seriesChart } from './series.ts';
import { typeSizes } from './text.ts';
import { textWidth } from './wrap.ts';

const words = { id: 'figure', title: 'Carbon & soil', description: 'What it shows' };
const plain = (value: number) => String(value).replace('-', '−');
const signed = (value: number) => (value > 0 ? '+' : '') + plain(value);
const widths = [680, 344] as const;

const tigray: readonly ComparisonGroup[] = [
  {
    label: 'Total carbon stock after 10 years of exclosure, against open grazing land',
    estimates: [
      { name: '10 years of exclosure', role: 'treated', value: 75.65, printed: '75.65' },
      { name: 'Open grazing land', role: 'comparison', value: 51.98, printed: '51.98' },
    ],
  },
  {
    label: 'Total carbon stock after 5 years of exclosure, against open grazing land',
    estimates: [
      { name: '5 years of exclosure', role: 'treated', value: 55.06, printed: '55.06' },
      { name: 'Open grazing land', role: 'comparison', value: 51.98, printed: '51.98' },
    ],
  },
];

const spread = (value: number, error: number) =>
  ({ low: value - error, high: value + error, kind: 'spread' }) as const;

const finland: readonly ComparisonGroup[] = [
  {
    estimates: [
      { name: 'Rewetted, 18 sites', role: 'treated', value: 42, whisker: spread(42, 15), printed: '42 ± 15' },
      { name: 'Drained, 9 sites', role: 'comparison', value: 8, whisker: spread(8, 17), printed: '8 ± 17' },
      { name: 'Never drained', role: 'comparison', value: 66, whisker: spread(66, 12), printed: '66 ± 12' },
    ],
  },
];

const loess: readonly Change[] = [
  { label: 'Sediment load, check-dam period against base period', value: -60.96, printed: '−60.96 %' },
  { label: 'Sediment load, check dams and vegetation', value: -91.76, printed: '−91.76 %' },
  { label: 'Topsoil organic carbon, woodland against cropland', value: 33.81, printed: '+33.81 %' },
  { label: 'Topsoil organic carbon, orchard against cropland', value: -10.8, printed: '−10.8 %' },
  { label: 'A range of sites', value: [8, 25], printed: '+8 … +25 %' },
  {
    label: 'A model run',
    value: 27,
    whisker: { low: 12, high: 40, kind: 'interval' },
    printed: '+27 % (12 to 40)',
    modelled: true,
  },
];

const ansai: readonly Series[] = [
  { label: 'cropland, n = 3', printed: '0.27', series: 'comparison', points: [{ x: 0, value: 0.27 }] },
  {
    label: 'after 80 years',
    printed: '2.08',
    series: 'treated',
    points: [
      { x: 80, value: 2.08 },
      { x: 0, value: 0.27 },
      { x: 30, value: 0.68 },
    ],
  },
];

const draw = {
  comparison: (groups: readonly ComparisonGroup[], width: number) =>
    comparisonChart(groups, words, { width, unit: 't C ha⁻¹', format: plain }),
  change: (changes: readonly Change[], width: number) =>
    changeChart(changes, words, { width, unit: '%', format: signed }),
  series: (list: readonly Series[], width: number) =>
    seriesChart(list, words, {
      width,
      x: { unit: 'years', format: plain },
      y: { unit: '% C', format: plain },
    }),
};

describe.each(widths)('drawn %i wide, and looked at', (width) => {
  it.each([
    ['comparison', () => draw.comparison(tigray, width)],
    ['comparison-spread', () => draw.comparison(finland, width)],
    ['change', () => draw.change(loess, width)],
    ['series', () => draw.series(ansai, width)],
  ] as const)('%s', async (name, make) => {
    await expect(`${make().svg}\n`).toMatchFileSnapshot(`golden/${name}-${width}.svg`);
  });
});

describe('comparison', () => {
  it('gives a larger value a place further along', () => {
    const { svg } = draw.comparison(tigray, 680);
    const [ten, open, five, again] = attributes(svg, 'circle', 'cx');
    expect(ten).toBeGreaterThan(five ?? Number.NaN);
    expect(five).toBeGreaterThan(open ?? Number.NaN);
    expect(again).toBe(open);
  });

  it('fills restored land and leaves the comparison open', () => {
    const { svg } = draw.comparison(tigray, 680);
    expect(svg.match(/class="series-treated"/g)).toHaveLength(2);
    expect(svg.match(/class="series-comparison"/g)).toHaveLength(2);
  });

  it('draws a whisker only where a spread is known', () => {
    expect(draw.comparison(tigray, 680).svg).not.toMatch(/class="(spread|interval)"/);
    expect(draw.comparison(finland, 680).svg.match(/class="spread"/g)).toHaveLength(3);
  });

  it('starts at zero unless it is told that zero means nothing', () => {
    const close: readonly ComparisonGroup[] = [
      {
        estimates: [
          { name: 'a', role: 'treated', value: 6.4, printed: '6.4' },
          { name: 'b', role: 'comparison', value: 6.1, printed: '6.1' },
        ],
      },
    ];
    expect(ticks(draw.comparison(close, 680).svg)).toContain('0');
    const free = comparisonChart(close, words, { width: 680, unit: '', format: plain, fromZero: false });
    expect(ticks(free.svg)).not.toContain('0');
  });
});

describe('change', () => {
  it('lets falls run to one side of zero and rises to the other', () => {
    const { svg } = draw.change(loess, 680);
    const [zero = Number.NaN] = [...svg.matchAll(/class="zero" d="M([\d.]+)/g)].map(([, x]) => Number(x));
    const starts = attributes(svg, 'rect', 'x');
    const lengths = attributes(svg, 'rect', 'width');
    expect(starts.map((x, index) => x + (lengths[index] ?? 0))[0]).toBeCloseTo(zero, 0);
    expect(starts[2]).toBeCloseTo(zero, 0);
    expect(lengths[1]).toBeGreaterThan(lengths[0] ?? Number.NaN);
  });

  it('prints the figure as it was given, with its real minus', () => {
    expect(draw.change(loess, 680).svg).toContain('>−60.96 %<');
  });

  it('marks what is modelled', () => {
    expect(draw.change(loess, 680).svg.match(/class="series-treated modelled"/g)).toHaveLength(1);
  });
});

describe('series', () => {
  it('joins the points in the order of years', () => {
    const { svg } = draw.series(ansai, 680);
    const [, path = ''] = svg.match(/class="joined" d="([^"]+)"/) ?? [];
    const xs = [...path.matchAll(/[ML]([\d.]+),/g)].map(([, x]) => Number(x));
    expect(xs).toHaveLength(3);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
  });

  it('moves labels apart that would lie on each other', () => {
    const crowded = [14, 13.5, 13].map(
      (value, index): Series => ({
        label: `A long name of the series number ${index}`,
        printed: plain(value),
        series: 'treated',
        points: [
          { x: 2000, value: 2 },
          { x: 2020, value },
        ],
      }),
    );
    const baselines = texts(draw.series(crowded, 344))
      .filter(({ className }) => className === 'label')
      .map(({ y }) => y)
      .sort((a, b) => a - b);
    for (const [index, y] of baselines.slice(1).entries()) {
      expect(y - (baselines[index] ?? 0)).toBeGreaterThanOrEqual(14);
    }
  });
});

describe.each(widths)('any chart %i wide', (width) => {
  const none: readonly [string, () => Drawing][] = [
    ['comparison of nothing', () => draw.comparison([], width)],
    ['comparison of an empty group', () => draw.comparison([{ label: 'x', estimates: [] }], width)],
    ['change of nothing', () => draw.change([], width)],
    ['change of zero', () => draw.change([{ label: 'x', value: 0, printed: '0' }], width)],
    ['series of nothing', () => draw.series([], width)],
    ['series without points', () => draw.series([{ label: 'x', printed: '', series: 1, points: [] }], width)],
    ['series of one point', () => draw.series(ansai.slice(0, 1), width)],
  ];

  it.each(none)('holds for a %s', (_, make) => {
    const drawing = make();
    expect(drawing.svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(drawing.height).toBeGreaterThan(0);
  });

  it('keeps all words inside the frame', () => {
    for (const drawing of [
      draw.comparison(tigray, width),
      draw.comparison(finland, width),
      draw.change(loess, width),
      draw.series(ansai, width),
    ]) {
      expectInside(drawing);
    }
  });

  it('keeps all words inside the frame for any values and names', () => {
    const value = fc
      .double({ min: -1e6, max: 1e6, noNaN: true })
      .map((number) => Number(number.toPrecision(4)));
    const name = fc.string({ maxLength: 120 });
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 6 }), (rows) => {
        const estimates = rows.map(([label, number], index) => ({
          label,
          name: label,
          value: number,
          printed: plain(number),
          role: index % 2 === 0 ? ('treated' as const) : ('comparison' as const),
        }));
        expectInside(draw.comparison([{ label: 'x', estimates }], width));
        expectInside(draw.change(estimates, width));
        expectInside(
          draw.series(
            estimates.map(({ label, printed, value: number }, index) => ({
              label,
              printed,
              series: 1,
              points: [
                { x: 0, value: 0 },
                { x: index, value: number },
              ],
            })),
            width,
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('escapes every word that is handed in', () => {
    const evil = '<b onclick="x">&\'';
    const drawings = [
      draw.comparison(
        [{ label: evil, estimates: [{ name: evil, role: 'treated', value: 1, printed: evil }] }],
        width,
      ),
      draw.change([{ label: evil, value: 1, printed: evil }], width),
      draw.series([{ label: evil, printed: evil, series: 'treated', points: [{ x: 1, value: 1 }] }], width),
    ];
    for (const { svg } of drawings) {
      expect(svg).not.toContain('<b');
      expect(svg).toContain('&lt;b');
    }
  });
});

describe('the stylesheet', () => {
  const css = readFileSync('src/styles/chart.css', 'utf8');

  it.each([
    ['.chart .label', 680, 'label'],
    ['.chart .tick', 680, 'tick'],
    ['.chart-narrow .label', 344, 'label'],
    ['.chart-narrow .name', 344, 'name'],
    ['.chart-narrow .tick', 344, 'tick'],
  ] as const)('sets %s at the size that the drawing reckons with', (selector, width, kind) => {
    const [, rule = ''] = css.split(`\n${selector} {`);
    expect(rule.slice(0, rule.indexOf('}'))).toContain(`font-size: ${typeSizes(width)[kind]}px`);
  });

  it('knows every class that a chart writes', () => {
    const drawings = [draw.comparison(finland, 344), draw.change(loess, 680), draw.series(ansai, 680)];
    const classes = new Set(
      drawings.flatMap(({ svg }) =>
        [...svg.matchAll(/class="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' ')),
      ),
    );
    const unknown = [...classes].filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(css));
    expect(unknown).toEqual([]);
  });
});

function attributes(svg: string, element: string, name: string): number[] {
  return [...svg.matchAll(new RegExp(`<${element} [^>]*\\b${name}="([^"]+)"`, 'g'))].map(([, value]) =>
    Number(value),
  );
}

interface Text {
  readonly x: number;
  readonly y: number;
  readonly className: string;
  readonly anchor: string;
  readonly text: string;
}

function texts({ svg }: Drawing): Text[] {
  return [...svg.matchAll(/<text x="([^"]+)" y="([^"]+)"([^>]*)>(.*?)<\/text>/g)].map(
    ([, x, y, rest = '', inner = '']) => ({
      x: Number(x),
      y: Number(y),
      className: rest.match(/class="([^"]+)"/)?.[1] ?? 'label',
      anchor: rest.match(/text-anchor="([^"]+)"/)?.[1] ?? 'start',
      text: unescaped(inner.replaceAll(/<[^>]+>/g, '')),
    }),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function ticks(svg: string): string[] {
  return [...svg.matchAll(/class="tick"[^>]*>([^<]+)</g)].map(([, text = '']) => text);
}

/** No word leaves the frame, by the same reckoning of widths as the charts have. */
function expectInside(drawing: Drawing): void {
  const sizes = typeSizes(drawing.width);
  for (const { x, y, className, anchor, text } of texts(drawing)) {
    const size = className === 'label' ? sizes.label : className === 'tick' ? sizes.tick : sizes.name;
    const width = textWidth(text, size, className === 'label');
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    expect(left, `${text} begins before the frame`).toBeGreaterThanOrEqual(-1);
    expect(left + width, `${text} ends after the frame`).toBeLessThanOrEqual(drawing.width + 1);
    expect(y, `${text} stands above the frame`).toBeGreaterThan(size * 0.5);
    expect(y, `${text} stands below the frame`).toBeLessThanOrEqual(drawing.height);
  }
}
