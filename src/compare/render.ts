import { h, type Node, type Tree } from '../contribute/tree.ts';
import { kinds } from './record.ts';
import { setText, setWords } from './set-words.ts';
import {
  type Comparison,
  differs,
  type Group,
  type Item,
  type Line,
  type Note,
  ownKeys,
  type Row,
  recordedOf,
} from './table.ts';
import type { CompareWords } from './words.ts';

/** A comparison as a table, the same in the build and in a browser. */
export function renderComparison({ items, groups }: Comparison, words: CompareWords): Tree {
  const label = words.say('compare.table', { count: items.length });
  const [first] = items;
  return h(
    'div',
    { class: 'table comparison', tabindex: 0 },
    h(
      'table',
      { 'aria-label': label, 'data-items': items.length },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, first ? words.say(`kind.${kinds[first.kind]}`) : ''),
          items.map((item) => h('th', { scope: 'col' }, itemLink(item, words))),
        ),
      ),
      groups.map((group) => renderGroup(group, items, words)),
    ),
  );
}

function itemLink({ title, path }: Item, words: CompareWords): Tree {
  return h('a', { href: path }, ...setText(title, words.locale));
}

function renderGroup({ id, label, note, rows }: Group, items: readonly Item[], words: CompareWords): Tree {
  return h(
    'tbody',
    { 'data-group': id },
    h(
      'tr',
      { class: 'comparison-group' },
      h(
        'th',
        { scope: 'rowgroup', colspan: items.length + 1 },
        h('span', {}, label),
        note !== undefined && h('small', {}, ...setWords(note)),
      ),
    ),
    rows.map((one) => renderRow(one, items, words)),
  );
}

const none: ReadonlySet<string> = new Set();

function renderRow(row: Row, items: readonly Item[], words: CompareWords): Tree {
  const { id, label, cells, caution, links } = row;
  const different = differs(row);
  const ownOnes = different ? ownKeys(row) : none;
  const recorded = recordedOf(row);
  return h(
    'tr',
    { 'data-row': id, class: different ? 'differs' : undefined },
    h(
      'th',
      { scope: 'row' },
      h('span', { class: 'criterion' }, ...setText(label, words.locale)),
      !links && h('small', { class: 'mark' }, words.say(different ? 'compare.differs' : 'compare.same')),
      recorded > 0 &&
        recorded < items.length &&
        h('small', {}, words.say('compare.recorded', { recorded, all: items.length })),
      caution !== undefined && h('small', { class: 'caution' }, caution),
    ),
    items.map((item, at) =>
      h(
        'td',
        {},
        h('span', { class: 'of' }, itemLink(item, words)),
        renderCell(cells[at] ?? [], item, ownOnes, words),
      ),
    ),
  );
}

function renderCell(
  lines: readonly Line[],
  item: Item,
  ownOnes: ReadonlySet<string>,
  words: CompareWords,
): Tree {
  const [only, ...others] = lines;
  if (!only) return h('p', { class: 'unrecorded' }, words.say('compare.unrecorded'));
  if (others.length === 0) return h('div', {}, ...renderLine(only, item, words));
  return h(
    'ul',
    {},
    lines.map((line) =>
      h('li', { class: ownOnes.has(line.key) ? 'own' : undefined }, ...renderLine(line, item, words)),
    ),
  );
}

function renderLine(line: Line, item: Item, words: CompareWords): Node[] {
  const { amount, text, path, notes = [], sources = [] } = line;
  const said = text ? setText(text, words.locale) : [];
  const linked = path === undefined ? said : [h('a', { href: path }, ...said)];
  return [
    ...(amount
      ? [
          h(
            'b',
            { class: 'amount' },
            h('bdi', { dir: 'ltr' }, amount.number, '\u00a0', ...setWords(amount.unit)),
          ),
          ' ',
        ]
      : []),
    ...linked,
    ...(sources.length > 0 ? [' ', renderSources(sources, item, words)] : []),
    ...(notes.length > 0 ? [h('small', {}, ...joined(notes.map((note) => renderNote(note, words))))] : []),
  ];
}

function renderNote({ before = '', after = '', ...text }: Note, words: CompareWords): Node[] {
  return [...setWords(before), ...setText(text, words.locale), ...setWords(after)];
}

/** Notes in a row; the dot between two stays at the end of its line. */
function joined(notes: readonly (readonly Node[])[]): Node[] {
  return notes.flatMap((note, index) => (index === 0 ? note : ['\u00a0· ', ...note]));
}

/** Numbers of sources as links to their places on the page of the item. */
function renderSources(sources: readonly number[], { path, title }: Item, words: CompareWords): Tree {
  const links = sources.flatMap((number, index): Node[] => [
    ...(index > 0 ? [', '] : []),
    h(
      'a',
      {
        href: `${path}#source-${number}`,
        'aria-label': words.say('compare.source', { number, title: title.text }),
      },
      String(number),
    ),
  ]);
  return h('span', { class: 'cite' }, '[', ...links, ']');
}
