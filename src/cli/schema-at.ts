import { z } from 'zod';
import { bare } from '../sheets/fields.ts';

/** The schema that keys lead to; a number leads to the items of a list. */
export function schemaAt(schema: z.ZodType, [key, ...rest]: readonly string[]): z.ZodType | undefined {
  if (key === undefined) return schema;
  const here = bare(schema);
  if (here instanceof z.ZodArray) return schemaAt(here.element as z.ZodType, rest);
  if (here instanceof z.ZodUnion)
    return (here.options as readonly z.ZodType[])
      .map((option) => schemaAt(option, [key, ...rest]))
      .find((found) => found !== undefined);
  const child = here instanceof z.ZodObject ? (here.shape as Record<string, z.ZodType>)[key] : undefined;
  return child && schemaAt(child, rest);
}
