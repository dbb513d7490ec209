import { fewestSamples, mostSamples, optionBounds } from '../../science/eddy-covariance/options.ts';
import { choice, csv, type InputsOf, quantity } from '../fields.ts';

const within = (name: keyof typeof optionBounds) => {
  const [min, max] = optionBounds[name];
  return { min, max };
};
const more = { more: true } as const;

export const fields = {
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
