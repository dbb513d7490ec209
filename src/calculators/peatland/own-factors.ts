import type { DrainedFactors, Ranged, RewettedFactors } from '../../science/peatland/categories.ts';

/** Factors that a user may replace, in the units of the tables. */
export const ownFactors = [
  'drained-co2',
  'drained-doc',
  'drained-ch4-land',
  'drained-ch4-ditch',
  'drained-n2o',
  'rewetted-co2',
  'rewetted-doc',
  'rewetted-ch4',
] as const;
export type OwnFactorName = (typeof ownFactors)[number];

export interface OwnFactor {
  readonly factor: OwnFactorName;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** All factors of a pair of drained and rewetted land. */
export interface Factors {
  readonly drained: DrainedFactors;
  readonly rewetted: RewettedFactors;
}

type Place =
  | readonly ['drained', Exclude<keyof DrainedFactors, 'ditchFraction'>]
  | readonly ['rewetted', keyof RewettedFactors];
const places: Readonly<Record<OwnFactorName, Place>> = {
  'drained-co2': ['drained', 'co2'],
  'drained-doc': ['drained', 'doc'],
  'drained-ch4-land': ['drained', 'ch4Land'],
  'drained-ch4-ditch': ['drained', 'ch4Ditch'],
  'drained-n2o': ['drained', 'n2o'],
  'rewetted-co2': ['rewetted', 'co2'],
  'rewetted-doc': ['rewetted', 'doc'],
  'rewetted-ch4': ['rewetted', 'ch4'],
};

export function factorAt({ drained, rewetted }: Factors, name: OwnFactorName): Ranged {
  const [state, part] = places[name];
  return state === 'drained' ? drained[part] : rewetted[part];
}

/** The same factors with one of them in another size. */
export function withFactor({ drained, rewetted }: Factors, name: OwnFactorName, one: Ranged): Factors {
  const [state, part] = places[name];
  return state === 'drained'
    ? { drained: { ...drained, [part]: one }, rewetted }
    : { drained, rewetted: { ...rewetted, [part]: one } };
}

/** The factors of the table with those of the user in their places. */
export function withOwn(table: Factors, own: readonly OwnFactor[]): Factors {
  return own.reduce(
    (factors, { factor, value, low, high }) => withFactor(factors, factor, { value, low, high }),
    table,
  );
}

/** Limits without their pair or out of order, and factors given twice. */
export function ownFactorProblems(own: readonly OwnFactor[]) {
  return own.flatMap(({ factor, value, low, high }, index) => {
    const at = (column: string) => `ownFactors.${index}.${column}`;
    const first = own.findIndex((one) => one.factor === factor);
    return [
      ...(first < index ? [{ code: 'factor-twice' as const, path: at('factor'), value: factor }] : []),
      ...((low === null) !== (high === null)
        ? [{ code: 'limit-alone' as const, path: at(low === null ? 'low' : 'high'), value: null }]
        : []),
      ...(low !== null && low > value
        ? [{ code: 'limits-order' as const, path: at('low'), value: low }]
        : []),
      ...(high !== null && high < value
        ? [{ code: 'limits-order' as const, path: at('high'), value: high }]
        : []),
    ];
  });
}
