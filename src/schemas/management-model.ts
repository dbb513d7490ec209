import { z } from 'zod';
import { contributionShape, reference, sourcedWords } from './shared.ts';
import { sources } from './source.ts';
import { entryOf } from './vocabulary.ts';

/** A way of managing land that several cases share. */
export const managementModel = z.strictObject({
  ...contributionShape,
  interventions: z
    .array(entryOf('interventions', 'What is done on the land.'))
    .min(1)
    .meta({ description: 'What it consists of.' }),
  suits: sourcedWords('Where it suits.'),
  unsuited: sourcedWords('Where it does not suit.'),
  timeline: sourcedWords('What to expect, and when.'),
  effects: sourcedWords('A known effect, with its figure.'),
  risks: sourcedWords('A risk or trade-off.'),
  enablers: sourcedWords('What makes it possible.'),
  protocols: z
    .array(reference('protocols', 'A protocol to monitor it with.'))
    .optional()
    .meta({ description: 'Protocols to monitor it with.' }),
  policies: z
    .array(reference('policy-options', 'A policy option that enables it.'))
    .optional()
    .meta({ description: 'Policy options that enable it.' }),
  related: z
    .array(reference('management-models', 'A related model.'))
    .optional()
    .meta({ description: 'Related models.' }),
  sources,
});

export type ManagementModel = z.infer<typeof managementModel>;

export const managementModelSections = ['idea', 'practice', 'evidence'] as const;
