import { drainedCategories, peatlandBounds, rewettedCategories } from '../../science/peatland/domain.ts';
import type { Bounds } from '../../science/range-fault.ts';
import { defaultGwpSet, gwpSets } from '../../science/units-gwp/gwp-sets.ts';
import { choice, type InputsOf, quantity, table } from '../fields.ts';
import { ownFactors } from './own-factors.ts';

const within = ([min, max]: Bounds) => ({ min, max });
const more = { more: true } as const;
const emission = { unit: '1', min: -1e5, max: 1e5 } as const;
const limit = quantity({ ...emission, optional: true });

/** The worked example is golden case peat-07. */
export const fields = {
  drained: choice(drainedCategories, 'temperate-grassland-rich-deep'),
  rewetted: choice(['default', ...rewettedCategories], 'temperate-rich'),
  area: quantity({ unit: 'har', symbol: 'ha', ...within(peatlandBounds.area), default: 1 }),
  years: quantity({ unit: 'a', symbol: 'yr', ...within(peatlandBounds.years), default: 30 }),
  gwpSet: choice(gwpSets, defaultGwpSet, more),
  ditchFraction: quantity({ unit: '1', ...within(peatlandBounds.ditchFraction), optional: true, ...more }),
  drainage: choice(['deep', 'shallow'], 'deep', more),
  ownFactors: table({
    columns: {
      factor: choice(ownFactors, 'drained-co2'),
      value: quantity(emission),
      low: limit,
      high: limit,
    },
    rows: [],
    minRows: 0,
    maxRows: ownFactors.length,
    ...more,
  }),
  shape: choice(['split-normal', 'triangular'], 'split-normal', more),
  draws: quantity({ unit: '1', min: 1000, max: 50_000, default: 5000, ...more }),
  seed: quantity({ unit: '1', min: 0, max: 1e9, default: 1, ...more }),
} as const;

export type PeatlandInputs = InputsOf<typeof fields>;
