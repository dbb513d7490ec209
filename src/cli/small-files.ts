import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeCitationFiles } from './citation-files.ts';
import { writeCompareFiles } from './compare-files.ts';
import { writeItemFiles } from './item-files.ts';
import { writeLibraryFile } from './library-file.ts';
import { writeOriginalFiles } from './original-files.ts';
import { writeOutcomeFiles } from './outcome-files.ts';

/**
 * The small files beside the pages, made from the open data of a site; started by build.ts together with the site.
 * The open data are among the first files that are drawn, so these are written while the pages are.
 */
const folder = resolve(process.env['OUT_DIR'] ?? 'dist');
const build = process.ppid;
const needed = [
  'citations.json',
  'case-studies.json',
  'protocols.json',
  'management-models.json',
  'references.json',
  'institutions.json',
  'library.jsonld',
];
while (!needed.every(isWhole)) {
  if (process.ppid !== build) process.exit(1); // the build was ended: nothing more will come
  await wait(100);
}
writeCitationFiles(folder);
writeLibraryFile(folder);
await writeItemFiles(folder);
writeOutcomeFiles(folder);
writeCompareFiles(folder);
writeOriginalFiles(folder);

/** Whether a file of the open data was written to its end: its last sign is a line break. */
function isWhole(name: string): boolean {
  try {
    return readFileSync(join(folder, 'api', name)).at(-1) === 0x0a;
  } catch {
    return false;
  }
}
