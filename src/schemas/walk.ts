import { z } from 'zod';
import type { Collection } from './shared.ts';

type Path = readonly PropertyKey[];

/** One value of a record together with the metadata of its schema. */
interface Visit {
  readonly path: Path;
  readonly value: unknown;
  readonly meta: Readonly<Record<string, unknown>>;
}

/** Visits every value of a valid record with its schema; used for references, citations and words. */
export function walk(schema: z.ZodType, value: unknown, see: (visit: Visit) => void, path: Path = []): void {
  if (value === undefined || value === null) return;
  const meta = schema.meta() ?? {};
  const inner = unwrap(schema);
  see({ path, value, meta: { ...inner.meta(), ...meta } });
  if (inner instanceof z.ZodObject && typeof value === 'object') {
    for (const [key, child] of Object.entries(inner.shape as Record<string, z.ZodType>)) {
      walk(child, (value as Record<string, unknown>)[key], see, [...path, key]);
    }
  } else if (inner instanceof z.ZodArray && Array.isArray(value)) {
    value.forEach((item, index) => {
      walk(inner.element as z.ZodType, item, see, [...path, index]);
    });
  }
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  return schema;
}

/** The keys an object schema has at a path; list positions are skipped. */
export function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  let here = unwrap(schema);
  for (const step of path) {
    if (here instanceof z.ZodArray) here = unwrap(here.element as z.ZodType);
    else if (here instanceof z.ZodObject)
      here = unwrap((here.shape as Record<string, z.ZodType>)[String(step)] ?? z.never());
    else if (here instanceof z.ZodRecord) here = unwrap(here.valueType as z.ZodType);
    else return [];
  }
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

export interface TypedReference {
  readonly to: Collection;
  readonly slug: string;
  readonly path: Path;
}

/** Every typed reference of a record to another contribution. */
export function referencesOf(schema: z.ZodType, record: unknown): TypedReference[] {
  const found: TypedReference[] = [];
  walk(schema, record, ({ meta, value, path }) => {
    if (typeof meta['references'] === 'string' && typeof value === 'string') {
      found.push({ to: meta['references'] as Collection, slug: value, path });
    }
  });
  return found;
}

export interface CitedKey {
  readonly key: string;
  readonly path: Path;
}

/** Every source a record cites in its facts, in the order of the record. */
export function citedKeys(schema: z.ZodType, record: unknown): CitedKey[] {
  const found: CitedKey[] = [];
  walk(schema, record, ({ meta, value, path }) => {
    if (meta['citations'] !== true || !Array.isArray(value)) return;
    value.forEach((key, index) => {
      found.push({ key: String(key), path: [...path, index] });
    });
  });
  return found;
}

/** All words of a record, in order: what a translation translates. */
export function wordsOf(schema: z.ZodType, record: unknown): string[] {
  const found: string[] = [];
  walk(schema, record, ({ meta, value }) => {
    if (meta['words'] === true && typeof value === 'string') found.push(value);
  });
  return found;
}
