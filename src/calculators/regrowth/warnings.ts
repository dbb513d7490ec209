import { rootShootLimit } from '../../science/below-ground.ts';
import type { FactorError } from '../../science/factor.ts';
import type { CurveFit } from '../../science/regrowth/fit.ts';
import { ratiosOf, type ZoneRates } from '../../science/regrowth/ipcc-growth.ts';
import type { Warning } from '../define.ts';
import type { CoursePoint } from './course.ts';
import type { Inputs } from './fields.ts';
import { standOf } from './tables.ts';

export const warnings = [
  'not-identifiable',
  'beyond-oldest',
  'cap-reached',
  'cap-missing',
  'ratio-step',
  'natural-rates',
  'wide-error',
  'middle-of-range',
  'root-outlier',
  'no-interval',
  'above-ground-only',
] as const;
type Code = (typeof warnings)[number];

/** What to look at. */
export function warningsOf(
  inputs: Inputs,
  course: readonly CoursePoint[],
  fit: CurveFit | null,
  rates: ZoneRates | null,
): readonly Warning<Code>[] {
  const when = (code: Code, holds: boolean, value: number | null = null): Warning<Code>[] =>
    holds ? [{ code, path: null, value }] : [];
  const end = course.at(-1);
  const agb = end?.agb ?? 0;
  const table = inputs.belowGround === 'ipcc-2019';
  const stand = standOf(inputs);
  const ratios = table ? ratiosOf(stand) : null;
  const limit = table ? (rootShootLimit(stand) ?? Infinity) : Infinity;
  const hasLimits = end?.limits != null;
  return [
    ...when('not-identifiable', fit?.identifiable === false, fit?.oldest ?? null),
    ...when('beyond-oldest', fit?.identifiable === true && inputs.years > fit.oldest, fit?.oldest ?? null),
    ...when('cap-reached', rates?.cap != null && agb >= rates.cap.value, rates?.cap?.value ?? null),
    ...when('cap-missing', rates !== null && rates.cap === null),
    ...when('ratio-step', ratios !== null && ratios.above < ratios.below && agb > limit, limit),
    ...when(
      'natural-rates',
      rates?.young.stage !== 'own' && rates !== null && inputs.origin.startsWith('planted'),
    ),
    ...when('wide-error', rates !== null && [rates.young, rates.old].some(isWide)),
    ...when('middle-of-range', rates !== null && [rates.young, rates.old].some(isOurMiddle)),
    ...when('root-outlier', table && inputs.zone === 'tropical-rainforest' && inputs.continent === 'africa'),
    ...when('no-interval', agb > 0 && !hasLimits),
    ...when('above-ground-only', hasLimits && end.co2Limits === null),
  ];
}

/** A standard deviation larger than the rate. */
function isWide({ value, error }: { readonly value: number; readonly error: FactorError | null }): boolean {
  return error?.kind === 'sd' && error.sd > value;
}

/** A value that the table prints as a range only. */
function isOurMiddle({
  value,
  error,
}: {
  readonly value: number;
  readonly error: FactorError | null;
}): boolean {
  return error?.kind === 'range' && Math.abs((error.low + error.high) / 2 - value) < 1e-9;
}
