import { z } from 'zod';
import { contributionShape, reference } from './shared.ts';
import { sources } from './source.ts';
import { entryOf } from './vocabulary.ts';

export const calculatorAims = [
  'soil-carbon',
  'tree-carbon',
  'wetland-balance',
  'ecosystem-flux',
  'plan-sampling',
  'report',
  'cost',
  'recovery',
  'synthesise',
  'convert',
] as const;
export const calculatorTiers = ['default-factors', 'own-data', 'model', 'arithmetic'] as const;
export const calculatorNeeds = [
  'nothing',
  'area-only',
  'field-data',
  'laboratory',
  'weather',
  'tower',
  'studies',
] as const;

/** Documentation of a calculator. Its folder name is the id of the calculator. */
export const calculatorPage = z.strictObject({
  ...contributionShape,
  aims: z.array(z.enum(calculatorAims)).min(1).meta({ description: 'What a reader wants to do.' }),
  tier: z.enum(calculatorTiers).meta({
    description:
      'What it stands on: published default factors (IPCC Tier 1), own data (Tier 2), a model (Tier 3), arithmetic.',
  }),
  needs: z
    .array(z.enum(calculatorNeeds))
    .min(1)
    .meta({ description: 'Data that a reader must have at hand.' }),
  landUses: z
    .array(entryOf('land-uses', 'Land or water it suits.'))
    .min(1)
    .meta({ description: 'Land and ecosystems it suits.' }),
  protocols: z
    .array(reference('protocols', 'A protocol that collects its inputs.'))
    .optional()
    .meta({ description: 'Protocols that collect its inputs.' }),
  sources,
});

export type CalculatorPage = z.infer<typeof calculatorPage>;
