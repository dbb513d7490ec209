import type { Computation, Success } from '../../calculators/define.ts';
import type { OutputRow, OutputValue } from '../../calculators/output.ts';

/** Numbers of a column, NaN for none; or its words. */
type Column = Float64Array | readonly (string | null)[];

interface Columns {
  readonly length: number;
  readonly columns: Readonly<Record<string, Column>>;
}

/** A computation whose long tables are columns: a worker hands those over at once, rows one by one. */
export type Packed =
  | Exclude<Computation, Success>
  | { readonly ok: true; readonly success: Success; readonly long: Readonly<Record<string, Columns>> };

/** Shorter tables go as they are. */
const longTable = 500;

/** Made in a worker, for `unpack` on the page. */
export function pack(computation: Computation): Packed {
  if (!computation.ok) return computation;
  const { inputs, result } = computation;
  const outputs = Object.entries(result.outputs);
  const long = outputs.flatMap(([name, value]) =>
    isRows(value) && value.length >= longTable ? [[name, columnsOf(value)] as const] : [],
  );
  const short = outputs.map(([name, value]) => [name, long.some(([one]) => one === name) ? [] : value]);
  const success = { ok: true as const, inputs, result: { ...result, outputs: Object.fromEntries(short) } };
  return { ok: true, success, long: Object.fromEntries(long) };
}

/** The computation as it was. */
export function unpack(packed: Packed): Computation {
  if (!packed.ok) return packed;
  const { success, long } = packed;
  const { inputs, result } = success;
  const rows = Object.entries(long).map(([name, columns]) => [name, rowsOf(columns)]);
  return {
    ok: true,
    inputs,
    result: { ...result, outputs: { ...result.outputs, ...Object.fromEntries(rows) } },
  };
}

function isRows(value: OutputValue): value is readonly OutputRow[] {
  return Array.isArray(value);
}

function columnsOf(rows: readonly OutputRow[]): Columns {
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map((name): [string, Column] => {
    const cells = rows.map((row) => row[name] ?? null);
    if (cells.some((cell) => typeof cell === 'string'))
      return [name, cells.map((cell) => (cell === null ? null : String(cell)))];
    return [name, Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN))];
  });
  return { length: rows.length, columns: Object.fromEntries(columns) };
}

function rowsOf({ length, columns }: Columns): readonly OutputRow[] {
  const entries = Object.entries(columns);
  return Array.from({ length }, (_, index) => {
    const row: Record<string, number | string | null> = {};
    for (const [name, column] of entries) {
      const cell = column[index] ?? null;
      row[name] = typeof cell === 'number' && Number.isNaN(cell) ? null : cell;
    }
    return row;
  });
}
