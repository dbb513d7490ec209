import { z } from 'zod';
import { refuse, says } from './issue.ts';

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
    level: z.number().gt(0, says('confidence-level')).lt(1, says('confidence-level')).optional().meta({
      description: 'Confidence level of a CI, 0.95 for 95 %. Leave out where the source does not say it.',
    }),
  })
  .superRefine(({ kind, value, low, high, level }, context) => {
    if ((low === undefined) !== (high === undefined)) {
      const [given, key] = low === undefined ? (['high', 'low'] as const) : (['low', 'high'] as const);
      refuse(context, [given], 'spread-half', { key });
    }
    if (value === undefined && low === undefined && high === undefined)
      refuse(context, ['value'], 'spread-empty', {});
    if (value !== undefined && low !== undefined) refuse(context, ['value'], 'spread-both', {});
    if (level !== undefined && kind !== 'CI') refuse(context, ['level'], 'spread-level', { kind });
  });
