import { belowGroundMethods, heightForms } from '../../science/tree-biomass/domain.ts';
import { heightSources } from '../../science/tree-biomass/method.ts';
import { figure, label, type OutputsOf, rows } from '../output.ts';
import { equations } from './fields.ts';

const biomass = { unit: 't/har', symbol: 't/ha', substance: 'dry matter' } as const;
const carbon = { unit: 't/har', symbol: 't C/ha', substance: 'C' } as const;
const kilograms = { unit: 'kg', substance: 'dry matter', digits: 4 } as const;
const centimetres = { unit: 'cm', digits: 4 } as const;
const optional = { optional: true } as const;

export const outputs = {
  agb: figure(biomass),
  bgb: figure({ ...biomass, ...optional }),
  carbon: figure(carbon),
  co2: figure({ unit: 't/har', symbol: 't CO₂/ha', substance: 'CO2' }),
  betweenPlots: figure({ ...biomass, ...optional }),
  deadWood: figure({ ...carbon, ...optional }),
  litter: figure({ ...carbon, ...optional }),
  stems: figure({ unit: '/har', symbol: '1/ha' }),
  uncertainty: figure({ unit: '%', ...optional }),
  discount: figure({ ...biomass, ...optional }),
  discountedAgb: figure({ ...biomass, ...optional }),
  baselineAgb: figure({ ...biomass, ...optional }),
  discountFrom: label(['plots', 'simulation']),
  stress: figure({ unit: '1', ...optional }),
  intervalFrom: label(['simulation', 'none']),
  method: label(equations),
  roots: label(belowGroundMethods),
  heightModel: label(heightForms),
  heightResidual: figure({ unit: 'm', ...optional }),
  plots: rows({
    plot: label(),
    trees: figure({ unit: '1', digits: 4 }),
    agb: figure(biomass),
    low: figure(biomass),
    high: figure(biomass),
  }),
  largest: rows({
    tree: figure({ unit: '1', digits: 4 }),
    plot: label(),
    taxon: label(),
    diameter: figure(centimetres),
    agb: figure(kilograms),
    share: figure({ unit: '%' }),
  }),
  trees: rows({
    tree: figure({ unit: '1', digits: 4 }),
    plot: label(),
    taxon: label(),
    diameter: figure(centimetres),
    height: figure({ unit: 'm' }),
    heightFrom: label(heightSources),
    woodDensity: figure({ unit: 'g/cm3', symbol: 'g/cm³', substance: 'dry matter' }),
    densityFrom: label(['given', 'genus', 'mean']),
    agb: figure(kilograms),
  }),
} as const;

export type TreeOutputs = OutputsOf<typeof outputs>;
