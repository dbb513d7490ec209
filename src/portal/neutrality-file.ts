import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, isPlainFile } from '../schemas/content-files.ts';
import { type Neutrality, neutrality, neutralityFile } from '../schemas/neutrality.ts';
import { readEntry } from '../schemas/read-entry.ts';
import { listProblems } from './loader.ts';

const nothing: Neutrality = { read: '2026', co2: [], gases: [], pledges: [], estimates: [] };

/** Emissions, pledges and published estimates; nothing where the content has no such file. */
export function readNeutrality(): Neutrality {
  const path = join(contentFolder(), neutralityFile);
  if (!isPlainFile(path)) return nothing;
  const { record, problems } = readEntry(neutrality, readFileSync(path), neutralityFile);
  if (!record) throw new Error(listProblems(problems));
  return record;
}
