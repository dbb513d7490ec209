import { rootShoot } from '../../science/below-ground.ts';
import { treeFactor } from '../../science/factors/tree-biomass.ts';
import {
  type Equation,
  exp,
  ln,
  max,
  min,
  minus,
  negative,
  over,
  power,
  product,
  type Symbols,
  type SymbolValues,
  sum,
  type WorkingStep,
} from '../equation.ts';
import type { Inputs } from './fields.ts';
import type { RegrowthOutputs } from './outputs.ts';
import { standOf } from './tables.ts';

const biomass = 't/ha';
const growth = 't/(ha·yr)';

export const symbols: Symbols = {
  t: { base: 't', unit: 'yr' },
  g_1: { base: 'g', sub: '1', unit: growth },
  g_2: { base: 'g', sub: '2', unit: growth },
  B_g: { base: 'B', sub: 'g', unit: biomass },
  K: { base: 'K', unit: biomass },
  A: { base: 'A', unit: biomass },
  k: { base: 'k', unit: '1/yr' },
  p: { base: 'p', unit: '' },
  B: { base: 'B', unit: biomass },
  B_r: { base: 'B', sub: 'r', unit: biomass },
  R: { base: 'R', unit: '' },
  k_0: { base: 'k', sub: '0', unit: '' },
  k_1: { base: 'k', sub: '1', unit: '' },
  f: { base: 'f', unit: '' },
  C: { base: 'C', unit: 't C/ha' },
  G: { base: 'G', unit: 't CO₂/ha' },
  s: { base: 's', unit: '' },
  C_0: { base: 'C', sub: '0', unit: 't C/ha' },
  a: { base: 'a', unit: 'ha' },
  P: { base: 'P', unit: 't CO₂' },
};

const ipcc = { source: 'ipcc-2019-forest' } as const;
const plain = { source: 'ipcc-2006-forest' } as const;
const co2 = over(44, 12);

export const equations: readonly Equation[] = [
  {
    ...{ id: 'rates', left: 'B_g', ...ipcc, place: 'Table 4.9' },
    right: sum(product('g_1', min('t', 20)), product('g_2', max(0, minus('t', 20)))),
  },
  { id: 'cap', left: 'B', right: min('K', 'B_g'), ...ipcc, place: 'Table 4.7' },
  {
    ...{ id: 'curve', left: 'B', source: 'richards-1959', place: 'growth function' },
    right: product('A', power(minus(1, exp(negative(product('k', 't')))), 'p')),
  },
  { id: 'ratio', left: 'B_r', right: product('B', 'R'), ...ipcc, place: 'Table 4.4' },
  {
    ...{ id: 'cairns', left: 'B_r', source: 'cairns-1997', place: 'eq. 1, and with latitude' },
    right: exp(sum('k_0', product('k_1', ln('B')))),
  },
  {
    ...{ id: 'mokany', left: 'B_r', source: 'mokany-2006', place: '0.489 AGB^0.89' },
    right: product(0.489, power('B', 0.89)),
  },
  { id: 'carbon', left: 'C', right: product(sum('B', 'B_r'), 'f'), ...plain, place: 'Table 4.3' },
  { id: 'co2', left: 'G', right: product('C', co2), ...plain, place: '44/12' },
  {
    ...{ id: 'removal', left: 'P', ...plain, place: 'stock change, same area' },
    right: product('a', minus(product('s', 'G'), product(co2, 'C_0'))),
  },
];

type Step = (equation: string, values: SymbolValues, result: number) => WorkingStep;
const step: Step = (equation, values, result) => ({ equation, row: null, values, result });

/** From growth to removal in the last year, with the reader's numbers. */
export function working(inputs: Inputs, outputs: RegrowthOutputs): readonly WorkingStep[] {
  const [B, B_r, C, G, P] = (['agb', 'bgb', 'carbon', 'co2', 'removal'] as const).map(
    (name) => outputs[name].value,
  );
  if (B == null || B === 0 || C == null || G == null || P == null) return [];
  const { area: a, survival, baseline: C_0, carbonFraction: f } = inputs;
  const roots = rootValues(inputs, B);
  return [
    ...growthSteps(inputs, outputs, B),
    ...(roots === null || B_r == null ? [] : [step(roots.equation, roots.values, B_r)]),
    step('carbon', { B, B_r: B_r ?? 0, f }, C),
    step('co2', { C }, G),
    step('removal', { a, s: survival / 100, G, C_0 }, P),
  ];
}

function growthSteps(inputs: Inputs, outputs: RegrowthOutputs, B: number): readonly WorkingStep[] {
  const { years: t, method } = inputs;
  const { young, old, cap, fittedAsymptote, fittedRate, fittedShape } = outputs;
  if (method !== 'ipcc-rates') {
    const [A, k, p] = [fittedAsymptote.value, fittedRate.value, fittedShape.value];
    return A === null || k === null || p === null ? [] : [step('curve', { A, k, t, p }, B)];
  }
  const [g_1, g_2, K] = [young.value, old.value, cap.value];
  if (g_1 === null || g_2 === null) return [];
  const B_g = g_1 * Math.min(t, 20) + g_2 * Math.max(0, t - 20);
  const grown = step('rates', { g_1, g_2, t }, B_g);
  return K === null ? [grown] : [grown, step('cap', { K, B_g }, B)];
}

/** The numbers of the way to the roots that was chosen. */
function rootValues(
  inputs: Inputs,
  B: number,
): { readonly equation: string; readonly values: SymbolValues } | null {
  const { belowGround, rootRatio } = inputs;
  if (belowGround === 'none') return null;
  if (belowGround === 'mokany') return { equation: 'mokany', values: { B } };
  if (belowGround === 'ratio') return { equation: 'ratio', values: { B, R: rootRatio ?? 0 } };
  if (belowGround === 'ipcc-2019')
    return { equation: 'ratio', values: { B, R: rootShoot(B, standOf(inputs)) ?? 0 } };
  if (belowGround === 'cairns')
    return {
      equation: 'cairns',
      values: { B, k_0: treeFactor('cairns.intercept'), k_1: treeFactor('cairns.slope') },
    };
  const latitude = belowGround === 'cairns-temperate' ? 'temperate' : 'boreal';
  const shift = belowGround === 'cairns-tropical' ? 0 : treeFactor(`cairnsLatitude.${latitude}`);
  const k_0 = treeFactor('cairnsLatitude.intercept') + shift;
  return { equation: 'cairns', values: { B, k_0, k_1: treeFactor('cairnsLatitude.slope') } };
}
