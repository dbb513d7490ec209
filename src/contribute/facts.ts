import type { Field, GroupField, Path } from './field.ts';
import { idsOf } from './ids.ts';
import { dateOf, numberOf } from './reading.ts';
import { insteadKey, isEmpty, isRows, isValues, type Value, type Values } from './values.ts';

type Facts = Readonly<Record<string, unknown>>;

/** What was typed, as the facts of a contribution: numbers are numbers, empty fields are left out. */
export function factsOf(form: GroupField, values: Values): Facts {
  return groupFacts(form, values);
}

function factOf(field: Field, value: Value | undefined): unknown {
  if (field.kind === 'list') {
    const rows = keptRows(value).map(({ row }) => row);
    if (rows.length === 0) return field.required && field.least === 0 ? [] : undefined;
    return rowFacts(field.item, rows, isIdentified(field.item) ? idsOf(field, rows) : []);
  }
  if (isEmpty(value)) return field.required && field.kind === 'group' ? {} : undefined;
  if (field.kind === 'group') {
    if (!isValues(value)) return undefined;
    const instead = value[insteadKey];
    if (typeof instead === 'string' && instead !== '') return instead;
    return groupFacts(field, value);
  }
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (field.kind === 'number') return numberOf(text);
  if (field.kind === 'date') return dateOf(text, field.approximate);
  if (field.kind === 'yes-no') return text === 'yes' ? true : text === 'no' ? false : text;
  return field.kind === 'words' ? text.replaceAll(/\r\n?/g, '\n') : text;
}

const isIdentified = (item: Field) => item.kind === 'group' && item.fields.some(({ key }) => key === 'id');

function rowFacts(item: Field, rows: readonly Value[], ids: readonly string[]): unknown[] {
  return rows.map((row, index) => {
    const id = ids[index];
    return factOf({ ...item, required: true }, id !== undefined && isValues(row) ? { ...row, id } : row);
  });
}

function groupFacts(group: GroupField, values: Values): Facts {
  const entries = group.fields.flatMap((field) => {
    const fact = factOf(field, Object.hasOwn(values, field.key) ? values[field.key] : undefined);
    return fact === undefined ? [] : [[field.key, fact] as const];
  });
  return Object.fromEntries(entries);
}

/** The rows of a list that somebody filled, with their positions in the form. */
function keptRows(value: Value | undefined): { row: Value; index: number }[] {
  if (!isRows(value)) return [];
  return value.map((row, index) => ({ row, index })).filter(({ row }) => !isEmpty(row));
}

/** Where the form shows the fact at a path: empty rows are no facts, but they have a position in the form. */
export function formPath(value: Value | undefined, path: readonly PropertyKey[]): Path {
  const [step, ...rest] = path;
  if (step === undefined) return [];
  if (typeof step === 'number') {
    const kept = keptRows(value)[step];
    return [kept?.index ?? step, ...formPath(kept?.row, rest)];
  }
  const key = String(step);
  return [key, ...formPath(isValues(value) && Object.hasOwn(value, key) ? value[key] : undefined, rest)];
}

/** Facts back to what a form shows: the way a published contribution or a pasted source is opened. */
export function valuesOf(form: GroupField, facts: unknown): Values {
  const value = shownValue(form, facts);
  return isValues(value) ? value : {};
}

function shownValue(field: Field, fact: unknown): Value {
  if (fact === undefined || fact === null) return '';
  if (field.kind === 'list')
    return Array.isArray(fact) ? fact.map((row: unknown) => shownValue(field.item, row)) : [];
  if (field.kind === 'group') {
    if (typeof fact !== 'object') return { [insteadKey]: String(fact) };
    const entries = field.fields.flatMap((child) => {
      const part = Object.hasOwn(fact, child.key) ? (fact as Facts)[child.key] : undefined;
      return part === undefined ? [] : [[child.key, shownValue(child, part)] as const];
    });
    return Object.fromEntries(entries);
  }
  if (typeof fact === 'boolean') return fact ? 'yes' : 'no';
  return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '';
}
