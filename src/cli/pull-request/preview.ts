import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentPolicy } from '../../portal/content-policy.ts';
import { archiveEntries } from '../../sheets/archive.ts';
import { unpack } from './artefact.ts';

const largestFile = 20_000_000;
const largestSum = 800_000_000;

/** Names of files that a built site consists of; what a host reads for itself is written by us. */
const published =
  /^(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*[A-Za-z0-9_~-][A-Za-z0-9._~-]*\.(?:html|css|js|json|xml|txt|csv|svg|png|webp|jpg|ico|woff2|bib|ris|xlsx|wasm|pagefind|pf_meta|pf_fragment|pf_index)$/;
const ownNames =
  /(?:^|\/)(?:_headers|_redirects|_worker\.js|_routes\.json|CNAME|robots\.txt|sw\.js|manifest\.json)$/i;

/** The pages of a preview out of an artefact: what belongs to a site and nothing else. Undefined where it is none. */
export function previewFiles(archive: Uint8Array): Map<string, Uint8Array> | undefined {
  const entries = archiveEntries(archive);
  if (!entries || entries.reduce((sum, { size }) => sum + size, 0) > largestSum) return undefined;
  const files = new Map<string, Uint8Array>();
  for (const { name, size, packed, at } of entries) {
    if (name.endsWith('/') || ownNames.test(name) || !published.test(name) || name.includes('..')) continue;
    const bytes = size <= largestFile ? unpack(archive, at, packed, largestFile) : undefined;
    if (bytes) files.set(name, bytes);
  }
  return files.has('index.html') ? files : undefined;
}

/** Rules of the host for all previews: no search engine, no frames, our own policy for scripts. */
export function previewHeaders(): string {
  return [
    '/*',
    '  X-Robots-Tag: noindex, nofollow',
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: no-referrer',
    `  Content-Security-Policy: ${contentPolicy({ wasm: true })}; frame-ancestors 'none'`,
    '',
  ].join('\n');
}

/** node src/cli/pull-request/preview.ts --artefact site.zip --to <folder of all previews> --number 12 */
if (import.meta.main) {
  const { values } = parseArgs({
    options: { artefact: { type: 'string' }, to: { type: 'string' }, number: { type: 'string' } },
  });
  const { artefact, to, number } = values;
  if (!artefact || !to || !number || !/^[1-9]\d{0,8}$/.test(number))
    throw new Error('--artefact, --to and a --number are needed');
  const files = previewFiles(readFileSync(artefact));
  if (!files) throw new Error('The artefact is not a built site.');
  const folder = join(to, `pr-${number}`);
  rmSync(folder, { recursive: true, force: true });
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  writeFileSync(join(to, '_headers'), previewHeaders());
  writeFileSync(join(to, 'robots.txt'), 'User-agent: *\nDisallow: /\n');
  console.log(`${files.size} files in ${folder}`);
}
