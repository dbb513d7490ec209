import { belowGroundMethods } from '../../science/tree-biomass/domain.ts';
import { figure, label, type OutputsOf, rows } from '../output.ts';
import { methods } from './fields.ts';

const biomass = { unit: 't/har', symbol: 't/ha', substance: 'dry matter' } as const;
const growth = { unit: 't/(har.a)', symbol: 't/(ha·yr)', substance: 'dry matter' } as const;
const carbon = { unit: 't/har', symbol: 't C/ha', substance: 'C' } as const;
const perHectare = { unit: 't/har', symbol: 't CO₂/ha', substance: 'CO2' } as const;
const total = { unit: 't', symbol: 't CO₂', substance: 'CO2' } as const;
const optional = { optional: true } as const;
const years = figure({ unit: 'a', symbol: 'yr', ...optional });

export const outputs = {
  removal: figure(total),
  yearly: figure({ unit: 't/(har.a)', symbol: 't CO₂/(ha·yr)', substance: 'CO2' }),
  co2: figure(perHectare),
  carbon: figure(carbon),
  agb: figure(biomass),
  bgb: figure({ ...biomass, ...optional }),
  intervalFrom: label(['rates', 'above-ground', 'none']),
  ageOfLargestIncrement: years,
  ageOfLargestMeanIncrement: years,
  ageAt90Percent: years,
  removalByTable: figure({ ...total, ...optional }),
  young: figure({ ...growth, ...optional }),
  old: figure({ ...growth, ...optional }),
  cap: figure({ ...biomass, ...optional }),
  fittedAsymptote: figure({ ...biomass, ...optional }),
  fittedRate: figure({ unit: '/a', symbol: '1/yr', ...optional }),
  fittedShape: figure({ unit: '1', ...optional }),
  residualError: figure({ ...biomass, ...optional }),
  method: label(methods),
  roots: label(belowGroundMethods),
  identifiable: label(['yes', 'no']),
  course: rows({
    age: figure({ unit: 'a', symbol: 'yr', digits: 4 }),
    year: label(),
    agb: figure(biomass),
    low: figure(biomass),
    high: figure(biomass),
    increment: figure(growth),
    meanIncrement: figure(growth),
    bgb: figure(biomass),
    carbon: figure(carbon),
    co2: figure(perHectare),
    removal: figure(total),
    removalLow: figure(total),
    removalHigh: figure(total),
  }),
} as const;

export type RegrowthOutputs = OutputsOf<typeof outputs>;
