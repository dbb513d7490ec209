import { z } from 'zod';
import { outcome } from './outcome.ts';
import { place } from './place.ts';
import { recovery } from './recovery.ts';
import {
  checkQuantity,
  citations,
  contributionShape,
  edtf,
  quantityShape,
  reference,
  uniqueIds,
  unit,
} from './shared.ts';
import { sources } from './source.ts';
import { entryOf } from './vocabulary.ts';
import { words } from './words.ts';

/** Facts of one case: a quick case has the required keys, a full case the others too (see completeness.ts). */
export const caseStudy = z.strictObject({
  ...contributionShape,
  place: place.meta({ description: 'Where it is.' }),
  ecosystems: z
    .array(entryOf('ecosystems', 'IUCN Global Ecosystem Typology 2.1, level 3, for example T4.5.'))
    .min(1)
    .meta({ description: 'Ecosystem types, the main one first.' }),
  drivers: z
    .array(entryOf('drivers', 'What degraded the land.'))
    .min(1)
    .meta({ description: 'Drivers of degradation.' }),
  degradation: z
    .array(entryOf('degradation-types', 'WOCAT type of degradation.'))
    .optional()
    .meta({ description: 'Types of degradation.' }),
  interventions: z
    .array(entryOf('interventions', 'What was done on the land.'))
    .min(1)
    .meta({ description: 'What was done.' }),
  restoration: z.enum(['ecological-restoration', 'rehabilitation', 'sustainable-management']).meta({
    description:
      'Kind of restoration, as FERM and target 2 of the Global Biodiversity Framework distinguish it.',
  }),
  started: edtf('When the restoration began.'),
  ended: edtf('When it ended. Leave out while it goes on.').optional(),
  area: z
    .strictObject({
      ...quantityShape,
      unit,
      note: words('What the area covers; a target is not an area restored.', 400).optional(),
      sources: citations,
    })
    .superRefine(checkQuantity)
    .optional()
    .meta({ description: 'Area of land restored or managed.' }),
  models: z
    .array(reference('management-models', 'A management model this case follows.'))
    .optional()
    .meta({ description: 'Sustainable management models it is an example of.' }),
  protocols: z
    .array(reference('protocols', 'A protocol whose method the case used or could be monitored with.'))
    .optional()
    .meta({ description: 'Protocols that measure what it reports.' }),
  policies: z
    .array(reference('policy-options', 'A policy option at work here.'))
    .optional()
    .meta({ description: 'Policy options at work here.' }),
  institutions: z
    .array(reference('institutions', 'An institution that carried it out or studied it.'))
    .optional()
    .meta({ description: 'Institutions that the sources name.' }),
  outcomes: z
    .array(outcome)
    .superRefine(uniqueIds)
    .meta({ description: 'What was measured. Write [] where nothing was.' }),
  recovery: recovery
    .optional()
    .meta({ description: 'Scores of the recovery wheel, where a source gives them.' }),
  sources,
});

export type CaseStudy = z.infer<typeof caseStudy>;

/** Sections of the story, in the order of the page. Their headings are the words `section.<id>`. */
export const caseStudySections = [
  'degradation',
  'action',
  'change',
  'failures',
  'enabling',
  'lessons',
  'policy',
] as const;
