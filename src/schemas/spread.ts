import { z } from 'zod';

const amount = (description: string) => z.number().nonnegative().optional().meta({ description });

/** Spread of a figure as its source prints it: to each side of a value, or of the two ends of a range. */
export const spread = z
  .strictObject({
    kind: z.enum(['SD', 'SE', 'CI', 'not-stated']).meta({
      description:
        'SD, SE, CI = half of a confidence interval, or not-stated where the source prints ± without saying what it is.',
    }),
    value: amount('The spread to each side of the value, in its unit.'),
    low: amount('Spread that belongs to the lower end of a range.'),
    high: amount('Spread that belongs to the upper end of a range.'),
    level: z.number().gt(0).lt(1).optional().meta({
      description: 'Confidence level of a CI, 0.95 for 95 %. Leave out where the source does not say it.',
    }),
  })
  .superRefine(({ kind, value, low, high, level }, context) => {
    const report = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if ((low === undefined) !== (high === undefined))
      report(low === undefined ? 'high' : 'low', 'the spread of a range needs both low and high');
    if (value === undefined && low === undefined && high === undefined)
      report('value', 'a spread needs its number: a value, or low and high for the ends of a range');
    if (value !== undefined && low !== undefined)
      report('value', 'a spread is one value, or low and high for the ends of a range, not both');
    if (level !== undefined && kind !== 'CI') report('level', `only a CI has a level, not ${kind}`);
  });
