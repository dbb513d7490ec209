import type { Calculator } from './define.ts';
import type { ChoiceField, Field, Fields, InputRow, Inputs, SingleField, TableField } from './fields.ts';

/** What stands in one row of a table of the form, by column. */
export type RowTexts = Readonly<Record<string, string>>;
/** What stands in the form, by field. */
export type Texts = Readonly<Record<string, string | readonly RowTexts[]>>;

// Marks that URLSearchParams leaves as they are, and that no number holds.
const betweenRows = '*';
const betweenCells = '_';

/**
 * The inputs as search parameters, only what differs from the worked example: `reportingDepth=20`,
 * `layers=0_10_21_1.1*10_20_14_1.2`. A changed default changes what old links mean: raise the version then.
 */
export function toAddress({ fields }: Pick<Calculator, 'fields'>, inputs: Inputs): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, field] of Object.entries(fields)) {
    const text = compact(field, inputs[name] ?? null);
    if (text !== compact(field, defaultOf(field))) params.set(name, text);
  }
  return params;
}

/**
 * What an address or a submitted form says of the fields, with the worked example for those it leaves out.
 * A table stands in an address as one parameter, in a form as `layers.0.soc`, one for each cell.
 */
export function fromAddress({ fields }: Pick<Calculator, 'fields'>, params: URLSearchParams): Texts {
  const texts = Object.entries(fields).map(([name, field]) => {
    if (field.kind !== 'table') return [name, knownText(field, params.get(name))];
    return [name, tableRows(name, field, params)];
  });
  return Object.fromEntries(texts);
}

/** Whether an address says anything of the fields. */
export function hasAddress({ fields }: Pick<Calculator, 'fields'>, params: URLSearchParams): boolean {
  return [...params.keys()].some((key) => Object.hasOwn(fields, key.split('.')[0] ?? ''));
}

function defaultOf(field: Field): Inputs[string] {
  if (field.kind !== 'table') return field.default;
  return field.rows.map((row) =>
    Object.fromEntries(Object.keys(field.columns).map((column) => [column, row[column] ?? null])),
  );
}

/** A file is too long for an address: it stays out. */
function compact(field: Field, value: Inputs[string]): string {
  if (field.kind === 'csv') return '';
  if (field.kind !== 'table' || typeof value !== 'object' || value === null) return String(value ?? '');
  const columns = Object.keys(field.columns);
  return value.map((row) => compactRow(columns, row)).join(betweenRows);
}

function compactRow(columns: readonly string[], row: InputRow): string {
  const cells = columns.map((column) => hideMarks(String(row[column] ?? '')));
  while (cells.at(-1) === '') cells.pop();
  return cells.join(betweenCells);
}

/** The marks between rows and cells, where they stand in somebody's words. */
function hideMarks(text: string): string {
  return text.replace(/[%*_]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

function showMarks(text: string): string {
  return text.replace(/%(25|2a|5f)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A choice that is no longer offered is not chosen; what was typed into a field stays as it is. */
function knownText(field: SingleField, text: string | null): string {
  const known =
    text !== null && (field.kind !== 'choice' || field.values.includes(text) || isNone(field, text));
  return known ? text : String(field.default ?? '');
}

function isNone(field: ChoiceField, text: string): boolean {
  return field.optional && text === '';
}

function tableRows(name: string, field: TableField, params: URLSearchParams): readonly RowTexts[] {
  const columns = Object.keys(field.columns);
  const cellsOf = (row: number) => columns.map((column) => params.get(`${name}.${row}.${column}`));
  const given: (string | null)[][] = [];
  const packed = params.get(name) ?? compact(field, defaultOf(field));
  for (let cells = cellsOf(0); cells.some((cell) => cell !== null); cells = cellsOf(given.length))
    given.push(cells);
  if (given.length === 0)
    given.push(...packed.split(betweenRows).map((row) => row.split(betweenCells).map(showMarks)));
  // One row too many is kept, so that the reader is told.
  return given
    .slice(0, field.maxRows + 1)
    .map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])));
}

/** What stands in the form at first: the worked example; `read` gives the text of an example file. */
export function defaultTexts(fields: Fields, read: (name: string) => string = () => ''): Texts {
  const files = Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'csv' ? [[name, read(field.example)]] : [],
  );
  return { ...fromAddress({ fields }, new URLSearchParams()), ...Object.fromEntries(files) };
}

/** Inputs as they stand in a form. */
export function textsOf(fields: Fields, inputs: Inputs): Texts {
  return Object.fromEntries(
    Object.keys(fields).map((name) => {
      const value = inputs[name] ?? null;
      if (typeof value !== 'object' || value === null) return [name, String(value ?? '')];
      const rows = value.map((row) =>
        Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, String(cell ?? '')])),
      );
      return [name, rows];
    }),
  );
}
