/** Separators of columns, in the order in which they win when a header has as many of two. */
const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/** The separator of a file, by its header. */
export function separatorOf(header: string): Separator {
  let best: Separator = ',';
  for (const one of separators) if (header.split(one).length > header.split(best).length) best = one;
  return best;
}

/** All cells of a line; a cell in quotes may hold the separator. */
export function splitLine(line: string, separator: Separator): string[] {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= line.length; i++) {
    const character = line[i];
    if (character === '"') quoted = !quoted;
    if (i < line.length && (quoted || character !== separator)) continue;
    cells.push(
      line
        .slice(start, i)
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .replaceAll('""', '"'),
    );
    start = i + 1;
  }
  return cells;
}

/**
 * The cells of a line at some columns, and how many cells it has, without making a text of every other one: files
 * of the networks have hundreds of columns.
 * @param wanted columns from 0, ascending
 * @param into   gets the cells, '' where the line ends before
 */
export function pickCells(
  line: string,
  separator: Separator,
  wanted: readonly number[],
  into: string[],
): number {
  if (line.includes('"')) {
    const cells = splitLine(line, separator);
    wanted.forEach((column, place) => {
      into[place] = cells[column]?.trim() ?? '';
    });
    return cells.length;
  }
  into.fill('');
  let place = 0;
  let column = 0;
  let start = 0;
  for (;;) {
    const found = line.indexOf(separator, start);
    const end = found === -1 ? line.length : found;
    if (wanted[place] === column) into[place++] = line.slice(start, end).trim();
    column++;
    if (found === -1) return column;
    start = end + 1;
  }
}

/** What stands for "not measured" besides an empty cell and -9999. */
const missing = new Set(['', 'NA', 'NaN', 'nan', 'NAN', 'null', '#N/A']);
const missingCode = -9999;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A number; NaN for what was not measured; null for what is neither. */
export function readCell(text: string, separator: Separator): number | null {
  if (missing.has(text)) return Number.NaN;
  const plain = separator !== ',' && text.includes(',') ? text.replace(',', '.') : text;
  if (!number.test(plain)) return null;
  const value = Number(plain);
  return value === missingCode ? Number.NaN : value;
}
