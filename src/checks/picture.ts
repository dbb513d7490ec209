import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import sharp from 'sharp';
import type { ProblemCode, ValuesOf } from '../guard/codes.ts';
import { fileStart, type Problem, problemAt } from '../guard/problem.ts';

const mostPixels = 60_000_000;
const formats: Readonly<Record<string, string>> = { jpg: 'jpeg', jpeg: 'jpeg', png: 'png', webp: 'webp' };

/**
 * A picture is decoded whole, not only its head: one that cannot be drawn would stop the build. Its pixels are
 * counted first, so that a small file cannot ask for much memory.
 */
export async function pictureProblems(path: string, file: string): Promise<Problem[]> {
  const name = basename(file);
  const problem = <Code extends ProblemCode>(code: Code, values: ValuesOf<Code>) => [
    problemAt(file, fileStart, code, values),
  ];
  try {
    const bytes = readFileSync(path);
    const {
      format,
      width = 0,
      height = 0,
      exif,
      xmp,
    } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (format !== formats[/[^.]*$/.exec(name.toLowerCase())?.[0] ?? ''])
      return problem('picture-format', { name, format });
    if (width * height > mostPixels)
      return problem('picture-too-large', {
        width: String(width),
        height: String(height),
        limit: mostPixels / 1e6,
      });
    await sharp(bytes, { limitInputPixels: mostPixels, sequentialRead: true }).resize(64).raw().toBuffer();
    const placed =
      (exif && exifHasPlace(exif)) || (xmp && /GPSL(?:atitude|ongitude)/.test(xmp.toString('latin1')));
    return placed ? problem('picture-location', { name }) : [];
  } catch {
    return problem('picture-unreadable', { name });
  }
}

const gpsTag = 0x8825;

/** Whether the first directory of EXIF data leads to one of places (TIFF 6.0, EXIF 2.3 § 4.6.3). */
export function exifHasPlace(exif: Uint8Array): boolean {
  if (exif.length < 16) return false;
  const start = exif[0] === 0x45 ? 6 : 0; // "Exif\0\0" stands before it in JPEG
  const view = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return false;
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 2 > view.byteLength) return false;
    if (view.getUint16(at, little) === gpsTag) return true;
  }
  return false;
}
