import { type Field, type GroupField, nameOf, type Path } from './field.ts';

/** Fields of a group that are asked first, where these are not just the required ones. */
const first: Readonly<Record<string, readonly string[]>> = {
  outcomes: ['label', 'indicator', 'value', 'unit', 'substance', 'carbon', 'role', 'kind', 'sources'],
  'outcomes.comparison': ['kind', 'label', 'value'],
  'outcomes.spread': ['kind', 'value', 'level'],
  'outcomes.comparison.spread': ['kind', 'value', 'level'],
  'outcomes.carbon': ['pool', 'depth', 'baseline', 'gwp'],
  'recovery.scores': ['id', 'score', 'evidence', 'sources'],
  area: ['value', 'unit', 'sources'],
  sources: ['type', 'author', 'title', 'issued', 'container-title', 'volume', 'page', 'DOI', 'URL'],
  'sources.author': ['family', 'given', 'literal'],
  steps: ['phase', 'text', 'requirement', 'basis', 'sources'],
  yields: ['label', 'indicator', 'unit', 'substance'],
  review: ['state', 'date'],
};

/** The fields of a group in the order of the form: those asked first, and those that open. */
export function fieldsOfGroup(
  group: GroupField,
  path: Path,
): { first: readonly Field[]; more: readonly Field[] } {
  const keys = first[nameOf(path)];
  const isFirst = (field: Field) => (keys ? keys.includes(field.key) : field.required && field.key !== 'id');
  const shown = group.fields.filter(isFirst);
  const ordered = keys ? shown.toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key)) : shown;
  const more = group.fields.filter((field) => !isFirst(field));
  // One more field needs no place of its own to open.
  return ordered.length === 0 || more.filter(({ key }) => key !== 'id').length <= 1
    ? { first: [...ordered, ...more], more: [] }
    : { first: ordered, more };
}
