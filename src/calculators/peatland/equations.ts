import { gwpOf } from '../../science/units-gwp/gwp.ts';
import {
  type Equation,
  minus,
  over,
  product,
  type Symbols,
  type SymbolValues,
  sum,
  type WorkingStep,
} from '../equation.ts';
import { factorsOf } from './assess.ts';
import type { PeatlandInputs } from './fields.ts';
import type { PeatlandOutputs } from './outputs.ts';

const perYear = (what: string) => `${what}/(ha·yr)`;

export const symbols: Symbols = {
  c_d: { base: 'c', sub: 'd', unit: perYear('t CO2-C') },
  o_d: { base: 'o', sub: 'd', unit: perYear('t C') },
  m_l: { base: 'm', sub: 'land', unit: perYear('kg CH4') },
  m_g: { base: 'm', sub: 'ditch', unit: perYear('kg CH4') },
  f: { base: 'f', unit: '' },
  n: { base: 'n', unit: perYear('kg N2O-N') },
  c_r: { base: 'c', sub: 'r', unit: perYear('t CO2-C') },
  o_r: { base: 'o', sub: 'r', unit: perYear('t C') },
  m_r: { base: 'm', sub: 'r', unit: perYear('kg CH4-C') },
  G_c: { base: 'G', sub: 'CH4', unit: '' },
  G_n: { base: 'G', sub: 'N2O', unit: '' },
  C: { base: 'C', unit: perYear('t CO2') },
  M: { base: 'M', unit: perYear('kg CH4') },
  N: { base: 'N', unit: perYear('kg N2O') },
  D: { base: 'D', unit: perYear('t CO2e') },
  R: { base: 'R', unit: perYear('t CO2e') },
  B: { base: 'B', unit: perYear('t CO2e') },
  A: { base: 'A', unit: 'ha' },
  T: { base: 'T', unit: 'yr' },
  P: { base: 'P', unit: 't CO2e' },
};

const co2 = over(44, 12);
const weighted = (mass: string, potential: string) => over(product(mass, potential), 1000);
const source = 'ipcc-2014-wetlands';

export const equations: readonly Equation[] = [
  {
    ...{ id: 'drained-co2', left: 'C', right: product(sum('c_d', 'o_d'), co2) },
    ...{ source, place: 'ch. 2, eq. 2.2, Tables 2.1 and 2.2' },
  },
  {
    ...{ id: 'drained-ch4', left: 'M', right: sum(product(minus(1, 'f'), 'm_l'), product('f', 'm_g')) },
    ...{ source, place: 'ch. 2, eq. 2.6, Tables 2.3 and 2.4' },
  },
  {
    ...{ id: 'drained-n2o', left: 'N', right: product('n', over(44, 28)) },
    ...{ source, place: 'ch. 2, eq. 2.7, Table 2.5' },
  },
  {
    ...{ id: 'drained', left: 'D', right: sum('C', weighted('M', 'G_c'), weighted('N', 'G_n')) },
    ...{ source: 'forster-2021', place: 'Table 7.15' },
  },
  {
    id: 'rewetted',
    left: 'R',
    right: sum(product(sum('c_r', 'o_r'), co2), product('m_r', over(16, 12), over('G_c', 1000))),
    ...{ source, place: 'ch. 3, eq. 3.8, Tables 3.1 to 3.3' },
  },
  { id: 'benefit', left: 'B', right: minus('D', 'R'), source, place: 'ch. 2 and 3, same area' },
  { id: 'project', left: 'P', right: product('B', 'A', 'T'), source, place: 'ch. 2 and 3, same area' },
];

/** Drained land gas by gas, rewetted land, their difference and the whole project, with the reader's numbers. */
export function working(inputs: PeatlandInputs, outputs: PeatlandOutputs): readonly WorkingStep[] {
  const { drained, rewetted } = factorsOf(inputs);
  const { CH4: G_c, N2O: G_n } = gwpOf(inputs.gwpSet);
  const kilograms = (gas: string) => outputs.gases.find((row) => row.gas === gas)?.drainedMass ?? 0;
  const [C, M, N] = [(kilograms('co2') + kilograms('doc')) / 1000, kilograms('ch4'), kilograms('n2o')];
  const [D, R, B, P] = [outputs.drained, outputs.rewetted, outputs.benefit, outputs.benefitOfProject].map(
    ({ value }) => value ?? 0,
  ) as [number, number, number, number]; // four of four
  const step = (equation: string, values: SymbolValues, result: number) => ({
    ...{ equation, row: null, values, result },
  });
  const { area: A, years: T } = inputs;
  return [
    step('drained-co2', { c_d: drained.co2.value, o_d: drained.doc.value }, C),
    step(
      'drained-ch4',
      { f: drained.ditchFraction, m_l: drained.ch4Land.value, m_g: drained.ch4Ditch.value },
      M,
    ),
    step('drained-n2o', { n: drained.n2o.value }, N),
    step('drained', { C, M, N, G_c, G_n }, D),
    step('rewetted', { c_r: rewetted.co2.value, o_r: rewetted.doc.value, m_r: rewetted.ch4.value, G_c }, R),
    step('benefit', { D, R }, B),
    step('project', { B, A, T }, P),
  ];
}
