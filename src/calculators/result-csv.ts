import { writeCsv } from '../csv/write.ts';
import { estimateOf, type Face, labelOf, rowsOf, type Success } from './define.ts';
import { sayText, type Words } from './say.ts';

type Cell = string | number | null;

/** A table of the result as a file that programs read: names of columns, then rows, nothing else. */
export function csvOfTable(calculator: Face, { result }: Success, name: string): string {
  const output = calculator.outputs[name];
  if (output?.kind !== 'rows') throw new Error(`"${name}" is not a table of ${calculator.id}`);
  const columns = Object.keys(output.columns);
  return writeCsv([
    columns,
    ...rowsOf(result, name).map((row) => columns.map((column) => row[column] ?? null)),
  ]);
}

/** A result as CSV: every figure with its interval and unit, then every table, then the inputs. */
export function csvOf(calculator: Face, words: Words, { inputs, result }: Success): string {
  const say = (key: string) => sayText(words, key).text;
  const rows: (readonly Cell[])[] = [[say('title'), calculator.id, calculator.version]];
  rows.push([say('figure.name'), say('factor.value'), say('figure.low'), say('figure.high'), 'UCUM']);
  for (const [name, output] of Object.entries(calculator.outputs)) {
    const label = say(`output.${name}.label`);
    if (output.kind === 'label') rows.push([label, labelOf(result, name)]);
    if (output.kind !== 'figure') continue;
    const { value, low = null, high = null } = estimateOf(result, name);
    rows.push([label, value, low, high, output.unit]);
  }
  for (const [name, output] of Object.entries(calculator.outputs)) {
    if (output.kind !== 'rows' || output.shown === 'file') continue;
    const columns = Object.entries(output.columns);
    const heads = columns.map(([column, one]) => {
      const unit = one.kind === 'figure' && one.unit !== '1' ? ` (${one.unit})` : '';
      return say(`output.${name}.${column}.label`) + unit;
    });
    rows.push([], [say(`output.${name}.label`)], heads);
    for (const row of rowsOf(result, name)) rows.push(columns.map(([column]) => row[column] ?? null));
  }
  rows.push([], [say('heading.inputs')]);
  for (const [name, field] of Object.entries(calculator.fields)) {
    const value = inputs[name] ?? null;
    if (field.kind === 'csv') continue;
    if (field.kind !== 'table') {
      const unit = field.kind === 'quantity' ? field.unit : '';
      rows.push([say(`field.${name}.label`), typeof value === 'object' ? null : value, null, null, unit]);
      continue;
    }
    const columns = Object.entries(field.columns);
    const heads = columns.map(([column, one]) => {
      const unit = one.kind === 'quantity' && one.unit !== '1' ? ` (${one.unit})` : '';
      return say(`column.${name}.${column}.label`) + unit;
    });
    rows.push([say(`table.${name}.caption`)], heads);
    if (typeof value === 'object' && value !== null)
      for (const row of value) rows.push(columns.map(([column]) => row[column] ?? null));
  }
  return writeCsv(rows);
}
