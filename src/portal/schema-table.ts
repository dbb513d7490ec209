import { z } from 'zod';
import { collections } from '../schemas/collections.ts';
import type { Collection } from '../schemas/shared.ts';

export interface FieldRow {
  readonly key: string;
  readonly description: string;
  readonly required: boolean;
}

/** The first two levels of a collection's keys with their descriptions. */
export function fieldRows(collection: Collection): FieldRow[] {
  return rowsOf(collections[collection].schema, '', 2);
}

function rowsOf(schema: z.ZodType, prefix: string, depth: number): FieldRow[] {
  const object = objectWithin(schema);
  if (!object || depth === 0) return [];
  return Object.entries(object.shape as Record<string, z.ZodType>).flatMap(([key, child]) => {
    const name = `${prefix}${key}`;
    const row = { key: name, description: descriptionOf(child), required: !(child instanceof z.ZodOptional) };
    return [row, ...rowsOf(child, `${name}.`, depth - 1)];
  });
}

function objectWithin(schema: z.ZodType): z.ZodObject | undefined {
  if (schema instanceof z.ZodObject) return schema;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return objectWithin(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodArray) return objectWithin(schema.element as z.ZodType);
  return undefined;
}

function descriptionOf(schema: z.ZodType): string {
  const own = schema.meta()?.description;
  if (own) return own;
  if (schema instanceof z.ZodOptional) return descriptionOf(schema.unwrap() as z.ZodType);
  return '';
}
