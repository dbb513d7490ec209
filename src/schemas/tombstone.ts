import { z } from 'zod';
import { says } from './issue.ts';
import { isoDate, slugPattern } from './shared.ts';

/** Collections whose entries have a page of their own, and so an address that others may have noted. */
export const addressed = [
  'case-studies',
  'protocols',
  'management-models',
  'policy-options',
  'learning-paths',
  'calculators',
  'institutions',
  'evidence',
] as const;

/** Collection and slug, as in an address: case-studies/tigray-exclosures. */
const place = (description: string) =>
  z
    .string()
    .refine((value) => {
      const [collection, slug = '', ...more] = value.split('/');
      return more.length === 0 && slugPattern.test(slug) && addressed.some((name) => name === collection);
    }, says('bad-id'))
    .meta({ description });

export const tombstone = z.strictObject({
  was: place('Address of what was removed: collection and slug.'),
  title: z.string().trim().min(1).max(160).meta({ description: 'Its title, so that readers know it again.' }),
  removed: isoDate('When it was removed.'),
  why: z.string().trim().min(1).max(600).meta({ description: 'Why, in one or two plain sentences.' }),
  instead: place('Where its readers should go: collection and slug of an entry.').optional(),
});

/** content/tombstones.yaml: what once had a page and has none any more. */
export const tombstones = z.strictObject({
  tombstones: z.array(tombstone).meta({ description: 'What was removed, one after the other.' }),
});

export type Tombstone = z.infer<typeof tombstone>;

export const tombstonesFile = 'tombstones.yaml';
/** Every address that was ever published, one a line; `npm run publish:addresses` adds the new ones. */
export const publishedFile = 'published.txt';
