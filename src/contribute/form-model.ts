import { z } from 'zod';
import type { Collection } from '../schemas/shared.ts';
import type { VocabularyName } from '../schemas/vocabulary.ts';
import type { Field, GroupField } from './field.ts';

type Meta = Readonly<Record<string, unknown>>;

/** The fields of a form, read from the schema that checks what is typed into it. */
export function formModel(schema: z.ZodType): GroupField {
  const field = fieldOf('', schema);
  if (field.kind !== 'group') throw new TypeError('a form is made from an object schema');
  return field;
}

function fieldOf(key: string, schema: z.ZodType): Field {
  const { inner, meta, required } = bare(schema);
  const description = typeof meta['description'] === 'string' ? meta['description'] : '';
  const common = { key, required, description };
  if (inner instanceof z.ZodObject) return { ...common, kind: 'group', fields: fieldsOf(inner), instead: [] };
  if (inner instanceof z.ZodArray) {
    const item = fieldOf('', inner.element as z.ZodType);
    const least = inner.safeParse([]).success ? 0 : 1;
    return {
      ...common,
      kind: 'list',
      item:
        meta['citations'] === true ? { key: '', required: true, description: '', kind: 'citation' } : item,
      least,
    };
  }
  if (inner instanceof z.ZodUnion) return unionOf(common, inner.options as readonly z.ZodType[]);
  if (inner instanceof z.ZodBoolean) return { ...common, kind: 'yes-no' };
  if (inner instanceof z.ZodNumber) return { ...common, kind: 'number' };
  if (inner instanceof z.ZodEnum) {
    if (meta['countries'] === true) return { ...common, kind: 'entry', vocabulary: 'countries' };
    if (typeof meta['vocabulary'] === 'string')
      return { ...common, kind: 'entry', vocabulary: meta['vocabulary'] as VocabularyName };
    return { ...common, kind: 'choice', values: inner.options.map(String) };
  }
  return textOf(common, inner, meta);
}

type Common = Pick<Field, 'key' | 'required' | 'description'>;

function textOf(common: Common, schema: z.ZodType, meta: Meta): Field {
  if (meta['words'] === true) {
    const longest = schema instanceof z.ZodString ? schema.maxLength : null;
    return { ...common, kind: 'words', longest: longest ?? 1200 };
  }
  if (typeof meta['references'] === 'string')
    return { ...common, kind: 'reference', to: meta['references'] as Collection };
  if (meta['date'] !== undefined)
    return { ...common, kind: 'date', approximate: meta['date'] === 'approximate' };
  return { ...common, kind: meta['suggests'] === 'units' ? 'unit' : 'text' };
}

/** Objects of which one is meant become one group; literals may stand in its place. */
function unionOf(common: Common, options: readonly z.ZodType[]): GroupField {
  const objects = options.flatMap((option) => (option instanceof z.ZodObject ? [option] : []));
  const literals = options.flatMap((option) => (option instanceof z.ZodLiteral ? [...option.values] : []));
  const fields = objects.flatMap(fieldsOf);
  return {
    ...common,
    kind: 'group',
    fields: objects.length > 1 ? fields.map((field) => ({ ...field, required: false })) : fields,
    instead: literals.map(String),
  };
}

function fieldsOf(schema: z.ZodObject): Field[] {
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, child]) => fieldOf(key, child));
}

/** The schema below optional wrappers, with all that was said of it. */
function bare(schema: z.ZodType): { inner: z.ZodType; meta: Meta; required: boolean } {
  if (schema instanceof z.ZodOptional) {
    const { inner, meta } = bare(schema.unwrap() as z.ZodType);
    return { inner, meta: { ...meta, ...schema.meta() }, required: false };
  }
  return { inner: schema, meta: schema.meta() ?? {}, required: true };
}
