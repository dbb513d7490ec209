import { soilCarbonFactors } from '../../science/factors/ipcc-soc.ts';
import { transitionYears } from '../../science/ipcc-soc-tier1/stocks.ts';
import { rewettedMethane, wetlandFactors } from '../../science/ipcc-soc-tier1/wetland.ts';
import { methaneZone } from '../../science/ipcc-soc-tier1/zones.ts';
import { gwpOf } from '../../science/units-gwp/gwp.ts';
import { type Equation, minus, over, product, type Symbols, sum, type WorkingStep } from '../equation.ts';
import type { Inputs } from './form.ts';
import type { Outputs } from './outputs.ts';

const stock = { base: 'S', unit: 't C/ha' } as const;
const factor = { base: 'F', unit: '' } as const;
const yearly = { unit: 't CO2e/(ha·yr)' } as const;

export const symbols: Symbols = {
  S_ref: { ...stock, sub: 'ref' },
  S_W: { ...stock, sub: 'W' },
  S_P: { ...stock, sub: 'P' },
  F_LU: { ...factor, sub: 'LU' },
  F_MG: { ...factor, sub: 'MG' },
  F_I: { ...factor, sub: 'I' },
  F_RW: { ...factor, sub: 'RW' },
  D: { base: 'D', unit: 'yr' },
  c: { base: 'c', unit: 't CO2/(ha·yr)' },
  A: { base: 'A', unit: 'ha' },
  t: { base: 't', unit: 'yr' },
  G: { base: 'G', unit: 't CO2' },
  N: { base: 'N', unit: 'kg N/(ha·yr)' },
  EF_1: { base: 'EF', sub: '1', unit: '' },
  Frac_G: { base: 'Frac', sub: 'GASF', unit: '' },
  EF_4: { base: 'EF', sub: '4', unit: '' },
  Frac_L: { base: 'Frac', sub: 'LEACH', unit: '' },
  EF_5: { base: 'EF', sub: '5', unit: '' },
  W_N: { base: 'GWP', sub: 'N2O', unit: '' },
  E_N: { base: 'E', sub: 'N2O', ...yearly },
  M: { base: 'M', unit: 'kg CH4/(ha·yr)' },
  W_M: { base: 'GWP', sub: 'CH4', unit: '' },
  E_M: { base: 'E', sub: 'CH4', ...yearly },
};

const soil = { source: 'ipcc-2019-soil', place: 'ch. 2, eq. 2.25' } as const;
const wetland = 'ipcc-2014-wetlands';
const equilibrium = product('S_ref', 'F_LU', 'F_MG', 'F_I');

export const equations: readonly Equation[] = [
  { id: 'without', left: 'S_W', right: equilibrium, ...soil },
  { id: 'with', left: 'S_P', right: equilibrium, ...soil },
  {
    ...{ id: 'rewetted', left: 'S_P', right: product('S_ref', 'F_RW') },
    ...{ source: wetland, place: 'ch. 5, Table 5.3' },
  },
  { id: 'annual', left: 'c', right: product(over(minus('S_P', 'S_W'), 'D'), over(44, 12)), ...soil },
  { id: 'total', left: 'G', right: product('c', 'A', 't'), ...soil },
  {
    ...{ id: 'n2o', left: 'E_N', source: 'ipcc-2019-soil', place: 'ch. 11, eq. 11.1, 11.9 and 11.10' },
    right: product(
      over('N', 1000),
      sum('EF_1', product('Frac_G', 'EF_4'), product('Frac_L', 'EF_5')),
      over(44, 28),
      'W_N',
    ),
  },
  {
    ...{ id: 'methane', left: 'E_M', right: product(over('M', 1000), 'W_M') },
    ...{ source: wetland, place: 'ch. 5, Table 5.4' },
  },
];

/** Both equilibria, the yearly change, the total and what is emitted, with the reader's numbers. */
export function working(inputs: Inputs, outputs: Outputs): readonly WorkingStep[] {
  const { annual, cumulative, stockAfter, stockWithout } = outputs;
  const S_ref = outputs.referenceStock.value ?? Number.NaN;
  const isRewetted = inputs.landAfter === 'rewetted-wetland';
  const S_P = isRewetted ? S_ref * wetlandFactors.years1To20 : (stockAfter.value ?? Number.NaN);
  const S_W = stockWithout.value ?? Number.NaN;
  const c = annual.value ?? Number.NaN;
  const t = Math.min(inputs.years, transitionYears);
  const baseline = inputs.landWithout === 'as-before' ? 'before' : 'without';
  return [
    step('without', { S_ref, ...factorsOf(outputs, baseline) }, S_W),
    isRewetted
      ? step('rewetted', { S_ref, F_RW: wetlandFactors.years1To20 }, S_P)
      : step('with', { S_ref, ...factorsOf(outputs, 'after') }, S_P),
    step('annual', { S_P, S_W, D: transitionYears }, c),
    // rewetted wetland goes on to change after 20 years
    ...(isRewetted ? [] : [step('total', { c, A: inputs.area, t }, cumulative.value ?? Number.NaN)]),
    ...workingOfGases(inputs, outputs),
  ];
}

function workingOfGases(inputs: Inputs, { annualN2o, annualMethane }: Outputs): readonly WorkingStep[] {
  const { CH4, N2O } = gwpOf(inputs.gwpSet);
  const value = (name: 'direct' | 'volatilised' | 'deposited' | 'leached' | 'fromLeached') =>
    soilCarbonFactors.factors[`n2o.${name}`].value;
  const nitrogen = {
    ...{ N: inputs.nitrogen, EF_1: value('direct'), W_N: N2O },
    ...{ Frac_G: value('volatilised'), EF_4: value('deposited') },
    ...{ Frac_L: inputs.nitrogenClimate === 'wet' ? value('leached') : 0, EF_5: value('fromLeached') },
  };
  const zone = methaneZone(inputs.climate);
  return [
    ...(annualN2o.value === null ? [] : [step('n2o', nitrogen, annualN2o.value)]),
    ...(annualMethane.value === null || zone === null
      ? []
      : [step('methane', { M: rewettedMethane(zone), W_M: CH4 }, annualMethane.value)]),
  ];
}

function step(equation: string, values: WorkingStep['values'], result: number): WorkingStep {
  return { equation, row: null, values, result };
}

function factorsOf({ factors }: Outputs, wanted: string) {
  const of = (name: string) =>
    factors.find(({ state, part }) => state === wanted && part === name)?.value ?? Number.NaN;
  return { F_LU: of('landUse'), F_MG: of('management'), F_I: of('input') };
}
