import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawPlot, tableOf } from './draw.ts';
import type { RasterPlot } from './model.ts';
import { pngAddress } from './png.ts';
import { classLimits, classOf } from './raster.ts';

const words = { id: 'one', title: 'Title', description: 'Says' };
const format = (value: number) => String(Number(value.toPrecision(6)));
const axis = (name: string, unit = '') => ({ name, unit, fromZero: true });

/** Ten days of four records, the first of them missing. */
const raster: RasterPlot = {
  kind: 'raster',
  x: axis('Day'),
  y: axis('Hour'),
  value: axis('Flux', 'µmol/m²/s'),
  columns: 10,
  rows: 4,
  cells: Array.from({ length: 40 }, (_, index) => (index === 0 ? null : index - 20)),
  xTicks: [
    { at: 0, name: '2021-05' },
    { at: 0.5, name: '2021-06' },
    { at: 5, name: '2021-07' },
  ],
  yTicks: [
    { at: 0, name: '0' },
    { at: 4, name: '24' },
  ],
  none: 'not filled',
  table: { columns: ['Month', '0–12', '12–24'], rows: [['2021-05', -3, 4]] },
};

interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly pixels: readonly number[];
}

/** Reads what the encoder wrote with a reader that is not ours, and checks every checksum. */
function decode(address: string): Decoded {
  const bytes = Buffer.from(address.replace(/^data:image\/png;base64,/, ''), 'base64');
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const named = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    chunks.set(named.toString('latin1', 0, 4), named.subarray(4));
    at += 12 + length;
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  expect([...header.subarray(8)]).toEqual([4, 3, 0, 0, 0]);
  const data = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const length = 1 + Math.ceil(width / 2);
  expect(data).toHaveLength(height * length);
  const pixels = Array.from({ length: width * height }, (_, index) => {
    const [y, x] = [Math.floor(index / width), index % width];
    const byte = data[y * length + 1 + Math.floor(x / 2)] ?? 0;
    return x % 2 === 0 ? byte >> 4 : byte & 15;
  });
  return { width, height, pixels };
}

describe('pngAddress', () => {
  const colours = Array.from({ length: 10 }, (_, one) => ({ red: one, green: 0, blue: 0, alpha: 1 }));

  it.each([
    [1, 1],
    [3, 2],
    [365, 48],
    [800, 400], // more than one stored block
  ])('%i by %i, as another program reads it', (width, height) => {
    const at = Uint8Array.from({ length: width * height }, (_, index) => (index * 7) % 10);
    expect(decode(pngAddress({ width, height, at }, colours))).toEqual({ width, height, pixels: [...at] });
  });
});

describe('classes', () => {
  it('are round shares of a round number near the largest values, the same to both sides', () => {
    expect(classLimits([0, -19, 18, 20, null])).toEqual([1, 4, 10, 20]);
    expect(classLimits([3.4])).toEqual([0.25, 1, 2.5, 5]);
    expect(classLimits([null, 0])).toEqual([0.05, 0.2, 0.5, 1]);
    const limits = classLimits([20]);
    expect([-25, -20, -10, -4, -1, -0.9, 0, 0.9, 1, 4, 10, 25].map((one) => classOf(one, limits))).toEqual([
      1, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9,
    ]);
    expect(classOf(null, limits)).toBe(0);
  });

  it('do not follow a single spike', () => {
    expect(classLimits([...Array.from({ length: 99 }, () => 5), 1000])).toEqual([0.25, 1, 2.5, 5]);
  });
});

describe.each([320, 336, 640, 760])('a raster drawn %i px wide', (width) => {
  const { svg, width: drawn, height } = drawPlot(raster, words, { width, format });

  it('stays in its frame, with words for every part', () => {
    expect(drawn).toBe(width);
    expect(height).toBeGreaterThan(200);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|style=/);
    for (const text of ['Flux, µmol/m²/s', 'Hour', 'Day', 'not filled', '2021-07', '24'])
      expect(svg).toContain(`>${text}</text>`);
    for (const [, x = '', size = '0'] of svg.matchAll(
      /<image class="raster" x="([^"]+)" y="[^"]+" width="([^"]+)"/g,
    ))
      expect(Number(x) + Number(size)).toBeLessThanOrEqual(width + 0.5);
  });

  it('leaves out words that would touch', () => {
    expect(svg).not.toContain('>2021-06</text>');
  });

  it('has its first row at the bottom', () => {
    const [address = ''] = [...svg.matchAll(/href="(data:[^"]+)"/g)].map(([, one = '']) => one).slice(-1);
    const { width: columns, height: rows, pixels } = decode(address);
    expect([columns, rows]).toEqual([10, 4]);
    const limits = classLimits(raster.cells);
    expect(pixels[3 * 10]).toBe(0);
    expect(pixels[0]).toBe(classOf(raster.cells[3] ?? null, limits));
    expect(pixels[9]).toBe(classOf(raster.cells[39] ?? null, limits));
  });
});

it('a raster is read as the table it carries', () => {
  expect(tableOf(raster, { low: 'from', high: 'to', name: 'what' })).toBe(raster.table);
  const none = { ...raster, cells: raster.cells.map((cell) => cell ?? 1) };
  expect(drawPlot(none, words, { width: 640, format }).svg).not.toContain('not filled');
});
