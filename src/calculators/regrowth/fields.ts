import { plotBounds, regrowthBounds, shapeBounds } from '../../science/regrowth/domain.ts';
import { belowGroundMethods, rootOrigins } from '../../science/tree-biomass/domain.ts';
import { continents, zonesBelowBoreal } from '../ecological-zones.ts';
import { choice, type InputsOf, quantity, table } from '../fields.ts';
import { examplePlots } from './example.ts';

const within = ([min, max]: readonly [number, number]) => ({ min, max });
const biomass = { unit: 't/har', symbol: 't/ha', substance: 'dry matter' } as const;
const growth = { unit: 't/(har.a)', symbol: 't/(ha·yr)', substance: 'dry matter' } as const;

export const methods = ['ipcc-rates', 'curve', 'fit'] as const;

/** Ecological zones of Tables 4.7 and 4.9. */
export const zones = [
  ...zonesBelowBoreal,
  'boreal-coniferous',
  'boreal-tundra-woodland',
  'boreal-mountain',
] as const;

const more = { more: true } as const;

export const fields = {
  method: choice(methods, 'ipcc-rates'),
  // golden case regrowth-11
  zone: choice(zones, 'tropical-rainforest'),
  continent: choice(continents, 'asia'),
  area: quantity({ unit: 'har', symbol: 'ha', min: 0, max: 1e7, exclusiveMin: true, default: 1 }),
  years: quantity({ unit: 'a', symbol: 'yr', min: 1, max: 500, default: 50 }),
  baseline: quantity({ unit: 't/har', symbol: 't C/ha', substance: 'C', min: 0, max: 500, default: 0 }),
  survival: quantity({ unit: '%', min: 0, max: 100, default: 100 }),
  ownYoung: quantity({ ...growth, ...within(regrowthBounds.growth), optional: true, ...more }),
  ownOld: quantity({ ...growth, ...within(regrowthBounds.growth), optional: true, ...more }),
  ownCap: quantity({
    ...{ ...biomass, ...within(regrowthBounds.stock) },
    ...{ exclusiveMin: true, optional: true, ...more },
  }),
  // golden case regrowth-01
  asymptote: quantity({ ...biomass, ...within(regrowthBounds.asymptote), default: 220, ...more }),
  rate: quantity({ unit: '/a', symbol: '1/yr', ...within(regrowthBounds.rate), default: 0.045, ...more }),
  shape: quantity({ unit: '1', ...within(regrowthBounds.shape), default: 1.9, ...more }),
  // golden case regrowth-09
  plots: table({
    columns: {
      age: quantity({ unit: 'a', symbol: 'yr', ...within(plotBounds.age) }),
      stock: quantity({ ...biomass, ...within(plotBounds.stock) }),
    },
    rows: examplePlots,
    minRows: 0,
    maxRows: 1000,
    more: true,
  }),
  heldShape: quantity({ unit: '1', ...within(shapeBounds), default: 2, optional: true, ...more }),
  belowGround: choice(belowGroundMethods, 'ipcc-2019', more),
  origin: choice(rootOrigins, 'natural', more),
  rootRatio: quantity({ unit: '1', min: 0, max: 5, optional: true, ...more }),
  carbonFraction: quantity({ unit: '1', min: 0.3, max: 0.7, substance: 'C', default: 0.47, ...more }),
  startYear: quantity({ unit: '1', min: 1900, max: 2200, default: 2025, ...more }),
  step: quantity({ unit: 'a', symbol: 'yr', min: 1, max: 100, default: 5, ...more }),
  draws: quantity({ unit: '1', min: 1000, max: 100_000, default: 2000, ...more }),
  seed: quantity({ unit: '1', min: 0, max: 1e9, default: 1, ...more }),
} as const;

export type Inputs = InputsOf<typeof fields>;
