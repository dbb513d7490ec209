import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { wordsOf } from './walk.ts';

/**
 * Twelve characters that stand for the words of an original. A translation records them; when they change,
 * the translation is out of date. A corrected number changes nothing here: facts are not translated.
 */
export function revisionOf(schema: z.ZodType, record: unknown, body: string): string {
  const hash = createHash('sha256');
  for (const text of wordsOf(schema, record)) hash.update(text).update('\u0000');
  return hash.update(body.trim()).digest('hex').slice(0, 12);
}
