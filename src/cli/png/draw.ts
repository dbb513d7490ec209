import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';

// What is drawn once is not asked for again.
sharp.cache(false);

import { outlined } from './outline.ts';

/** Points for each unit of a drawing: sharp on dense screens and in print. */
const density = 2;
const format = { palette: true, colours: 64 } as const;

/**
 * A standalone drawing as PNG. What was drawn before is taken from the cache of builds: the name there follows from
 * the outlines, so whatever changes words, fonts or shapes is drawn anew.
 */
export async function drawPng(svg: string): Promise<Buffer> {
  const shapes = await outlined(svg);
  const recipe = JSON.stringify([density, format, sharp.versions]);
  const name = createHash('sha256').update(recipe).update(shapes).digest('hex');
  const file = join(cacheFolder(), `${name}.png`);
  try {
    return readFileSync(file);
  } catch {
    const png = await sharp(Buffer.from(shapes), { density: 72 * density })
      .png(format)
      .toBuffer();
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, png);
    renameSync(`${file}.${process.pid}`, file);
    return png;
  }
}

/** Beside the facts of builds (portal/fact-store.ts). */
function cacheFolder(): string {
  return join(resolve(process.env['CACHE_DIR'] || 'node_modules/.astro'), 'figures');
}
