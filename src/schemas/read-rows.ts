import { dsvFormat } from 'd3-dsv';
import { nearest } from '../guard/nearest.ts';
import { fileStart, type Place, type Problem, problemAt, quoted } from '../guard/problem.ts';
import { readSourceText } from '../guard/source-text.ts';
import { type EvidenceRow, evidenceRow, evidenceRows, rowColumns } from './evidence-row.ts';
import { explain } from './explain.ts';

/** A row and where each of its cells begins. */
export interface PlacedRow {
  readonly row: EvidenceRow;
  place(column: keyof EvidenceRow): Place;
}

export interface ReadRows {
  /** Empty where anything is wrong. */
  readonly placed: readonly PlacedRow[];
  readonly problems: readonly Problem[];
}

const comma = dsvFormat(',');
/** More is not said of one table. */
const mostIssues = 200;
const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const numeric = new Set(
  rowColumns.filter((name) => /^(?:lat|lon|(?:years|depth|mean|sd|n)_\w+)$/.test(name)),
);
const neededColumns = rowColumns.filter(
  (name) => name === 'aside' || !evidenceRow.shape[name].safeParse(undefined).success,
);

/** The lines of a table of comparisons, each read against its schema; every problem has its line and column. */
export function readRows(bytes: Uint8Array, file: string): ReadRows {
  const source = readSourceText(bytes, file);
  if (source.problems.length > 0) return { placed: [], problems: source.problems };
  const lines = source.text
    .split('\n')
    .flatMap((text, index) => (text === '' ? [] : [{ text, line: index + 1 }]));
  const [head, ...body] = lines.map(({ text, line }) => ({ line, cells: cellsOf(text) }));
  const header = head?.cells.map(({ value }) => value) ?? [];
  const wrongHeader = headerProblems(head?.cells ?? [], file);
  const uneven = body
    .filter(({ cells }) => cells.length !== header.length)
    .map(({ line, cells }) =>
      problemAt(file, { line, column: 1 }, 'table-columns', {
        columns: cells.length,
        expected: header.length,
      }),
    );
  if (wrongHeader.length + uneven.length > 0) return { placed: [], problems: [...wrongHeader, ...uneven] };

  const data = body.map(({ cells }) =>
    Object.fromEntries(
      header.flatMap((name, index): [string, unknown][] => {
        const value = cells[index]?.value ?? '';
        if (name === 'aside') return [[name, value === '' ? [] : value.split(';')]];
        return value === '' ? [] : [[name, numeric.has(name as keyof EvidenceRow) ? numberOr(value) : value]];
      }),
    ),
  );
  const place = ([row, name]: readonly PropertyKey[]): Place => {
    const found = body[Number(row)];
    if (!found) return fileStart;
    return { line: found.line, column: found.cells[header.indexOf(String(name))]?.column ?? 1 };
  };
  const parsed = evidenceRows.safeParse(data);
  if (parsed.success) {
    const placed = parsed.data.map((row, index) => ({ row, place: (name: string) => place([index, name]) }));
    return { placed, problems: [] };
  }
  const keys = { keysAt: () => rowColumns, factsAt: () => [] };
  // One at a time: a missing cell has its place in the column, not at the row above it.
  const problems = parsed.error.issues.slice(0, mostIssues).flatMap((issue) => {
    const facts = { data, problems: [], place: () => place(issue.path) };
    return explain([issue], facts, file, keys);
  });
  return { placed: [], problems: problems.map(asCell) };
}

/** A key that is missing is an empty cell here. */
function asCell(problem: Problem): Problem {
  if (problem.code !== 'missing-key' && problem.code !== 'missing-choice') return problem;
  const { file, line, column, values } = problem;
  return problemAt(file, { line, column }, 'cell-missing', { name: String(values['name']) });
}

/** A number as it is; anything else as the text it is, so that the schema says what is wrong with it. */
function numberOr(value: string): number | string {
  return plainNumber.test(value) ? Number(value) : value;
}

interface Cell {
  readonly value: string;
  /** Counted from 1. */
  readonly column: number;
}

/** The cells of one line with the place where each begins; no cell may hold a line break. */
function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  let quotes = 0;
  for (let at = 0; at <= line.length; at += 1) {
    if (line[at] === '"') quotes += 1;
    if (at < line.length && (line[at] !== ',' || quotes % 2 === 1)) continue;
    const [[value = ''] = []] = comma.parseRows(line.slice(start, at));
    cells.push({ value: value.trim(), column: start + 1 });
    start = at + 1;
  }
  return cells;
}

function headerProblems(cells: readonly Cell[], file: string): Problem[] {
  const names = cells.map(({ value }) => value);
  const wrong = cells.flatMap(({ value, column }, index) => {
    const place = { line: 1, column };
    const name = quoted(value);
    if (!rowColumns.includes(value as keyof EvidenceRow))
      return [
        problemAt(file, place, 'column-unknown', {
          name,
          allowed: rowColumns.join(', '),
          suggestion: nearest(value, rowColumns),
        }),
      ];
    return names.indexOf(value) < index ? [problemAt(file, place, 'column-twice', { name })] : [];
  });
  const missing = neededColumns
    .filter((name) => !names.includes(name))
    .map((name) => problemAt(file, fileStart, 'column-missing', { name }));
  return [...wrong, ...missing];
}
