import { fluxFactors } from '../../science/factors/eddy-covariance.ts';
import { molarFactors } from '../../science/factors/molar.ts';
import {
  type Equation,
  exp,
  minus,
  over,
  power,
  product,
  root,
  type Symbols,
  sumOver,
  type WorkingStep,
} from '../equation.ts';
import type { FluxOutputs } from './outputs.ts';

const flux = 'µmol/m²/s';
const sum = 'g C/m²';

export const symbols: Symbols = {
  F_g: { base: 'F', sub: 'g', unit: flux },
  F_j: { base: 'F', sub: 'j', unit: flux },
  n: { base: 'n', unit: '' },
  R: { base: 'R', unit: flux },
  R_ref: { base: 'R', sub: 'ref', unit: flux },
  E_0: { base: 'E', sub: '0', unit: 'K' },
  T_ref: { base: 'T', sub: 'ref', unit: 'K' },
  T_0: { base: 'T', sub: '0', unit: 'K' },
  T: { base: 'T', unit: 'K' },
  N: { base: 'N', unit: sum },
  F: { base: 'F', unit: flux },
  M_C: { base: 'M', sub: 'C', unit: 'g/mol' },
  d: { base: 'd', unit: 'd' },
  G: { base: 'G', unit: sum },
  R_eco: { base: 'R', sub: 'eco', unit: sum },
  u: { base: 'u', unit: sum },
  s: { base: 's', unit: flux },
  n_eff: { base: 'n', sub: 'eff', unit: '' },
};

const perDay = product(power(10, -6), 'M_C', 86_400, 'd');

export const equations: readonly Equation[] = [
  {
    id: 'similar',
    left: 'F_g',
    right: over(sumOver('F_j'), 'n'),
    source: 'reichstein-2005',
    place: 'appendix',
  },
  {
    id: 'respiration',
    left: 'R',
    right: product(
      'R_ref',
      exp(product('E_0', minus(over(1, minus('T_ref', 'T_0')), over(1, minus('T', 'T_0'))))),
    ),
    source: 'lloyd-taylor-1994',
    place: 'eq. 11',
  },
  {
    id: 'sum',
    left: 'N',
    right: product(perDay, 'F'),
    source: 'wutzler-2018',
    place: 'REddyProc 1.3.3, sums of the year',
  },
  {
    id: 'uptake',
    left: 'G',
    right: minus('R_eco', 'N'),
    source: 'reichstein-2005',
    place: 'partitioning by night data',
  },
  {
    id: 'error',
    left: 'u',
    right: product(perDay, over('s', root(minus('n_eff', 1)))),
    source: 'wutzler-2018',
    place: 'REddyProc 1.3.3, vignette aggUncertainty',
  },
];

const zeroCelsius = 273.15; // K
const molarMass = molarFactors.factors['atom.C'].value;
const { factors } = fluxFactors;
const T_ref = factors['respiration.reference-temperature'].value;
const T_0 = factors['respiration.end-temperature'].value;

/** The first record of the split, then the sums, with the reader's numbers. */
export function working(_: unknown, outputs: FluxOutputs): readonly WorkingStep[] {
  const { nee, days, reco, gpp, randomError, effectiveRecords, e0, halfHourly } = outputs;
  const [first] = halfHourly;
  const d = days.value;
  const N = nee.value;
  return [
    ...stepOf(
      'respiration',
      {
        ...{ T_ref, T_0, E_0: e0.value, R_ref: first?.R_ref ?? null },
        T: first?.Tair_f === undefined || first.Tair_f === null ? null : first.Tair_f + zeroCelsius,
      },
      first?.Reco ?? null,
    ),
    ...stepOf('sum', { M_C: molarMass, d, F: meanOf(halfHourly.map(({ NEE_f }) => NEE_f)) }, N),
    ...stepOf('uptake', { R_eco: reco.value, N }, gpp.value),
    ...stepOf(
      'error',
      { M_C: molarMass, d, s: recordError(halfHourly), n_eff: effectiveRecords.value },
      randomError.value,
    ),
  ];
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0) / known.length;
}

/** Root mean square of the spread of records like the measured ones. */
function recordError(records: FluxOutputs['halfHourly']): number | null {
  const squares = records.flatMap(({ NEE_fqc, NEE_fall, NEE_fsd }) =>
    NEE_fqc === 0 && NEE_fall !== null ? [(NEE_fsd ?? 0) ** 2] : [],
  );
  const square = meanOf(squares);
  return square === null ? null : Math.sqrt(square);
}

/** A step whose numbers are all there. */
function stepOf(
  equation: string,
  given: Readonly<Record<string, number | null>>,
  result: number | null,
): readonly WorkingStep[] {
  const values = Object.entries(given).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  if (result === null || values.length < Object.keys(given).length) return [];
  return [{ equation, row: null, values: Object.fromEntries(values), result }];
}
