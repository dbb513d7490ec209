import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { contributions } from './portal/loader.ts';
import type { FactsOf, StoredEntry } from './portal/stored.ts';
import type { Collection } from './schemas/shared.ts';

/** Collection = folder + schema. The loader validates; what Astro hands out is what it stored. */
const collection = <Name extends Collection>(name: Name) =>
  defineCollection({ loader: contributions(name), schema: z.custom<StoredEntry<FactsOf[Name]>>() });

export const collections = {
  'case-studies': collection('case-studies'),
  protocols: collection('protocols'),
  'management-models': collection('management-models'),
  'policy-options': collection('policy-options'),
  calculators: collection('calculators'),
  institutions: collection('institutions'),
  glossary: collection('glossary'),
  references: collection('references'),
};
