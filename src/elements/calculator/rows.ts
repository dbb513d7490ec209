import type { RowTexts } from '../../calculators/address.ts';
import type { TableField } from '../../calculators/fields.ts';

/** Rows with one of them moved by a step, or as they were at the ends. */
export function moveRow(rows: readonly RowTexts[], index: number, step: 1 | -1): readonly RowTexts[] {
  const target = index + step;
  const row = rows[index];
  if (row === undefined || target < 0 || target >= rows.length) return rows;
  const others = rows.filter((_, at) => at !== index);
  return [...others.slice(0, target), row, ...others.slice(target)];
}

/**
 * Rows with a block from a spreadsheet put in, its upper left cell at a row and column; new rows are added below,
 * one more than allowed at most, so that the reader is told. Names in its first line are left out.
 */
export function pasteRows(
  field: TableField,
  rows: readonly RowTexts[],
  { row, column }: { readonly row: number; readonly column: string },
  text: string,
): readonly RowTexts[] {
  const columns = Object.keys(field.columns);
  const first = Math.max(0, columns.indexOf(column));
  const block = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  const body = isHeading(field, columns.slice(first), block[0] ?? []) ? block.slice(1) : block;
  const length = Math.min(Math.max(rows.length, row + body.length), field.maxRows + 1);
  return Array.from({ length }, (_, index) => {
    const pasted = body[index - row] ?? [];
    const cells = pasted.flatMap((cell, at): [string, string][] => {
      const name = columns[first + at];
      return name === undefined ? [] : [[name, cell]];
    });
    return { ...rows[index], ...Object.fromEntries(cells) };
  });
}

/** A first line without a digit over columns of numbers holds their names. */
function isHeading(field: TableField, columns: readonly string[], cells: readonly string[]): boolean {
  const numeric = cells.filter((_, index) => field.columns[columns[index] ?? '']?.kind === 'quantity');
  return numeric.length > 0 && numeric.every((cell) => cell !== '' && !/\d/.test(cell));
}

/** Rows with one column holding the value of its first row. */
export function fillDown(rows: readonly RowTexts[], column: string): readonly RowTexts[] {
  const value = rows[0]?.[column] ?? '';
  return rows.map((row) => ({ ...row, [column]: value }));
}

/** Rows with one column as it was; rows that came later keep what they have. */
export function putBack(
  rows: readonly RowTexts[],
  column: string,
  before: readonly string[],
): readonly RowTexts[] {
  return rows.map((row, index) => ({ ...row, [column]: before[index] ?? row[column] ?? '' }));
}

/** Whether pasted text is more than one cell. */
export function isBlock(text: string): boolean {
  return /[\t\n]/.test(text.trim());
}
