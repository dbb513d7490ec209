import { z } from 'zod';
import type { Collection } from '../schemas/shared.ts';
import type { VocabularyName } from '../schemas/vocabulary.ts';

/** What one cell or one answer holds. */
export type FieldKind = 'text' | 'number' | 'boolean' | 'choice' | 'list' | 'lines' | 'names';

/** One fact that fits a cell: a leaf of a schema under the keys that lead to it, joined by points. */
export interface Field {
  /** Keys from the part's own record, such as place.point.lat. */
  readonly name: string;
  readonly kind: FieldKind;
  /** Whether the record cannot do without it. */
  readonly required: boolean;
  /** The optional group of keys that cannot do without it: spread for spread.kind. */
  readonly requiredWith: string | undefined;
  readonly description: string;
  /** The values that are allowed; empty where any of the kind is. */
  readonly options: readonly string[];
  readonly vocabulary: VocabularyName | undefined;
  /** The collection whose folder names it holds. */
  readonly refersTo: Collection | undefined;
  /** A vocabulary with values to choose from, where others are allowed too. */
  readonly suggests: VocabularyName | undefined;
  /** The unit of the number, in UCUM, where the key has one of its own. */
  readonly unit: string | undefined;
}

/** A repeating part of a record: the record itself, or a list of records within it. */
export interface Part {
  /** Keys from the record to the list, joined by points; empty for the record itself. */
  readonly name: string;
  readonly description: string;
  /** Whether a record names it even where it is empty. */
  readonly required: boolean;
  readonly fields: readonly Field[];
  readonly parts: readonly Part[];
}

/** A schema as parts with flat fields, which is what sheets and questions are made of. */
export function partOf(schema: z.ZodType, name = '', description = '', required = true): Part {
  const fields: Field[] = [];
  const parts: Part[] = [];
  collect(schema, { path: [], needed: '', description }, { name, fields, parts });
  return { name, description, required, fields, parts };
}

/** Where a schema stands: the keys that lead to it, and which group cannot do without it ('' is the record). */
interface Place {
  readonly path: readonly string[];
  readonly needed: string | undefined;
  readonly description: string;
}

interface Collected {
  readonly name: string;
  readonly fields: Field[];
  readonly parts: Part[];
}

function collect(schema: z.ZodType, place: Place, into: Collected): void {
  const { path, needed, description } = place;
  const meta = metaOf(schema);
  const inner = bare(schema);
  const name = path.join('.');
  const add = (kind: FieldKind, options: readonly string[] = [], leaf = meta) =>
    into.fields.push({
      name,
      kind,
      required: needed === '',
      requiredWith: needed || undefined,
      description,
      options,
      vocabulary: leaf['vocabulary'] as VocabularyName | undefined,
      refersTo: leaf['references'] as Collection | undefined,
      suggests: meta['suggests'] as VocabularyName | undefined,
      unit: meta['unit'] as string | undefined,
    });

  if (inner instanceof z.ZodObject) {
    for (const [key, child] of Object.entries(inner.shape as Record<string, z.ZodType>)) {
      const below = [...path, key];
      const group = bare(child) instanceof z.ZodObject ? below.join('.') : undefined;
      const within = child instanceof z.ZodOptional ? group : needed;
      collect(child, { path: below, needed: within, description: describe(child) }, into);
    }
  } else if (inner instanceof z.ZodEnum) add('choice', inner.options.map(String));
  else if (inner instanceof z.ZodLiteral) add('choice', [...inner.values].map(String));
  else if (inner instanceof z.ZodNumber) add('number');
  else if (inner instanceof z.ZodBoolean) add('boolean', ['true', 'false']);
  else if (inner instanceof z.ZodString || inner instanceof z.ZodURL) add('text');
  else if (inner instanceof z.ZodArray) {
    const item = inner.element as z.ZodType;
    const plain = bare(item);
    if (meta['names'] === true) add('names');
    else if (plain instanceof z.ZodObject) {
      const below = [into.name, ...path].filter(Boolean).join('.');
      into.parts.push(partOf(item, below, description, needed === ''));
    } else if (plain instanceof z.ZodEnum) add('list', plain.options.map(String), metaOf(item));
    else if (metaOf(item)['references'] !== undefined || meta['citations'] === true || hasPattern(plain))
      add('list', [], metaOf(item));
    else add('lines');
  } else if (inner instanceof z.ZodUnion) {
    // Either a group of keys or a word: the word stands in the column of the key itself.
    for (const option of inner.options as readonly z.ZodType[])
      collect(
        option,
        { path, needed: bare(option) instanceof z.ZodObject ? name : undefined, description },
        into,
      );
  } else throw new Error(`${name}: a ${inner.type} does not fit a cell`);
}

/** The schema below optional, nullable and default wrappers. */
export function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return bare(schema.unwrap() as z.ZodType);
  return schema;
}

/** Texts with a pattern are codes, which hold none of the signs that part a list. */
const hasPattern = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodString && (schema._zod.def.checks ?? []).some((check) => isPattern(check));

const isPattern = (check: z.core.$ZodCheck<string>): boolean =>
  'format' in check._zod.def && check._zod.def.format === 'regex';

function metaOf(schema: z.ZodType): Readonly<Record<string, unknown>> {
  return { ...bare(schema).meta(), ...schema.meta() };
}

function describe(schema: z.ZodType): string {
  const { description } = metaOf(schema);
  return typeof description === 'string' ? description : '';
}
