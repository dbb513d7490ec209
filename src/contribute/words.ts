import type { Field } from './field.ts';

/** The words of the forms in one language, by key. */
export type Words = Readonly<Record<string, string>>;

export type Values = Readonly<Record<string, string | number>>;

/** A sentence with its places filled; a key that nobody wrote stays visible. */
export function say(words: Words, key: string, values: Values = {}): string {
  return (words[key] ?? key).replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The words for a field: the longest end of its name that has any, so that `area.unit` is called as `unit` is. */
export function wordsFor(words: Words, kind: 'field' | 'hint', name: string): string | undefined {
  const steps = name.split('.');
  for (let from = 0; from < steps.length; from += 1) {
    const found = words[`${kind}.${steps.slice(from).join('.')}`];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Lists of sources that say something have a name of their own: the list of publications is called sources too. */
export function labelOf(words: Words, field: Field, name: string): string {
  if (isCitations(field)) return say(words, 'field.citations');
  return wordsFor(words, 'field', name) ?? field.key;
}

export function hintOf(words: Words, field: Field, name: string): string | undefined {
  if (isCitations(field)) return words['hint.citations'];
  const own = words[`hint.${name}`];
  if (own !== undefined) return own;
  // Hints of whole lists and of the page itself are not those of fields with the same key inside.
  return name.includes('.') && !ownHints.has(field.key) ? wordsFor(words, 'hint', name) : own;
}

/** Keys whose hint belongs to one place only. */
const ownHints: ReadonlySet<string> = new Set([
  'title',
  'summary',
  'version',
  'area',
  'carbon',
  'consent',
  'outcomes',
  'sources',
  'started',
  'translation',
]);

function isCitations(field: Field): boolean {
  return field.kind === 'citation' || (field.kind === 'list' && field.item.kind === 'citation');
}

/** A choice in words, or as the schema writes it where that is what people write: CC-BY-4.0, CO2. */
export function choiceOf(words: Words, name: string, value: string): string {
  const steps = name.split('.');
  for (let from = 0; from < steps.length; from += 1) {
    const found = words[`choice.${steps.slice(from).join('.')}.${value}`];
    if (found !== undefined) return found;
  }
  return words[`choice.${value}`] ?? value;
}
