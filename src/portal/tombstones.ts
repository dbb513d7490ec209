import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, isPlainFile } from '../schemas/content-files.ts';
import { readEntry } from '../schemas/read-entry.ts';
import { type Tombstone, tombstones, tombstonesFile } from '../schemas/tombstone.ts';
import { listProblems } from './loader.ts';

/** What once had a page and has none any more. */
export function readTombstones(): readonly Tombstone[] {
  const file = join(contentFolder(), tombstonesFile);
  if (!isPlainFile(file)) return [];
  const { record, problems } = readEntry(tombstones, readFileSync(file), tombstonesFile);
  if (!record) throw new Error(listProblems(problems));
  return record.tombstones;
}
