import { rothcFactors } from '../../science/factors/rothc.ts';
import {
  co2Ratio,
  decay,
  inertCarbon,
  largestDeficit,
  lossShares,
  rates,
} from '../../science/rothc/month.ts';
import {
  type Equation,
  exp,
  max,
  min,
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
import type { RothcInputs } from './fields.ts';
import { yearOf } from './inputs.ts';
import type { RothcOutputs } from './outputs.ts';

export const symbols: Symbols = {
  p: { base: 'p', unit: '%' },
  z: { base: 'z', unit: 'cm' },
  M: { base: 'M', unit: 'mm' },
  R: { base: 'R', unit: 'mm' },
  E: { base: 'E', unit: 'mm' },
  D_0: { base: 'D', sub: '0', unit: 'mm' },
  D_m: { base: 'D', sub: 'm', unit: 'mm' },
  D: { base: 'D', unit: 'mm' },
  T: { base: 'T', unit: '°C' },
  a: { base: 'a', unit: '' },
  b: { base: 'b', unit: '' },
  c: { base: 'c', unit: '' },
  k: { base: 'k', unit: '' },
  s: { base: 's', unit: '' },
  x: { base: 'x', unit: '' },
  I: { base: 'I', unit: 't C/ha' },
  S_0: { base: 'S', sub: '0', unit: 't C/ha' },
  n: { base: 'n', unit: '' },
  P: { base: 'P', unit: 't C/(ha·a)' },
  F: { base: 'F', unit: 't C/(ha·a)' },
  L: { base: 'L', unit: 't C/ha' },
  S: { base: 'S', unit: 't C/ha' },
};

const { factors } = rothcFactors;
const f = (name: keyof typeof factors) => factors[name].value;
const guide = (place: string) => ({ source: 'coleman-2024', place });
const moistureIn = guide('Rate modifying factor for moisture, eq. 2');
const oneBar = product(f('oneBarShare'), 'M');

export const equations: readonly Equation[] = [
  {
    id: 'largest-deficit',
    left: 'M',
    right: negative(
      product(
        minus(
          sum(f('deficitBase'), product(f('deficitClay'), 'p')),
          product(f('deficitClaySquared'), power('p', 2)),
        ),
        over('z', f('deficitDepth')),
      ),
    ),
    ...moistureIn,
  },
  {
    id: 'deficit',
    left: 'D',
    right: max('D_m', min(0, minus(sum('D_0', 'R'), product(f('panCoefficient'), 'E')))),
    ...guide('Rate modifying factor for moisture'),
  },
  {
    id: 'moisture',
    left: 'b',
    right: min(
      1,
      sum(f('driest'), product(minus(1, f('driest')), over(minus('M', 'D'), minus('M', oneBar)))),
    ),
    ...guide('Rate modifying factor for moisture'),
  },
  {
    id: 'temperature',
    left: 'a',
    right: over(
      f('temperatureScale'),
      sum(1, exp(over(f('temperatureShape'), sum('T', f('temperatureShift'))))),
    ),
    ...guide('Rate modifying factor for temperature'),
  },
  {
    id: 'left',
    left: 's',
    right: exp(negative(over(product('a', 'b', 'c', 'k'), 12))),
    ...guide('Decomposition of an active compartment'),
  },
  {
    id: 'co2',
    left: 'x',
    right: product(
      f('co2Scale'),
      sum(f('co2Base'), product(f('co2Clay'), exp(negative(product(f('co2ClayShape'), 'p'))))),
    ),
    ...guide('Partition of carbon leaving the compartments'),
  },
  {
    id: 'inert',
    left: 'I',
    right: product(f('inertScale'), power('S_0', f('inertExponent'))),
    source: 'fao-2022-gsocseq',
    place: 'eq. 4.1',
  },
  {
    id: 'balance',
    left: 'S',
    right: minus(sum('S_0', product('n', sum('P', 'F'))), sumOver('L')),
    ...guide('carbon balance of the pools'),
  },
];

/** The soil, the month of fastest decay after the change, and the balance of all years, with the reader's numbers. */
export function working(inputs: RothcInputs, outputs: RothcOutputs): readonly WorkingStep[] {
  const { clay, depth, inert, measuredStock, years } = inputs;
  const whole = (equation: string, values: WorkingStep['values'], result: number) =>
    ({ equation, row: null, values, result }) as const;
  const M = largestDeficit(inputs);
  const { startStock, inputAfter, endStock } = outputs;
  const F = yearOf(inputs, 'after').reduce((total, { manureInput }) => total + manureInput, 0);
  const L = outputs.course.flatMap(({ co2 }) => co2 ?? []);
  return [
    whole('largest-deficit', { p: clay, z: depth }, M),
    ...ofFastestMonth(inputs, outputs, M),
    whole('co2', { p: clay }, co2Ratio(clay)),
    ...(inert === null && measuredStock !== null
      ? [whole('inert', { S_0: measuredStock }, inertCarbon(measuredStock))]
      : []),
    ...(startStock.value === null || inputAfter.value === null || endStock.value === null
      ? []
      : [whole('balance', { S_0: startStock.value, n: years, P: inputAfter.value, F, L }, endStock.value)]),
  ];
}

/** Of the month after the change in which carbon decays fastest; a deficit that hangs on the year before is left out. */
function ofFastestMonth(inputs: RothcInputs, { modifiers }: RothcOutputs, M: number): readonly WorkingStep[] {
  const speeds = modifiers.map((one) => (one.temperature ?? 0) * (one.moisture ?? 0) * (one.cover ?? 0));
  const index = speeds.indexOf(Math.max(...speeds));
  const month = yearOf(inputs, 'after')[index];
  const { deficit: D, temperature: a, moisture: b, cover: c } = modifiers[index] ?? {};
  if (month === undefined || D == null || a == null || b == null || c == null) return [];
  const row = { table: 'months', index };
  const D_0 = modifiers[index - 1]?.deficit ?? null;
  const one = { dpm: 0, rpm: 1, bio: 0, hum: 0 };
  const s = decay(one, lossShares(inputs.clay), a * b * c, 1 / 12).pools.rpm;
  return [
    ...(D_0 === null ? [] : [{ equation: 'deficit', row, values: deficitOf(month, D_0, M), result: D }]),
    { equation: 'moisture', row, values: { M, D }, result: b },
    ...(month.temperature < f('coldest')
      ? []
      : [{ equation: 'temperature', row, values: { T: month.temperature }, result: a }]),
    { equation: 'left', row, values: { a, b, c, k: rates.rpm }, result: s },
  ];
}

function deficitOf(
  { rain, panEvaporation, covered }: ReturnType<typeof yearOf>[number],
  D_0: number,
  M: number,
): WorkingStep['values'] {
  return { D_m: covered ? M : Math.min(f('bareShare') * M, D_0), D_0, R: rain, E: panEvaporation };
}
