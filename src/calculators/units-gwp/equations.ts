import { type Equation, over, product, type Symbols, sum, type WorkingStep } from '../equation.ts';
import type { Inputs } from './form.ts';
import { massesOf } from './masses.ts';
import type { Outputs } from './outputs.ts';

const equivalent = { base: 'E', unit: 't CO2e' } as const;

export const symbols: Symbols = {
  m_C: { base: 'm', sub: 'C', unit: 'kg CH4-C' },
  m_CH4: { base: 'm', sub: 'CH4', unit: 'kg' },
  m_N: { base: 'm', sub: 'N', unit: 'kg N2O-N' },
  m_N2O: { base: 'm', sub: 'N2O', unit: 'kg' },
  W_CH4: { base: 'GWP', sub: 'CH4', unit: '' },
  W_N2O: { base: 'GWP', sub: 'N2O', unit: '' },
  E_CO2: { ...equivalent, sub: 'CO2' },
  E_CH4: { ...equivalent, sub: 'CH4' },
  E_N2O: { ...equivalent, sub: 'N2O' },
  E: equivalent,
};

const ratios = { source: 'ipcc-2019-soil', place: 'vol. 4' } as const;
const potentials = { source: 'forster-2021', place: 'section 7.6.1' } as const;

export const equations: readonly Equation[] = [
  { id: 'methane-mass', left: 'm_CH4', right: product('m_C', over(16, 12)), ...ratios },
  { id: 'n2o-mass', left: 'm_N2O', right: product('m_N', over(44, 28)), ...ratios },
  { id: 'methane', left: 'E_CH4', right: product(over('m_CH4', 1000), 'W_CH4'), ...potentials },
  { id: 'n2o', left: 'E_N2O', right: product(over('m_N2O', 1000), 'W_N2O'), ...potentials },
  { id: 'balance', left: 'E', right: sum('E_CO2', 'E_CH4', 'E_N2O'), ...potentials },
];

/** Masses, equivalents and their sum, with the reader's numbers; a gas given as such needs no first step. */
export function working(inputs: Inputs, outputs: Outputs): readonly WorkingStep[] {
  const { ch4: m_CH4, n2o: m_N2O } = massesOf(inputs);
  const of = ({ value }: { readonly value: number | null }) => value ?? Number.NaN;
  const E_CO2 = of(outputs.co2Part);
  const E_CH4 = of(outputs.ch4Part);
  const E_N2O = of(outputs.n2oPart);
  const step = (equation: string, values: WorkingStep['values'], result: number) => ({
    ...{ equation, row: null, values, result },
  });
  return [
    ...(inputs.ch4Form === 'carbon' ? [step('methane-mass', { m_C: inputs.ch4 }, m_CH4)] : []),
    ...(inputs.n2oForm === 'nitrogen' ? [step('n2o-mass', { m_N: inputs.n2o }, m_N2O)] : []),
    step('methane', { m_CH4, W_CH4: of(outputs.gwpCh4) }, E_CH4),
    step('n2o', { m_N2O, W_N2O: of(outputs.gwpN2o) }, E_N2O),
    step('balance', { E_CO2, E_CH4, E_N2O }, of(outputs.balance)),
  ];
}
