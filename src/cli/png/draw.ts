import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { outlined } from './outline.ts';

// What is drawn once is not asked for again.
sharp.cache(false);

/** Points for each unit of a drawing: sharp on dense screens and in print. */
const density = 2;
/** Few colours and no gradients need no dithering. With less effort the ground would miss its colour by one. */
const format = { palette: true, colours: 64, dither: 0, effort: 4 } as const;

/** A standalone drawing as PNG. What was drawn before is taken from the cache of builds. */
export async function drawPng(svg: string): Promise<Buffer> {
  const name = createHash('sha256').update(recipe()).update(svg).digest('hex');
  const file = join(cacheFolder(), `${name}.png`);
  try {
    return readFileSync(file);
  } catch {
    const png = await sharp(Buffer.from(await outlined(svg)), { density: 72 * density })
      .png(format)
      .toBuffer();
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, png);
    renameSync(`${file}.${process.pid}`, file);
    return png;
  }
}

/** All that a picture follows from beside its drawing: this folder, and the versions of what it calls. */
let made: string | undefined;
function recipe(): string {
  made ??= [
    ...readdirSync(import.meta.dirname)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort()
      .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')),
    JSON.stringify(
      (JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }).dependencies,
    ),
  ].join('\0');
  return made;
}

/** Beside the facts of builds (portal/fact-store.ts). */
function cacheFolder(): string {
  return join(resolve(process.env['CACHE_DIR'] || 'node_modules/.astro'), 'figures');
}
