import type { CellStyle, DataValidation, Cell as WorkbookCell, WriteSheet } from 'hucre/xlsx';
import { locales } from '../i18n/locales.ts';
import { vocabularies } from '../schemas/vocabulary.ts';
import type { BookPlan, Column, SheetPlan } from './book.ts';
import { explainColumns, readMe, vocabularyRows } from './explain-columns.ts';
import { cellName } from './sheet-problem.ts';
import type { FilledSheet } from './write.ts';

/** Rows that are ready to be filled in: their drop-down lists and text cells reach so far. */
const readyRows = 200;
/** Cells a spreadsheet would turn into dates or numbers are set to text in so many rows. */
const textRows = 60;

const headerStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E4EFE6' } },
  alignment: { wrapText: true, vertical: 'top' },
};
const requiredStyle: CellStyle = {
  ...headerStyle,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'BFDCC4' } },
};
const textStyle: CellStyle = { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } };

/** A workbook of filled or empty sheets, with help and drop-down lists. The same sheets give the same bytes. */
export async function writeWorkbook(plan: BookPlan, filled: readonly FilledSheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const lists = listsOf(plan);
  const epoch = new Date(0);
  return writeXlsx({
    properties: {
      title: 'Global-ERCaN Knowledge Portal',
      creator: 'Global-ERCaN',
      created: epoch,
      modified: epoch,
    },
    sheets: [
      helpSheet('read me', readMe(plan), [100]),
      ...filled.map((sheet) => factSheet(sheet, lists)),
      helpSheet('columns', explainColumns(plan), [18, 26, 60, 22, 14, 44, 36]),
      helpSheet('vocabularies', vocabularyRows(plan), [20, 36, ...locales.map(() => 30)]),
      helpSheet(
        'lists',
        columnsToRows([...lists.values()]),
        [...lists.values()].map(() => 28),
      ),
    ],
    activeSheet: 1,
  });
}

function helpSheet(
  name: string,
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): WriteSheet {
  const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
  return {
    name,
    rows: rows.map((row) => [...row]),
    columns: widths.map((width) => ({ width, style: wrapped })),
    freezePane: { rows: 1 },
    cells: new Map(
      (rows[0] ?? []).map((value, index) => [`0,${index}`, { value, type: 'string', style: headerStyle }]),
    ),
  };
}

function factSheet({ plan, rows }: FilledSheet, lists: ReadonlyMap<string, ListColumn>): WriteSheet {
  const cells = new Map<string, Partial<WorkbookCell>>();
  plan.columns.forEach((column, index) => {
    cells.set(`0,${index}`, {
      value: column.name,
      type: 'string',
      style: column.required ? requiredStyle : headerStyle,
    });
    if (!staysText(column)) return;
    for (let line = 1; line <= Math.max(textRows, rows.length); line += 1) {
      const value = stored(rows[line - 1]?.[index] ?? null);
      cells.set(`${line},${index}`, { value, type: value === null ? 'empty' : 'string', style: textStyle });
    }
  });
  return {
    name: plan.name,
    rows: [plan.columns.map(({ name }) => name), ...rows.map((row) => row.map(stored))],
    columns: plan.columns.map((column) => ({ width: widthOf(column) })),
    freezePane: { rows: 1, columns: 1 },
    cells,
    dataValidations: plan.columns.flatMap((column, index) => validationOf(column, index, lists)),
  };
}

/** Spreadsheets read _x0041_ as a sign; a text that holds such a thing says so. */
function stored<Value>(value: Value): Value | string {
  return typeof value === 'string' ? value.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : value;
}

/** Codes and words that a spreadsheet would take for numbers, dates or formulas. */
const staysText = ({ kind, options }: Column): boolean => kind === 'text' && options.length === 0;

const widthOf = ({ name, kind, of }: Column): number =>
  of === 'text' || /summary|text|note|community/.test(name)
    ? 60
    : kind === 'number'
      ? 12
      : Math.max(14, name.length + 2);

/** A drop-down list where values are chosen; several or other values may be typed where they are allowed. */
function validationOf(
  column: Column,
  index: number,
  lists: ReadonlyMap<string, ListColumn>,
): DataValidation[] {
  const list = lists.get(listNameOf(column) ?? '');
  if (!list) return [];
  const strict = column.kind === 'choice' || column.kind === 'boolean';
  const first = cellName({ line: 2, column: index + 1 });
  const last = cellName({ line: readyRows + 1, column: index + 1 });
  return [
    {
      type: 'list',
      formula1: `lists!$${list.letter}$2:$${list.letter}$${list.values.length + 1}`,
      range: `${first}:${last}`,
      allowBlank: true,
      showErrorMessage: strict,
      errorStyle: 'warning',
      errorTitle: column.name,
      errorMessage: 'This value is not in the list; the check will refuse it.',
    },
  ];
}

interface ListColumn {
  readonly title: string;
  readonly letter: string;
  readonly values: readonly string[];
}

/** The lists that the columns of a book choose from: by vocabulary, or by their values. */
function listsOf({ sheets }: BookPlan): Map<string, ListColumn> {
  const found = new Map<string, ListColumn>();
  for (const column of sheets.flatMap(({ columns }: SheetPlan) => columns)) {
    const name = listNameOf(column);
    if (name === undefined || found.has(name)) continue;
    const values = column.suggests ? Object.keys(vocabularies[column.suggests].entries) : column.options;
    const letter = cellName({ line: 1, column: found.size + 1 }).replace(/\d+$/, '');
    found.set(name, { title: column.vocabulary ?? column.suggests ?? column.name, letter, values });
  }
  return found;
}

function listNameOf({ vocabulary, suggests, options }: Column): string | undefined {
  return vocabulary ?? suggests ?? (options.length > 0 ? options.join('|') : undefined);
}

function columnsToRows(lists: readonly ListColumn[]): string[][] {
  const longest = Math.max(...lists.map(({ values }) => values.length));
  return [
    lists.map(({ title }) => title),
    ...Array.from({ length: longest }, (_, line) => lists.map(({ values }) => values[line] ?? '')),
  ];
}
