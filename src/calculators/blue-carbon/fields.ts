import { blueCarbonBounds, coastalSystems, mangroveClimates } from '../../science/blue-carbon/domain.ts';
import { defaultGwpSet, gwpSets } from '../../science/units-gwp/gwp-sets.ts';
import { choice, type InputsOf, quantity } from '../fields.ts';

const within = (name: keyof typeof blueCarbonBounds) => {
  const [min, max] = blueCarbonBounds[name];
  return { min, max };
};
const more = { more: true } as const;
const carbon = { unit: 't/har', symbol: 't C/ha', substance: 'C', ...within('soilStock'), ...more } as const;
const dryMatter = {
  ...{ unit: 't/har', symbol: 't d.m./ha', substance: 'dry matter' },
  ...within('aboveground'),
  ...more,
} as const;
const ownRate = quantity({
  ...{ unit: 't/(har.a)', symbol: 't C/(ha·yr)', substance: 'C', min: 0, max: 50 },
  optional: true,
  ...more,
});

/** The worked example is golden case blue-05. */
export const fields = {
  system: choice(coastalSystems, 'mangrove'),
  climate: choice([...mangroveClimates, 'none'], 'tropical-wet'),
  area: quantity({ unit: 'har', symbol: 'ha', ...within('area'), default: 100 }),
  years: quantity({ unit: 'a', symbol: 'yr', ...within('years'), default: 30 }),
  salinity: quantity({ unit: '[ppth]', symbol: 'ppt', ...within('salinity'), default: 30 }),
  planting: choice(['replanted', 'unaided'], 'replanted'),
  baseline: choice(['not-drained', 'drained'], 'not-drained'),
  cover: quantity({ unit: '%', ...within('cover'), default: 60, ...more }),
  soilStock: quantity({ ...carbon, default: 0 }),
  aboveground: quantity({ ...dryMatter, default: 0 }),
  biomassCeiling: quantity({ ...dryMatter, optional: true }),
  ownAccumulation: ownRate,
  ownAccumulationLow: ownRate,
  ownAccumulationHigh: ownRate,
  ownSoilCeiling: quantity({ ...carbon, exclusiveMin: true, optional: true }),
  gwpSet: choice(gwpSets, defaultGwpSet, more),
  draws: quantity({ unit: '1', min: 1000, max: 50_000, default: 5000, ...more }),
  seed: quantity({ unit: '1', min: 0, max: 1e9, default: 1, ...more }),
} as const;

export type BlueCarbonInputs = InputsOf<typeof fields>;
