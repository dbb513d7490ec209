import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, isPlainFile } from '../schemas/content-files.ts';
import { type Neutrality, neutrality, neutralityFile } from '../schemas/neutrality.ts';
import { readEntry } from '../schemas/read-entry.ts';
import { listProblems } from './loader.ts';

const nothing: Neutrality = { read: '2026', co2: [], gases: [], pledges: [], estimates: [] };

const pathOf = () => join(contentFolder(), neutralityFile);

/** Whether the content has emissions to hold removals against; without them there is no page that does. */
export function hasNeutrality(): boolean {
  return isPlainFile(pathOf());
}

/** Emissions, pledges and published estimates; nothing where the content has no such file. */
export function readNeutrality(): Neutrality {
  if (!hasNeutrality()) return nothing;
  const { record, problems } = readEntry(neutrality, readFileSync(pathOf()), neutralityFile);
  if (!record) throw new Error(listProblems(problems));
  return record;
}
