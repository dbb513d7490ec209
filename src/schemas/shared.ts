import { z } from 'zod';
import { parseUnit, UnitError } from '../science/units.ts';
import { refuse, says } from './issue.ts';
import { substanceIn, unitMeant } from './unit-meant.ts';
import { words } from './words.ts';

/** Parts that several collections use. Every key has a description: the contribute pages print it. */

/** An address of the web: no other scheme, no name before the host, nothing that ends an attribute. */
export const webAddress = /^https?:\/\/[^\s/?#@"'<>`{}\\]+(?:[/?#][^\s"'<>`{}\\]*)?$/;

export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const id = z
  .string()
  .regex(slugPattern, says('bad-id'))
  .meta({ description: 'A short name that stays the same; translations and links use it.' });

export type Collection =
  | 'case-studies'
  | 'protocols'
  | 'management-models'
  | 'policy-options'
  | 'learning-paths'
  | 'calculators'
  | 'evidence'
  | 'institutions'
  | 'glossary'
  | 'references';

/** The folder name of another contribution. The check and the build refuse one that does not exist. */
export const reference = (to: Collection, description: string) =>
  z.string().regex(slugPattern, says('bad-id')).meta({ description, references: to });

/** Keys of sources: of this contribution, or of the shared library in content/references. */
export const citations = z
  .array(z.string().regex(slugPattern, says('bad-id')))
  .min(1)
  .meta({ description: 'Ids of the sources that say so.', citations: true });

export const unit = z
  .string()
  .superRefine((value, context) => {
    try {
      parseUnit(value);
    } catch (error) {
      if (!(error instanceof UnitError)) throw error;
      const substance = substanceIn(value);
      const suggestion = unitMeant(value);
      if (substance && suggestion)
        refuse(context, [], 'unit-substance', {
          found: value,
          substance,
          suggestion: `unit: ${suggestion}, substance: ${substance}`,
        });
      else refuse(context, [], 'unit', { found: value, suggestion });
    }
  })
  .meta({
    description: 'Unit in UCUM, for example t/har (tonnes per hectare), t/(har.a), g/kg, %.',
    suggests: 'units',
  });

export const substances = ['C', 'CO2', 'CO2e', 'CH4', 'N2O', 'N', 'P', 'dry-matter'] as const;
export const substance = z.enum(substances).meta({
  description: 'What the mass is a mass of. UCUM says nothing of it, so it stands apart from the unit.',
});

export const qualifiers = ['>', '<', '>=', '<=', '~'] as const;

const number = z.number();

/** The keys every quantity shares; the unit stands beside, once for value, low and high. */
export const quantityShape = {
  value: number.optional().meta({ description: 'The number as its source prints it.' }),
  low: number.optional().meta({ description: 'Lower end of the interval or range.' }),
  high: number.optional().meta({ description: 'Upper end of the interval or range.' }),
  level: number.gt(0, says('confidence-level')).lt(1, says('confidence-level')).optional().meta({
    description: 'Confidence level of the interval, 0.95 for 95 %. Leave out for a range of observations.',
  }),
  n: z.int().positive().optional().meta({ description: 'Number of independent samples, plots or sites.' }),
  basis: z
    .enum(['measured', 'modelled', 'derived', 'reported'])
    .optional()
    .meta({ description: 'How the number came about.' }),
  qualifier: z
    .enum(qualifiers)
    .optional()
    .meta({ description: 'Bound or rounding mark of the source; it is always printed with the number.' }),
};

/** `low <= value <= high`, and at least one number. */
export function checkQuantity(
  value: {
    value?: number | undefined;
    low?: number | undefined;
    high?: number | undefined;
    finding?: unknown;
  },
  context: z.RefinementCtx,
): void {
  const { low, high } = value;
  if ((low === undefined) !== (high === undefined)) {
    const [given, key] = low === undefined ? (['high', 'low'] as const) : (['low', 'high'] as const);
    refuse(context, [given], 'interval-half', { key });
  }
  if (low !== undefined && high !== undefined && low > high)
    refuse(context, ['low'], 'interval-upside-down', { low, high });
  else if (value.value !== undefined && low !== undefined && value.value < low)
    refuse(context, ['value'], 'below-low', { value: value.value, low });
  else if (value.value !== undefined && high !== undefined && value.value > high)
    refuse(context, ['value'], 'above-high', { value: value.value, high });
  if (value.value === undefined && low === undefined && high === undefined && value.finding === undefined)
    refuse(context, ['value'], 'no-figure', {});
}

const date = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, says('bad-date'));
export const isoDate = (description: string) => date.meta({ description, date: 'exact' });

/** A year, month or day; `~` after it says that it is approximate (EDTF level 1). */
export const edtf = (description: string) =>
  z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[~]?$/, says('bad-date'))
    .meta({ description, date: 'approximate' });

export const licence = z.enum(['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0']).meta({
  description:
    'SPDX identifier of the licence under which the words and data of this contribution may be used.',
});

export const person = z.strictObject({
  name: z.string().min(1).meta({ description: 'Name as it should be printed.' }),
  orcid: z
    .string()
    .regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, says('bad-orcid'))
    .refine(isOrcid, says('orcid-check-digit'))
    .optional()
    .meta({ description: 'ORCID of the person.' }),
  institution: reference('institutions', 'Institution of the person.').optional(),
});

/** ISO 7064 mod 11-2, the check digit of an ORCID. */
function isOrcid(value: string): boolean {
  const digits = value.replaceAll('-', '');
  let total = 0;
  for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return digits.endsWith(check === 10 ? 'X' : String(check));
}

export const reviewStates = ['compiled', 'submitted', 'reviewed'] as const;
export const review = z
  .strictObject({
    state: z.enum(reviewStates).meta({
      description:
        'compiled = written from published literature by the portal; submitted = by the people of the project; reviewed = read and accepted by the reviewers named.',
    }),
    date: isoDate('When this state was reached.'),
    reviewers: z.array(person).optional().meta({ description: 'Who reviewed it.' }),
    reviewBy: isoDate('When it should be looked at again.').optional(),
  })
  .superRefine((value, context) => {
    if (value.state === 'reviewed' && (value.reviewers?.length ?? 0) < 2) {
      refuse(context, ['state'], 'review-without-reviewers', {});
    }
  })
  .meta({ description: 'True state of review. It is printed on the page.' });

/** Who agreed to what is shown. It is printed on the page; the papers themselves stay with the contributor. */
const consent = z
  .strictObject({
    pictures: words(
      'Consent of the people who can be recognised in pictures: who agreed, in which form, when, and who keeps the record.',
      400,
    ).optional(),
    community: words(
      'Free, prior and informed consent of the communities whose land or knowledge is shown: which communities, given how and when, and what they may still withdraw.',
      800,
    ).optional(),
  })
  .meta({ description: 'Consent records. Needed where pictures show people who can be recognised.' });

/** Keys that every contribution with a page of its own has. */
export const contributionShape = {
  title: words('Title of the page.', 120),
  summary: words('Two or three plain sentences: what it is and what one learns.', 900),
  authors: z
    .array(person)
    .optional()
    .meta({ description: 'Who wrote it. Leave out what is compiled by the portal.' }),
  licence,
  review,
  consent: consent.optional(),
};

export const sourcedWords = (description: string) =>
  z
    .array(
      z.strictObject({
        id,
        text: words(description),
        sources: citations.optional(),
      }),
    )
    .superRefine(uniqueIds)
    .meta({ description });

/** Every item of a list has an id of its own. */
export function uniqueIds(items: readonly { id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    if (seen.has(item.id)) {
      refuse(context, [index, 'id'], 'duplicate-id', { id: item.id });
    }
    seen.add(item.id);
  });
}
