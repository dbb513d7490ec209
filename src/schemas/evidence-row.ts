import { z } from 'zod';
import { parseUnit, sameDimension } from '../science/units.ts';
import { refuse, says } from './issue.ts';
import { country } from './place.ts';
import { id, reference, slugPattern, substance, uniqueIds, unit } from './shared.ts';
import { entryOf, vocabularies } from './vocabulary.ts';

/** Why a comparison is kept and shown but enters no pooled mean. */
export const asideReasons = [
  /** A standard deviation or a number of replicates is missing. */
  'no-spread',
  /** A mean at or below zero, or values over so many orders that a ratio says nothing. */
  'difference-only',
  /** Carbon per volume of drained peat, which is dense because it has sunk. */
  'compacted-density',
  /** The licence of the original deposit is still to be confirmed. */
  'terms-to-confirm',
  /** The same sites are in another row that is pooled. */
  'same-sites',
  /** Restored and comparison land lie at different places. */
  'unpaired-sites',
  /** The same land earlier is all it stands against. */
  'before-after',
  /** Nobody restored it: a wall broke by itself. */
  'no-project',
  /** The standard deviation was worked out from figures of a model. */
  'rough-spread',
] as const;

const text = (description: string) => z.string().min(1).meta({ description });
const number = (description: string) => z.number().meta({ description });
const replicates = z.int().min(1).max(1_000_000);

/** One comparison of restored with other land, as a line of a table: empty cells are left out. */
export const evidenceRow = z
  .strictObject({
    id,
    study: id.meta({
      description: 'Sites with a comparator of their own; rows of one study are not independent.',
    }),
    source: z
      .string()
      .regex(slugPattern, says('bad-id'))
      .meta({ description: 'Source of the data set the row comes from.' }),
    doi: z
      .string()
      .regex(/^10\.\d{4,9}\/\S+$/, says('bad-doi'))
      .optional()
      .meta({ description: 'DOI of the source.' }),
    country,
    lat: z.number().min(-90, says('latitude')).max(90, says('latitude')).optional().meta({
      description: 'Latitude, WGS84, decimal degrees.',
      unit: 'deg',
    }),
    lon: z.number().min(-180, says('longitude')).max(180, says('longitude')).optional().meta({
      description: 'Longitude, WGS84, decimal degrees.',
      unit: 'deg',
    }),
    ecosystem: entryOf('ecosystems', 'IUCN Global Ecosystem Typology 2.1, where it is clear.').optional(),
    as_reported: text('Ecosystem in the words of the data set.'),
    intervention: entryOf('interventions', 'What was done on the land.'),
    method: text('What was done, in the words of the data set.'),
    model: reference(
      'management-models',
      'The management model it belongs to, where that is clear.',
    ).optional(),
    years_low: number('Years since the restoration began; lower end.').min(0).max(500).optional(),
    years_high: number('Years since the restoration began; upper end.').min(0).max(500).optional(),
    depth_top: number('Upper limit of the soil layer, cm.').min(0).max(1000).optional(),
    depth_bottom: number('Lower limit of the soil layer, cm.').gt(0).max(1000).optional(),
    profile: id.optional().meta({
      description:
        'Layers of a stock that lie below one another under the same treatment; they are added up.',
    }),
    indicator: entryOf('indicators', 'The standard indicator it belongs to.'),
    unit,
    substance: substance.optional(),
    comparator: z.enum(['degraded', 'reference']).meta({
      description:
        'degraded = land that was not restored; reference = natural or target ecosystem. Never pooled together.',
    }),
    mean_t: number('Mean of the restored land.'),
    sd_t: number('Standard deviation between its replicates.').min(0).optional(),
    n_t: replicates.optional().meta({ description: 'Its replicates.' }),
    mean_c: number('Mean of what it stands against.'),
    sd_c: number('Standard deviation between its replicates.').min(0).optional(),
    n_c: replicates.optional().meta({ description: 'Its replicates.' }),
    shared_t: id.optional().meta({ description: 'Name of a restored arm that several rows share.' }),
    shared_c: id.optional().meta({ description: 'Name of a comparator that several rows share.' }),
    aside: z
      .array(z.enum(asideReasons).meta({ description: 'A reason.' }))
      .meta({ description: 'Why it enters no pooled mean; empty where it may.' }),
    licence: text('Licence of the figures.'),
    seen: text('Where the figures were read.'),
    note: text('How mean and spread came about, what n counts, and what to mind.'),
  })
  .superRefine(checkRow);

export type EvidenceRow = z.infer<typeof evidenceRow>;

/** All rows of a data set; each has an id of its own. */
export const evidenceRows = z.array(evidenceRow).min(1).superRefine(uniqueIds);

export const rowColumns = Object.keys(evidenceRow.shape) as readonly (keyof EvidenceRow)[];

function checkRow(row: EvidenceRow, context: z.RefinementCtx): void {
  const pairs = [
    ['years_low', 'years_high'],
    ['depth_top', 'depth_bottom'],
    ['lat', 'lon'],
  ] as const;
  for (const [low, high] of pairs.slice(0, 2)) {
    if ((row[low] === undefined) === (row[high] === undefined)) continue;
    const [given, key] = row[low] === undefined ? [high, low] : [low, high];
    refuse(context, [given], 'interval-half', { key });
  }
  const { years_low, years_high, depth_top, depth_bottom } = row;
  if (years_low !== undefined && years_high !== undefined && years_low > years_high)
    refuse(context, ['years_low'], 'interval-upside-down', { low: years_low, high: years_high });
  if (depth_top !== undefined && depth_bottom !== undefined && depth_top >= depth_bottom)
    refuse(context, ['depth_bottom'], 'depth-upside-down', { top: depth_top, bottom: depth_bottom });
  const indicator = vocabularies.indicators.entries[row.indicator];
  if (indicator && !unitFits(row.unit, indicator.units))
    refuse(context, ['unit'], 'unit-kind', {
      found: row.unit,
      indicator: row.indicator,
      allowed: indicator.units.join(', '),
    });
  if (indicator?.substances && row.substance === undefined)
    refuse(context, ['substance'], 'missing-substance', {
      indicator: row.indicator,
      allowed: indicator.substances.join(', '),
    });
  const bare = [row.sd_t, row.n_t, row.sd_c, row.n_c].some((value) => value === undefined);
  if (bare !== row.aside.includes('no-spread'))
    refuse(context, ['aside'], bare ? 'row-no-spread' : 'row-has-spread', {});
  if ((row.mean_t <= 0 || row.mean_c <= 0) && !row.aside.includes('difference-only'))
    refuse(context, [row.mean_t <= 0 ? 'mean_t' : 'mean_c'], 'row-no-ratio', {
      found: row.mean_t <= 0 ? row.mean_t : row.mean_c,
    });
}

function unitFits(code: string, allowed: readonly string[]): boolean {
  try {
    const found = parseUnit(code);
    return allowed.some((other) => sameDimension(found, parseUnit(other)));
  } catch {
    return true; // the unit itself is already reported
  }
}
