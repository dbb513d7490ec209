import { z } from 'zod';
import { locales } from '../i18n/locales.ts';
import { citations, reference } from './shared.ts';

const inLocales = (description: string) => {
  const text = z.string().trim().min(1);
  const shape = Object.fromEntries(
    locales.map((locale) => [locale, locale === 'en' ? text : text.optional()]),
  );
  return z
    .strictObject(
      shape as { en: typeof text } & Record<
        Exclude<(typeof locales)[number], 'en'>,
        z.ZodOptional<typeof text>
      >,
    )
    .meta({ description });
};

/** One term: its name and definition in each language stand together, so that they can be compared. */
export const glossaryTerm = z.strictObject({
  term: inLocales('The term in each language; leave out what is not certain.'),
  abbreviation: z.string().min(1).optional().meta({ description: 'Abbreviation, such as SOC.' }),
  aliases: z
    .array(z.string().min(1))
    .optional()
    .meta({ description: 'Other English spellings that mean the same, for marking terms in texts.' }),
  definition: inLocales('What it means, in plain words.'),
  basis: z.enum(['follows-source', 'source-uses-term', 'own-words']).meta({
    description:
      'follows-source = follows a definition that was read; source-uses-term = the source only uses the term; own-words = no source.',
  }),
  sources: citations.optional(),
  seeAlso: z
    .array(reference('glossary', 'A related term.'))
    .optional()
    .meta({ description: 'Related terms.' }),
});

export type GlossaryTerm = z.infer<typeof glossaryTerm>;
