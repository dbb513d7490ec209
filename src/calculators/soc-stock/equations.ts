import { massProfile } from '../../science/soc-stock/equivalent-mass.ts';
import { fineEarthDensity } from '../../science/soc-stock/layers.ts';
import {
  type Equation,
  minus,
  over,
  product,
  type Symbols,
  sum,
  sumOver,
  type WorkingStep,
} from '../equation.ts';
import type { SocStockInputs } from './assess.ts';
import type { SocStockOutputs } from './outputs.ts';

export const symbols: Symbols = {
  M: { base: 'M', unit: 't/ha' },
  rho_t: { base: 'ρ', sub: 't', unit: 'g/cm³' },
  rho: { base: 'ρ', unit: 'g/cm³' },
  rho_s: { base: 'ρ', sub: 's', unit: 'g/cm³' },
  v: { base: 'v', unit: '' },
  d: { base: 'd', unit: 'cm' },
  C: { base: 'C', unit: 'g/kg' },
  S_i: { base: 'S', sub: 'i', unit: 't C/ha' },
  S: { base: 'S', unit: 't C/ha' },
  S_m: { base: 'S', sub: 'm', unit: 't C/ha' },
  S_a: { base: 'S', sub: 'a', unit: 't C/ha' },
  m: { base: 'm', unit: 't/ha' },
  m_a: { base: 'm', sub: 'a', unit: 't/ha' },
  S_1: { base: 'S', sub: '1', unit: 't C/ha' },
  S_2: { base: 'S', sub: '2', unit: 't C/ha' },
  dS: { base: 'ΔS', unit: 't C/ha' },
  T: { base: 'T', unit: 'yr' },
  r: { base: 'r', unit: 't C/(ha·yr)' },
};

const poeplau = { source: 'poeplau-2017', place: 'M4' } as const;
const ellert = { source: 'ellert-1995', place: 'equal soil mass' } as const;

export const equations: readonly Equation[] = [
  { id: 'fine-earth', left: 'rho_t', right: product('rho', minus(1, 'v')), ...poeplau },
  { id: 'whole-soil', left: 'rho_t', right: minus('rho', product('v', 'rho_s')), ...poeplau },
  { id: 'mass', left: 'M', right: product(100, 'rho_t', 'd'), ...poeplau },
  { id: 'layer', left: 'S_i', right: over(product('M', 'C'), 1000), ...poeplau },
  { id: 'profile', left: 'S', right: sumOver('S_i'), ...poeplau },
  {
    ...{ id: 'equal-mass', left: 'S_m', ...ellert },
    right: sum('S_a', over(product(minus('m', 'm_a'), 'C'), 1000)),
  },
  { id: 'change', left: 'dS', right: minus('S_2', 'S_1'), ...ellert },
  { id: 'rate', left: 'r', right: over('dS', 'T'), ...ellert },
];

/** The stock of every layer and of the profile, at equal soil mass, then the change, with the reader's numbers. */
export function working(inputs: SocStockInputs, outputs: SocStockOutputs): readonly WorkingStep[] {
  const { stock } = outputs;
  const S_i = outputs.layers.flatMap((layer) => layer.stock ?? []);
  return [
    ...outputs.layers.flatMap((layer, index) => workingOfLayer(inputs, layer, index)),
    ...(stock.value === null
      ? []
      : [{ equation: 'profile', row: null, values: { S_i }, result: stock.value }]),
    ...workingOfEqualMass(inputs, outputs),
    ...workingOfChange(inputs, outputs),
  ];
}

function workingOfLayer(
  inputs: SocStockInputs,
  { upper, lower, mass, stock }: SocStockOutputs['layers'][number],
  index: number,
): readonly WorkingStep[] {
  const layer = inputs.layers[index];
  if (layer === undefined || upper === null || lower === null || mass === null || stock === null) return [];
  const row = { table: 'layers', index };
  const rho_t = fineEarthDensity(layer, inputs);
  const values = { rho: layer.bulkDensity, v: (layer.fragments ?? 0) / 100, rho_s: inputs.stoneDensity };
  return [
    ...(inputs.densityBasis === 'total-volume'
      ? []
      : [{ equation: inputs.densityBasis, row, values, result: rho_t }]),
    { equation: 'mass', row, values: { rho_t, d: lower - upper }, result: mass },
    { equation: 'layer', row, values: { M: mass, C: layer.soc }, result: stock },
  ];
}

/** In straight lines only: a cubic has no single line that a reader could redo. */
function workingOfEqualMass(
  inputs: SocStockInputs,
  { referenceMass, esmStock, laterEsmStock }: SocStockOutputs,
): readonly WorkingStep[] {
  const m = referenceMass.value;
  if (inputs.esmMethod !== 'linear' || m === null) return [];
  return [
    ...straightStep(inputs, 'layers', m, esmStock.value),
    ...straightStep(inputs, 'laterLayers', m, laterEsmStock.value),
  ];
}

/** From the last limit of a layer above the mass straight on into the layer that holds it. */
function straightStep(
  inputs: SocStockInputs,
  table: 'layers' | 'laterLayers',
  m: number,
  result: number | null,
): readonly WorkingStep[] {
  const layers = inputs[table];
  if (result === null || layers.length === 0) return [];
  const { mass, stock } = massProfile(layers, inputs);
  const holding = mass.findIndex((limit) => limit >= m);
  const index = (holding === -1 ? layers.length : Math.max(1, holding)) - 1;
  const [m_a, S_a, C] = [mass[index], stock[index], layers[index]?.soc];
  if (m_a === undefined || S_a === undefined || C === undefined) return [];
  return [{ equation: 'equal-mass', row: { table, index }, values: { S_a, m, m_a, C }, result }];
}

function workingOfChange(
  { years }: SocStockInputs,
  { esmStock, laterEsmStock, change }: SocStockOutputs,
): readonly WorkingStep[] {
  if (esmStock.value === null || laterEsmStock.value === null || change.value === null) return [];
  const values = { S_1: esmStock.value, S_2: laterEsmStock.value };
  const step = { equation: 'change', row: null, values, result: change.value };
  if (years === null) return [step];
  const rate = { dS: change.value, T: years };
  return [step, { equation: 'rate', row: null, values: rate, result: change.value / years }];
}
