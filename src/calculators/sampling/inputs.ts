import { allocationFaults, type StratumShare } from '../../science/sampling/allocation.ts';
import { type PlanDesign, type PlannedStratum, planFaults } from '../../science/sampling/plan.ts';
import type { Problem } from '../fields.ts';

/** The form as `defineCalculator` hands it over; what may stay empty is null. */
export interface SamplingInputs {
  readonly goal: 'margin' | 'total';
  readonly margin: number | null;
  readonly marginPercent: number | null;
  readonly total: number | null;
  /** % */
  readonly confidence: number;
  readonly quantile: 'student' | 'normal';
  readonly plotArea: number;
  readonly minimum: number;
  /** % */
  readonly power: number;
  readonly correlation: number | null;
  readonly strata: readonly StratumRow[];
}

export interface StratumRow {
  readonly name: string | null;
  readonly area: number;
  readonly mean: number | null;
  readonly sd: number | null;
  /** % */
  readonly cv: number | null;
  readonly pilotPlots: number | null;
  readonly cost: number | null;
}

export const problems = [
  'margin-missing',
  'margin-twice',
  'total-missing',
  'spread-missing',
  'spread-twice',
  'mean-missing',
  'not-whole',
  'no-variation',
  'too-small',
  'cost-missing',
  'total-too-few',
  'total-too-many',
] as const;
type Code = (typeof problems)[number];
type Found = Omit<Problem, 'unit'> & { readonly code: Code };

/** Mean of the whole area, weighted by the areas; null where a stratum has none. */
export function overallMean(strata: readonly StratumRow[]): number | null {
  const area = strata.reduce((sum, one) => sum + one.area, 0);
  return strata.reduce<number | null>(
    (sum, one) => (sum === null || one.mean === null ? null : sum + (one.area / area) * one.mean),
    0,
  );
}

/** Rows with their standard deviation in t/ha, from the coefficient of variation where that is given. */
export function stratumOf({ area, mean, sd, cv, pilotPlots, cost }: StratumRow): PlannedStratum {
  return { area, sd: sd ?? ((cv ?? Number.NaN) / 100) * (mean ?? Number.NaN), pilotPlots, cost };
}

/** The wanted half-width in t/ha; null where neither way to say it can be read. */
export function marginOf({ margin, marginPercent, strata }: SamplingInputs): number | null {
  if (margin !== null) return margin;
  const mean = overallMean(strata);
  return marginPercent === null || mean === null ? null : (marginPercent / 100) * mean;
}

export function designOf(inputs: SamplingInputs): PlanDesign {
  const { plotArea, confidence, quantile, minimum } = inputs;
  return { plotArea, confidence: confidence / 100, quantile, minimum, margin: marginOf(inputs) ?? 1 };
}

/** What each stratum can take of a fixed number of plots. */
export function sharesOf(
  strata: readonly PlannedStratum[],
  { plotArea, minimum }: Pick<PlanDesign, 'plotArea' | 'minimum'>,
): StratumShare[] {
  return strata.map(({ area, sd, cost }) => ({
    possible: Math.floor((area / plotArea) * (1 + 1e-12)),
    sd,
    cost,
    minimum,
  }));
}

/** What no field can see alone. */
export function findProblems(inputs: SamplingInputs): Found[] {
  const form = [...goalProblems(inputs), ...rowProblems(inputs)];
  if (form.length > 0) return form;
  const strata = inputs.strata.map(stratumOf);
  const plan = planFaults(strata, designOf(inputs)).flatMap(
    ({ code, argument, value, min, max }): Found[] => {
      // Ranges are those of the fields, which have been read: only these three are left.
      if (code !== 'no-variation' && code !== 'too-small' && code !== 'cost-missing') return [];
      return [{ code, path: argument, value: Number.isNaN(value) ? null : value, min, max }];
    },
  );
  if (plan.length > 0 || inputs.goal !== 'total') return plan;
  return allocationFaults(inputs.total ?? 0, sharesOf(strata, designOf(inputs))).map(
    ({ code, value, min, max }) => ({
      code: code === 'too-high' ? 'total-too-many' : 'total-too-few',
      path: 'total',
      value,
      min,
      max,
    }),
  );
}

function goalProblems({ goal, margin, marginPercent, total, minimum }: SamplingInputs): Found[] {
  const found: Found[] = [];
  const empty = (code: Code, path: string) => found.push({ code, path, value: null });
  if (goal === 'margin' && margin === null && marginPercent === null) empty('margin-missing', 'margin');
  if (margin !== null && marginPercent !== null) empty('margin-twice', 'marginPercent');
  if (goal === 'total' && total === null) empty('total-missing', 'total');
  for (const [path, value] of Object.entries({ total, minimum })) {
    if (value !== null && !Number.isInteger(value)) found.push({ code: 'not-whole', path, value });
  }
  return found;
}

function rowProblems({ strata, marginPercent }: SamplingInputs): Found[] {
  return strata.flatMap(({ mean, sd, cv, pilotPlots }, row): Found[] => {
    const found: Found[] = [];
    const at = (column: string) => `strata.${row}.${column}`;
    if (sd === null && cv === null) found.push({ code: 'spread-missing', path: at('sd'), value: null });
    if (sd !== null && cv !== null) found.push({ code: 'spread-twice', path: at('cv'), value: cv });
    if (mean === null && (cv !== null || marginPercent !== null)) {
      found.push({ code: 'mean-missing', path: at('mean'), value: null });
    }
    if (pilotPlots !== null && !Number.isInteger(pilotPlots)) {
      found.push({ code: 'not-whole', path: at('pilotPlots'), value: pilotPlots });
    }
    return found;
  });
}
