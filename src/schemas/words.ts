import { z } from 'zod';
import type { Locale, Text } from '../i18n/locales.ts';
import { says } from './issue.ts';

/**
 * Words are the strings a translator writes again; everything else in a front matter is a fact and stands
 * once. From a schema whose words are marked, this file derives the schema of its translations (same shape,
 * words only, lists keyed by `id`), and joins facts and translated words into one record.
 */
export const words = (description: string, longest = 1200) =>
  z.string().trim().min(1, says('empty')).max(longest).brand<'words'>().meta({ description, words: true });

type Words = z.infer<ReturnType<typeof words>>;

/** The same record with every words string replaced by text that knows its language. */
export type Localized<T> = T extends Words
  ? Text
  : T extends readonly (infer Item)[]
    ? readonly Localized<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Localized<T[Key]> }
      : T;

type Json = unknown;
type Fields = Record<string, Json>;

const isFields = (value: Json): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema below optional, default, nullable and refinement wrappers. */
function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return bare(schema.unwrap() as z.ZodType);
  }
  return schema;
}

const wordsSchemas = new WeakMap<z.ZodType, boolean>();

function isWords(schema: z.ZodType): boolean {
  const known = wordsSchemas.get(schema);
  if (known !== undefined) return known;
  const found = bare(schema).meta()?.['words'] === true;
  wordsSchemas.set(schema, found);
  return found;
}

const parts = new WeakMap<z.ZodType, [string, z.ZodType][]>();

/** The keys of an object schema that are words or hold words. */
function wordKeys(schema: z.ZodType): [string, z.ZodType][] {
  const known = parts.get(schema);
  if (known) return known;
  const object = bare(schema);
  const found =
    object instanceof z.ZodObject
      ? Object.entries(object.shape as Record<string, z.ZodType>).filter(([, value]) => holdsWords(value))
      : [];
  parts.set(schema, found);
  return found;
}

function holdsWords(schema: z.ZodType): boolean {
  if (isWords(schema)) return true;
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) return wordKeys(inner).length > 0;
  return inner instanceof z.ZodArray && holdsWords(inner.element as z.ZodType);
}

/** The schema of what a translation file may hold: the same words again, and no fact. */
export function translationSchema(schema: z.ZodType): z.ZodObject {
  const shape = Object.fromEntries(
    wordKeys(schema).map(([key, value]) => [key, translated(value).optional()]),
  );
  return z.strictObject(shape);
}

function translated(schema: z.ZodType): z.ZodType {
  const inner = bare(schema);
  if (isWords(inner)) return inner;
  if (inner instanceof z.ZodArray) {
    const element = inner.element as z.ZodType;
    return z
      .record(z.string(), translated(element))
      .meta({ description: 'One entry for each item of the list, by its id.' });
  }
  return translationSchema(inner);
}

/** The words of a record in the shape of a translation: words only, lists by id. */
export function wordsTree(schema: z.ZodType, record: Json): Fields {
  const tree = (part: z.ZodType, value: Json): Json => {
    const inner = bare(part);
    if (value === undefined || value === null) return undefined;
    if (isWords(inner)) return value;
    if (inner instanceof z.ZodArray && Array.isArray(value)) {
      const items = value.map((item: Json, index) => [
        idOf(item, index),
        tree(inner.element as z.ZodType, item),
      ]);
      return withWords(items);
    }
    if (!isFields(value)) return undefined;
    return withWords(wordKeys(inner).map(([key, child]) => [key, tree(child, value[key])]));
  };
  return (tree(schema, record) ?? {}) as Fields;
}

const idOf = (item: Json, index: number): string =>
  isFields(item) && typeof item['id'] === 'string' ? item['id'] : String(index);

/** The entries that have words; undefined where none has. */
function withWords(entries: readonly (readonly Json[])[]): Fields | undefined {
  const found = entries.filter(([, value]) => value !== undefined);
  return found.length === 0 ? undefined : (Object.fromEntries(found) as Fields);
}

export interface Joined<T> {
  readonly record: Localized<T>;
  /** Paths of words that the translation lacks; they are shown in English. */
  readonly missing: readonly string[];
}

/** Facts and the words of one language, joined. Without a translation every text is in the source language. */
export function localize<T>(
  schema: z.ZodType<T>,
  facts: T,
  translation: Fields | undefined,
  locale: Locale,
  source: Locale,
): Joined<T> {
  const missing: string[] = [];

  const join = (part: z.ZodType, value: Json, translatedPart: Json, path: string): Json => {
    if (value === undefined || value === null) return value;
    const inner = bare(part);
    if (isWords(inner)) {
      if (typeof translatedPart === 'string') return { text: translatedPart, lang: locale };
      if (translation) missing.push(path);
      return { text: value, lang: source };
    }
    if (inner instanceof z.ZodArray && Array.isArray(value) && holdsWords(inner)) {
      const byId = isFields(translatedPart) ? translatedPart : {};
      return value.map((item: Json, index) => {
        const id = idOf(item, index);
        return join(inner.element as z.ZodType, item, byId[id], `${path}.${id}`);
      });
    }
    if (inner instanceof z.ZodObject && isFields(value)) {
      const known = wordKeys(inner);
      if (known.length === 0) return value;
      const result: Fields = { ...value };
      const fields = isFields(translatedPart) ? translatedPart : {};
      for (const [key, child] of known) {
        if (key in value) result[key] = join(child, value[key], fields[key], path ? `${path}.${key}` : key);
      }
      return result;
    }
    return value;
  };

  return { record: join(schema, facts, translation, '') as Localized<T>, missing };
}
