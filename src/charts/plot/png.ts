/** A colour of a picture; `alpha` 0 lets the ground through, 1 hides it. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Entries of the colours, row after row from the upper left. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly at: Uint8Array;
}

/**
 * A picture of up to 16 colours as the address of a PNG that stands in the address itself (PNG 1.2, W3C 2003).
 * Its data are stored, not compressed: no compressor goes to the reader, and the page is compressed anyway.
 */
export function pngAddress(pixels: Pixels, colours: readonly Colour[]): string {
  const { width, height } = pixels;
  const header = [...bigEndian(width), ...bigEndian(height), 4, 3, 0, 0, 0]; // four bits a pixel, a palette
  const bytes = [
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', header),
    ...chunk(
      'PLTE',
      colours.flatMap(({ red, green, blue }) => [red, green, blue]),
    ),
    ...chunk(
      'tRNS',
      colours.map(({ alpha }) => Math.round(255 * alpha)),
    ),
    ...chunk('IDAT', stored(scanlines(pixels))),
    ...chunk('IEND', []),
  ];
  return `data:image/png;base64,${btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''))}`;
}

/** Each row begins with its filter, none; two pixels lie in a byte. */
function scanlines({ width, height, at }: Pixels): Uint8Array {
  const length = 1 + Math.ceil(width / 2);
  const lines = new Uint8Array(height * length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = y * length + 1 + (x >> 1);
      lines[place] = (lines[place] ?? 0) | ((at[y * width + x] ?? 0) << (x % 2 === 0 ? 4 : 0));
    }
  }
  return lines;
}

const longestBlock = 65_535;

/** Data in stored blocks (RFC 1951, 3.2.4) inside a zlib stream (RFC 1950). */
function stored(data: Uint8Array): number[] {
  const bytes = [0x78, 0x01];
  for (let start = 0; start < data.length; start += longestBlock) {
    const block = data.subarray(start, start + longestBlock);
    const { length } = block;
    const isLast = start + length >= data.length;
    bytes.push(isLast ? 1 : 0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255);
    for (const byte of block) bytes.push(byte);
  }
  return [...bytes, ...bigEndian(adler32(data))];
}

function chunk(type: string, data: readonly number[]): number[] {
  const named = [...type].map((letter) => letter.charCodeAt(0)).concat(data);
  return [...bigEndian(data.length), ...named, ...bigEndian(crc32(named))];
}

function bigEndian(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
}

function crc32(bytes: readonly number[]): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
}
