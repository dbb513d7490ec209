import { z } from 'zod';
import { says } from './issue.ts';
import { translationSchema } from './words.ts';

/** Hash of the words a translation was made from; the check prints it, the page compares it. */
export const revision = z
  .string()
  .regex(/^[0-9a-f]{12}$/, says('bad-revision'))
  .meta({ description: 'Revision of the original that this text translates.' });

/** The front matter of zh.mdx and its like: the words of the original once more, and whose they are. */
export function translationOf(schema: z.ZodType) {
  return translationSchema(schema).extend({
    translates: revision,
    translation: z
      .enum(['machine-assisted', 'human', 'reviewed'])
      .meta({ description: 'machine-assisted until a reader of the language has reviewed it.' }),
  });
}
