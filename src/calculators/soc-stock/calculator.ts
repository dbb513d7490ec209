import {
  fixedDepthStock,
  type ProfileFault,
  type ProfileStock,
  profileFaults,
  type SoilLayer,
  socStockBounds,
} from '../../science/soc-stock.ts';
import { defineCalculator, type Estimate, figure, rows, type Warning } from '../define.ts';
import { choice, quantity, table } from '../fields.ts';

const within = (name: keyof typeof socStockBounds) => {
  const [min, max] = socStockBounds[name];
  return { min, max };
};
const relativeError = (name: 'concentrationError' | 'densityError') =>
  quantity({ unit: '%', ...within(name), optional: true });

const perHectare = { unit: 't/har', symbol: 't C/ha', substance: 'C', digits: 4 } as const;
const soilPerHectare = { unit: 't/har', symbol: 't/ha', substance: 'soil', digits: 4 } as const;

/** 97.5 % point of the normal distribution: a 95 % interval is the estimate plus or minus so many errors. */
const z95 = 1.96;
/** Above it the layer may be organic, and density and sampling follow other rules. */
const organicAbove = 120;

const warnings = [
  'organic-soil',
  'soc-in-percent',
  'fragments-missing',
  'errors-incomplete',
  'density-error-missing',
  'concentration-error-missing',
] as const;

/** Soil organic carbon stock to a fixed depth. Equal soil mass comes in a later issue. */
export default defineCalculator({
  id: 'soc-stock',
  version: '1.0.0',
  fields: {
    reportingDepth: quantity({ unit: 'cm', ...within('reportingDepth'), exclusiveMin: true, default: 30 }),
    densityBasis: choice(['total-volume', 'fine-earth', 'whole-soil'], 'total-volume'),
    stoneDensity: quantity({ unit: 'g/cm3', symbol: 'g/cm³', ...within('stoneDensity'), default: 2.65 }),
    layers: table({
      columns: {
        upper: quantity({ unit: 'cm', ...within('upper') }),
        lower: quantity({ unit: 'cm', ...within('lower'), exclusiveMin: true }),
        soc: quantity({ unit: 'g/kg', substance: 'C', ...within('soc') }),
        bulkDensity: quantity({ unit: 'g/cm3', symbol: 'g/cm³', ...within('bulkDensity') }),
        fragments: quantity({ unit: '%', ...within('fragments'), optional: true }),
        concentrationError: relativeError('concentrationError'),
        densityError: relativeError('densityError'),
      },
      // golden case soc-09
      rows: [
        { upper: 0, lower: 10, soc: 21, bulkDensity: 1.1 },
        { upper: 10, lower: 20, soc: 14, bulkDensity: 1.2 },
        { upper: 20, lower: 30, soc: 9, bulkDensity: 1.25 },
      ],
      minRows: 1,
      maxRows: 30,
    }),
  },
  outputs: {
    stock: figure({ ...perHectare, digits: 3 }),
    stockPerSquareMetre: figure({ unit: 'kg/m2', symbol: 'kg C/m²', substance: 'C' }),
    mass: figure(soilPerHectare),
    layers: rows({
      upper: figure({ unit: 'cm' }),
      lower: figure({ unit: 'cm' }),
      mass: figure(soilPerHectare),
      stock: figure(perHectare),
      cumulativeMass: figure(soilPerHectare),
      cumulativeStock: figure(perHectare),
    }),
  },
  sources: [
    {
      id: 'poeplau-2017',
      citation:
        'Poeplau, C., Vos, C. and Don, A. (2017). Soil organic carbon stocks are systematically overestimated by misuse of the parameters bulk density and rock fragment content. SOIL 3, 61–66.',
      url: 'https://doi.org/10.5194/soil-3-61-2017',
      supports: 'Equations 1 and 2: mass of fine earth and stock of a layer (method M4).',
    },
    {
      id: 'ipcc-2019-soil',
      citation:
        'IPCC (2019). 2019 Refinement to the 2006 IPCC Guidelines for National Greenhouse Gas Inventories. Volume 4: Agriculture, Forestry and Other Land Use.',
      url: 'https://www.ipcc-nggip.iges.or.jp/public/2019rf/vol4.html',
      supports: 'Default depth of 30 cm, and the stock in t C/ha.',
    },
  ],
  assumptions: ['uniform-layer', 'stones-without-carbon', 'organic-carbon', 'errors'],
  limits: ['fixed-depth', 'one-profile', 'fragment-error', 'carbonates'],
  problems: ['not-from-surface', 'gap', 'overlap', 'lower-not-deeper', 'too-shallow', 'no-fine-earth'],
  warnings,
  check: (inputs) => profileFaults(inputs.layers, inputs).map(toProblem),
  run: (inputs) => {
    const profile = fixedDepthStock(inputs.layers, inputs);
    return {
      outputs: {
        stock: withInterval(profile, 1),
        stockPerSquareMetre: withInterval(profile, 0.1), // t/ha -> kg/m2
        mass: { value: profile.mass },
        layers: profile.layers.map(({ fragmentsMissing: _, ...row }) => row),
      },
      warnings: warningsOf(inputs.layers.slice(0, profile.layers.length), profile),
    };
  },
});

function toProblem({ code, layer, argument, value, min, max }: ProfileFault) {
  return { code, path: layer === null ? argument : `layers.${layer}.${argument}`, value, min, max };
}

/** The stock in another unit, with its 95 % interval where the errors are known; a stock is never negative. */
function withInterval({ stock, standardError }: ProfileStock, factor: number): Estimate {
  const value = stock * factor;
  if (standardError === null) return { value };
  const half = z95 * standardError * factor;
  return { value, low: Math.max(0, value - half), high: value + half, level: 0.95 };
}

/** What to look at in the layers that are counted. */
function warningsOf(
  layers: readonly SoilLayer[],
  profile: ProfileStock,
): Warning<(typeof warnings)[number]>[] {
  const { errorParts } = profile;
  const partly = (name: 'concentrationError' | 'densityError') =>
    layers.some((layer) => layer[name] !== null) && layers.some((layer) => layer[name] === null);
  const about = (code: (typeof warnings)[number], holds: boolean) =>
    holds ? [{ code, path: null, value: null }] : [];
  return [
    ...layers.flatMap(({ soc }, index) =>
      soc > organicAbove ? [{ code: 'organic-soil' as const, path: `layers.${index}.soc`, value: soc }] : [],
    ),
    ...about(
      'soc-in-percent',
      layers.every((layer) => layer.soc < 1),
    ),
    ...profile.layers.flatMap((layer, index) =>
      layer.fragmentsMissing
        ? [{ code: 'fragments-missing' as const, path: `layers.${index}.fragments`, value: null }]
        : [],
    ),
    ...about('errors-incomplete', partly('concentrationError') || partly('densityError')),
    ...about('density-error-missing', errorParts.length === 1 && errorParts[0] === 'concentration'),
    ...about('concentration-error-missing', errorParts.length === 1 && errorParts[0] === 'density'),
  ];
}
