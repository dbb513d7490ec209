import { climateModifiers, yasso15Parameters } from '../../science/yasso15/model.ts';
import {
  type Equation,
  exp,
  min,
  minus,
  over,
  power,
  product,
  type Symbols,
  sum,
  sumOver,
  type WorkingStep,
} from '../equation.ts';
import type { YassoInputs } from './fields.ts';
import type { YassoOutputs } from './outputs.ts';

export const symbols: Symbols = {
  T: { base: 'T', unit: '°C' },
  e: { base: 'w', unit: '' },
  P: { base: 'P', unit: 'mm/a' },
  f: { base: 'f', unit: '' },
  d: { base: 'd', unit: 'cm' },
  h: { base: 'h', unit: '' },
  k: { base: 'k', sub: 'A', unit: '' },
  S_0: { base: 'S', sub: '0', unit: 't C/ha' },
  n: { base: 'n', unit: '' },
  L: { base: 'L', unit: 't C/(ha·a)' },
  R: { base: 'R', unit: 't C/ha' },
  W: { base: 'X', unit: 't C/ha' },
  S: { base: 'S', unit: 't C/ha' },
  B: { base: 'B', unit: 't C/ha' },
  G: { base: 'G', unit: 't C/ha' },
};

const p = yasso15Parameters;
const code = (place: string) => ({ source: 'ryassofortran', place: `subroutine mod5c, ${place}` });

export const equations: readonly Equation[] = [
  {
    id: 'month',
    left: 'e',
    right: exp(sum(product(p.b1, 'T'), product(p.b2, power('T', 2)))),
    ...code('temperature'),
  },
  {
    id: 'climate',
    left: 'f',
    right: product(over(sumOver('e'), 12), minus(1, exp(over(product(p.g, 'P'), 1000)))),
    ...code('precipitation'),
  },
  {
    id: 'size',
    left: 'h',
    right: min(1, power(sum(1, product(p.th1, 'd'), product(p.th2, power('d', 2))), -Math.abs(p.r))),
    ...code('size class dependence'),
  },
  { id: 'decay', left: 'k', right: product(Math.abs(p.aA), 'f', 'h'), ...code('matrix A') },
  {
    id: 'balance',
    left: 'S',
    right: minus(minus(sum('S_0', product('n', 'L')), 'R'), 'W'),
    ...code('carbon balance'),
  },
  { id: 'gain', left: 'G', right: minus('S', 'B'), source: 'fao-2022-gsocseq', place: 'eq. 2.2' },
];

/** The climate by month, the size of each litter, and the balance of all years, with the reader's numbers. */
export function working(inputs: YassoInputs, outputs: YassoOutputs): readonly WorkingStep[] {
  const { precipitation, years } = inputs;
  const temperatures = inputs.months.map(({ temperature }) => temperature);
  const e = temperatures.map((T) => Math.exp(p.b1 * T + p.b2 * T * T));
  const f = climateModifiers({ temperatures, precipitation }).awe;
  const months = temperatures.map((T, index) => ({
    equation: 'month',
    row: { table: 'months', index },
    values: { T },
    result: e[index] ?? Number.NaN,
  }));
  const sizes = outputs.rates.flatMap(({ diameter: d, size: h, a: k }, index): WorkingStep[] => {
    if (d === null || h === null || k === null) return [];
    const row = { table: 'litter', index };
    return [
      { equation: 'size', row, values: { d }, result: h },
      { equation: 'decay', row, values: { f, h }, result: k },
    ];
  });
  const climate = { equation: 'climate', row: null, values: { e, P: precipitation }, result: f };
  return [...months, climate, ...sizes, ...balanceOf(outputs, years)];
}

function balanceOf(outputs: YassoOutputs, n: number): readonly WorkingStep[] {
  const { startStock, litterAfter, respired, leached, endStock, baselineStock, gain } = outputs;
  const [S_0, L, R, W] = [startStock.value, litterAfter.value, respired.value, leached.value ?? 0];
  const [S, B, G] = [endStock.value, baselineStock.value, gain.value];
  if (S_0 === null || L === null || R === null || S === null) return [];
  return [
    { equation: 'balance', row: null, values: { S_0, n, L, R, W }, result: S },
    ...(B === null || G === null ? [] : [{ equation: 'gain', row: null, values: { S, B }, result: G }]),
  ];
}
