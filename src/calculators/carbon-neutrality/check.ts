import type { Problem } from '../fields.ts';
import type { NeutralityInputs } from './fields.ts';
import { ratesOf } from './plan.ts';

export const problems = [
  'not-whole',
  'no-rates',
  'rate-missing',
  'emission-missing',
  'points-missing',
  'years-order',
  'zero-too-early',
  'limit-alone',
  'limits-order',
] as const;
type Found = Omit<Problem, 'unit'> & { readonly code: (typeof problems)[number] };

/** What no field can see alone, all at once. */
export function check(inputs: NeutralityInputs): readonly Found[] {
  return [
    ...wholeNumbers(inputs),
    ...rateProblems(inputs),
    ...pathwayProblems(inputs),
    ...limitProblems(inputs),
  ];
}

function wholeNumbers(inputs: NeutralityInputs): Found[] {
  const names = ['rampYears', 'years', 'startYear', 'draws', 'seed'] as const;
  return names.flatMap((path) =>
    Number.isInteger(inputs[path]) ? [] : [{ code: 'not-whole' as const, path, value: inputs[path] }],
  );
}

function rateProblems(inputs: NeutralityInputs): Found[] {
  const { rateFrom, rate } = inputs;
  if (rateFrom === 'own' && rate === null) return [{ code: 'rate-missing', path: 'rate', value: null }];
  if (rateFrom === 'ipcc' && ratesOf(inputs) === null)
    return [{ code: 'no-rates', path: 'zone', value: null }];
  return [];
}

function pathwayProblems(inputs: NeutralityInputs): Found[] {
  const { pathway, emitter, emission, points, startYear, zeroYear } = inputs;
  const found: Found[] = [];
  if (pathway !== 'points' && emitter === 'own' && emission === null)
    found.push({ code: 'emission-missing', path: 'emission', value: null });
  if (pathway === 'linear' && zeroYear <= startYear)
    found.push({ code: 'zero-too-early', path: 'zeroYear', value: zeroYear, min: startYear });
  if (pathway !== 'points') return found;
  if (points.length === 0) found.push({ code: 'points-missing', path: 'points', value: null });
  for (const [index, { year }] of points.entries()) {
    const before = points[index - 1]?.year;
    if (before !== undefined && year <= before)
      found.push({ code: 'years-order', path: `points.${index}.year`, value: year, min: before });
  }
  return found;
}

function limitProblems(inputs: NeutralityInputs): Found[] {
  return (['disturbance', 'leakage'] as const).flatMap((name): Found[] => {
    const low = inputs[`${name}Low`];
    const high = inputs[`${name}High`];
    const value = inputs[name];
    if (low === null && high === null) return [];
    if (low === null || high === null)
      return [{ code: 'limit-alone', path: low === null ? `${name}Low` : `${name}High`, value: null }];
    const wrong: Found[] = [];
    if (low > value) wrong.push({ code: 'limits-order', path: `${name}Low`, value: low });
    if (high < value) wrong.push({ code: 'limits-order', path: `${name}High`, value: high });
    return wrong;
  });
}
