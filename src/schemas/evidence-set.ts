import { z } from 'zod';
import { citations, contributionShape } from './shared.ts';
import { sources } from './source.ts';
import { words } from './words.ts';

/** Facts of a data set of paired comparisons; the comparisons themselves are the lines of `rows.csv` beside it. */
export const evidenceSet = z.strictObject({
  ...contributionShape,
  dataLicence: words('Licence of the data, as their publisher states it.', 200),
  origin: z.enum(['computed', 'printed']).meta({
    description:
      'computed = means and standard deviations were worked out from the published data; printed = they stand in the source.',
  }),
  attribution: words('Who is named wherever the data are used.', 400),
  cites: citations,
  sources,
});

export type EvidenceSet = z.infer<typeof evidenceSet>;

/** The table of comparisons that every data set has. */
export const rowsFile = 'rows.csv';
