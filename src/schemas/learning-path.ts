import { z } from 'zod';
import { citations, contributionShape, id, reference, sourcedWords, uniqueIds } from './shared.ts';
import { sources } from './source.ts';
import { words } from './words.ts';

/** A question a learner answers for themself; the page shows the answer when it is asked for. */
const question = z
  .strictObject({
    id,
    text: words('The question.', 300),
    choices: z
      .array(
        z.strictObject({
          id,
          text: words('An answer to choose from.', 200),
          right: z.boolean().meta({ description: 'Whether it is a right answer.' }),
        }),
      )
      .min(2)
      .superRefine(uniqueIds)
      .meta({ description: 'Answers to choose from; at least one is right.' }),
    because: words('Why, in two or three sentences.', 600),
    sources: citations.optional(),
  })
  .superRefine(({ choices }, context) => {
    if (choices.some(({ right }) => right) && choices.some(({ right }) => !right)) return;
    context.addIssue({
      code: 'custom',
      path: ['choices'],
      message: 'at least one answer is right and at least one is wrong',
    });
  });

/** Typed links to what a step is learnt from. */
const goesTo = {
  protocols: z.array(reference('protocols', 'A protocol to read.')),
  calculators: z.array(reference('calculators', 'A calculator to use.')),
  cases: z.array(reference('case-studies', 'A case study to read.')),
  models: z.array(reference('management-models', 'A management model to read.')),
  policies: z.array(reference('policy-options', 'A policy option to read.')),
  terms: z.array(reference('glossary', 'A term to know.')),
};

const step = z.strictObject({
  id,
  title: words('What is learnt, in a few words.', 100),
  task: words('What to read or do, and what to look for.', 700),
  minutes: z.int().positive().max(600).meta({ description: 'Time it takes, an estimate of the editors.' }),
  protocols: goesTo.protocols.optional().meta({ description: 'Protocols to read.' }),
  calculators: goesTo.calculators.optional().meta({ description: 'Calculators to use.' }),
  cases: goesTo.cases.optional().meta({ description: 'Case studies to read.' }),
  models: goesTo.models.optional().meta({ description: 'Management models to read.' }),
  policies: goesTo.policies.optional().meta({ description: 'Policy options to read.' }),
  terms: goesTo.terms.optional().meta({ description: 'Terms to know.' }),
  sources: citations.optional(),
  questions: z
    .array(question)
    .superRefine(uniqueIds)
    .optional()
    .meta({ description: 'Questions to check oneself.' }),
});

/** A worked example on the data of a reference case, which the calculator is tested with. */
const exercise = z.strictObject({
  calculator: reference('calculators', 'The calculator to use.'),
  case: z.string().min(1).meta({ description: 'Id of the reference case in src/science/golden.' }),
  task: words('What the data are and what to do with them.', 900),
  figures: z
    .array(z.string())
    .min(1)
    .meta({ description: 'Names of the outputs to compare with one’s own result.' }),
  reading: words('How to read the result.', 900),
});

/** An order in which to learn from what the portal has, for one aim. */
export const learningPath = z.strictObject({
  ...contributionShape,
  order: z.int().positive().meta({ description: 'Place in the list of paths.' }),
  aim: words('What one can do at the end.', 300),
  audience: words('Whom it is for.', 300),
  prerequisites: sourcedWords('What to know or have before.'),
  steps: z.array(step).min(2).superRefine(uniqueIds).meta({ description: 'Steps, in order.' }),
  exercise: exercise.meta({ description: 'A worked example on data that can be downloaded.' }),
  sources: sources.optional(),
});

export type LearningPath = z.infer<typeof learningPath>;

/** The time a path takes, by the editors' estimate of each step. */
export function minutesOf({ steps }: Pick<LearningPath, 'steps'>): number {
  return steps.reduce((total, { minutes }) => total + minutes, 0);
}
