import type { Tone } from '../../charts/plot/model.ts';
import { gwpOf } from '../../science/units-gwp/gwp.ts';
import type { Estimate } from '../output.ts';
import type { ViewModel } from '../view.ts';
import { balanceOf, factorsOf } from './assess.ts';
import type { PeatlandInputs } from './fields.ts';
import type { PeatlandOutputs } from './outputs.ts';
import { factorAt, ownFactors, withFactor } from './own-factors.ts';

const symbol = 't CO2e/(ha·yr)';
const tones: readonly (readonly [gas: string, tone: Tone])[] = [
  ['co2', '1'],
  ['doc', '2'],
  ['ch4', '3'],
  ['n2o', '4'],
];

/** What the land emits by gas, drained above rewetted. */
export function byGas(_: PeatlandInputs, outputs: PeatlandOutputs): ViewModel {
  const bar = (state: 'drained' | 'rewetted') => ({
    name: state,
    interval: intervalOf(outputs[state]),
    parts: tones.map(([gas, tone]) => ({
      ...{ name: { key: `label.gases.gas.${gas}` }, tone },
      value: outputs.gases.find((row) => row.gas === gas)?.[state] ?? 0,
    })),
  });
  return { kind: 'bars', x: { name: '', symbol }, bars: [bar('drained'), bar('rewetted')] };
}

function intervalOf({ low, high }: Estimate) {
  return low === undefined || high === undefined ? null : ([low, high] as const);
}

/** Narrower ones say nothing more. */
const mostFactors = 5;

/** What one factor at a time does to the benefit, between its limits; the largest effect first. */
export function byFactor(inputs: PeatlandInputs, outputs: PeatlandOutputs): ViewModel | null {
  const factors = factorsOf(inputs);
  const gwp = gwpOf(inputs.gwpSet);
  const benefit = outputs.benefit.value ?? 0;
  const rows = ownFactors.flatMap((name) => {
    const { low, high } = factorAt(factors, name);
    if (low === null || high === null) return [];
    const [one = benefit, other = benefit] = [low, high].map(
      (value) => balanceOf(withFactor(factors, name, { value, low, high }), gwp).benefit,
    );
    if (one === other) return [];
    const interval = [Math.min(one, other), Math.max(one, other)] as const;
    return [{ name: { key: `label.factors.factor.${name}` }, value: benefit, interval }];
  });
  if (rows.length === 0) return null;
  rows.sort((a, b) => b.interval[1] - b.interval[0] - (a.interval[1] - a.interval[0]));
  return {
    kind: 'intervals',
    prints: 'ends',
    x: { name: 'benefit', symbol, fromZero: false },
    reference: benefit,
    rows: rows.slice(0, mostFactors),
  };
}

/** The benefit with every set of potentials; methane of peat is not fossil. */
export function bySet(_: PeatlandInputs, outputs: PeatlandOutputs): ViewModel {
  return {
    kind: 'intervals',
    x: { name: 'benefit', symbol },
    reference: 0,
    rows: outputs.bySet
      .filter(({ set }) => !set?.endsWith('-fossil'))
      .map(({ set, benefit }) => ({ name: { key: `label.bySet.set.${set}` }, value: benefit ?? 0 })),
  };
}
