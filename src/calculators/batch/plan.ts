import { type CsvTable, readCsv } from '../../csv/read.ts';
import type { Face } from '../define.ts';
import type { ColumnField, Field } from '../fields.ts';
import { hasWords, sayText, type Words } from '../say.ts';
import { type ChosenUnits, unitsFor } from '../unit-choice.ts';

/** How the columns of a file are read. */
export interface BatchPlan {
  readonly table: CsvTable;
  /** For every column of the file what it holds: a place such as `area` or `layers.soc`, the name of the case, or nothing. */
  readonly places: readonly (string | null)[];
  /** Columns that are not understood. */
  readonly unknown: readonly string[];
  /** Units that the headers name, where they are not the calculator's own. */
  readonly units: ChosenUnits;
}

const caseNames = new Set(['case', 'id', 'site', 'plot', 'profile', 'name', '编号', '样地', '名称']);

/** Reads the header of a file: names of fields or columns, or their words, in English or in the reader's language. */
export function planBatch(calculator: Face, words: Words, text: string): BatchPlan {
  const table = readCsv(text);
  const known = namesOf(calculator, words);
  const units: Record<string, string> = {};
  const places = table.header.map((head) => {
    const { name, unit } = splitUnit(head);
    const place = known.get(plain(head)) ?? known.get(plain(name)) ?? null;
    if (place !== null && unit !== null) {
      const code = unitNamed(calculator, place, unit);
      if (code !== null) units[place] = code;
    }
    return place ?? (caseNames.has(plain(head)) ? 'case' : null);
  });
  const unknown = table.header.filter((head, index) => places[index] === null && head !== '');
  return { table, places, unknown, units };
}

/** `Bulk density (g/cm³)`: name and unit, which may hold parentheses itself: `t/(ha·yr)`. */
function splitUnit(head: string): { name: string; unit: string | null } {
  const text = head
    .replaceAll(/[[（]/g, '(')
    .replaceAll(/[\]）]/g, ')')
    .trim();
  if (!text.endsWith(')')) return { name: head, unit: null };
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === ')') depth += 1;
    if (text[at] === '(') depth -= 1;
    if (depth === 0) return { name: text.slice(0, at).trim(), unit: text.slice(at + 1, -1).trim() };
  }
  return { name: head, unit: null };
}

/** A name without capitals, spaces and hyphens. */
export function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_\-.]+/g, '');
}

/** Where two columns have one name, the first has it: single fields, then tables in the order of the form. */
export function namesOf(calculator: Face, words: Words): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (name: string, place: string) => {
    if (!names.has(plain(name))) names.set(plain(name), place);
  };
  const places = placesOf(calculator);
  for (const { place } of places) add(place, place);
  for (const { place, key, own } of places) {
    for (const dictionary of [words, { ...words, own: words.english, locale: 'en' as const }])
      if (hasWords(dictionary, key)) add(sayText(dictionary, key).text, place);
    add(own, place);
  }
  return names;
}

/** Every field and column that one cell can hold, with the key of its name. */
export function placesOf({ fields }: Face): readonly Place[] {
  return Object.entries(fields).flatMap(([name, field]): readonly Place[] => {
    if (field.kind === 'csv') return [];
    if (field.kind !== 'table') return [{ place: name, key: `field.${name}.label`, own: name, field }];
    return Object.entries(field.columns).map(([column, one]) => ({
      place: `${name}.${column}`,
      key: `column.${name}.${column}.label`,
      own: column,
      field: one,
    }));
  });
}

interface Place {
  readonly place: string;
  readonly key: string;
  /** The name in the definition, which a header may use. */
  readonly own: string;
  readonly field: ColumnField;
}

function unitNamed({ fields }: Face, place: string, unit: string): string | null {
  const [name = '', column] = place.split('.');
  const field: Field | undefined = fields[name];
  const one = field?.kind === 'table' ? field.columns[column ?? ''] : field;
  if (one?.kind !== 'quantity') return null;
  const found = unitsFor(one).find(
    ({ code, symbol }) => plain(code) === plain(unit) || plain(symbol) === plain(unit),
  );
  return found?.code ?? null;
}
