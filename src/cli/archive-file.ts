import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

interface Index {
  readonly about: { readonly date: string; readonly citation: string };
  readonly files: readonly { readonly address: string; readonly mediaType: string }[];
}

/**
 * Writes all open data of a site into one archive, with a checksum for each file and one for the archive. Its
 * bytes follow from the data alone: files are in order, and their time is the date of the content.
 */
export function writeArchive(site: string): void {
  const api = join(site, 'api');
  const { about, files } = JSON.parse(readFileSync(join(api, 'index.json'), 'utf8')) as Index;
  const zip = files.find(({ mediaType }) => mediaType === 'application/zip');
  if (!zip) throw new Error('/api/index.json names no archive');
  const contents = new Map(
    filesBelow(api)
      .filter((name) => !name.startsWith('archive/'))
      .map((name) => [name, readFileSync(join(api, name))]),
  );
  const sums = [...contents].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');
  const name = basename(zip.address);
  const top = name.replace(/\.zip$/, '');
  const packed: Zippable = {};
  for (const [file, bytes] of contents) packed[`${top}/${file}`] = bytes;
  packed[`${top}/README.txt`] = Buffer.from(readme(about.citation));
  packed[`${top}/SHA256SUMS`] = Buffer.from(sums);
  const bytes = zipSync(packed, { level: 6, mtime: localDate(about.date) });
  const target = join(api, 'archive', name);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  writeFileSync(join(api, 'archive/SHA256SUMS'), `${sha256(bytes)}  ${name}\n`);
}

/** A zip file keeps local time: midnight of the date wherever the build runs. */
function localDate(date: string): Date {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Math.max(1980, year), month - 1, day);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Files below a folder in the order of their names, with forward slashes. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

function readme(citation: string): string {
  return `${citation}

index.json lists every file with its meaning; datapackage.json describes the columns of all tables.
SHA256SUMS holds the checksums: sha256sum -c SHA256SUMS
Compiled from published literature. Each entry states its review, each figure its source.
`;
}
