import { fewestSamples, mostSamples, optionBounds } from '../../science/eddy-covariance/options.ts';
import { fluxFactors } from '../../science/factors/eddy-covariance.ts';
import { molarFactors } from '../../science/factors/molar.ts';
import { defineCalculator } from '../define.ts';
import { choice, csv, type InputsOf, quantity } from '../fields.ts';
import { equations, symbols, working } from './equations.ts';
import { outputs } from './outputs.ts';
import { problemCodes } from './problem-codes.ts';
import { sources } from './sources.ts';
import { balance, cumulative, fingerprint, light } from './views.ts';
import { warningCodes } from './warning-codes.ts';

const within = (name: keyof typeof optionBounds) => {
  const [min, max] = optionBounds[name];
  return { min, max };
};
const more = { more: true } as const;

const fields = {
  // input of golden case ec-03, 90 days of a synthetic grassland (CC0)
  data: csv({ example: 'example.csv', maxLength: 60_000_000 }),
  latitude: quantity({ unit: 'deg', symbol: '°', ...within('latitude'), default: 36.4 }),
  longitude: quantity({ unit: 'deg', symbol: '°', ...within('longitude'), default: 107.9 }),
  utcOffset: quantity({ unit: 'h', ...within('utcOffset'), default: 8 }),
  ustar: choice(['estimate', 'fixed', 'none'], 'estimate'),
  threshold: quantity({ unit: 'm/s', ...within('threshold'), default: 0.15 }),
  vpdUnit: choice(['from-file', 'hPa', 'kPa'], 'from-file', more),
  longRuns: choice(['remove', 'keep'], 'remove', more),
  method: choice(['Reichstein05', 'Vekuri23'], 'Reichstein05', more),
  partition: choice(['night', 'none'], 'night', more),
  leastRange: quantity({ unit: 'K', ...within('leastTemperatureRange'), default: 5, ...more }),
  samples: quantity({ unit: '1', min: fewestSamples, max: mostSamples, default: 100, ...more }),
  seed: quantity({ unit: '1', min: 0, max: 4_294_967_295, default: 1, ...more }),
};

export type FluxInputs = InputsOf<typeof fields>;

/** u* filter, gap filling and partitioning of half-hourly or hourly net ecosystem exchange: all but the science. */
export const face = {
  id: 'eddy-covariance',
  version: '2.0.0',
  slow: true,
  fields,
  outputs,
  sources,
  factors: [fluxFactors, molarFactors],
  symbols,
  equations,
  working,
  views: { fingerprint, cumulative, light, balance },
  assumptions: [
    'sign',
    'standard-time',
    'turbulence',
    'similar-weather',
    'night-respiration',
    'random-error',
    'units',
  ],
  limits: [
    'processed-fluxes',
    'no-storage',
    'interval',
    'threshold-band',
    'open-path',
    'no-extrapolation',
    'carbon-only',
    'tropics',
  ],
  problems: problemCodes,
  warnings: warningCodes,
} as const;

/** For pages: a worker computes, with the science. */
export default defineCalculator({
  ...face,
  run: () => {
    throw new Error('eddy-covariance is computed in a worker');
  },
});
