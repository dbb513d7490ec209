import { z } from 'zod';
import { refuse, says } from './issue.ts';
import {
  citations,
  contributionShape,
  id,
  isoDate,
  reference,
  sourcedWords,
  substance,
  uniqueIds,
  unit,
} from './shared.ts';
import { sources } from './source.ts';
import { entryOf } from './vocabulary.ts';
import { words } from './words.ts';

const basis = z.enum(['source', 'practice']).meta({
  description: 'source = read in the sources named; practice = common good practice, no source read.',
});

const step = z
  .strictObject({
    id,
    phase: z.enum(['plan', 'field', 'laboratory', 'office']).meta({ description: 'Where the step is done.' }),
    text: words('One action, as an instruction.', 300),
    requirement: words('The figure or rule to keep.', 300).optional(),
    basis,
    sources: citations.optional(),
  })
  .superRefine((value, context) => {
    if (value.basis === 'source' && !value.sources) {
      refuse(context, ['sources'], 'missing-step-sources', {});
    }
  });

const formField = z.strictObject({
  id,
  label: words('Label on the field form.', 80),
  type: z
    .enum(['text', 'integer', 'decimal', 'select', 'photo', 'geopoint', 'date'])
    .meta({ description: 'Kind of entry.' }),
  unit: unit.optional(),
  min: z
    .number()
    .optional()
    .meta({ description: 'Smallest entry that is let in: a guard, not a scientific limit.' }),
  max: z.number().optional().meta({ description: 'Largest entry that is let in.' }),
  choices: z
    .array(z.strictObject({ id, label: words('The choice as it is shown.', 80) }))
    .superRefine(uniqueIds)
    .optional()
    .meta({ description: 'Choices of a select.' }),
  required: z.boolean().meta({ description: 'Whether a record is useless without it.' }),
});

const equation = z.strictObject({
  id,
  name: words('What the equation gives.', 120),
  tex: z.string().min(1).meta({ description: 'The equation in TeX, without dollar signs.' }),
  symbols: z
    .array(
      z.strictObject({
        id,
        tex: z.string().min(1).meta({ description: 'The symbol in TeX.' }),
        meaning: words('What the symbol stands for.', 160),
        unit: unit.optional(),
        substance: substance.optional(),
      }),
    )
    .superRefine(uniqueIds)
    .meta({ description: 'Symbols, in the order of the equation.' }),
  note: words('Where it comes from or what to mind.', 400).optional(),
  sources: citations.optional(),
});

/** A field or laboratory method with its own version history. */
export const protocol = z.strictObject({
  ...contributionShape,
  version: z
    .string()
    .regex(/^\d+\.\d+$/, says('bad-version'))
    .meta({ description: 'Version, in quotes.' }),
  history: z
    .array(
      z.strictObject({
        id,
        version: z.string().meta({ description: 'The version this change led to, in quotes.' }),
        date: isoDate('Date of this version.'),
        change: words('What changed.', 300),
      }),
    )
    .superRefine(uniqueIds)
    .meta({ description: 'Versions, the newest first.' }),
  yields: z
    .array(
      z.strictObject({
        id,
        label: words('What is measured.', 120),
        indicator: entryOf('indicators', 'Standard indicator.').optional(),
        unit,
        substance: substance.optional(),
      }),
    )
    .min(1)
    .superRefine(uniqueIds)
    .meta({ description: 'What the method yields.' }),
  landUses: z
    .array(entryOf('land-uses', 'Land or water it suits.'))
    .min(1)
    .meta({ description: 'Where it can be used.' }),
  pools: z
    .array(entryOf('pools', 'Carbon pool.'))
    .optional()
    .meta({ description: 'Carbon pools it measures.' }),
  scale: words('From which to which scale it works.', 120),
  skill: z.enum(['basic', 'intermediate', 'advanced']).meta({ description: 'Skill the crew needs.' }),
  cost: z.enum(['low', 'medium', 'high']).meta({ description: 'Cost class.' }),
  crew: words('People and time; an estimate of the editors unless a source is cited.', 200),
  equipment: z
    .array(
      z.strictObject({
        id,
        item: words('What to take.', 120),
        specification: words('What it must be able to do.', 200).optional(),
        quantity: words('How many.', 80).optional(),
      }),
    )
    .superRefine(uniqueIds)
    .meta({ description: 'Equipment.' }),
  safety: sourcedWords('A danger and what to do about it.'),
  preparation: sourcedWords('What to settle before going out.'),
  steps: z
    .array(step)
    .min(1)
    .superRefine(uniqueIds)
    .meta({ description: 'Steps, in order; numbers run through.' }),
  form: z.array(formField).superRefine(uniqueIds).meta({ description: 'Fields of the data form.' }),
  checks: z
    .array(
      z.strictObject({
        id,
        check: words('What is checked.', 200),
        limit: words('The figure it is held against.', 400).optional(),
        basis,
        sources: citations.optional(),
      }),
    )
    .superRefine(uniqueIds)
    .meta({ description: 'Quality control.' }),
  equations: z.array(equation).superRefine(uniqueIds).meta({ description: 'Calculation.' }),
  findings: z
    .array(
      z.strictObject({
        id,
        fact: words('What was found.', 200),
        value: words('The figure with its unit.', 200),
        sources: citations,
      }),
    )
    .superRefine(uniqueIds)
    .optional()
    .meta({ description: 'Further sourced figures a user should know.' }),
  uncertainty: sourcedWords('A source of uncertainty.'),
  mistakes: z
    .array(
      z.strictObject({
        id,
        text: words('A common mistake.', 200),
        bias: z
          .enum(['too-high', 'too-low', 'either-way', 'not-known'])
          .meta({ description: 'Which way it moves the result.' }),
        why: words('Why it does so.', 300).optional(),
        sources: citations.optional(),
      }),
    )
    .superRefine(uniqueIds)
    .meta({ description: 'Common mistakes with the direction of their bias.' }),
  variants: z
    .strictObject({
      lowCost: words('The cheap way that is still sound.', 400),
      standard: words('The usual way.', 400),
      reference: words('The best that can be done.', 400),
    })
    .meta({ description: 'Three levels of effort.' }),
  standards: z
    .array(z.string().min(1))
    .optional()
    .meta({ description: 'Names of standards it follows or draws on.' }),
  protocols: z
    .array(reference('protocols', 'A protocol to read with it.'))
    .optional()
    .meta({ description: 'Related protocols.' }),
  calculators: z
    .array(reference('calculators', 'A calculator that finishes the job.'))
    .optional()
    .meta({ description: 'Calculators that use its data.' }),
  institutions: z
    .array(reference('institutions', 'An institution whose method it draws on.'))
    .optional()
    .meta({ description: 'Institutions whose methods it draws on.' }),
  sources,
});

export type Protocol = z.infer<typeof protocol>;

export const protocolSections = ['purpose', 'scope', 'background'] as const;
