import type { GroupField, Path } from './field.ts';

/** What stands in a form: texts as they were typed, in the shape of the schema. */
export type Value = string | readonly Value[] | Values;
export interface Values {
  readonly [key: string]: Value;
}

/** Key under which a group keeps the words that stand in its place. */
export const insteadKey = '=';

export const isRows = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);
export const isValues = (value: Value | undefined): value is Values =>
  typeof value === 'object' && !Array.isArray(value);

/** What stands at a path; an untouched place is undefined. */
export function valueAt(value: Value | undefined, path: Path): Value | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (isRows(value)) return valueAt(value[Number(step)], rest);
  return isValues(value) && Object.hasOwn(value, step) ? valueAt(value[step], rest) : undefined;
}

/** The same with another value at a path; what is missing on the way is made. */
export function withValue(value: Value | undefined, path: Path, set: Value): Value {
  const [step, ...rest] = path;
  if (step === undefined) return set;
  if (typeof step === 'number') {
    const rows = isRows(value) ? value : [];
    const filled = Array.from({ length: Math.max(rows.length, step + 1) }, (_, row) => rows[row] ?? '');
    return filled.map((row, index) => (index === step ? withValue(row, rest, set) : row));
  }
  const group = isValues(value) ? value : {};
  return { ...group, [step]: withValue(Object.hasOwn(group, step) ? group[step] : undefined, rest, set) };
}

/** Whether anything was typed. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Object.values(value).every((part: Value) => isEmpty(part));
}

/** How many fields of a form that must be filled are, and how many there are; a list counts as one. */
export function filled(form: GroupField, values: Values): { readonly done: number; readonly all: number } {
  const needed = form.fields.flatMap((field) => {
    if (!field.required || (field.kind === 'list' && field.least === 0 && field.item.kind !== 'group'))
      return [];
    const value = values[field.key];
    if (field.kind !== 'group') return [!isEmpty(value)];
    return field.fields.filter(({ required }) => required).map(({ key }) => !isEmpty(valueAt(value, [key])));
  });
  return { done: needed.filter(Boolean).length, all: needed.length };
}
