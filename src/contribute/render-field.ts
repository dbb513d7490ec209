import type { Draft } from './draft.ts';
import {
  elementId,
  type Field,
  fieldId,
  fieldName,
  type GroupField,
  type ListField,
  nameOf,
  type Path,
} from './field.ts';
import type { FormData } from './form-data.ts';
import { idsOf } from './ids.ts';
import { fieldsOfGroup } from './layout-order.ts';
import { optionsFor, shownAs } from './options.ts';
import { isShown } from './shown.ts';
import { h, type Node, type Tree } from './tree.ts';
import { insteadKey, isEmpty, isRows, isValues, type Value, valueAt } from './values.ts';
import { choiceOf, hintOf, labelOf, say } from './words.ts';

export interface Drawing {
  readonly data: FormData;
  readonly draft: Draft;
}

/** Words that need more than one line. */
const longLine = 200;

/** One field with its label, what is to be known of it, what was read, and what is wrong. */
export function renderField(field: Field, path: Path, drawing: Drawing): Tree {
  if (field.kind === 'group') return renderGroup(field, path, drawing);
  if (field.kind === 'list') return renderList(field, path, drawing);
  const { words } = drawing.data;
  const name = nameOf(path);
  const hint = hintOf(words, field, name);
  return h(
    'div',
    {
      class: `field field-${field.kind}`,
      'data-at': fieldName(path),
      hidden: !isShown(path, drawing.draft.values, drawing.data.indicators),
    },
    h(
      'label',
      { for: fieldId(path) },
      labelOf(words, field, name),
      field.required && field.key !== 'id' && h('small', { class: 'need' }, ` ${say(words, 'need')}`),
    ),
    hint !== undefined && h('p', { class: 'hint', id: fieldId(path, 'hint') }, hint),
    control(
      field,
      path,
      drawing,
      [hint !== undefined ? 'hint' : '', 'note', 'error'],
      labelOf(words, field, name),
    ),
    ...notes(field, path, drawing),
  );
}

/** Below a control: how long it is, how it was read, what is wrong with it. */
function notes(field: Field, path: Path, { data, draft }: Drawing): Node[] {
  const text = textAt(draft, path);
  const counter =
    field.kind === 'words' &&
    h('p', { class: 'counter', id: fieldId(path, 'counter') }, counted(data, text, field.longest));
  return [
    ...(counter ? [counter] : []),
    h('p', { class: 'read', id: fieldId(path, 'note'), role: 'status' }),
    h('p', { class: 'field-error', id: fieldId(path, 'error'), hidden: true }),
  ];
}

export function counted({ words }: FormData, text: string, longest: number): string {
  return say(words, 'counter', { count: [...text.trim()].length, longest });
}

const textAt = (draft: Draft, path: Path): string => {
  const value = valueAt(draft.values, path);
  return typeof value === 'string' ? value : '';
};

/** Where a control is described: hint, reading and message have ids of their own. */
function control(
  field: Field,
  path: Path,
  { data, draft }: Drawing,
  described: readonly string[],
  label: string,
  alone = false,
): Tree {
  const text = textAt(draft, path);
  const { words } = data;
  const common = {
    id: fieldId(path),
    name: fieldName(path),
    'aria-describedby': described
      .filter((part) => part !== '')
      .map((part) => fieldId(path, part))
      .join(' '),
    'aria-label': alone ? label : undefined,
    'aria-required': field.required && field.key !== 'id' ? 'true' : undefined,
    autocomplete: 'off',
  };
  const select = (values: readonly string[]) =>
    h(
      'select',
      { ...common, autocomplete: undefined },
      h('option', { value: '' }, say(words, 'choose')),
      [...values, ...(text === '' || values.includes(text) ? [] : [text])].map((value) =>
        h('option', { value, selected: value === text }, choiceOf(words, nameOf(path), value)),
      ),
    );
  switch (field.kind) {
    case 'words':
      return field.longest > longLine
        ? h('textarea', { ...common, rows: field.longest > 500 ? 4 : 2, dir: 'auto' }, text)
        : h('input', { ...common, type: 'text', value: text, dir: 'auto' });
    case 'choice':
      return select(field.values);
    case 'yes-no':
      return select(['yes', 'no']);
    case 'entry':
    case 'reference':
    case 'unit':
    case 'citation': {
      const shown = shownAs(optionsFor(field, path, draft, data), text);
      return combobox(common, shown, field.kind, label);
    }
    case 'number':
      return h('input', { ...common, type: 'text', inputmode: 'decimal', value: text, dir: 'ltr' });
    default:
      return h('input', {
        ...common,
        type: 'text',
        value: text,
        dir: 'auto',
        placeholder: placeholderOf(path, { data, draft }),
      });
  }
}

function combobox(
  common: Readonly<Record<string, string | undefined>>,
  shown: string,
  kind: string,
  label: string,
): Tree {
  const list = `${common['id']}--list`;
  return h(
    'div',
    { class: 'combo' },
    h('input', {
      ...common,
      type: 'text',
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': list,
      'data-combo': kind,
      value: shown,
      dir: 'auto',
      spellcheck: 'false',
    }),
    h('ul', { role: 'listbox', id: list, hidden: true, 'aria-label': label }),
  );
}

/** The id that a row gets when nobody writes one. */
function placeholderOf(path: Path, { data, draft }: Drawing): string | undefined {
  if (path.at(-1) !== 'id') return undefined;
  const listPath = path.slice(0, -2);
  const list = listAt(data.model, listPath);
  return list && idsOf(list, valueAt(draft.values, listPath))[Number(path.at(-2))];
}

function listAt(field: Field, path: Path): ListField | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return field.kind === 'list' ? field : undefined;
  if (field.kind === 'list') return listAt(field.item, rest);
  const child = field.kind === 'group' ? field.fields.find(({ key }) => key === step) : undefined;
  return child && listAt(child, rest);
}

/** Fields that belong together. One that may be left out opens when it is wanted, or where it has something in it. */
function renderGroup(field: GroupField, path: Path, drawing: Drawing): Tree {
  const { words, indicators } = drawing.data;
  const value = valueAt(drawing.draft.values, path);
  const label = labelOf(words, field, nameOf(path));
  const hint = hintOf(words, field, nameOf(path));
  const inside = [
    ...(hint === undefined ? [] : [h('p', { class: 'hint' }, hint)]),
    ...field.instead.map((literal) => instead(literal, field, path, drawing)),
    ...groupFields(field, path, drawing),
    h('p', { class: 'field-error', id: fieldId(path, 'error'), hidden: true }),
  ];
  const common = { 'data-at': fieldName(path), id: fieldId(path) };
  const hidden = !isShown(path, drawing.draft.values, indicators);
  // A record that an answer calls for is not one that may wait.
  const called = path.at(-1) === 'carbon';
  return field.required || called
    ? h('fieldset', { class: 'group', ...common, tabindex: -1, hidden }, h('legend', {}, label), inside)
    : h(
        'details',
        { class: 'group', ...common, hidden, open: !isEmpty(value) },
        h('summary', {}, label),
        inside,
      );
}

/** Words in place of a group, such as a depth that the source does not state. */
function instead(literal: string, field: Field, path: Path, { data, draft }: Drawing): Tree {
  const name = fieldName([...path, insteadKey]);
  const values = {
    field: labelOf(data.words, field, nameOf(path)),
    words: choiceOf(data.words, nameOf(path), literal),
  };
  return h(
    'label',
    { class: 'choice' },
    h('input', {
      type: 'checkbox',
      name,
      id: elementId(name),
      value: literal,
      checked: valueAt(draft.values, [...path, insteadKey]) === literal,
    }),
    h('span', {}, say(data.words, 'instead', values)),
  );
}

/** The fields of a group in their order; the less needed ones behind one heading. */
export function groupFields(field: GroupField, path: Path, drawing: Drawing): Node[] {
  const { first, more } = fieldsOfGroup(field, path);
  const draw = (child: Field) => renderField(child, [...path, child.key], drawing);
  const open = more.some(
    ({ key }) => key !== 'id' && !isEmpty(valueAt(drawing.draft.values, [...path, key])),
  );
  const isPoint = field.fields.some(({ key }) => key === 'lat');
  return [
    ...(isPoint ? [pointTools(path, drawing)] : []),
    ...first.map(draw),
    ...(more.length === 0
      ? []
      : [
          h(
            'details',
            { class: 'more', open },
            h('summary', {}, say(drawing.data.words, 'more')),
            more.map(draw),
          ),
        ]),
  ];
}

/** Rows of a list, each with its tools, and a button for one more. */
export function renderList(field: ListField, path: Path, drawing: Drawing): Tree {
  const { words } = drawing.data;
  const name = nameOf(path);
  const label = labelOf(words, field, name);
  const hint = hintOf(words, field, name);
  const rows = rowsOf(field, valueAt(drawing.draft.values, path));
  return h(
    'fieldset',
    {
      class: `list list-of-${field.item.kind}`,
      'data-at': fieldName(path),
      'data-list': fieldName(path),
      id: fieldId(path),
      tabindex: -1,
      hidden: !isShown(path, drawing.draft.values, drawing.data.indicators),
    },
    h(
      'legend',
      {},
      label,
      field.required && field.least > 0 && h('small', { class: 'need' }, ` ${say(words, 'need')}`),
    ),
    hint !== undefined && h('p', { class: 'hint', id: fieldId(path, 'hint') }, hint),
    name === 'sources' && field.item.kind === 'group' && pasteBox(drawing),
    rows.length > 0 &&
      h(
        'ol',
        { class: 'rows' },
        rows.map((row, index) => renderRow(field, path, index, rows.length, row, label, drawing)),
      ),
    h('p', { class: 'field-error', id: fieldId(path, 'error'), hidden: true }),
    h(
      'p',
      { class: 'actions' },
      h('button', { type: 'button', 'data-add': fieldName(path) }, say(words, 'add', { list: label })),
    ),
  );
}

/** A list that must not be empty shows its first row at once. */
export function rowsOf(field: ListField, value: Value | undefined): readonly Value[] {
  const rows = isRows(value) ? value : [];
  return rows.length === 0 && field.least > 0 && field.required ? [''] : rows;
}

function renderRow(
  field: ListField,
  path: Path,
  index: number,
  count: number,
  row: Value,
  label: string,
  drawing: Drawing,
): Tree {
  const { words } = drawing.data;
  const at = [...path, index];
  const name = say(words, 'row', { list: label, number: index + 1 });
  const tool = (action: string, sign: string, disabled: boolean) =>
    h(
      'button',
      {
        type: 'button',
        [`data-${action}`]: fieldName(at),
        'aria-label': say(words, action, { row: name }),
        title: say(words, action, { row: name }),
        disabled,
      },
      h('span', { 'aria-hidden': 'true' }, sign),
    );
  const tools = h(
    'span',
    { class: 'row-tools' },
    tool('up', '↑', index === 0),
    tool('down', '↓', index === count - 1),
    tool('remove', '×', false),
  );
  if (field.item.kind === 'group') {
    const title = titleOf(row);
    return h(
      'li',
      {},
      h(
        'fieldset',
        { class: 'row', 'data-at': fieldName(at), id: fieldId(at), tabindex: -1 },
        h(
          'legend',
          {},
          h('span', { id: fieldId(at, 'title') }, title === '' ? name : `${name}: ${title}`),
          tools,
        ),
        groupFields(field.item, at, drawing),
        h('p', { class: 'field-error', id: fieldId(at, 'error'), hidden: true }),
      ),
    );
  }
  return h(
    'li',
    { class: 'line', 'data-at': fieldName(at) },
    h('div', { class: 'line-field' }, control(field.item, at, drawing, ['note', 'error'], name, true), tools),
    h('p', { class: 'read', id: fieldId(at, 'note'), role: 'status' }),
    h('p', { class: 'field-error', id: fieldId(at, 'error'), hidden: true }),
  );
}

/** What a row is called while it is worked on. */
export function titleOf(row: Value): string {
  if (!isValues(row)) return '';
  const title = ['label', 'text', 'title', 'item', 'name', 'check', 'fact']
    .map((key) => row[key])
    .find((value) => typeof value === 'string' && value !== '');
  return typeof title === 'string' ? (title.length > 60 ? `${title.slice(0, 60)}…` : title) : '';
}

/** A place to paste references of other programs. */
function pasteBox({ data: { words } }: Drawing): Tree {
  return h(
    'details',
    { class: 'group paste' },
    h('summary', {}, say(words, 'paste.title')),
    h('label', { for: 'paste-sources' }, say(words, 'paste.hint')),
    h('textarea', {
      id: 'paste-sources',
      rows: 4,
      dir: 'ltr',
      spellcheck: 'false',
      'aria-describedby': 'paste-sources-told',
    }),
    h(
      'p',
      { class: 'actions' },
      h('button', { type: 'button', 'data-do': 'paste-sources' }, say(words, 'paste.button')),
    ),
    h('p', { class: 'read', id: 'paste-sources-told', role: 'status' }),
  );
}

/** Coordinates in any form, and a map to click on; the script draws the map. */
function pointTools(path: Path, { data: { words } }: Drawing): Tree {
  const id = fieldId(path, 'paste');
  return h(
    'div',
    { class: 'point', 'data-point': fieldName(path) },
    h('label', { for: id }, say(words, 'point.paste')),
    h('p', { class: 'hint', id: `${id}-hint` }, say(words, 'point.paste.hint')),
    h('input', {
      type: 'text',
      id,
      dir: 'ltr',
      autocomplete: 'off',
      'data-coordinates': fieldName(path),
      'aria-describedby': `${id}-hint ${fieldId(path, 'told')}`,
    }),
    h('p', { class: 'read', id: fieldId(path, 'told'), role: 'status' }),
    h('div', { class: 'point-map', 'data-map': fieldName(path) }),
  );
}
