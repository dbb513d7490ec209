import { z } from 'zod';
import { says } from './issue.ts';
import { isoDate, slugPattern, uniqueIds, webAddress } from './shared.ts';

/** One publication in the keys of CSL-JSON 1.0, written as YAML. `issued` is a plain date here. */
const csl = z.string().min(1);
const name = z.union([
  z.strictObject({
    family: csl.meta({ description: 'Family name.' }),
    given: csl.optional().meta({ description: 'Given names or initials.' }),
  }),
  z.strictObject({ literal: csl.meta({ description: 'Name of an organisation.' }) }),
]);

export const sourceTypes = [
  'article-journal',
  'article-newspaper',
  'article-magazine',
  'book',
  'chapter',
  'dataset',
  'document',
  'paper-conference',
  'report',
  'standard',
  'thesis',
  'webpage',
] as const;

const source = z.strictObject({
  id: z
    .string()
    .regex(slugPattern, says('bad-id'))
    .meta({ description: 'Key for citing it: [@orth-2020] in the text.' }),
  type: z.enum(sourceTypes).meta({ description: 'Kind of publication, as in CSL.' }),
  title: csl.meta({ description: 'Title. Where it could not be seen, a description in square brackets.' }),
  author: z.array(name).min(1).optional().meta({ description: 'Authors, in order.', names: true }),
  issued: isoDate('Year or date of publication, in quotes.').optional(),
  'container-title': csl.optional().meta({ description: 'Journal, book or site it appeared in.' }),
  publisher: csl.optional().meta({ description: 'Publisher.' }),
  volume: csl.optional().meta({ description: 'Volume, in quotes.' }),
  issue: csl.optional().meta({ description: 'Issue, in quotes.' }),
  page: csl.optional().meta({ description: 'Pages or article number, in quotes.' }),
  number: csl.optional().meta({ description: 'Number of a report or standard.' }),
  edition: csl.optional().meta({ description: 'Edition.' }),
  genre: csl.optional().meta({ description: 'For example: PhD dissertation.' }),
  language: csl.optional().meta({ description: 'Language of the work, BCP 47.' }),
  DOI: z
    .string()
    .regex(/^10\.\d{4,9}\/[^\s"'`{}\\]+$/, says('bad-doi'))
    .optional()
    .meta({ description: 'DOI without https://doi.org/.' }),
  URL: z
    .string()
    .regex(webAddress, says('bad-address'))
    .optional()
    .meta({ description: 'Address, where there is no DOI.' }),
  seen: csl
    .optional()
    .meta({ description: 'Address of the copy that was read, where it is not the publisher’s.' }),
  incomplete: csl.optional().meta({
    description:
      'What the copy that was read did not show, in English; printed as "reference to be completed".',
  }),
});

export type Source = z.infer<typeof source>;

export const sources = z
  .array(source)
  .superRefine(uniqueIds)
  .meta({ description: 'The publications this contribution cites, in the keys of CSL-JSON.' });

/** A file of the shared library, content/references/<id>.yaml: the file name is the id. */
export const libraryReference = source.omit({ id: true });
