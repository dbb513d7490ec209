import { stoneDensityFactors } from '../../science/factors/stone-density.ts';
import { referenceMassBounds, socStockBounds } from '../../science/soc-stock/layers.ts';
import { choice, quantity, table } from '../fields.ts';

const within = (name: keyof typeof socStockBounds) => {
  const [min, max] = socStockBounds[name];
  return { min, max };
};
const relativeError = (name: 'concentrationError' | 'densityError' | 'fragmentsError') =>
  quantity({ unit: '%', ...within(name), optional: true, more: true });

const columns = {
  upper: quantity({ unit: 'cm', ...within('upper') }),
  lower: quantity({ unit: 'cm', ...within('lower'), exclusiveMin: true }),
  soc: quantity({ unit: 'g/kg', substance: 'C', ...within('soc') }),
  bulkDensity: quantity({ unit: 'g/cm3', symbol: 'g/cm³', ...within('bulkDensity') }),
  fragments: quantity({ unit: '%', ...within('fragments'), optional: true }),
  concentrationError: relativeError('concentrationError'),
  densityError: relativeError('densityError'),
  fragmentsError: relativeError('fragmentsError'),
};
const [lightest, heaviest] = referenceMassBounds;

/** What is asked: depth and layers first; a second date, other methods and errors under "more". */
export const fields = {
  reportingDepth: quantity({ unit: 'cm', ...within('reportingDepth'), exclusiveMin: true, default: 30 }),
  densityBasis: choice(['total-volume', 'fine-earth', 'whole-soil'], 'total-volume'),
  stoneDensity: quantity({
    ...{ unit: 'g/cm3', symbol: 'g/cm³', ...within('stoneDensity') },
    default: stoneDensityFactors.factors.stone.value,
    more: true,
  }),
  // golden case soc-09
  layers: table({
    columns,
    rows: [
      { upper: 0, lower: 10, soc: 21, bulkDensity: 1.1 },
      { upper: 10, lower: 20, soc: 14, bulkDensity: 1.2 },
      { upper: 20, lower: 30, soc: 9, bulkDensity: 1.25 },
    ],
    minRows: 1,
    maxRows: 30,
  }),
  reference: table({
    columns: {
      lower: quantity({ unit: 'cm', ...within('lower'), exclusiveMin: true }),
      mass: quantity({
        ...{ unit: 't/har', symbol: 't/ha', substance: 'soil' },
        ...{ min: lightest, max: heaviest, exclusiveMin: true },
      }),
    },
    rows: [],
    minRows: 0,
    maxRows: 30,
    more: true,
  }),
  esmMethod: choice(['hyman', 'linear', 'fmm', 'natural'], 'hyman', { more: true }),
  laterLayers: table({ columns, rows: [], minRows: 0, maxRows: 30, more: true }),
  years: quantity({
    ...{ unit: 'a', symbol: 'yr', min: 0, max: 1000 },
    ...{ exclusiveMin: true, optional: true, more: true },
  }),
  densityErrors: choice(['shared', 'independent'], 'shared', { more: true }),
  draws: quantity({ unit: '1', min: 500, max: 20_000, default: 2000, more: true }),
  seed: quantity({ unit: '1', min: 0, max: 4_294_967_295, default: 1, more: true }),
};
