import { z } from 'zod';
import { refuse, says } from './issue.ts';
import { countries } from './place.ts';
import { citations, id, isoDate, uniqueIds } from './shared.ts';

/** content/neutrality.yaml: emissions, pledges and published estimates that removals are held against. */
export const neutralityFile = 'neutrality.yaml';

/** Regions that a figure may be of besides countries: codes that `Intl.DisplayNames` has a name for. */
export const regions = ['001', 'EU', '035'] as const;

const place = z.enum([...regions, ...countries]).meta({
  description: 'Country, ISO 3166-1 alpha-3, or a region: 001 the world, EU, 035 South-East Asia.',
});

export const massUnits = ['Mt', 'Gt'] as const;
const year = z.int().min(1850).max(2100);
const amount = z.number();
const from = z.string().trim().min(1).max(200).meta({ description: 'Table, section or cell of the source.' });

const figureShape = {
  id,
  place,
  year: year.meta({ description: 'Year, or the first of a period whose mean it is.' }),
  yearTo: year.optional().meta({ description: 'Last year of a period whose mean it is.' }),
  value: amount.positive().meta({ description: 'The number as its source prints it, a year.' }),
  error: amount.positive().optional().meta({ description: 'The number after ±, in the same unit.' }),
  unit: z.enum(massUnits).meta({ description: 'Million or thousand million tonnes.' }),
  sources: citations,
  from,
};

function checkPeriod(
  { year: first, yearTo }: { year: number; yearTo?: number | undefined },
  context: z.RefinementCtx,
): void {
  if (yearTo !== undefined && yearTo <= first)
    refuse(context, ['yearTo'], 'interval-upside-down', { low: first, high: yearTo });
}

export const co2Scopes = ['fossil', 'land-use'] as const;
export const co2Figure = z
  .strictObject({
    ...figureShape,
    scope: z.enum(co2Scopes).meta({ description: 'Where the carbon dioxide comes from.' }),
    substance: z.enum(['C', 'CO2']).meta({ description: 'What the mass is a mass of.' }),
    perC: amount.positive().optional().meta({
      description: 'CO2 per mass of carbon that the source itself converts with; 44/12 where it says none.',
    }),
  })
  .superRefine(checkPeriod);

/** Global warming potentials that gases were added up with; where the source does not say it, that is said. */
export const potentialSets = ['ar4-100', 'ar5-100', 'ar6-100', 'not-stated'] as const;
export const gasScopes = ['without-land-use', 'with-land-use'] as const;
export const gasFigure = z
  .strictObject({
    ...figureShape,
    scope: z
      .enum(gasScopes)
      .meta({ description: 'Whether land use, its change and forestry are in the sum.' }),
    potentials: z.enum(potentialSets).meta({ description: 'Potentials that the gases were added up with.' }),
  })
  .superRefine(checkPeriod);

export const pledgeKinds = ['carbon-neutrality', 'climate-neutrality', 'net-zero'] as const;
const pledge = z.strictObject({
  id,
  place,
  kind: z.enum(pledgeKinds).meta({ description: 'In the words of the source.' }),
  year: year.meta({ description: 'Year by which, or before which, it is to be reached.' }),
  sources: citations,
});

/** What a published estimate is a sum of. */
export const estimatePools = ['soil', 'ecosystem', 'trees', 'all'] as const;
export const estimate = z
  .strictObject({
    id,
    place,
    pools: z.enum(estimatePools),
    case: z
      .string()
      .regex(/^carbon-neutrality-\d{2}$/, says('bad-id'))
      .optional()
      .meta({
        description: 'Reference case that computes it again; leave out where its inputs were not read.',
      }),
    area: amount.positive().optional().meta({ description: 'Area in million hectares.' }),
    years: z
      .int()
      .positive()
      .optional()
      .meta({ description: 'Years of a sum; leave out for a yearly figure.' }),
    value: amount.positive().optional(),
    low: amount.positive().optional(),
    high: amount.positive().optional(),
    unit: z
      .enum(massUnits)
      .meta({ description: 'Of the figure, a year unless `years` or `final` is there.' }),
    final: z.literal(true).optional().meta({ description: 'The whole gain at maturity, not a yearly one.' }),
    substance: z.enum(['C', 'CO2', 'CO2e']),
    sources: citations,
    from,
  })
  .superRefine(({ value, low, high }, context) => {
    if ((low === undefined) !== (high === undefined))
      refuse(context, ['low'], 'interval-half', { key: low === undefined ? 'high' : 'low' });
    if (value === undefined && low === undefined) refuse(context, ['value'], 'no-figure', {});
    if (low !== undefined && high !== undefined && low > high)
      refuse(context, ['low'], 'interval-upside-down', { low, high });
  })
  .meta({ description: 'A removal that others estimated for the world or a country.' });

export const neutrality = z.strictObject({
  read: isoDate('When the sources were last looked at.'),
  co2: z.array(co2Figure).superRefine(uniqueIds).meta({ description: 'Emissions of carbon dioxide.' }),
  gases: z
    .array(gasFigure)
    .superRefine(uniqueIds)
    .meta({ description: 'Emissions of all greenhouse gases, Mt or Gt CO2e.' }),
  pledges: z.array(pledge).superRefine(uniqueIds),
  estimates: z.array(estimate).superRefine(uniqueIds),
});

export type Neutrality = z.infer<typeof neutrality>;
export type Co2Figure = z.infer<typeof co2Figure>;
export type GasFigure = z.infer<typeof gasFigure>;
export type PublishedEstimate = z.infer<typeof estimate>;
