import { escapeHtml } from '../../i18n/typeset.ts';
import { rowsOf, type Success } from '../define.ts';
import type { FigureOutput, LabelOutput, OutputRow, RowsOutput } from '../output.ts';
import { isolate, sayHtml, type Words, written } from '../say.ts';
import type { Page } from './page.ts';
import { labelHtml } from './result.ts';
import { rounded } from './rounded.ts';

/** Longer tables are shown by their beginning; the file holds all of it. */
const mostRows = 60;

/** The tables of the result, as HTML. */
export function renderTables(page: Page, { result }: Success): string {
  const { calculator, words } = page;
  const tables = Object.entries(calculator.outputs).flatMap(([name, output]) => {
    const rows = output.kind === 'rows' ? rowsOf(result, name) : [];
    return output.kind === 'rows' && rows.length > 0 ? [{ name, output, rows }] : [];
  });
  if (tables.length === 0) return '';
  const shown = tables.flatMap(({ name, output, rows }) =>
    output.shown === 'file' ? [] : [renderTable(page, name, output, rows)],
  );
  const files = tables.flatMap(({ name, output, rows }) =>
    output.shown === 'file' ? [saveButton(page, name, rows.length)] : [],
  );
  const saved = files.length === 0 ? '' : `<p class="actions">${files.join('')}</p>`;
  return `<h3>${sayHtml(words, 'heading.tables')}</h3>${shown.join('')}${saved}`;
}

function renderTable(page: Page, name: string, output: RowsOutput, rows: readonly OutputRow[]): string {
  const { words } = page;
  const columns = Object.entries(output.columns);
  const heads = columns.map(([column, one]) => {
    const symbol = one.kind === 'figure' ? one.symbol : '';
    const unit = symbol === '' ? '' : ` <bdi class="unit">${escapeHtml(symbol)}</bdi>`;
    return `<th scope="col">${sayHtml(words, `output.${name}.${column}.label`)}${unit}</th>`;
  });
  const body = rows.slice(0, mostRows).map((row) => {
    const cells = columns.map(([column, one]) =>
      renderCell(words, one, `${name}.${column}`, row[column] ?? null),
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const cut =
    rows.length > mostRows
      ? `<p class="hint">${sayHtml(words, { key: 'table.cut', values: { shown: mostRows, all: rows.length } })} ${saveButton(page, name, rows.length)}</p>`
      : '';
  const title = sayHtml(words, `output.${name}.label`);
  const isClosed = output.shown === 'closed';
  // A wide table scrolls by itself, with the keyboard too.
  const table = [
    `<div class="table" tabindex="0"><table class="working"><caption${isClosed ? ' class="visually-hidden"' : ''}><span>${title}</span></caption>`,
    `<thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>${cut}`,
  ].join('');
  return isClosed ? `<details class="figure-table"><summary>${title}</summary>${table}</details>` : table;
}

/** Saves a table as a file; the build hides it until a script answers. */
function saveButton({ words, width }: Page, name: string, rows: number): string {
  const values = { table: { key: `output.${name}.label` }, rows };
  const hidden = width === null ? ' hidden' : '';
  return `<button type="button" data-tool="save-table" data-table="${name}"${hidden}>${sayHtml(words, { key: 'button.save-table', values })}</button>`;
}

function renderCell(
  words: Words,
  output: FigureOutput | LabelOutput,
  place: string,
  value: OutputRow[string],
): string {
  if (output.kind === 'label')
    return `<td class="label">${labelHtml(words, output, place, value === null ? null : String(value))}</td>`;
  const number = typeof value === 'number' ? value : null;
  return `<td>${isolate(written(rounded(number, output), words.locale), words.locale)}</td>`;
}
