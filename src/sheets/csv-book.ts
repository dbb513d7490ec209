import { readCsv } from '../csv/read.ts';
import { writeCsv } from '../csv/write.ts';
import { decodedAs } from '../guard/encoding.ts';
import type { CellSheet } from './read.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { sheetProblem } from './sheet-problem.ts';
import type { FilledSheet } from './write.ts';

/** Signs with which a spreadsheet begins a formula; a text that begins so is written behind an apostrophe. */
const formulaSign = /^'*[=+\-@\t\r]/;
const largestFile = 8_000_000;

/** A book as one table of text for each sheet; spreadsheets know by the first sign that it is UTF-8. */
export function writeCsvBook(filled: readonly FilledSheet[]): { name: string; text: string }[] {
  return filled.map(({ plan, rows }) => ({
    name: `${plan.name}.csv`,
    text: `\ufeff${writeCsv([plan.columns.map(({ name }) => name), ...rows.map((row) => row.map(guarded))])}`,
  }));
}

/** `writeCsv` puts an apostrophe before formulas; a text that has one of its own gets a second. */
function guarded(cell: string | number | boolean | null): string | number | null {
  if (typeof cell === 'boolean') return String(cell);
  return typeof cell === 'string' && cell.startsWith("'") && formulaSign.test(cell) ? `'${cell}` : cell;
}

/** A table of text as a sheet; the file is named after it. */
export function readCsvSheet(
  name: string,
  bytes: Uint8Array,
): { sheet?: CellSheet; problems: SheetProblem[] } {
  const spot = { sheet: name, line: 1, column: 1 };
  if (bytes.length > largestFile)
    return {
      problems: [
        sheetProblem(spot, 'workbook-too-large', { size: bytes.length / 1e6, limit: largestFile / 1e6 }),
      ],
    };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const encoding = decodedAs(bytes)?.encoding;
    return {
      problems: [
        encoding === undefined
          ? sheetProblem(spot, 'encoding-unknown', {})
          : sheetProblem(spot, 'encoding', { encoding }),
      ],
    };
  }
  const { header, rows } = readCsv(text);
  const lines: (readonly string[])[] = [header];
  for (const { line, cells } of rows) {
    while (lines.length < line - 1) lines.push([]);
    lines.push(cells.map((cell) => (formulaSign.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell)));
  }
  return { sheet: { name, rows: lines }, problems: [] };
}
