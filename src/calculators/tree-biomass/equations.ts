import { rootShoot } from '../../science/below-ground.ts';
import { treeFactor } from '../../science/factors/tree-biomass.ts';
import {
  type Equation,
  exp,
  ln,
  minus,
  over,
  power,
  product,
  type Symbols,
  type SymbolValues,
  sum,
  sumOver,
  type WorkingStep,
} from '../equation.ts';
import type { Inputs } from './fields.ts';
import type { TreeOutputs } from './outputs.ts';

export const symbols: Symbols = {
  B_i: { base: 'B', sub: 'i', unit: 'kg' },
  D: { base: 'D', unit: 'cm' },
  H: { base: 'H', unit: 'm' },
  rho: { base: 'ρ', unit: 'g/cm³' },
  E: { base: 'E', unit: '' },
  c_0: { base: 'c', sub: '0', unit: '' },
  c_1: { base: 'c', sub: '1', unit: '' },
  c_2: { base: 'c', sub: '2', unit: '' },
  c_3: { base: 'c', sub: '3', unit: '' },
  c_4: { base: 'c', sub: '4', unit: '' },
  B: { base: 'B', unit: 't/ha' },
  a: { base: 'a', unit: 'ha' },
  n: { base: 'n', unit: '' },
  B_r: { base: 'B', sub: 'r', unit: 't/ha' },
  R: { base: 'R', unit: '' },
  k_0: { base: 'k', sub: '0', unit: '' },
  k_1: { base: 'k', sub: '1', unit: '' },
  f: { base: 'f', unit: '' },
  C: { base: 'C', unit: 't C/ha' },
  G: { base: 'G', unit: 't CO₂/ha' },
};

const chave = { source: 'chave-2014' } as const;
const lnD = ln('D');

export const equations: readonly Equation[] = [
  {
    ...{ id: 'with-height', left: 'B_i', ...chave, place: 'eq. 4' },
    right: product(0.0673, power(product('rho', power('D', 2), 'H'), 0.976)),
  },
  {
    ...{ id: 'without-height', left: 'B_i', ...chave, place: 'eq. 7' },
    right: exp(
      sum(
        'c_0',
        product('c_1', 'E'),
        product('c_2', ln('rho')),
        product('c_3', lnD),
        product('c_4', power(lnD, 2)),
      ),
    ),
  },
  {
    ...{ id: 'height', left: 'H', ...chave, place: 'eq. 6a' },
    right: exp(
      sum(
        minus(sum(minus(0.893, 'E'), product(0.76, lnD)), product(0.034, power(lnD, 2))),
        over(power(0.243, 2), 2),
      ),
    ),
  },
  {
    ...{ id: 'hectare', left: 'B', source: 'rejou-mechain-2017', place: 'sum over a plot' },
    right: over(sumOver('B_i'), product(1000, 'a', 'n')),
  },
  {
    ...{ id: 'ratio', left: 'B_r', source: 'ipcc-2019-forest', place: 'Table 4.4' },
    right: product('B', 'R'),
  },
  {
    ...{ id: 'cairns', left: 'B_r', source: 'cairns-1997', place: 'eq. 1, and with latitude' },
    right: exp(sum('k_0', product('k_1', ln('B')))),
  },
  {
    ...{ id: 'mokany', left: 'B_r', source: 'mokany-2006', place: '0.489 AGB^0.89' },
    right: product(0.489, power('B', 0.89)),
  },
  {
    ...{ id: 'carbon', left: 'C', source: 'ipcc-2006-forest', place: 'Table 4.3' },
    right: product(sum('B', 'B_r'), 'f'),
  },
  {
    ...{ id: 'co2', left: 'G', source: 'ipcc-2006-forest', place: '44/12' },
    right: product('C', over(44, 12)),
  },
];

type TreeRow = TreeOutputs['trees'][number];

/** Every tree, the hectare, its roots and its carbon, with the reader's numbers. */
export function working(inputs: Inputs, outputs: TreeOutputs): readonly WorkingStep[] {
  const trees = outputs.trees.flatMap((tree, index) => stepsOfTree(inputs, outputs, tree, index));
  return [...trees, ...stepsOfStand(inputs, outputs)];
}

function stepsOfTree(
  inputs: Inputs,
  outputs: TreeOutputs,
  { diameter: D, height: H, heightFrom, woodDensity: rho, agb }: TreeRow,
  index: number,
): readonly WorkingStep[] {
  const E = outputs.stress.value;
  if (D === null || rho === null || agb === null || D < inputs.diameterLimit) return [];
  const row = { table: 'trees', index };
  if (inputs.equation === 'chave-4' && H !== null) {
    const height = { equation: 'height', row, values: { D, E: E ?? 0 }, result: H };
    return [
      ...(heightFrom === 'chave-6a' && E !== null ? [height] : []),
      { equation: 'with-height', row, values: { rho, D, H }, result: agb },
    ];
  }
  if (!inputs.equation.startsWith('chave-7') || E === null) return [];
  const set = inputs.equation === 'chave-7-biomass' ? 'biomass7' : 'chave7';
  const values = {
    ...{ D, rho, E },
    c_0: treeFactor(`${set}.intercept`),
    c_1: treeFactor(`${set}.stress`),
    c_2: treeFactor(`${set}.density`),
    c_3: treeFactor(`${set}.diameter`),
    c_4: treeFactor(`${set}.diameterSquared`),
  };
  return [{ equation: 'without-height', row, values, result: agb }];
}

function stepsOfStand(inputs: Inputs, outputs: TreeOutputs): readonly WorkingStep[] {
  const { agb, bgb, carbon, co2, trees, plots } = outputs;
  const [B, B_r, C, G] = [agb.value, bgb.value, carbon.value, co2.value];
  if (B === null || B === 0 || C === null || G === null) return [];
  const step = (equation: string, values: SymbolValues, result: number): WorkingStep => ({
    ...{ equation, row: null, values, result },
  });
  const B_i = trees.flatMap((tree) => tree.agb ?? []);
  const f = fractionOf(inputs);
  const roots = rootValues(inputs, B);
  return [
    step('hectare', { B_i, a: inputs.plotArea, n: plots.length }, B),
    ...(roots === null || B_r === null ? [] : [step(roots.equation, roots.values, B_r)]),
    step('carbon', { B, B_r: B_r ?? 0, f }, C),
    step('co2', { C }, G),
  ];
}

function fractionOf({ carbon, ownCarbon }: Inputs): number {
  if (carbon === 'own') return ownCarbon ?? Number.NaN; // the check asks for it
  return treeFactor(carbon === 'tree' ? 'carbon.tree' : 'carbon.tropicalStem');
}

/** The numbers of the way to the roots that was chosen. */
function rootValues(
  { belowGround, zone, continent, origin, rootRatio }: Inputs,
  B: number,
): { readonly equation: string; readonly values: SymbolValues } | null {
  if (belowGround === 'none') return null;
  if (belowGround === 'mokany') return { equation: 'mokany', values: { B } };
  if (belowGround === 'ratio') return { equation: 'ratio', values: { B, R: rootRatio ?? 0 } };
  if (belowGround === 'ipcc-2019')
    return { equation: 'ratio', values: { B, R: rootShoot(B, { zone, continent, origin }) ?? 0 } };
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
