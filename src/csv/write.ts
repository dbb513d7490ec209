import { csvFormatRows } from 'd3-dsv';

/**
 * Rows as CSV (RFC 4180) that a spreadsheet opens as what it is: a text that a spreadsheet would run as a
 * formula begins with an apostrophe. Numbers stay numbers.
 */
export function writeCsv(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return `${csvFormatRows(rows.map((row) => row.map(cell)))}\r\n`.replaceAll(/(?<!\r)\n/g, '\r\n');
}

function cell(value: string | number | null | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
