import { type Measure, type Study, studyFaults } from '../../science/meta-analysis/effect-sizes.ts';
import type { Method, Test } from '../../science/meta-analysis/model.ts';
import { fillDeviations } from '../../science/meta-analysis/studies.ts';
import type { Problem } from '../fields.ts';

/** A row of the table of groups. */
export interface GroupRow {
  readonly study: string;
  readonly m1: number | null;
  readonly sd1: number | null;
  readonly n1: number | null;
  readonly m2: number | null;
  readonly sd2: number | null;
  readonly n2: number | null;
  readonly subgroup: string | null;
  readonly moderator: number | null;
}

/** A row of the table of effects that were computed elsewhere. */
export interface EffectRow {
  readonly study: string;
  readonly effect: number | null;
  readonly variance: number | null;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly subgroup: string | null;
  readonly moderator: number | null;
}

export interface MetaInputs {
  readonly measure: Measure;
  readonly method: Method;
  readonly test: Test;
  readonly missingSd: 'leave-out' | 'fill-in';
  readonly studies: readonly GroupRow[];
  readonly effects: readonly EffectRow[];
}

export const problems = [
  'mean-not-positive',
  'not-whole',
  'no-variance',
  'variances-unequal',
  'limits-reversed',
  'effect-outside',
  'too-few-replicates',
  'no-study',
] as const;
type Code = (typeof problems)[number];

const blank = {
  m1: null,
  sd1: null,
  n1: null,
  m2: null,
  sd2: null,
  n2: null,
  effect: null,
  variance: null,
  standardError: null,
  low: null,
  high: null,
} as const;

/** Name of the table that the measure reads. */
export function tableOf(measure: Measure): 'studies' | 'effects' {
  return measure === 'given' ? 'effects' : 'studies';
}

/** The rows that the measure reads. */
export function rowsOfMeasure(inputs: MetaInputs): readonly (GroupRow | EffectRow)[] {
  return inputs[tableOf(inputs.measure)];
}

export function studiesOf(inputs: MetaInputs): Study[] {
  return rowsOfMeasure(inputs).map((row) => ({ ...blank, ...row }));
}

/** The studies to be pooled, with missing standard deviations filled in where that was chosen, and the places of those. */
export function usedStudies(inputs: MetaInputs): ReturnType<typeof fillDeviations> {
  const studies = studiesOf(inputs);
  const fill = inputs.missingSd === 'fill-in' && inputs.measure !== 'given';
  return fill ? fillDeviations(studies) : { studies, filled: [] };
}

type Found = Omit<Problem, 'unit'> & { readonly code: Code };

/** What no field can see alone. */
export function findProblems(inputs: MetaInputs): Found[] {
  const place = tableOf(inputs.measure);
  return studyFaults(inputs.measure, usedStudies(inputs).studies).flatMap(
    ({ code, argument, value, min, max }): Found[] => {
      const path = argument.replace(/^studies/, place);
      const found = { path, value, min, max };
      switch (code) {
        case 'not-a-number':
        case 'too-high':
          return [{ code: 'variances-unequal', ...found }]; // a standard deviation that was filled in
        case 'too-low':
          return [{ code: 'mean-not-positive', ...found }];
        default:
          return [{ code, ...found }];
      }
    },
  );
}
