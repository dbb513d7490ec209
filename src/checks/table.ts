import { readCsv } from '../csv/read.ts';
import { isFormula } from '../csv/write.ts';
import { decodedAs } from '../guard/encoding.ts';
import { fileStart, type Problem, problemAt, quoted } from '../guard/problem.ts';
import { badCharacters } from '../guard/source-text.ts';

/** More rows are not listed of one table: nobody reads it. */
const mostRows = 20;

/** A table is UTF-8 with commas, rows of one length and no formulas. */
export function tableProblems(bytes: Uint8Array, file: string): Problem[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const encoding = decodedAs(bytes)?.encoding;
    return encoding
      ? [problemAt(file, fileStart, 'encoding', { encoding })]
      : [problemAt(file, fileStart, 'encoding-unknown', {})];
  }
  const { header, rows, delimiter } = readCsv(text);
  if (delimiter !== ',')
    return [problemAt(file, fileStart, 'table-separator', { found: delimiter === '\t' ? 'TAB' : delimiter })];
  const expected = header.length;
  const all = [{ line: 1, cells: header }, ...rows];
  const uneven = all
    .filter(({ cells }) => cells.length !== expected)
    .map(({ line, cells }) =>
      problemAt(file, { line, column: 1 }, 'table-columns', { columns: cells.length, expected }),
    );
  const formulas = all.flatMap(({ line, cells }) =>
    cells
      .filter(isFormula)
      .map((cell) => problemAt(file, { line, column: 1 }, 'table-formula', { found: quoted(cell) })),
  );
  return [
    ...badCharacters(text, file).slice(0, mostRows),
    ...uneven.slice(0, mostRows),
    ...formulas.slice(0, mostRows),
  ];
}
