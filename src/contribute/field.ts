import type { Collection } from '../schemas/shared.ts';
import type { VocabularyName } from '../schemas/vocabulary.ts';

/** Where a value stands in a draft: keys of groups and positions in lists. */
export type Path = readonly (string | number)[];

interface Common {
  readonly key: string;
  readonly required: boolean;
  /** What the schema says of it, in English. */
  readonly description: string;
}

export interface WordsField extends Common {
  readonly kind: 'words';
  readonly longest: number;
}
export interface TextField extends Common {
  readonly kind: 'text' | 'number' | 'unit' | 'citation' | 'yes-no';
}
export interface DateField extends Common {
  readonly kind: 'date';
  readonly approximate: boolean;
}
export interface ChoiceField extends Common {
  readonly kind: 'choice';
  readonly values: readonly string[];
}
export interface EntryField extends Common {
  readonly kind: 'entry';
  readonly vocabulary: VocabularyName | 'countries';
}
export interface ReferenceField extends Common {
  readonly kind: 'reference';
  readonly to: Collection;
}
export interface GroupField extends Common {
  readonly kind: 'group';
  readonly fields: readonly Field[];
  /** Words that may stand in place of the whole group, such as not-stated for a depth. */
  readonly instead: readonly string[];
}
export interface ListField extends Common {
  readonly kind: 'list';
  readonly item: Field;
  readonly least: number;
}

/** One field of a form. It is plain data, so that a page can carry it to the browser. */
export type Field =
  | WordsField
  | TextField
  | DateField
  | ChoiceField
  | EntryField
  | ReferenceField
  | GroupField
  | ListField;

/** The field at a path; positions of rows lead to the item of their list. */
export function fieldAt(field: Field, path: Path): Field | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return field;
  if (field.kind === 'list') return fieldAt(field.item, rest);
  if (field.kind !== 'group') return undefined;
  const child = field.fields.find(({ key }) => key === step);
  return child && fieldAt(child, rest);
}

/** A path without positions: what labels and hints are named by. */
export function nameOf(path: Path): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

/** Name of a field in the page: its path. */
export const fieldName = (path: Path): string => path.join('.');

/** Id of a field by its name, or of what belongs to it: ids take letters, digits, hyphens and underscores only. */
export function elementId(name: string, part = ''): string {
  return `f-${name.replaceAll(/[^\w-]/g, '_')}${part === '' ? '' : `--${part}`}`;
}

export const fieldId = (path: Path, part = ''): string => elementId(fieldName(path), part);
