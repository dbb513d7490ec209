import { z } from 'zod';
import { citations, contributionShape, id, reference, sourcedWords, uniqueIds } from './shared.ts';
import { sources } from './source.ts';
import { words } from './words.ts';

/** Something a government or fund can decide. */
export const policyOption = z.strictObject({
  ...contributionShape,
  problem: words('The problem it answers.', 400),
  evidence: z
    .array(
      z.strictObject({
        id,
        text: words('What was found, with its figure.', 500),
        direction: z
          .enum(['for', 'against', 'mixed', 'context'])
          .meta({ description: 'Which way the finding points.' }),
        sources: citations,
      }),
    )
    .superRefine(uniqueIds)
    .meta({ description: 'Evidence for and against.' }),
  tried: sourcedWords('Where it was tried.'),
  pitfalls: sourcedWords('A pitfall of its design.'),
  decides: words('Who decides.', 300),
  firstSteps: sourcedWords('A first step.'),
  models: z
    .array(reference('management-models', 'A management model it enables.'))
    .optional()
    .meta({ description: 'Management models it enables.' }),
  sources,
});

export type PolicyOption = z.infer<typeof policyOption>;

export const policyOptionSections = ['idea', 'evidence', 'limits'] as const;
