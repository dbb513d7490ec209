import { readNumber } from './number.ts';

/** A number with a unit. */
export interface QuantityField<Optional extends boolean = boolean> {
  readonly kind: 'quantity';
  /** UCUM code. */
  readonly unit: string;
  /** The unit as readers write it; empty for plain numbers. */
  readonly symbol: string;
  /** What a mass is a mass of, which UCUM does not say. */
  readonly substance: string | null;
  readonly min: number;
  readonly max: number;
  /** The smallest value is itself not allowed. */
  readonly exclusiveMin: boolean;
  readonly optional: Optional;
  /** What stands in the form at first; null in a column, where the rows of the table say it. */
  readonly default: number | null;
  /** Half-width of the 95 % interval that the method gives the value, in % of it; null where it gives none. */
  readonly uncertainty: number | null;
  /** Shown under "more", or among "more columns": most readers leave it as it is. */
  readonly more: boolean;
}

/** One of a few words, each with a name in `choice.<field>.<value>`, or of a column `choice.<table>.<column>.<value>`. */
export interface ChoiceField<Value extends string = string, Optional extends boolean = boolean> {
  readonly kind: 'choice';
  readonly values: readonly Value[];
  readonly optional: Optional;
  readonly more: boolean;
  /** What is chosen until the reader chooses; null where nothing is. */
  readonly default: Value | null;
}

/** Words of the reader's own: the name of a study, a species. */
export interface TextField<Optional extends boolean = boolean> {
  readonly kind: 'text';
  readonly maxLength: number;
  readonly optional: Optional;
  readonly more: boolean;
  readonly default: string | null;
}

/** A whole file of comma-separated values, as text; the calculator's own check reads it. */
export interface CsvField {
  readonly kind: 'csv';
  /** Largest length in characters. */
  readonly maxLength: number;
  /** The worked example: a file beside the definition. */
  readonly example: string;
  readonly optional: false;
  readonly default: null;
}

export type ColumnField = QuantityField | ChoiceField | TextField;
export type Columns = Readonly<Record<string, ColumnField>>;

/** Rows of quantities, choices and words. */
export interface TableField<C extends Columns = Columns> {
  readonly kind: 'table';
  readonly columns: C;
  /** The worked example. */
  readonly rows: readonly Readonly<Partial<Record<keyof C & string, number | string>>>[];
  readonly minRows: number;
  readonly maxRows: number;
  /** Shown under "more". */
  readonly more?: boolean;
}

/** Whether rows can come and go: twelve months are always twelve, in their order. */
export function hasFixedRows({ minRows, maxRows }: TableField): boolean {
  return minRows === maxRows;
}

/** A field of one value. */
export type SingleField = ColumnField | CsvField;
export type Field = SingleField | TableField;
export type Fields = Readonly<Record<string, Field>>;

interface QuantityOptions {
  readonly unit: string;
  readonly symbol?: string;
  readonly substance?: string;
  readonly min: number;
  readonly max: number;
  readonly default?: number;
  readonly exclusiveMin?: boolean;
  readonly uncertainty?: number;
  readonly more?: boolean;
}

/** A number with its UCUM unit and bounds; `symbol` is the unit as printed, where it differs. */
export function quantity(options: QuantityOptions & { readonly optional: true }): QuantityField<true>;
export function quantity(options: QuantityOptions & { readonly optional?: false }): QuantityField<false>;
export function quantity(options: QuantityOptions & { readonly optional?: boolean }): QuantityField {
  return {
    kind: 'quantity',
    symbol: options.unit === '1' ? '' : options.unit,
    substance: null,
    exclusiveMin: false,
    optional: false,
    default: null,
    uncertainty: null,
    more: false,
    ...options,
  };
}

/** One of `values`; `first` is chosen until the reader chooses. */
export function choice<const Value extends string>(
  values: readonly Value[],
  first: NoInfer<Value>,
  { more = false }: { readonly more?: boolean } = {},
): ChoiceField<Value, false> {
  return { kind: 'choice', values, optional: false, more, default: first };
}

/** One of `values`, or none of them. */
export function optionalChoice<const Value extends string>(
  values: readonly Value[],
  { more = false }: { readonly more?: boolean } = {},
): ChoiceField<Value, true> {
  return { kind: 'choice', values, optional: true, more, default: null };
}

interface TextOptions {
  readonly maxLength?: number;
  readonly more?: boolean;
  readonly default?: string;
}

/** Words of the reader's own. */
export function text(options?: TextOptions & { readonly optional?: false }): TextField<false>;
export function text(options: TextOptions & { readonly optional: true }): TextField<true>;
export function text(options: TextOptions & { readonly optional?: boolean } = {}): TextField {
  return { kind: 'text', maxLength: 200, optional: false, more: false, default: null, ...options };
}

/** A file of comma-separated values; `example` is a file beside the definition. */
export function csv(options: { readonly example: string; readonly maxLength?: number }): CsvField {
  return { kind: 'csv', maxLength: 20_000_000, optional: false, default: null, ...options };
}

/** Rows of quantities, choices and words, filled at first with the rows of a worked example. */
export function table<C extends Columns>(options: Omit<TableField<C>, 'kind'>): TableField<C> {
  return { kind: 'table', ...options };
}

/** The inputs a calculator gets, by the kind of each field. */
export type InputsOf<F> = { readonly [Name in keyof F]: InputOf<F[Name]> };
type InputOf<F> =
  F extends QuantityField<infer Optional>
    ? OrNull<number, Optional>
    : F extends ChoiceField<infer Value, infer Optional>
      ? OrNull<Value, Optional>
      : F extends TextField<infer Optional>
        ? OrNull<string, Optional>
        : F extends CsvField
          ? string
          : F extends TableField<infer C>
            ? readonly InputsOf<C>[]
            : never;
type OrNull<T, Optional extends boolean> = true extends Optional ? T | null : T;

export type InputRow = Readonly<Record<string, number | string | null>>;
export type Inputs = Readonly<Record<string, number | null | string | readonly InputRow[]>>;

/** What a form, an address or a JSON object offers for the fields, by name: texts, numbers, lists of rows. */
export type RawInputs = Readonly<Record<string, unknown>>;

/** One thing that is wrong with one input. Its words are `problem.<code>`. */
export interface Problem {
  /** `field`, or `table.row.column` with rows counted from 0 as they were given, empty ones included. */
  readonly path: string;
  readonly code: string;
  /** What was found. */
  readonly value: string | number | null;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** UCUM code of value, min and max. */
  readonly unit?: string | undefined;
}

export type Reading =
  | {
      readonly ok: true;
      readonly inputs: Inputs;
      /** For each table the row each input row was given as: empty rows are left out of the inputs. */
      readonly places: Readonly<Record<string, readonly number[]>>;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Codes that `readInputs` gives; a calculator adds those of its own check. */
export const readingProblems = [
  'missing',
  'empty',
  'not-a-number',
  'ambiguous',
  'too-low',
  'not-above',
  'too-high',
  'not-a-choice',
  'too-long',
  'not-a-table',
  'too-few-rows',
  'too-many-rows',
  'unknown-field',
] as const;
type ReadingCode = (typeof readingProblems)[number];

type Report = (path: string, code: ReadingCode, value: unknown, range?: Partial<QuantityField>) => void;

/**
 * Reads the inputs of a calculator, or reports all that is wrong with them at once. A field that is absent
 * has its default; an empty one is missing, or null where it is optional. Empty rows are ignored.
 */
export function readInputs(fields: Fields, raw: RawInputs): Reading {
  const problems: Problem[] = [];
  const report: Report = (path, code, value, range = {}) => {
    const { min, max, unit } = range;
    problems.push({ path, code, value: shown(value), min, max, unit });
  };
  const places: Record<string, readonly number[]> = {};
  reportUnknown(fields, raw, '', report);
  const inputs = Object.entries(fields).map(([name, field]) => {
    if (field.kind !== 'table') return [name, readSingle(field, raw[name], name, report)];
    const { rows, kept } = readTable(field, raw[name], name, report);
    places[name] = kept;
    return [name, rows];
  });
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, inputs: Object.fromEntries(inputs), places };
}

function readSingle(
  field: SingleField,
  given: unknown,
  path: string,
  report: Report,
): number | string | null {
  const found = given === undefined ? field.default : given;
  if (field.kind === 'quantity') return readQuantity(field, found, path, report);
  if (field.kind === 'choice') return readChoice(field, found, path, report);
  return readWords(field, found, path, report);
}

function readQuantity(field: QuantityField, found: unknown, path: string, report: Report): number | null {
  if (isEmpty(found)) {
    if (!field.optional) report(path, 'missing', null, field);
    return null;
  }
  const reading = typeof found === 'number' ? { ok: true as const, value: found + 0 } : readText(found);
  if (!reading.ok || !Number.isFinite(reading.value)) {
    report(path, reading.ok ? 'not-a-number' : reading.code, found, field);
    return null;
  }
  const { value } = reading;
  if (field.exclusiveMin && value <= field.min) report(path, 'not-above', found, field);
  else if (value < field.min) report(path, 'too-low', found, field);
  else if (value > field.max) report(path, 'too-high', found, field);
  return value;
}

function readText(found: unknown): ReturnType<typeof readNumber> {
  return typeof found === 'string' ? readNumber(found) : { ok: false, code: 'not-a-number' };
}

function readChoice(field: ChoiceField, found: unknown, path: string, report: Report): string | null {
  if (isEmpty(found)) {
    if (!field.optional && field.default === null) report(path, 'empty', null);
    return field.default;
  }
  const value = field.values.find((one) => one === found);
  if (value === undefined) report(path, 'not-a-choice', found);
  return value ?? field.default;
}

/** Numbers are taken for words too: a plot may be called 12. */
function readWords(field: TextField | CsvField, found: unknown, path: string, report: Report): string | null {
  if (isEmpty(found)) {
    if (!field.optional) report(path, 'empty', null);
    return field.optional ? null : '';
  }
  const words = field.kind === 'csv' ? String(found) : String(found).trim();
  if (words.length > field.maxLength) report(path, 'too-long', words.length, { max: field.maxLength });
  return words;
}

function readTable(field: TableField, found: unknown, path: string, report: Report) {
  const rows: InputRow[] = [];
  const kept: number[] = [];
  const given: unknown = isEmpty(found) ? [] : found;
  if (!Array.isArray(given)) {
    report(path, 'not-a-table', given);
    return { rows, kept };
  }
  for (const [index, row] of given.entries()) {
    if (!isRecord(row)) {
      report(`${path}.${index}`, 'not-a-table', row);
      continue;
    }
    reportUnknown(field.columns, row, `${path}.${index}.`, report);
    if (isEmptyRow(field, row)) continue;
    kept.push(index);
    const cells = Object.entries(field.columns).map(([name, column]) => [
      name,
      readSingle(column, row[name], `${path}.${index}.${name}`, report),
    ]);
    rows.push(Object.fromEntries(cells));
  }
  const range = { min: field.minRows, max: field.maxRows };
  if (rows.length < field.minRows) report(path, 'too-few-rows', rows.length, range);
  if (rows.length > field.maxRows) report(path, 'too-many-rows', rows.length, range);
  return { rows, kept };
}

/** A row in which nothing was typed; a choice that stands at its first value does not count. */
function isEmptyRow({ columns }: TableField, row: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(row).every(([name, cell]) => {
    const column = columns[name];
    return isEmpty(cell) || (column?.kind === 'choice' && cell === column.default);
  });
}

function reportUnknown(known: object, raw: object, prefix: string, report: Report): void {
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(known, name)) report(prefix + name, 'unknown-field', name);
  }
}

function isEmpty(found: unknown): boolean {
  return found === undefined || found === null || (typeof found === 'string' && found.trim() === '');
}

function isRecord(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}

/** A found value as a message can quote it. */
function shown(found: unknown): string | number | null {
  if (found === null || found === undefined) return null;
  if (typeof found === 'number' && Number.isFinite(found)) return found;
  const text = typeof found === 'object' ? JSON.stringify(found) : String(found);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** The parts of a path: `layers.2.soc` is the cell `soc` of row 2 (the third) of the table `layers`. */
export function splitPath(path: string): { name: string; row: number | null; column: string | null } {
  const [name = '', row, column] = path.split('.');
  return { name, row: row === undefined ? null : Number(row), column: column ?? null };
}

/** The field, or column of a table, that a path leads to. */
export function fieldAt(fields: Fields, path: string): Field | undefined {
  const { name, column } = splitPath(path);
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (column === null || field?.kind !== 'table') return field;
  return Object.hasOwn(field.columns, column) ? field.columns[column] : undefined;
}
