import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParseRows } from 'd3-dsv';
import { contentFolder, isPlainFile } from '../schemas/content-files.ts';

/** Rows of a CSV beside a contribution, as text. */
export function readTable(folder: string, name: string): string[][] {
  const text = readFileSync(plainFile(folder, name), 'utf8');
  return csvParseRows(text.replace(/^\ufeff/, '')).filter((row) => row.some((cell) => cell.trim() !== ''));
}

/** Address under which a file beside a contribution is published. */
export function fileAddress(folder: string, name: string): string {
  return `/media/${folder}/${plainName(name)}`;
}

/** The path of a file that a text names; a link would publish what it leads to. */
export function plainFile(folder: string, name: string): string {
  const path = join(contentFolder(), folder, plainName(name));
  if (!isPlainFile(path)) throw new Error(`${folder}/${name} is not a file`);
  return path;
}

/** A file name without a path: texts name files of their own folder only. */
export function plainName(name: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
    throw new Error(`"${name}" is not the name of a file beside the text`);
  return name;
}
