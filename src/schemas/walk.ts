import { z } from 'zod';
import type { Collection } from './shared.ts';

type Path = readonly PropertyKey[];

/** A schema with its metadata looked up once: the registry of Zod is slow to ask for every value. */
interface Plan {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly children: readonly (readonly [string, Plan])[];
  readonly item: Plan | undefined;
  /** Keys of metadata that occur here or below. */
  readonly marks: ReadonlySet<string>;
}

const plans = new WeakMap<z.ZodType, Plan>();

function planOf(schema: z.ZodType): Plan {
  const known = plans.get(schema);
  if (known) return known;
  const inner = unwrap(schema);
  const meta = { ...inner.meta(), ...schema.meta() };
  const children =
    inner instanceof z.ZodObject
      ? Object.entries(inner.shape as Record<string, z.ZodType>).map(
          ([key, child]) => [key, planOf(child)] as const,
        )
      : [];
  const item = inner instanceof z.ZodArray ? planOf(inner.element as z.ZodType) : undefined;
  const below = [...children.map(([, child]) => child), ...(item ? [item] : [])];
  const marks = new Set([...Object.keys(meta), ...below.flatMap((plan) => [...plan.marks])]);
  const plan = { meta, children, item, marks };
  plans.set(schema, plan);
  return plan;
}

/** Visits every value of a valid record whose schema carries a mark: references, citations, words. */
function walk(
  plan: Plan,
  value: unknown,
  mark: string,
  see: (value: unknown, path: Path, meta: Plan['meta']) => void,
  path: Path = [],
): void {
  if (value === undefined || value === null || !plan.marks.has(mark)) return;
  if (mark in plan.meta) see(value, path, plan.meta);
  if (plan.item && Array.isArray(value)) {
    const { item } = plan;
    value.forEach((element, index) => {
      walk(item, element, mark, see, [...path, index]);
    });
  } else if (typeof value === 'object') {
    for (const [key, child] of plan.children)
      walk(child, (value as Record<string, unknown>)[key], mark, see, [...path, key]);
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
  if (here instanceof z.ZodRecord && here.keyType instanceof z.ZodEnum)
    return here.keyType.options.map(String);
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
  walk(planOf(schema), record, 'references', (value, path, meta) => {
    if (typeof value === 'string') found.push({ to: meta['references'] as Collection, slug: value, path });
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
  walk(planOf(schema), record, 'citations', (value, path) => {
    if (!Array.isArray(value)) return;
    value.forEach((key, index) => {
      found.push({ key: String(key), path: [...path, index] });
    });
  });
  return found;
}

/** All words of a record, in order: what a translation translates. */
export function wordsOf(schema: z.ZodType, record: unknown): string[] {
  const found: string[] = [];
  walk(planOf(schema), record, 'words', (value) => {
    if (typeof value === 'string') found.push(value);
  });
  return found;
}
