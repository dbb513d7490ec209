import { z } from 'zod';
import { contributionShape, reference } from './shared.ts';
import { sources } from './source.ts';

/** Documentation of a calculator. Its folder name is the id of the calculator. */
export const calculatorPage = z.strictObject({
  ...contributionShape,
  protocols: z
    .array(reference('protocols', 'A protocol that collects its inputs.'))
    .optional()
    .meta({ description: 'Protocols that collect its inputs.' }),
  sources,
});

export type CalculatorPage = z.infer<typeof calculatorPage>;
