import { type Vocabulary, vocabularies } from '../schemas/vocabulary.ts';
import type { Field } from './fields.ts';
import { type Name, readNames, writeNames } from './names.ts';

/** What a cell may hold; a table of text has strings only. */
export type CellValue = string | number | boolean | Date | null;

/** The value of a field as a cell holds it. */
export function toCell({ kind }: Field, value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) {
    if (kind === 'names') return writeNames(value as Name[]);
    return value.map(String).join(kind === 'lines' ? '\n' : '; ');
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}

/** A cell as the value of a field. What does not fit stays as it is, for the schema to say what is wrong with it. */
export function fromCell(field: Field, cell: Exclude<CellValue, Date>): unknown {
  if (isEmpty(cell)) return undefined;
  const text = typeof cell === 'string' ? cell.replaceAll(/\r\n?/g, '\n').trim() : String(cell);
  switch (field.kind) {
    case 'number':
      return typeof cell === 'string' ? plainNumber(text) : cell;
    case 'boolean':
      return typeof cell === 'boolean' ? cell : (truth[text.toLowerCase()] ?? text);
    case 'choice':
      return idOf(field, text);
    case 'list':
      return items(text, /[;；,，、\n]/).map((item) => idOf(field, item));
    case 'lines':
      return items(text, /\n/);
    case 'names':
      return readNames(text);
    case 'text':
      return text;
  }
}

export const isEmpty = (cell: CellValue | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

const truth: Readonly<Record<string, boolean>> = { true: true, false: false };

const items = (text: string, at: RegExp): string[] =>
  text
    .split(at)
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** Digits with a point, and nothing that could mean two numbers: 12,000 stays text and is asked about. */
function plainNumber(text: string): number | string {
  const plain = text.replace('\u2212', '-');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : text;
}

/** An id, or the label of an entry in any language in its place. */
function idOf({ options, vocabulary }: Field, text: string): string {
  if (options.includes(text)) return text;
  const sameId = options.find((option) => option.toLowerCase() === text.toLowerCase());
  if (sameId !== undefined || vocabulary === undefined) return sameId ?? text;
  return idsByLabel(vocabularies[vocabulary]).get(text.toLowerCase()) ?? text;
}

const byLabel = new WeakMap<Vocabulary, ReadonlyMap<string, string>>();

/** Labels that belong to one entry only. */
function idsByLabel(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  const known = byLabel.get(vocabulary);
  if (known) return known;
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const [id, { label }] of Object.entries(vocabulary.entries)) {
    for (const name of new Set(Object.values(label).map((text) => text.toLowerCase()))) {
      if (found.has(name)) twice.add(name);
      found.set(name, id);
    }
  }
  for (const name of twice) found.delete(name);
  byLabel.set(vocabulary, found);
  return found;
}
