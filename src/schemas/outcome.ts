import { z } from 'zod';
import { parseUnit, sameDimension } from '../science/units.ts';
import { refuse } from './issue.ts';
import { checkQuantity, citations, id, quantityShape, substance, unit } from './shared.ts';
import { spread } from './spread.ts';
import { entryOf, vocabularies } from './vocabulary.ts';
import { words } from './words.ts';

export const roles = ['effect', 'output', 'context'] as const;
export const designs = [
  'before-after',
  'control-impact',
  'before-after-control-impact',
  'randomised',
  'chronosequence',
  'observational',
  'model',
  'synthesis',
  'expert',
] as const;
export const baselines = ['before', 'control', 'reference', 'modelled', 'none'] as const;
export const gwpSets = ['AR4-100', 'AR5-100', 'AR6-100', 'AR5-20', 'AR6-20', 'not-stated'] as const;

const depth = z
  .strictObject({
    top: z.number().min(0).max(1000).meta({ description: 'Upper limit, cm below the surface.', unit: 'cm' }),
    bottom: z
      .number()
      .gt(0)
      .max(1000)
      .meta({ description: 'Lower limit, cm below the surface.', unit: 'cm' }),
  })
  .superRefine((value, context) => {
    if (value.top >= value.bottom) {
      refuse(context, ['bottom'], 'depth-upside-down', { top: value.top, bottom: value.bottom });
    }
  });

const carbon = z
  .strictObject({
    pool: entryOf('pools', 'IPCC carbon pool.'),
    depth: z
      .union([depth, z.literal('not-stated')])
      .optional()
      .meta({
        description:
          'Depth range in cm; required for soil organic carbon. not-stated where the source says nothing.',
      }),
    baseline: z.enum(baselines).meta({ description: 'What the figure is measured against.' }),
    gwp: z.enum(gwpSets).optional().meta({
      description: 'Global warming potentials behind a CO2-equivalent: assessment report and horizon.',
    }),
  })
  .superRefine((value, context) => {
    if (value.pool === 'soil-organic-carbon' && value.depth === undefined) {
      refuse(context, ['depth'], 'missing-depth', {});
    }
  });

const comparison = z
  .strictObject({
    kind: z.enum(['before', 'control', 'reference']).meta({
      description:
        'before = same land earlier; control = untreated land; reference = natural or target ecosystem.',
    }),
    label: words('What it is compared with.', 160),
    ...quantityShape,
    spread: spread.optional().meta({ description: 'Spread of that figure as printed in the source.' }),
  })
  .superRefine((value, context) => {
    if (value.value !== undefined || value.low !== undefined) checkQuantity(value, context);
    else if (value.spread) refuse(context, ['spread'], 'spread-without-figure', {});
  });

/** One measured quantity: an effect of the restoration, an output of the project, or context. */
export const outcome = z
  .strictObject({
    id,
    label: words('What was measured, where and on what, in one line.', 200),
    indicator: entryOf('indicators', 'The standard indicator it belongs to.'),
    role: z.enum(roles).meta({
      description:
        'effect = a change in ecosystem, people or income; output = area, plants, spending; context = not a result.',
    }),
    kind: z.enum(['absolute', 'change', 'difference']).meta({
      description:
        'absolute = a state; change = over time; difference = treated minus or against comparison land.',
    }),
    ...quantityShape,
    unit,
    substance: substance.optional(),
    finding: words('A finding the source gives in words only, such as no difference found.', 300).optional(),
    spread: spread.optional().meta({ description: 'Spread as printed in the source.' }),
    comparison: comparison.optional().meta({ description: 'What the value stands against.' }),
    carbon: carbon
      .optional()
      .meta({ description: 'Carbon record; required where the unit is a mass of C, CO2 or CO2e.' }),
    depth: depth.optional().meta({ description: 'Soil depth in cm, for soil figures other than carbon.' }),
    design: z.enum(designs).optional().meta({ description: 'Design of the study behind the figure.' }),
    period: words('Years or time span it refers to.', 120).optional(),
    years: z
      .number()
      .positive()
      .optional()
      .meta({ description: 'Years since the restoration began, as a number.', unit: 'a' }),
    method: words('How it was measured.', 300).optional(),
    note: words('What a reader must know so as not to misread it.', 600).optional(),
    sources: citations,
    confirmed: z.boolean().optional().meta({
      description: 'false where the figure was not found again in its source; it is then marked on the page.',
    }),
  })
  .superRefine(checkOutcome);

interface OutcomeFacts {
  readonly indicator: string;
  readonly unit: string;
  readonly substance?: string | undefined;
  readonly kind: string;
  readonly carbon?: { readonly gwp?: string | undefined } | undefined;
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly finding?: unknown;
}

function checkOutcome(value: OutcomeFacts, context: z.RefinementCtx): void {
  checkQuantity(value, context);
  const indicator = vocabularies.indicators.entries[value.indicator];
  const carbonMass = value.substance === 'C' || value.substance === 'CO2' || value.substance === 'CO2e';
  if (indicator && !unitFits(value.unit, indicator.units, value.kind)) {
    refuse(context, ['unit'], 'unit-kind', {
      found: value.unit,
      indicator: value.indicator,
      allowed: indicator.units.join(', '),
    });
  }
  if (indicator?.substances && value.unit !== '%' && value.substance === undefined) {
    refuse(context, ['substance'], 'missing-substance', {
      indicator: value.indicator,
      allowed: indicator.substances.join(', '),
    });
  }
  if (carbonMass && value.carbon === undefined) refuse(context, ['carbon'], 'missing-carbon', {});
  if (value.substance === 'CO2e' && value.carbon && value.carbon.gwp === undefined)
    refuse(context, ['carbon', 'gwp'], 'missing-gwp', {});
}

function unitFits(code: string, allowed: readonly string[], kind: string): boolean {
  if (code === '%' && kind !== 'absolute') return true;
  try {
    const found = parseUnit(code);
    return allowed.some((other) => sameDimension(found, parseUnit(other)));
  } catch {
    return true; // the unit itself is already reported
  }
}

export type Outcome = z.infer<typeof outcome>;
