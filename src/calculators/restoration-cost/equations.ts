import {
  type Equation,
  minus,
  negative,
  over,
  power,
  product,
  type Symbols,
  sum,
  sumOver,
  type WorkingStep,
} from '../equation.ts';
import type { CostInputs } from './fields.ts';
import type { CostOutputs } from './outputs.ts';

export const symbols: Symbols = {
  F: { base: 'F', sub: 't', unit: '¤/ha' },
  r: { base: 'r', unit: '' },
  t: { base: 't', unit: '' },
  v: { base: 'v', sub: 't', unit: '¤/ha' },
  N: { base: 'N', unit: '¤/ha' },
  q: { base: 'q', sub: 't', unit: 't CO₂e/ha' },
  Q: { base: 'Q', unit: 't CO₂e/ha' },
  Q_0: { base: 'Q', sub: '0', unit: 't CO₂e/ha' },
  c: { base: 'c', unit: '¤/t CO₂e' },
  c_0: { base: 'c', sub: '0', unit: '¤/t CO₂e' },
  T: { base: 'T', unit: '' },
  A: { base: 'A', unit: '¤/(ha·a)' },
};

const worth = { source: 'gitman-2003', place: 'p. 346' } as const;
const tonnes = { source: 'richards-stokes', place: 'abstract' } as const;

export const equations: readonly Equation[] = [
  { id: 'discount', left: 'v', right: over('F', power(sum(1, 'r'), 't')), ...worth },
  { id: 'worth', left: 'N', right: sumOver('v'), ...worth },
  { id: 'removal', left: 'Q', right: sumOver('q'), ...worth },
  { id: 'cost', left: 'c', right: negative(over('N', 'Q')), ...tonnes },
  { id: 'plain-cost', left: 'c_0', right: negative(over('N', 'Q_0')), ...tonnes },
  {
    id: 'annuity',
    left: 'A',
    right: over(product('N', 'r'), minus(1, power(sum(1, 'r'), negative('T')))),
    source: 'numpy-financial',
    place: 'pmt',
  },
];

/** The last year discounted, the sums, and what a tonne costs, with the reader's numbers. */
export function working({ discountRate }: CostInputs, outputs: CostOutputs): readonly WorkingStep[] {
  const r = discountRate / 100;
  const { years, npv, discountedCarbon, carbon, costPerTonne, costPerPlainTonne, annuity } = outputs;
  const step = (equation: string, values: WorkingStep['values'], result: number | null): WorkingStep[] =>
    result === null ? [] : [{ equation, row: null, values, result }];
  const { year: t, net: F, discounted } = years.at(-1) ?? {};
  const [N, Q, Q_0] = [npv.value ?? 0, discountedCarbon.value ?? 0, carbon.value ?? 0];
  return [
    ...(t == null || F == null ? [] : step('discount', { F, r, t }, discounted ?? null)),
    ...step('worth', { v: years.flatMap((row) => row.discounted ?? []) }, npv.value),
    ...step('removal', { q: years.flatMap((row) => row.discountedCarbon ?? []) }, discountedCarbon.value),
    ...step('cost', { N, Q }, costPerTonne.value),
    ...step('plain-cost', { N, Q_0 }, costPerPlainTonne.value),
    ...(r === 0 || t == null ? [] : step('annuity', { N, r, T: t }, annuity.value)),
  ];
}
