import { figure, label, type OutputsOf, rows } from '../output.ts';

const perHectare = { unit: 't/har', symbol: 't C/ha', substance: 'C', digits: 4 } as const;
const perSquareMetre = { unit: 'kg/m2', symbol: 'kg C/m²', substance: 'C' } as const;
const soilPerHectare = { unit: 't/har', symbol: 't/ha', substance: 'soil', digits: 4 } as const;
const depth = { unit: 'cm', digits: 3 } as const;
const extrapolations = ['within', 'cubic', 'linear'] as const;

/** What the calculator gives; what concerns equal soil mass and a second sampling has no value without them. */
export const outputs = {
  stock: figure({ ...perHectare, digits: 3 }),
  stockPerSquareMetre: figure(perSquareMetre),
  mass: figure(soilPerHectare),
  intervalFrom: label(['errors', 'none']),
  change: figure({ ...perHectare, digits: 3, signed: true, optional: true }),
  rate: figure({
    ...{ ...perHectare, unit: 't/(har.a)', symbol: 't C/(ha·yr)' },
    ...{ digits: 3, signed: true, optional: true },
  }),
  changeAtFixedDepth: figure({ ...perHectare, digits: 3, signed: true, optional: true }),
  referenceFrom: label(['given', 'baseline', 'later', 'none']),
  referenceMass: figure({ ...soilPerHectare, optional: true }),
  esmStock: figure({ ...perHectare, digits: 3, optional: true }),
  laterEsmStock: figure({ ...perHectare, digits: 3, optional: true }),
  laterStock: figure({ ...perHectare, digits: 3, optional: true }),
  esmDepth: figure({ ...depth, optional: true }),
  laterEsmDepth: figure({ ...depth, optional: true }),
  layers: rows({
    upper: figure({ unit: 'cm' }),
    lower: figure({ unit: 'cm' }),
    mass: figure(soilPerHectare),
    stock: figure(perHectare),
    cumulativeMass: figure(soilPerHectare),
    cumulativeStock: figure(perHectare),
  }),
  esm: rows({
    lower: figure({ unit: 'cm' }),
    referenceMass: figure({ ...soilPerHectare, optional: true }),
    stock: figure(perHectare),
    cumulativeStock: figure(perHectare),
    depth: figure(depth),
    extrapolation: label(extrapolations),
    laterCumulativeStock: figure(perHectare),
    laterDepth: figure(depth),
    laterExtrapolation: label(extrapolations),
    change: figure({ ...perHectare, signed: true, optional: true }),
  }),
  simulation: rows({
    quantity: label(['stock', 'esm-stock', 'later-stock', 'later-esm-stock', 'change']),
    draws: figure({ unit: '1', digits: 6 }),
    mean: figure(perHectare),
    sd: figure(perHectare),
    low: figure(perHectare),
    median: figure(perHectare),
    high: figure(perHectare),
  }),
};

export type SocStockOutputs = OutputsOf<typeof outputs>;
