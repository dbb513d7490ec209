import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { feedDate } from './feed.ts';
import { encodePng } from './png.ts';
import { newIssue } from './report.ts';
import { coreDrawing, coresDrawing, layersDrawing, sharePicture, signs } from './share-drawings.ts';

describe('a shared picture', () => {
  const core = { ecosystem: 'steppe', start: 1980, end: 2014, approximate: true } as const;
  const drawings = [
    coreDrawing(core),
    coreDrawing({ ...core, start: 1900, end: 1930 }),
    coreDrawing({ ...core, start: 2040, end: undefined }),
    coresDrawing(Array.from({ length: 40 }, () => core)),
    coresDrawing([]),
    layersDrawing(['forest', 'coast', 'coast']),
    ...Object.values(signs),
  ];

  it('is 1200 by 630 points, as another library reads it, whatever is drawn', async () => {
    for (const drawing of drawings) {
      const { data, info } = await sharp(await encodePng(sharePicture(drawing)))
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([1200, 630]);
      expect([...data.subarray(0, 3)]).toEqual([0xf4, 0xf7, 0xf0]); // paper in the corner
    }
  });

  it('puts each colour where its rectangle says', async () => {
    const picture = {
      width: 3,
      height: 2,
      palette: ['#ffffff', '#102030'],
      rectangles: [{ x: 1, y: 1, width: 2, height: 1, colour: 1 }],
    };
    const data = await sharp(await encodePng(picture))
      .raw()
      .toBuffer();
    const point = (x: number, y: number) =>
      data.subarray((y * 6 + x) * 3, (y * 6 + x) * 3 + 3).toString('hex');
    expect([point(0, 0), point(2, 1), point(1, 2), point(2, 2), point(5, 3)]).toEqual([
      'ffffff',
      'ffffff',
      'ffffff',
      '102030',
      '102030',
    ]);
    const outside = { ...picture, rectangles: [{ x: 2, y: 0, width: 2, height: 1, colour: 1 }] };
    await expect(encodePng(outside)).rejects.toThrow(RangeError);
  });

  it('uses the colours of the identity', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8').toLowerCase();
    for (const colour of sharePicture([]).palette) expect(tokens).toContain(colour);
  });
});

describe('a date of the feed', () => {
  it('is that of RFC 822, at the first of the month or year where no more is known', () => {
    expect(feedDate('2026-11-22')).toBe('Sun, 22 Nov 2026 00:00:00 GMT');
    expect(feedDate('2026-11')).toBe('Sun, 01 Nov 2026 00:00:00 GMT');
    expect(feedDate('2026')).toBe('Thu, 01 Jan 2026 00:00:00 GMT');
  });
});

describe('a problem report', () => {
  it('opens the form of the tracker with title and text filled in', () => {
    const github = new URL(newIssue('https://github.com/name/portal', 'A & B', 'Page: https://x/y?z=1'));
    expect(github.pathname).toBe('/name/portal/issues/new');
    expect(github.searchParams.get('title')).toBe('A & B');
    expect(github.searchParams.get('body')).toBe('Page: https://x/y?z=1');
    const gitlab = new URL(newIssue('https://gitlab.example.org/name/portal', 'A', 'B'));
    expect(gitlab.pathname).toBe('/name/portal/-/issues/new');
    expect(gitlab.searchParams.get('issue[title]')).toBe('A');
  });
});
