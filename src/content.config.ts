import { defineCollection } from 'astro:content';
import { contributions } from './portal/loader.ts';
import type { Collection } from './schemas/shared.ts';

/** Collection = folder + schema. The loader validates; the library reads what it stored (portal/library.ts). */
const collection = (name: Collection) => defineCollection({ loader: contributions(name) });

export const collections = {
  'case-studies': collection('case-studies'),
  protocols: collection('protocols'),
  'management-models': collection('management-models'),
  'policy-options': collection('policy-options'),
  'learning-paths': collection('learning-paths'),
  calculators: collection('calculators'),
  evidence: collection('evidence'),
  institutions: collection('institutions'),
  glossary: collection('glossary'),
  references: collection('references'),
};
