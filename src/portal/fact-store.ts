import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Collection } from '../schemas/shared.ts';

/**
 * What was read from the content files, in a file for each collection. Astro's own data store becomes a module,
 * which the bundler copies and the engine compiles: for 5,000 cases that took ten seconds and half a gigabyte.
 */
export interface StoreLine {
  readonly id: string;
  readonly digest: string;
  /** A stored entry; kept as text, since what did not change is only written again. */
  readonly json: string;
}

/** A line for each entry: id and digest, a tab, and the entry. JSON holds neither tabs nor line breaks. */
export function readStore(collection: Collection, dev: boolean): StoreLine[] {
  let text: string;
  try {
    text = readFileSync(fileOf(collection, dev), 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const tab = line.indexOf('\t');
      const [id, digest] = JSON.parse(line.slice(0, tab)) as [string, string];
      return { id, digest, json: line.slice(tab + 1) };
    });
}

export function writeStore(collection: Collection, dev: boolean, lines: readonly StoreLine[]): void {
  const file = fileOf(collection, dev);
  mkdirSync(dirname(file), { recursive: true });
  const text = lines.map(({ id, digest, json }) => `${JSON.stringify([id, digest])}\t${json}\n`);
  writeFileSync(`${file}.new`, text.join(''));
  renameSync(`${file}.new`, file);
}

/** Beside Astro's store: the development server and a build keep apart. */
function fileOf(collection: Collection, dev: boolean): string {
  const folder = dev ? '.astro' : process.env['CACHE_DIR'] || 'node_modules/.astro';
  return join(resolve(folder), 'facts', `${collection}.txt`);
}
