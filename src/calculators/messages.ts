import { listOf } from '../i18n/format.ts';
import type { Face, Warning } from './define.ts';
import { fieldAt, type Problem, type QuantityField, splitPath } from './fields.ts';
import { hasWords, type Saying, unitPlace, type Value, type Words } from './say.ts';

/** The name of a row, `Layer 2`; rows are counted from 0. */
export function rowName(words: Words, table: string, row: number): Saying {
  const key = `row.${table}.label`;
  return { key: hasWords(words, key) ? key : 'row.label', values: { number: row + 1 } };
}

/** The name of the field or cell that a path leads to: `Reporting depth`; `Layer 2, Bulk density`. */
export function inputName(calculator: Face, words: Words, path: string): Value {
  const { name, row, column } = splitPath(path);
  const field = fieldAt(calculator.fields, path);
  if (field === undefined) return path;
  if (row === null) return { key: field.kind === 'table' ? `table.${name}.caption` : `field.${name}.label` };
  if (column === null) return rowName(words, name, row);
  const values = { row: rowName(words, name, row), column: { key: `column.${name}.${column}.label` } };
  return { key: 'cell.name', values };
}

/** What a quantity may be: `0 to 600 g/kg`; `above 0, up to 300 cm`. */
export function rangeOf({ min, max, symbol, exclusiveMin }: QuantityField): Saying {
  return { key: exclusiveMin ? 'range.above' : 'range', values: { min, max, unit: unitPlace(symbol) } };
}

/** What is wrong with an input, and how to mend it. */
export function problemSaying(calculator: Face, words: Words, problem: Problem): Saying {
  const { path, code, value, min, max } = problem;
  const field = fieldAt(calculator.fields, path);
  const found = value ?? '';
  const values = {
    field: inputName(calculator, words, path),
    value: found,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(field?.kind === 'quantity' ? { unit: unitPlace(field.symbol), range: rangeOf(field) } : {}),
    // the two ways to read "1,234"
    ...(typeof found === 'string' ? { decimal: found.replace(',', '.'), whole: found.replace(',', '') } : {}),
    choices: listOf(offered(calculator, path), words.locale),
  };
  return { key: `problem.${code}`, values };
}

/** What a reader should look at. */
export function warningSaying(calculator: Face, words: Words, { code, path, value }: Warning): Saying {
  const field = path === null ? undefined : fieldAt(calculator.fields, path);
  const values = {
    ...(path === null ? {} : { field: inputName(calculator, words, path) }),
    ...(value === null ? {} : { value }),
    ...(field?.kind === 'quantity' ? { unit: unitPlace(field.symbol) } : {}),
  };
  return { key: `warning.${code}`, values };
}

/** What may be written instead: the values of a choice, else the names of the fields or columns. */
function offered(calculator: Face, path: string): readonly string[] {
  const field = fieldAt(calculator.fields, path) ?? fieldAt(calculator.fields, splitPath(path).name);
  if (field?.kind === 'choice') return field.values;
  return Object.keys(field?.kind === 'table' ? field.columns : calculator.fields);
}
