import { localeFacts } from '../i18n/locales.ts';
import { escapeHtml } from '../i18n/typeset.ts';
import type { RowTexts } from './address.ts';
import type { Calculator } from './define.ts';
import type { QuantityField } from './fields.ts';
import { rangeOf, rowName } from './messages.ts';
import { sayHtml, sayText, type Words } from './say.ts';

/** The id of the input, row or table that a path leads to; with a part, of its hint or message. */
export function elementId(calculator: Pick<Calculator, 'id'>, path: string, part?: 'hint' | 'error'): string {
  return [calculator.id, ...path.split('.'), ...(part ? [part] : [])].join('-');
}

/** The body rows of a table of inputs, as HTML. The buttons are hidden until a script answers to them. */
export function renderRows(
  calculator: Calculator,
  words: Words,
  name: string,
  rows: readonly RowTexts[],
): string {
  const field = calculator.fields[name];
  if (field?.kind !== 'table') throw new Error(`"${name}" is not a table of ${calculator.id}`);
  return rows
    .map((texts, row) => {
      const cells = Object.entries(field.columns).map(([column, quantity]) =>
        renderCell(calculator, words, { name, row, column }, quantity, texts[column] ?? ''),
      );
      const label = rowName(words, name, row);
      const remove = sayHtml(words, { key: 'button.remove-row', values: { row: label } });
      return [
        `<tr><th scope="row">${sayHtml(words, label)}</th>${cells.join('')}`,
        `<td><button type="button" data-remove="${name}.${row}" hidden>${remove}</button></td></tr>`,
      ].join('');
    })
    .join('');
}

interface CellPlace {
  readonly name: string;
  readonly row: number;
  readonly column: string;
}

function renderCell(
  calculator: Calculator,
  words: Words,
  { name, row, column }: CellPlace,
  quantity: QuantityField,
  text: string,
): string {
  const path = `${name}.${row}.${column}`;
  const id = elementId(calculator, path);
  const error = elementId(calculator, path, 'error');
  const key = `column.${name}.${column}.label`;
  const { lang } = sayText(words, key);
  const values = { row: rowName(words, name, row), column: { key }, unit: quantity.symbol };
  const spoken = sayText(words, {
    key: quantity.symbol === '' ? 'cell.name' : 'cell.name-unit',
    values,
  }).text;
  return [
    `<td><label for="${id}">${labelHtml(words, key, quantity)}</label>`,
    `<input type="text" inputmode="decimal" autocomplete="off" id="${id}" name="${path}" value="${escapeHtml(text)}"`,
    ` aria-label="${escapeHtml(spoken)}"${lang === words.locale ? '' : ` lang="${localeFacts[lang].tag}"`}`,
    ` aria-describedby="${elementId(calculator, `${name}.${column}`, 'hint')} ${error}">`,
    `<p class="field-error" id="${error}" hidden></p></td>`,
  ].join('');
}

/** The name of a quantity with its unit, as HTML. */
export function labelHtml(words: Words, key: string, { symbol }: QuantityField): string {
  if (symbol === '') return sayHtml(words, key);
  return `${sayHtml(words, key)} <bdi class="unit">${escapeHtml(symbol)}</bdi>`;
}

/** What a quantity may be and what it means, as HTML for its hint. */
export function hintHtml(words: Words, key: string, field: QuantityField): string {
  const allowed = sayHtml(words, { key: 'range.allowed', values: { range: rangeOf(field) } });
  return [allowed, sayHtml(words, key), ...(field.optional ? [sayHtml(words, 'optional')] : [])].join(' ');
}
