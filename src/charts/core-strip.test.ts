import { describe, expect, it } from 'vitest';
import { coreAxis, coreStrip } from './core-strip.ts';
import { tally } from './tally.ts';

const words = { id: 'core', title: 'since 1999' };
const block = (svg: string) =>
  svg
    .match(/core-years" d="M(\d+) 8H(\d+)"/)
    ?.slice(1)
    .map(Number);

describe('a core', () => {
  it('runs from the first year to the last, three units a year', () => {
    expect(block(coreStrip({ start: 1955, end: 1955 }, 'forest', words).svg)).toEqual([0, 3]);
    expect(block(coreStrip({ start: 1999, end: 2014 }, 'steppe', words).svg)).toEqual([132, 180]);
  });

  it('runs to the end of the axis while it goes on', () => {
    expect(block(coreStrip({ start: 1999 }, 'steppe', words).svg)).toEqual([132, 216]);
  });

  it('fades where the start is approximate or before the axis', () => {
    expect(coreStrip({ start: 1980, approximate: true }, 'savanna', words).svg).toContain('core-open');
    expect(coreStrip({ start: 1900 }, 'savanna', words).svg).toContain('core-open');
    expect(coreStrip({ start: 1980 }, 'savanna', words).svg).not.toContain('core-open');
  });

  it('is the axis alone without a start, or outside the years', () => {
    for (const span of [{}, { end: 2000 }, { start: 2040 }, { start: 1900, end: 1950 }]) {
      const { svg } = coreStrip(span, 'coast', words);
      expect(svg).toContain('core-axis');
      expect(svg).not.toContain('core-years');
    }
  });

  it('never ends before it begins', () => {
    expect(block(coreStrip({ start: 2000, end: 1990 }, 'coast', words).svg)).toEqual([135, 138]);
  });

  it('is as it was when it was looked at', async () => {
    const strips = [
      coreAxis(words).svg,
      coreStrip({ start: 1956 }, 'steppe', words).svg,
      coreStrip({ start: 1980, approximate: true }, 'savanna', words).svg,
      coreStrip({ start: 2010, end: 2019 }, 'farm', words).svg,
      tally(12, words).svg,
    ];
    await expect(`${strips.join('\n')}\n`).toMatchFileSnapshot('golden/cores.svg');
  });
});

describe('the axis of cores', () => {
  it('puts its years where the cores have them', () => {
    const { svg } = coreAxis(words);
    const years = [...svg.matchAll(/x="([\d.]+)%" y="10" text-anchor="middle">(\d+)</g)].map(
      ([, x, year]) => ({
        x: Number(x),
        year: Number(year),
      }),
    );
    expect(years.map(({ year }) => year)).toEqual([1960, 1980, 2000, 2020]);
    for (const { x, year } of years) expect(x).toBeCloseTo(((year - 1955) / 72) * 100, 1);
  });
});

describe('a tally', () => {
  const strokes = (count: number) => tally(count, words).svg.match(/M/g)?.length ?? 0;

  it('has as many strokes as there are effects, every fifth across', () => {
    for (const count of [0, 1, 4, 5, 12, 37]) expect(strokes(count)).toBe(count);
    expect(tally(12, words).svg.match(/l17-7/g)).toHaveLength(2);
  });

  it('begins a new row after twenty-five', () => {
    expect(tally(25, words).height).toBe(16);
    expect(tally(26, words).height).toBe(32);
  });

  it('refuses what cannot be counted', () => {
    expect(() => tally(-1, words)).toThrow(RangeError);
    expect(() => tally(1.5, words)).toThrow(/no number of marks/);
  });
});
