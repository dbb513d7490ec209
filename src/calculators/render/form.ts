import { localeFacts } from '../../i18n/locales.ts';
import { escapeHtml } from '../../i18n/typeset.ts';
import type { RowTexts } from '../address.ts';
import type { Face } from '../define.ts';
import {
  type ChoiceField,
  type ColumnField,
  hasFixedRows,
  type QuantityField,
  type SingleField,
  type TableField,
} from '../fields.ts';
import { rangeOf, rowName } from '../messages.ts';
import { type Saying, sayHtml, sayText, type Words } from '../say.ts';

/** The id of the input, row or table that a path leads to; with a part, of its hint or message. */
export function elementId(calculator: Pick<Face, 'id'>, path: string, part?: 'hint' | 'error'): string {
  return [calculator.id, ...path.split('.'), ...(part ? [part] : [])].join('-');
}

/** The body rows of a table of inputs, as HTML. The buttons are hidden until a script answers to them. */
export function renderRows(calculator: Face, words: Words, name: string, rows: readonly RowTexts[]): string {
  const field = calculator.fields[name];
  if (field?.kind !== 'table') throw new Error(`"${name}" is not a table of ${calculator.id}`);
  return rows
    .map((texts, row) => {
      const cells = Object.entries(field.columns).map(([column, one]) =>
        renderCell(calculator, words, { name, row, column }, one, texts[column] ?? ''),
      );
      const label = rowName(words, name, row);
      const tools = hasFixedRows(field)
        ? ''
        : `<td class="row-tools">${rowTools(words, name, row, label)}</td>`;
      return `<tr><th scope="row">${sayHtml(words, label)}</th>${cells.join('')}${tools}</tr>`;
    })
    .join('');
}

/** Whether a row holds something in a column that is folded away at first. */
export function usesMoreColumns({ columns }: TableField, rows: readonly RowTexts[]): boolean {
  const more = Object.entries(columns).filter(([, column]) => column.more);
  return rows.some((row) => more.some(([name, { default: usual }]) => (row[name] ?? '') !== (usual ?? '')));
}

/** Buttons that move and remove a row, with its name for those who do not see where they stand. */
function rowTools(words: Words, name: string, row: number, label: Saying): string {
  const tools = [
    ['up', 'move-up', '↑'],
    ['down', 'move-down', '↓'],
    ['remove', 'remove-row', '×'],
  ] as const;
  return tools
    .map(([act, key, sign]) => {
      const spoken = sayText(words, { key: `button.${key}`, values: { row: label } }).text;
      return `<button type="button" data-${act}="${name}.${row}" aria-label="${escapeHtml(spoken)}" title="${escapeHtml(spoken)}" hidden>${sign}</button>`;
    })
    .join('');
}

interface CellPlace {
  readonly name: string;
  readonly row: number;
  readonly column: string;
}

function renderCell(
  calculator: Face,
  words: Words,
  { name, row, column }: CellPlace,
  field: ColumnField,
  text: string,
): string {
  const path = `${name}.${row}.${column}`;
  const id = elementId(calculator, path);
  const error = elementId(calculator, path, 'error');
  const key = `column.${name}.${column}.label`;
  const { lang } = sayText(words, key);
  const symbol = field.kind === 'quantity' ? field.symbol : '';
  const values = { row: rowName(words, name, row), column: { key }, unit: symbol };
  const spoken = sayText(words, { key: symbol === '' ? 'cell.name' : 'cell.name-unit', values }).text;
  const shared = [
    ` id="${id}" name="${path}" aria-label="${escapeHtml(spoken)}"`,
    lang === words.locale ? '' : ` lang="${localeFacts[lang].tag}"`,
    ` aria-describedby="${elementId(calculator, `${name}.${column}`, 'hint')} ${error}"`,
  ].join('');
  const input =
    field.kind === 'choice'
      ? `<select${shared}>${optionsHtml(words, field, `choice.${name}.${column}`, text)}</select>`
      : `<input type="text"${field.kind === 'quantity' ? ' inputmode="decimal"' : ''} autocomplete="off"${shared} value="${escapeHtml(text)}">`;
  return [
    `<td${field.more ? ' class="more-column"' : ''}><label for="${id}">${labelHtml(words, key, field)}</label>${input}`,
    `<p class="field-error" id="${error}" hidden></p></td>`,
  ].join('');
}

/** The options of a choice, as HTML; an option cannot hold marked words, so it is marked itself. */
export function optionsHtml(words: Words, field: ChoiceField, place: string, chosen: string): string {
  const none = field.optional ? '<option value="">–</option>' : '';
  const options = field.values.map((value) => {
    const { text, lang } = sayText(words, `${place}.${value}`);
    const selected = value === (chosen || field.default) ? ' selected' : '';
    const marked = lang === words.locale ? '' : ` lang="${localeFacts[lang].tag}"`;
    return `<option value="${escapeHtml(value)}"${selected}${marked}>${escapeHtml(text)}</option>`;
  });
  return none + options.join('');
}

/** The name of a field with its unit, as HTML. */
export function labelHtml(words: Words, key: string, field: ColumnField): string {
  if (field.kind !== 'quantity' || field.symbol === '') return sayHtml(words, key);
  return `${sayHtml(words, key)} <bdi class="unit">${escapeHtml(field.symbol)}</bdi>`;
}

/** What a quantity may be: `Allowed: 0 to 300 cm.` */
export function allowedSaying(field: QuantityField): Saying {
  return { key: 'range.allowed', values: { range: rangeOf(field) } };
}

/** What a field may be and what it means, as HTML for its hint. */
export function hintHtml(words: Words, key: string, field: SingleField): string {
  const allowed =
    field.kind === 'quantity' ? [`<span class="allowed">${sayHtml(words, allowedSaying(field))}</span>`] : [];
  return [...allowed, sayHtml(words, key), ...(field.optional ? [sayHtml(words, 'optional')] : [])].join(' ');
}
