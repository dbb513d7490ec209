import { gathered, soilRate } from '../../science/blue-carbon/project.ts';
import { mangroveCarbonFraction, salinityWithoutMethane } from '../../science/blue-carbon/systems.ts';
import { gwpOf } from '../../science/units-gwp/gwp.ts';
import {
  type Equation,
  max,
  min,
  minus,
  over,
  product,
  type Symbols,
  type SymbolValues,
  sum,
  type WorkingStep,
} from '../equation.ts';
import { factorsOf, projectOf } from './assess.ts';
import type { BlueCarbonInputs } from './fields.ts';
import type { BlueCarbonOutputs } from './outputs.ts';

const carbon = 't C/ha';
const dryMatter = 't d.m./ha';

export const symbols: Symbols = {
  r: { base: 'r', unit: 't C/(ha·yr)' },
  T: { base: 'T', unit: 'yr' },
  S_n: { base: 'S', sub: 'n', unit: carbon },
  S_0: { base: 'S', sub: '0', unit: carbon },
  S: { base: 'S', unit: carbon },
  g: { base: 'g', unit: 't d.m./(ha·yr)' },
  W_n: { base: 'W', sub: 'n', unit: dryMatter },
  W_0: { base: 'W', sub: '0', unit: dryMatter },
  W: { base: 'W', unit: dryMatter },
  q: { base: 'q', unit: '' },
  k: { base: 'k', unit: '' },
  K: { base: 'K', unit: carbon },
  m: { base: 'm', unit: 'kg CH4/(ha·yr)' },
  G: { base: 'G', unit: '' },
  M: { base: 'M', unit: 't CO2e/ha' },
  d: { base: 'd', unit: 't C/(ha·yr)' },
  A: { base: 'A', unit: 'ha' },
  P: { base: 'P', unit: 't CO2e' },
};

const source = 'ipcc-2014-wetlands';
/** What is gathered at a rate, and no more than there is room for. */
const upTo = (rate: string, natural: string, now: string) =>
  min(product(rate, 'T'), max(0, minus(natural, now)));

export const equations: readonly Equation[] = [
  {
    ...{ id: 'soil', left: 'S', right: upTo('r', 'S_n', 'S_0') },
    ...{ source, place: 'ch. 4, Tables 4.11 and 4.12' },
  },
  {
    ...{ id: 'aboveground', left: 'W', right: upTo('g', 'W_n', 'W_0') },
    ...{ source, place: 'ch. 4, Tables 4.3 and 4.4' },
  },
  {
    ...{ id: 'biomass', left: 'K', right: product('W', sum(1, 'q'), 'k') },
    ...{ source, place: 'ch. 4, Tables 4.2 and 4.5' },
  },
  {
    ...{ id: 'methane', left: 'M', right: product('m', over('G', 1000), 'T') },
    ...{ source, place: 'ch. 4, Table 4.14' },
  },
  {
    id: 'net',
    left: 'P',
    right: product('A', minus(product(sum('S', 'K', product('d', 'T')), over(44, 12)), 'M')),
    ...{ source, place: 'ch. 4, Table 4.13' },
  },
];

/** Soil, mangrove, methane and the net removal, with the reader's numbers. */
export function working(inputs: BlueCarbonInputs, { net }: BlueCarbonOutputs): readonly WorkingStep[] {
  const project = projectOf(inputs);
  const { accumulation, soilCeiling, drainage, methane, biomass } = factorsOf(inputs);
  const step = (equation: string, values: SymbolValues, result: number) => ({
    ...{ equation, row: null, values, result },
  });
  const { years: T, area: A, soilStock: S_0, aboveground: W_0 } = project;
  const r = soilRate(project, accumulation.value);
  const S_n = soilCeiling.value;
  const S = gathered(r, S_0, S_n, T);
  const mangrove = biomass === null ? [] : [{ ...biomass, W_n: biomass.ceiling ?? 0 }];
  const W = mangrove.map(({ growth, W_n }) => gathered(growth, W_0, W_n, T))[0] ?? 0;
  const k = mangroveCarbonFraction;
  const K = W * (1 + (biomass?.rootShoot ?? 0)) * k;
  const m = project.salinity < salinityWithoutMethane ? (methane ?? 0) : 0;
  const G = gwpOf(inputs.gwpSet).CH4;
  const M = (m * G * T) / 1000;
  const d = project.drainedBaseline ? (drainage?.value ?? 0) : 0;
  return [
    step('soil', { r, T, S_n, S_0 }, S),
    ...mangrove.flatMap(({ growth: g, rootShoot: q, W_n }) => [
      step('aboveground', { g, T, W_n, W_0 }, W),
      step('biomass', { W, q, k }, K),
    ]),
    ...(methane === null ? [] : [step('methane', { m, G, T }, M)]),
    step('net', { A, S, K, d, T, M }, net.value ?? 0),
  ];
}
