import { csvFormatRows, csvParseRows } from 'd3-dsv';

/**
 * Rows as CSV (RFC 4180) that a spreadsheet opens as what it is: a text that a spreadsheet would run as a
 * formula begins with an apostrophe. Numbers stay numbers.
 */
export function writeCsv(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return `${csvFormatRows(rows.map((row) => row.map(cell)))}\r\n`.replaceAll(/(?<!\r)\n/g, '\r\n');
}

/** A table that somebody else wrote, written anew, without anything that a spreadsheet would run. */
export function safeCsv(text: string): string {
  return writeCsv(csvParseRows(text.replace(/^\ufeff/, '')));
}

/** What spreadsheets begin formulas with; in East Asian ones the full-width signs do the same. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
const signedNumber = /^[+-]\s?(?:\d[\d.,\s]*|[.,]\d+)(?:e[+-]?\d+)?\s?%?$/i;

/** Whether a spreadsheet would run a text. A number with a sign, and dashes for "nothing", are no formulas. */
export function isFormula(value: string): boolean {
  return formulaStart.test(value) && !signedNumber.test(value) && !/^[-+]{1,3}$/.test(value);
}

function cell(value: string | number | null | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  return isFormula(value) ? `'${value}` : value;
}
