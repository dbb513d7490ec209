import type { Sheet, Cell as WorkbookCell } from 'hucre/xlsx';
import { archiveEntries } from './archive.ts';
import { helpSheets } from './book.ts';
import type { CellValue } from './cells.ts';
import type { CellSheet } from './read.ts';
import { cellName, type SheetProblem, sheetProblem } from './sheet-problem.ts';

const largestFile = 8_000_000;
const largestContent = 60_000_000;
const mostFiles = 200;
const mostRows = 5000;

export interface ReadWorkbook {
  readonly sheets: readonly CellSheet[];
  readonly problems: readonly SheetProblem[];
}

const start = { sheet: '', line: 1, column: 1 } as const;

/**
 * The sheets of an .xlsx file as plain cells. Its size is known before it is unpacked; programs, links to other
 * files and passwords are refused; of a formula only the result that was stored is taken, and said.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const refusal = refusalOf(bytes);
  if (refusal) return { sheets: [], problems: [refusal] };
  const { readXlsx } = await import('hucre/xlsx');
  let book: Awaited<ReturnType<typeof readXlsx>>;
  try {
    book = await readXlsx(bytes, { maxRows: mostRows + 1 });
  } catch {
    return { sheets: [], problems: [sheetProblem(start, 'workbook-unreadable', {})] };
  }
  const filled = book.sheets.filter(({ name }) => !isHelp(name));
  return {
    sheets: filled.map(({ name, rows }) => ({ name, rows: rows.slice(0, mostRows) })),
    problems: filled.flatMap(problemsOf),
  };
}

const isHelp = (name: string): boolean =>
  (helpSheets as readonly string[]).includes(name.trim().toLowerCase());

function refusalOf(bytes: Uint8Array): SheetProblem | undefined {
  const megabytes = (size: number) => Math.ceil(size / 1e5) / 10;
  if (bytes.length > largestFile)
    return sheetProblem(start, 'workbook-too-large', {
      size: megabytes(bytes.length),
      limit: megabytes(largestFile),
    });
  if (isCompoundFile(bytes)) return sheetProblem(start, 'workbook-old', {});
  const entries = archiveEntries(bytes);
  if (!entries?.some(({ name }) => name === 'xl/workbook.xml'))
    return sheetProblem(start, 'workbook-unreadable', {});
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > largestContent || entries.length > mostFiles || entries.some(hidesItsSize))
    return sheetProblem(start, 'workbook-too-large', {
      size: megabytes(size),
      limit: megabytes(largestContent),
    });
  const refused = entries.find(({ name }) =>
    /vbaProject|macrosheets|externalLinks|embeddings|activeX|connections\.xml/i.test(name),
  );
  return refused && sheetProblem(start, 'workbook-refused', { found: refused.name });
}

/** Old .xls files and files with a password are compound files rather than archives. */
const isCompoundFile = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);

/** A file that says it is empty, yet takes more than the two bytes of an empty stream. */
const hidesItsSize = ({ size, packed }: { size: number; packed: number }): boolean =>
  size === 0 && packed > 2;

/** What a sheet holds that is no plain cell: merged ones, errors, formulas, more rows than are read. */
function problemsOf({ name, rows, merges = [], cells }: Sheet): SheetProblem[] {
  const spot = (line: number, column: number) => ({ sheet: name, line: line + 1, column: column + 1 });
  const merged = merges.map(({ startRow, startCol, endRow, endCol }) => {
    const first = spot(startRow, startCol);
    const range = `${cellName(first)}:${cellName(spot(endRow, endCol))}`;
    return sheetProblem(first, 'merged-cells', { range });
  });
  const special = [...(cells ?? [])].flatMap(([key, cell]) => {
    const [line = 0, column = 0] = key.split(',').map(Number);
    return line < mostRows ? problemOf(cell, spot(line, column)) : [];
  });
  const long =
    rows.length > mostRows ? [sheetProblem(spot(mostRows, 0), 'sheet-too-long', { limit: mostRows })] : [];
  return [...merged, ...special, ...long];
}

function problemOf(
  { type, formula, value }: WorkbookCell,
  spot: { sheet: string; line: number; column: number },
): SheetProblem[] {
  const found = shown(value);
  if (type === 'error' || /^#(REF|N\/A|NAME|DIV\/0|VALUE|NUM|NULL|SPILL|CALC)[!?]?$/.test(found))
    return [sheetProblem(spot, 'cell-error', { found })];
  return formula === undefined ? [] : [sheetProblem(spot, 'cell-formula', { found })];
}

const shown = (value: CellValue): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
