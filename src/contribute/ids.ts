import type { ListField } from './field.ts';
import { isRows, isValues, type Value, type Values, valueAt } from './values.ts';

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ı: 'i',
};

/** Words as an id or the last part of an address: small Latin letters, digits and hyphens; empty where none are left. */
export function slugOf(words: string, longest = 48): string {
  const plain = words
    .toLowerCase()
    .replaceAll(/[ßæøđłœþðı]/g, (letter) => plainLetters[letter] ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1) || longest).replaceAll(/-$/g, '');
}

const text = (values: Values, path: readonly (string | number)[]): string => {
  const value = valueAt(values, path);
  return typeof value === 'string' ? value.trim() : '';
};

/** Fields from which the id of an item is made, the first that is filled. */
const namedBy = ['label', 'text', 'item', 'check', 'fact', 'name', 'meaning', 'tex', 'version', 'change'];

function wordsFor(values: Values): string {
  if ('author' in values || 'container-title' in values || 'title' in values) {
    const author = text(values, ['author', 0, 'family']) || text(values, ['author', 0, 'literal']);
    const name = slugOf(author || text(values, ['title']), 30);
    return [name, text(values, ['issued']).slice(0, 4)].filter((part) => part !== '').join(' ');
  }
  return namedBy.map((key) => text(values, [key])).find((words) => slugOf(words) !== '') ?? '';
}

/** The id of each row of a list: as typed, or made from its words, and never twice. */
export function idsOf(list: ListField, rows: Value | undefined): string[] {
  const all = isRows(rows) ? rows : [];
  const typed = all.map((row) => (isValues(row) ? text(row, ['id']) : ''));
  const taken = new Set(typed.filter((id) => id !== ''));
  return all.map((row, index) => {
    const own = typed[index];
    if (own) return own;
    const stem = (isValues(row) ? slugOf(wordsFor(row)) : '') || `${slugOf(list.key) || 'item'}-${index + 1}`;
    let id = stem;
    for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`;
    taken.add(id);
    return id;
  });
}
