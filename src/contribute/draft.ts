import { isRows, isValues, type Value, type Values } from './values.ts';

/** What can be written with a form. */
export const forms = ['case-study', 'protocol', 'translation'] as const;
export type FormName = (typeof forms)[number];

export const isForm = (name: unknown): name is FormName => forms.some((form) => form === name);

/** One contribution as far as it has come: what was typed, and nothing that could be computed from it. */
export interface Draft {
  readonly form: FormName;
  /** What its writer calls it on this device. */
  readonly name: string;
  /** Folder of the contribution; empty while it follows from the title. */
  readonly slug: string;
  readonly values: Values;
  /** The story by section. */
  readonly story: Readonly<Record<string, string>>;
}

export function newDraft(form: FormName, name: string, today: string): Draft {
  const begun = { licence: 'CC-BY-4.0', review: { state: 'submitted', date: today.slice(0, 7) } };
  const values: Values =
    form === 'translation'
      ? { translation: 'human' }
      : form === 'protocol'
        ? { ...begun, version: '1.0' }
        : begun;
  return { form, name, slug: '', values, story: {} };
}

const format = 'global-ercan-contribution';
const version = 1;

/** A draft as a file; the same draft always gives the same bytes. */
export function writeDraft({ form, name, slug, values, story }: Draft): string {
  return `${JSON.stringify({ format, version, form, name, slug, values: sorted(values), story: sorted(story) }, null, 1)}\n`;
}

function sorted(value: Value): Value {
  if (isRows(value)) return value.map(sorted);
  if (!isValues(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? '')]));
}

/** A draft from a file or from the browser's store: everything in it is text, whoever wrote it. */
export function readDraft(text: string): Draft | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null) return undefined;
  const file = data as Readonly<Record<string, unknown>>;
  if (file['format'] !== format || file['version'] !== version || !isForm(file['form'])) return undefined;
  const values = clean(file['values'], 0);
  const story = clean(file['story'], 0);
  if (!isValues(values) || !isValues(story)) return undefined;
  const texts = Object.entries(story).flatMap(([key, part]) =>
    typeof part === 'string' ? [[key, part] as const] : [],
  );
  return {
    form: file['form'],
    name: typeof file['name'] === 'string' ? file['name'] : '',
    slug: typeof file['slug'] === 'string' ? file['slug'] : '',
    values,
    story: Object.fromEntries(texts),
  };
}

const deepest = 12;
const forbidden = ['__proto__', 'constructor', 'prototype'];

/** Texts, lists and groups only; what is anything else is left out. */
function clean(value: unknown, depth: number): Value | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth > deepest) return undefined;
  if (Array.isArray(value)) return value.map((part: unknown) => clean(part, depth + 1) ?? '');
  const entries = Object.entries(value).flatMap(([key, part]) => {
    const kept = forbidden.includes(key) ? undefined : clean(part, depth + 1);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return Object.fromEntries(entries);
}
