import { z } from 'zod';
import { bestScore, partIds } from '../science/recovery-parts.ts';
import { citations, isoDate, uniqueIds } from './shared.ts';
import { words } from './words.ts';

/** A part of an attribute with its score; a part that nobody assessed has no entry, which is not zero. */
const score = z.strictObject({
  id: z.enum(partIds).meta({ description: 'The part of an attribute that was assessed.' }),
  score: z.int().min(0).max(bestScore).meta({
    description: 'Whole number from 0 to 5, as its source gives it; 0 was assessed and found.',
  }),
  evidence: words('What the score rests on.', 400),
  sources: citations,
});

/** Scores of the recovery wheel, as the sources of a case give them; nobody else may add any. */
export const recovery = z.strictObject({
  date: isoDate('When the site was scored.'),
  assessors: words('Who scored it, and whether they work for the project.', 200),
  reference: words('The reference ecosystem it was scored against.', 200),
  scores: z
    .array(score)
    .min(1)
    .superRefine(uniqueIds)
    .meta({ description: 'Scores of the parts that were assessed. Leave out those that were not.' }),
});

export type RecoveryScores = z.infer<typeof recovery>;
