import type { CsvTable } from '../../csv/read.ts';
import type { Face, Model, Result } from '../define.ts';
import type { Inputs, Problem, RawInputs } from '../fields.ts';
import { problemSaying } from '../messages.ts';
import { sayText, type Words } from '../say.ts';
import type { BatchPlan } from './plan.ts';

/** What one case came to. */
export interface BatchCase {
  readonly name: string;
  /** Line of the file on which it begins. */
  readonly line: number;
  readonly result: Result | null;
  /** Everything wrong with it, in words, each with its line. */
  readonly messages: readonly string[];
}

interface CaseInputs {
  readonly name: string;
  readonly lines: readonly number[];
  readonly raw: RawInputs;
  /** The table of inputs that its lines fill; null where each line is a case. */
  readonly table: string | null;
}

/** The cases of a file: rows with the same name are one, or each row is one where no column is of a table. */
export function casesOf(calculator: Face, { table, places }: BatchPlan, base: Inputs): readonly CaseInputs[] {
  const rowsTable = tableField(calculator, places);
  const caseColumn = places.indexOf('case');
  const groups = new Map<string, CsvTable['rows'][number][]>();
  for (const row of table.rows) {
    const named = caseColumn < 0 ? undefined : row.cells[caseColumn];
    const key = named ?? (rowsTable === null ? `${row.line}` : '1');
    const group = groups.get(key);
    if (group && rowsTable !== null) group.push(row);
    else groups.set(group ? `${key} (${row.line})` : key, [row]);
  }
  return [...groups].map(([name, rows]) => {
    const raw: Record<string, unknown> = { ...base };
    const cellsOf = (cells: readonly string[], wanted: (place: string) => string | null) =>
      Object.fromEntries(
        places.flatMap((place, index) => {
          const key = place === null ? null : wanted(place);
          return key === null ? [] : [[key, cells[index] ?? '']];
        }),
      );
    const [first] = rows;
    const singles = cellsOf(first?.cells ?? [], (place) =>
      place === 'case' || place.includes('.') ? null : place,
    );
    // An empty cell of a single field leaves what stands in the form.
    for (const [key, value] of Object.entries(singles)) if (value !== '') raw[key] = value;
    if (rowsTable !== null)
      raw[rowsTable] = rows.map(({ cells }) =>
        cellsOf(cells, (place) =>
          place.startsWith(`${rowsTable}.`) ? place.slice(rowsTable.length + 1) : null,
        ),
      );
    return { name, lines: rows.map(({ line }) => line), raw, table: rowsTable };
  });
}

/** The table of inputs that most columns of the file belong to. */
function tableField({ fields }: Face, places: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const place of places) {
    const [name = '', column] = place?.split('.') ?? [];
    if (column !== undefined && fields[name]?.kind === 'table') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

/**
 * Computes every case of a file, with what stands in the form for what the file does not say. It yields one case
 * after the other, so that the page can show how far it is and stop.
 */
export function* runBatch(
  calculator: Face,
  model: Model,
  words: Words,
  plan: BatchPlan,
  base: Inputs,
): Generator<BatchCase> {
  for (const { name, lines, raw, table } of casesOf(calculator, plan, base)) {
    const computation = model.compute(raw, plan.units);
    const [line = 0] = lines;
    if (computation.ok) yield { name, line, result: computation.result, messages: [] };
    else {
      const messages = computation.problems.map((problem) => told(calculator, words, problem, lines, table));
      yield { name, line, result: null, messages };
    }
  }
}

/** A problem with the line and column of the file it is in. */
function told(
  calculator: Face,
  words: Words,
  problem: Problem,
  lines: readonly number[],
  table: string | null,
): string {
  const [name, row] = problem.path.split('.');
  const line = lines[name === table ? Number(row ?? 0) : 0] ?? lines[0] ?? 0;
  const text = sayText(words, problemSaying(calculator, words, problem)).text;
  return sayText(words, { key: 'batch.line', values: { line, message: text } }).text;
}
