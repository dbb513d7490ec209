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
  /** The tables of inputs that its lines fill; none where each line is a case. */
  readonly tables: readonly string[];
}

/** The cases of a file: rows with the same name are one, or each row is one where no column is of a table. */
export function casesOf(calculator: Face, { table, places }: BatchPlan, base: Inputs): readonly CaseInputs[] {
  const tables = tablesIn(calculator, places);
  const inRows = tables.length > 0;
  const caseColumn = places.indexOf('case');
  const groups = new Map<string, CsvTable['rows'][number][]>();
  for (const row of table.rows) {
    const named = caseColumn < 0 ? undefined : row.cells[caseColumn];
    const key = named ?? (inRows ? '1' : `${row.line}`);
    const group = groups.get(key);
    if (group && inRows) group.push(row);
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
    // A table with fewer rows than the file has lines leaves its cells empty, and empty rows are not read.
    for (const name of tables)
      raw[name] = rows.map(({ cells }) =>
        cellsOf(cells, (place) => (place.startsWith(`${name}.`) ? place.slice(name.length + 1) : null)),
      );
    return { name, lines: rows.map(({ line }) => line), raw, tables };
  });
}

/** The tables of inputs that columns of the file belong to. */
function tablesIn({ fields }: Face, places: readonly (string | null)[]): readonly string[] {
  const named = places.flatMap((place) => {
    const [name = '', column] = place?.split('.') ?? [];
    return column !== undefined && fields[name]?.kind === 'table' ? [name] : [];
  });
  return [...new Set(named)];
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
  for (const { name, lines, raw, tables } of casesOf(calculator, plan, base)) {
    const computation = model.compute(raw, plan.units);
    const [line = 0] = lines;
    if (computation.ok) yield { name, line, result: computation.result, messages: [] };
    else {
      const messages = computation.problems.map((problem) => told(calculator, words, problem, lines, tables));
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
  tables: readonly string[],
): string {
  const [name = '', row] = problem.path.split('.');
  const line = lines[tables.includes(name) ? Number(row ?? 0) : 0] ?? lines[0] ?? 0;
  const text = sayText(words, problemSaying(calculator, words, problem)).text;
  return sayText(words, { key: 'batch.line', values: { line, message: text } }).text;
}
