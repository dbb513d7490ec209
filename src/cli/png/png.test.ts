import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { changeChart } from '../../charts/change.ts';
import { standalone } from '../../charts/standalone.ts';
import { drawPng } from './draw.ts';
import { layOut } from './lay-out.ts';
import { outlined } from './outline.ts';

const glyphs = async (text: string) => (await layOut(text, 400)).glyphs.map(({ glyph }) => glyph);
const outline = async (text: string, size = 100) =>
  /d="([^"]*)"/.exec(
    await outlined(`<svg font-size="${size}"><text x="0" y="${size}">${text}</text></svg>`),
  )?.[1] ?? '';

describe('words as outlines', () => {
  it.each([
    'Carbon',
    '土壤有机碳储量',
    'Почва',
    'Suelo: ¿años?',
    'forêt – œuvre',
    'الأرض المستعادة',
    '≈ 0.5 ± 2 ‰ CO₂ m⁻²',
  ])('are whole: %s', async (text) => {
    const found = await glyphs(text);
    expect(found.length).toBeGreaterThanOrEqual(5);
    expect(found).not.toContain(0);
  });

  it('are the empty box where no font has a character', async () => {
    expect(await glyphs('\u{10fffd}')).toEqual([0]);
  });

  it('differ from character to character, in Chinese and in Arabic', async () => {
    const drawn = await Promise.all(['土', '碳', '林', 'ب', 'ج', 'م'].map((character) => outline(character)));
    expect(new Set(drawn).size).toBe(drawn.length);
    for (const path of drawn) expect(path.length).toBeGreaterThan(100);
  });

  it('do not depend on how many are laid out at once', async () => {
    const texts = ['撂', '荒', '灌', '蒙', '鄂', 'ё', 'ϑ', 'Ж'];
    const together = await Promise.all(texts.map(glyphs));
    for (const [index, text] of texts.entries()) expect(await glyphs(text), text).toEqual(together[index]);
    expect(together.flat()).not.toContain(0);
  });

  it('join in Arabic, and run from right to left', async () => {
    const apart = (await layOut('ب\u200cب', 400)).width;
    expect((await layOut('بب', 400)).width).not.toBeCloseTo(apart, 3);
    const seen = await glyphs('ابجد');
    expect(await glyphs('ا')).toEqual(seen.slice(-1));
    expect(await glyphs('د')).not.toEqual(seen.slice(-1));
  });

  it('keep numbers and Latin words in order inside Arabic', async () => {
    const { glyphs: line } = await layOut('\u2067أرض 20 CO₂\u2069', 400);
    const at = async (character: string) => {
      const [glyph] = await glyphs(character);
      return line.find((one) => one.glyph === glyph)?.x ?? Number.NaN;
    };
    expect(await at('C')).toBeLessThan(await at('O'));
    expect(await at('O')).toBeLessThan(await at('0'));
  });

  it('set exponents and indices smaller than their line', async () => {
    const [, , up] = (await layOut('ha⁻¹', 400)).glyphs;
    expect(up).toMatchObject({ size: expect.closeTo(0.64) as number });
    expect(up?.y).toBeGreaterThan(0.2);
    expect((await layOut('⁻', 400)).width).toBeCloseTo(0.64 * (await layOut('−', 400)).width, 5);
  });

  it('end where they are told to, with their entities read', async () => {
    const { width } = await layOut('a < b', 400);
    const svg = await outlined(
      '<svg font-size="10"><text x="50" y="9" text-anchor="end" fill="#123">a &lt; b</text></svg>',
    );
    expect(svg).toMatch(/^<svg font-size="10"><path fill="#123" d="M/);
    const xs = [...svg.matchAll(/[ML]([\d.]+) /g)].map(([, x]) => Number(x));
    expect(Math.max(...xs)).toBeLessThanOrEqual(50);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(50 - 10 * width);
  });
});

describe('a drawing as PNG', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-png-'));
  beforeAll(() => vi.stubEnv('CACHE_DIR', folder));
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  const drawing = changeChart(
    [
      { label: '土壤碳', value: 4, printed: '+4' },
      { label: 'غطاء', value: -1, printed: '−1' },
    ],
    { id: 'figure', title: 'Change', description: 'What changed.' },
    { width: 680, unit: 'kg m⁻²', format: String },
  );
  const words = {
    title: '变化',
    says: 'Says.',
    citation: 'Cited.',
    tag: 'zh-Hans',
    direction: 'ltr',
  } as const;
  const svg = standalone(drawing, words);

  it('has no words left that a font of the machine could draw', async () => {
    expect(svg).toContain('<text');
    const shapes = await outlined(svg);
    expect(shapes).not.toMatch(/<text|<tspan|NaN|undefined/);
    expect(shapes.match(/<path/g)?.length).toBeGreaterThan(svg.match(/<text/g)?.length ?? 0);
  });

  it('has two points for each unit and the ground of the portal', async () => {
    const png = await drawPng(svg);
    const { width, height, format } = await sharp(png).metadata();
    const [, wide, high] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
    expect([format, width, height]).toEqual(['png', 2 * Number(wide), 2 * Number(high)]);
    const corner = await sharp(png)
      .removeAlpha()
      .extract({ left: 0, top: 0, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect([...corner]).toEqual([0xf4, 0xf7, 0xf0]);
  });

  it('is drawn once, and anew when a word changes', async () => {
    const cache = join(folder, 'figures');
    const [name = ''] = readdirSync(cache);
    const { mtimeMs, ino } = statSync(join(cache, name));
    await drawPng(svg);
    expect(statSync(join(cache, name))).toMatchObject({ mtimeMs, ino });
    await drawPng(standalone(drawing, { ...words, title: '变' }));
    expect(readdirSync(cache)).toHaveLength(2);
  });
});
