import { writeCsv } from '../../csv/write.ts';
import { estimateOf, type Face, labelOf } from '../define.ts';
import type { TableField } from '../fields.ts';
import type { FigureOutput, Output } from '../output.ts';
import { sayText, type Words } from '../say.ts';
import { namesOf, placesOf, plain } from './plan.ts';
import type { BatchCase } from './run.ts';

type Cell = string | number | null;

/** The results of a batch as CSV: a row a case, the figures with their intervals, and what was wrong. */
export function batchCsv(calculator: Face, words: Words, cases: readonly BatchCase[]): string {
  const say = (key: string) => sayText(words, key).text;
  const columns = Object.entries(calculator.outputs).flatMap(([name, output]) =>
    columnsOf(name, output, cases, say),
  );
  const header = [say('batch.case'), say('batch.line-head'), ...columns.map(({ head }) => head)];
  const rows = cases.map((one) => [
    one.name,
    one.line,
    ...columns.map(({ cell }) => (one.result === null ? null : cell(one.result))),
    one.messages.join(' '),
  ]);
  return writeCsv([[...header, say('batch.problems')], ...rows]);
}

interface Column {
  readonly head: string;
  readonly cell: (result: NonNullable<BatchCase['result']>) => Cell;
}

/** A figure with its limits where any case has them; tables of the result are left out. */
function columnsOf(
  name: string,
  output: Output,
  cases: readonly BatchCase[],
  say: (key: string) => string,
): readonly Column[] {
  if (output.kind === 'rows') return [];
  const label = say(`output.${name}.label`);
  if (output.kind === 'label') return [{ head: label, cell: (result) => labelOf(result, name) }];
  const head = titled(label, output);
  const value: Column = { head, cell: (result) => estimateOf(result, name).value };
  const limited = cases.some(({ result }) => result !== null && estimateOf(result, name).low !== undefined);
  if (!limited) return [value];
  return [
    value,
    { head: `${head} ${say('batch.low')}`, cell: (result) => estimateOf(result, name).low ?? null },
    { head: `${head} ${say('batch.high')}`, cell: (result) => estimateOf(result, name).high ?? null },
  ];
}

function titled(label: string, { symbol }: FigureOutput): string {
  return symbol === '' ? label : `${label} (${symbol})`;
}

/** A file to begin with: the names of the columns with their units, and the worked example as its rows. */
export function batchTemplate(calculator: Face, words: Words): string {
  const [tableName, table] =
    Object.entries(calculator.fields).find(
      (entry): entry is [string, TableField] =>
        entry[1].kind === 'table' && entry[1].rows.length > 0 && entry[1].more !== true,
    ) ?? [];
  const places = placesOf(calculator).filter(
    ({ place }) => !place.includes('.') || place.startsWith(`${tableName}.`),
  );
  const known = namesOf(calculator, words);
  const heads = places.map(({ place, key, field }) => {
    const label = sayText(words, key).text;
    // A label that would be read as another column gives way to the name of the definition.
    if (known.get(plain(label)) !== place) return place;
    return field.kind === 'quantity' && field.symbol !== '' ? `${label} (${field.symbol})` : label;
  });
  const rows = (table?.rows ?? [{}]).map((row): readonly Cell[] => [
    '1',
    ...places.map(({ place, field }) => {
      const [, column] = place.split('.');
      return (column === undefined ? field.default : row[column]) ?? null;
    }),
  ]);
  return writeCsv([[sayText(words, 'batch.case').text, ...heads], ...rows]);
}
