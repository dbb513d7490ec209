import { gainAt } from '../../science/neutrality/uptake.ts';
import { biomassAt } from '../../science/regrowth/ipcc-growth.ts';
import {
  type Equation,
  exp,
  ln,
  min,
  minus,
  negative,
  over,
  product,
  type Symbols,
  type SymbolValues,
  sum,
  sumOver,
  type WorkingStep,
} from '../equation.ts';
import type { NeutralityInputs } from './fields.ts';
import type { NeutralityOutputs } from './outputs.ts';
import { baseOf, gainOf, prepare } from './plan.ts';

const stock = 't C/ha';
const amount = 'Mt CO₂e';

export const symbols: Symbols = {
  L: { base: 'L', unit: '' },
  S: { base: 'S', unit: stock },
  Y: { base: 'Y', unit: 'yr' },
  r: { base: 'r', unit: 't C/(ha·yr)' },
  t: { base: 't', unit: 'yr' },
  D: { base: 'D', unit: 'yr' },
  B: { base: 'B', unit: 't/ha' },
  R: { base: 'R', unit: '' },
  f: { base: 'f', unit: '' },
  G: { base: 'G', unit: stock },
  G_j: { base: 'G', sub: 'j', unit: stock },
  a: { base: 'a', unit: 'ha' },
  U: { base: 'U', unit: amount },
  V: { base: 'V', unit: amount },
  K: { base: 'K', unit: amount },
  H: { base: 'H', unit: amount },
  N: { base: 'N', unit: amount },
  P: { base: 'P', unit: amount },
  E: { base: 'E', unit: amount },
  s: { base: 's', unit: '%' },
};

const soil = { source: 'ipcc-2019-soil' } as const;

export const equations: readonly Equation[] = [
  {
    ...{ id: 'pooled', left: 'r', source: 'hedges-1999', place: 'eq. 1, turned around' },
    right: over(product(minus(exp('L'), 1), 'S'), 'Y'),
  },
  { id: 'linear', left: 'G', right: product('r', min('t', 'D')), ...soil, place: 'ch. 2, eq. 2.25' },
  {
    ...{ id: 'exponential', left: 'G', ...soil, place: 'ch. 2, eq. 2.25, same total; the curve is ours' },
    right: product('r', 'D', minus(1, exp(negative(over(product(ln(20), 't'), 'D'))))),
  },
  { id: 'none', left: 'G', right: product('r', 't'), ...soil, place: 'ch. 2, eq. 2.25, without an end' },
  {
    ...{ id: 'stand', left: 'G', source: 'ipcc-2019-forest', place: 'Tables 4.4, 4.7 and 4.9' },
    right: product('B', sum(1, 'R'), 'f'),
  },
  {
    ...{ id: 'uptake', left: 'U', ...soil, place: 'ch. 2: stock change × area; 44/12' },
    right: over(product(over(44, 12), 'a', sumOver('G_j')), 1e6),
  },
  {
    ...{ id: 'net', left: 'P', source: 'murray-2004', place: 'leakage as a share; the balance is ours' },
    right: minus('U', sum('V', 'K', 'H', 'N')),
  },
  {
    ...{ id: 'share', left: 's', source: 'friedlingstein-2025', place: 'emissions; the quotient is ours' },
    right: over(product(100, 'P'), 'E'),
  },
];

const step = (equation: string, values: SymbolValues, result: number): WorkingStep => ({
  ...{ equation, row: null, values, result },
});

/** From the rate to the share, in the last year, with the reader's numbers. */
export function working(inputs: NeutralityInputs, outputs: NeutralityOutputs): readonly WorkingStep[] {
  const { plan, uptake } = prepare(inputs);
  const { area, rampYears, years } = plan;
  const parts = Array.from({ length: Math.min(rampYears, years + 1) }, (_, part) =>
    gainAt(uptake, years - part),
  );
  const term = (name: string) => outputs.terms.find((row) => row.term === name)?.amount ?? 0;
  const loss = (name: string) => 0 - term(name);
  const [U, P] = [term('uptake'), term('net')];
  const [V, K, H, N] = [loss('lost'), loss('leaked'), loss('set-aside'), loss('other-gases')];
  const { emitted, share } = outputs;
  return [
    ...gainSteps(inputs, gainAt(uptake, years)),
    step('uptake', { a: area / rampYears, G_j: parts }, U),
    step('net', { U, V, K, H, N }, P),
    ...(share.value === null ? [] : [step('share', { P, E: emitted.value ?? 0 }, share.value)]),
  ];
}

function gainSteps(inputs: NeutralityInputs, G: number): readonly WorkingStep[] {
  const { uptake } = prepare(inputs);
  const { years: t } = inputs;
  if (uptake.kind === 'stand') {
    const { rootRatio: R, carbonFraction: f, rates } = uptake;
    return [step('stand', { B: biomassAt(rates, t), R, f }, G)];
  }
  const { kind, rate: r, saturationYears: D } = uptake;
  const gain = step(kind, kind === 'none' ? { r, t } : { r, t, D }, G);
  if (inputs.rateFrom === 'own') return [gain];
  const { stock: S, years: Y } = baseOf(inputs);
  return [step('pooled', { L: gainOf(inputs).estimate, S, Y }, r), gain];
}
