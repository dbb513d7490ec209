import { stoneDensityFactors } from '../../science/factors/stone-density.ts';
import {
  type ProfileFault,
  profileFaults,
  referenceFaults,
  referenceMassBounds,
  stonesOnly,
} from '../../science/soc-stock/faults.ts';
import { type SoilLayer, socStockBounds } from '../../science/soc-stock/layers.ts';
import { defineCalculator } from '../define.ts';
import { choice, quantity, table } from '../fields.ts';
import { assess } from './assess.ts';
import { equations, symbols, working } from './equations.ts';
import { outputs } from './outputs.ts';
import { sources } from './sources.ts';
import { carbonAgainstMass, changeCompared } from './views.ts';
import { warningCodes, warningsOf } from './warnings.ts';

const within = (name: keyof typeof socStockBounds) => {
  const [min, max] = socStockBounds[name];
  return { min, max };
};
const relativeError = (name: 'concentrationError' | 'densityError' | 'fragmentsError') =>
  quantity({ unit: '%', ...within(name), optional: true });

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

/** Soil organic carbon stock to a fixed depth, at equal soil mass, and its change between two dates. */
export default defineCalculator({
  id: 'soc-stock',
  version: '2.1.0',
  fields: {
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
  },
  outputs,
  sources,
  factors: [stoneDensityFactors],
  symbols,
  equations,
  views: { mass: carbonAgainstMass, change: changeCompared },
  working,
  assumptions: ['uniform-layer', 'stones-without-carbon', 'organic-carbon', 'fine-earth-mass', 'errors'],
  limits: ['fixed-depth', 'one-profile', 'depth-error', 'extrapolation', 'carbonates'],
  problems: [
    'not-from-surface',
    'gap',
    'overlap',
    'lower-not-deeper',
    'too-shallow',
    'no-fine-earth',
    'stones-only',
    'reference-not-deeper',
    'not-whole',
  ],
  warnings: warningCodes,
  check: (inputs) => {
    const { layers, laterLayers, reference, seed, draws } = inputs;
    const comparesMass = reference.length > 0 || laterLayers.length > 0;
    const profiles: readonly (readonly [ProfileTable, readonly SoilLayer[]])[] =
      laterLayers.length === 0
        ? [['layers', layers]]
        : [
            ['layers', layers],
            ['laterLayers', laterLayers],
          ];
    return [
      ...profiles.flatMap(([name, given]) => profileFaults(given, inputs).map((one) => toProblem(name, one))),
      ...profiles.flatMap(([name, given]) =>
        comparesMass && inputs.densityBasis === 'fine-earth'
          ? stonesOnly(given, inputs).map((layer) => ({
              ...{ code: 'stones-only' as const, path: `${name}.${layer}.fragments` },
              ...{ value: given[layer]?.fragments ?? null, min: 0, max: 100 },
            }))
          : [],
      ),
      ...referenceFaults(reference).flatMap(({ code, layer, argument, ...range }) =>
        code === 'reference-not-deeper' ? [{ code, path: `reference.${layer}.${argument}`, ...range }] : [],
      ),
      ...Object.entries({ draws, seed }).flatMap(([path, value]) =>
        Number.isInteger(value) ? [] : [{ code: 'not-whole' as const, path, value }],
      ),
    ];
  },
  run: (inputs) => {
    const assessment = assess(inputs);
    return { outputs: assessment.outputs, warnings: warningsOf(inputs, assessment) };
  },
});

type ProfileTable = 'layers' | 'laterLayers';

function toProblem(name: ProfileTable, { code, layer, argument, value, min, max }: ProfileFault) {
  return { code, path: layer === null ? argument : `${name}.${layer}.${argument}`, value, min, max };
}
