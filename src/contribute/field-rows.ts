import { type Field, nameOf, type Path } from './field.ts';
import { labelOf, type Words } from './words.ts';

/** A line of the table of fields, for those who write the file by hand. */
export interface FieldRow {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
}

/** All fields of a form down to the third level, in the order of the schema. */
export function fieldRows(field: Field, words: Words, path: Path = []): FieldRow[] {
  const fields = field.kind === 'group' ? field.fields : field.kind === 'list' ? [field.item] : [];
  return fields.flatMap((child) => {
    const at = child.key === '' ? path : [...path, child.key];
    const row = {
      key: nameOf(at),
      label: labelOf(words, child, nameOf(at)),
      description: child.description,
      required: child.required,
    };
    return [
      ...(child.key === '' ? [] : [row]),
      ...(at.length < 3 || child.key === '' ? fieldRows(child, words, at) : []),
    ];
  });
}
