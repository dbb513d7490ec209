import {
  ownFactorBounds,
  scenarioBounds,
  socTier1Bounds,
  tillages,
} from '../../science/ipcc-soc-tier1/domain.ts';
import { climates, soils } from '../../science/ipcc-soc-tier1/zones.ts';
import { defaultGwpSet, gwpSets } from '../../science/units-gwp/gwp-sets.ts';
import { choice, type InputsOf, quantity } from '../fields.ts';
import { inputLevels, lands } from './land.ts';
import { carbon, nitrogen } from './outputs.ts';

const within = ([min, max]: readonly [number, number]) => ({ min, max });
const more = { more: true } as const;

const tillage = choice(tillages, 'full');
const ownFactor = quantity({ unit: '1', ...within(ownFactorBounds), optional: true, ...more });

/** What the form asks; filled with golden case soc1-08. */
export const fields = {
  climate: choice(climates, 'warm-temperate-dry'),
  soil: choice(soils, 'high-activity-clay'),
  landBefore: choice(lands, 'long-term-cultivated'),
  tillageBefore: tillage,
  inputBefore: choice(inputLevels, 'low'),
  landAfter: choice([...lands, 'rewetted-wetland'], 'native'),
  tillageAfter: tillage,
  inputAfter: choice(inputLevels, 'medium'),
  area: quantity({ unit: 'har', symbol: 'ha', ...within(scenarioBounds.area), default: 250 }),
  years: quantity({ unit: 'a', symbol: 'yr', ...within(scenarioBounds.years), default: 30 }),
  landWithout: choice(['as-before', ...lands], 'as-before', more),
  tillageWithout: choice(tillages, 'full', more),
  inputWithout: choice(inputLevels, 'medium', more),
  ownStock: quantity({
    ...carbon,
    ...within(socTier1Bounds.referenceStock),
    exclusiveMin: true,
    optional: true,
    ...more,
  }),
  ownStockError: quantity({ unit: '%', min: 0, max: 200, optional: true, ...more }),
  ownFactorBefore: ownFactor,
  ownFactorAfter: ownFactor,
  nitrogen: quantity({ ...nitrogen, ...within(scenarioBounds.nitrogen), default: 0, ...more }),
  nitrogenClimate: choice(['dry', 'wet'], 'dry', more),
  gwpSet: choice(gwpSets, defaultGwpSet, more),
  // The limits of the interval move by about 1 % of its width from seed to seed.
  draws: quantity({ unit: '1', min: 1000, max: 50_000, default: 20_000, ...more }),
  seed: quantity({ unit: '1', min: 0, max: 1e9, default: 1, ...more }),
} as const;
export type Inputs = InputsOf<typeof fields>;
