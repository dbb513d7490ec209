import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

/**
 * Pagefind writes the values of a filter in a new order each time, so two indexes of one site differ. This
 * sorts them and renames the files after their contents. Files are gzip of a signature and CBOR; a filter is
 * [name, [[value, [page, …]], …]], the metadata of a language is [version, pages, chunks, filters, …].
 */
const signature = Buffer.from('pagefind_dcd');

type Filter = [name: string, values: [value: string, pages: number[]][]];
type Meta = [
  version: string,
  pages: unknown,
  chunks: unknown,
  filters: [name: string, hash: string][],
  ...rest: unknown[],
];

interface Entry {
  languages: Record<string, { hash: string }>;
}

export function stabiliseIndex(folder: string): void {
  const entryFile = join(folder, 'pagefind-entry.json');
  const entry = JSON.parse(readFileSync(entryFile, 'utf8')) as Entry;
  const renamed = stabiliseFilters(join(folder, 'filter'));
  entry.languages = Object.fromEntries(Object.entries(entry.languages).sort(([a], [b]) => (a < b ? -1 : 1)));
  for (const [language, facts] of Object.entries(entry.languages)) {
    const file = join(folder, `pagefind.${facts.hash}.pf_meta`);
    const meta = read(file) as Meta;
    meta[3] = meta[3].map(([name, hash]): [string, string] => [name, renamed.get(hash) ?? hash]).sort(byName);
    const bytes = pack(meta);
    facts.hash = `${language}_${hashOf(bytes, 10)}`;
    rmSync(file);
    writeFileSync(join(folder, `pagefind.${facts.hash}.pf_meta`), bytes);
  }
  writeFileSync(entryFile, JSON.stringify(entry));
}

/** New names of the filter files by their old ones. */
function stabiliseFilters(folder: string): Map<string, string> {
  const renamed = new Map<string, string>();
  const files = readdirSync(folder).map((name) => {
    const old = name.replace('.pf_filter', '');
    const [filter, values] = read(join(folder, name)) as Filter;
    return { name, old, bytes: pack([filter, values.sort(byName)]) };
  });
  for (const { name, old, bytes } of files) {
    writeFileSync(join(folder, name), bytes);
    renameSync(join(folder, name), join(folder, `${name}.new`));
    renamed.set(old, `${old.slice(0, old.lastIndexOf('_'))}_${hashOf(bytes, 7)}`);
  }
  for (const { name, old } of files)
    renameSync(join(folder, `${name}.new`), join(folder, `${renamed.get(old)}.pf_filter`));
  return renamed;
}

function read(file: string): unknown {
  const bytes = gunzipSync(readFileSync(file));
  if (!bytes.subarray(0, signature.length).equals(signature))
    throw new Error(`${file} is not a Pagefind file`);
  return decode(bytes.subarray(signature.length));
}

function pack(data: unknown): Buffer {
  return gzipSync(Buffer.concat([signature, encode(data)]));
}

function hashOf(bytes: Buffer, length: number): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, length);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
