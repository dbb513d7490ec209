import { readFileSync } from 'node:fs';

// For tests only: the worked example, and what may be wrong with such a file.

export const example = readFileSync(new URL('./example.csv', import.meta.url), 'utf8');
const [first = '', ...rest] = example.trim().split(/\r?\n/);
export const header = first;
export const lines: readonly string[] = rest;

/** The example with cells changed: `change` gets the cells of a line and its number from 0. */
export function changed(
  change: (cells: string[], index: number) => readonly string[] | null,
  names = header,
): string {
  const rows = lines.flatMap((line, index) => change(line.split(','), index)?.join(',') ?? []);
  return [names, ...rows].join('\n');
}

/** The example without some of its columns, or with others in their place. */
export function withColumns(
  names: readonly string[],
  pick: (cells: readonly string[]) => readonly string[],
): string {
  return changed((cells) => pick(cells), names.join(','));
}
