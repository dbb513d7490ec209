import { dsvFormat } from 'd3-dsv';

/** A table as somebody's spreadsheet wrote it. */
export interface CsvTable {
  readonly header: readonly string[];
  /** Cells as text, trimmed; lines of the file counted from 1, the header among them. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly delimiter: string;
}

const delimiters = ['\t', ';', ','] as const;

/**
 * Reads comma-, semicolon- or tab-separated text with a header: a byte-order mark, CRLF, quoted cells and empty
 * lines are all right. The delimiter is the one that the first line holds most often outside quotes.
 */
export function readCsv(text: string): CsvTable {
  const clean = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(clean);
  const lines = dsvFormat(delimiter).parseRows(clean);
  const [header = [], ...rows] = lines.map((cells) => cells.map((cell) => cell.trim()));
  return {
    header,
    // A quoted cell may hold line breaks, so the line is that of the row, not of the file; spreadsheets count so too.
    rows: rows.flatMap((cells, index) =>
      cells.every((cell) => cell === '') ? [] : [{ line: index + 2, cells }],
    ),
    delimiter,
  };
}

function delimiterOf(text: string): string {
  const first =
    text
      .slice(0, 10_000)
      .split(/\r?\n/, 1)[0]
      ?.replaceAll(/"[^"]*"/g, '') ?? '';
  const counted = delimiters.map((one) => ({ one, count: first.split(one).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best), { one: ',', count: 1 }).one;
}
