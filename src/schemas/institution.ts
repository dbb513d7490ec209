import { z } from 'zod';
import { locales } from '../i18n/locales.ts';
import { says } from './issue.ts';
import { country } from './place.ts';
import { webAddress } from './shared.ts';

/** An institution that sources or contributors name. It says nothing of membership or endorsement. */
export const institution = z.strictObject({
  name: z
    .string()
    .min(1)
    .meta({ description: 'Name in its own language or in English, as the source prints it.' }),
  names: z
    .partialRecord(z.enum(locales), z.string().min(1))
    .optional()
    .meta({ description: 'Name in other languages, where it is official or usual.' }),
  kind: z
    .enum([
      'research',
      'university',
      'government',
      'non-governmental',
      'intergovernmental',
      'company',
      'community',
    ])
    .meta({ description: 'Kind of institution.' }),
  country: country.optional(),
  ror: z
    .string()
    .regex(/^https:\/\/ror\.org\/0[a-z0-9]{6}\d{2}$/, says('bad-ror'))
    .optional()
    .meta({ description: 'ROR, where it is known.' }),
  website: z.string().regex(webAddress, says('bad-address')).optional().meta({ description: 'Website.' }),
});

export type Institution = z.infer<typeof institution>;
