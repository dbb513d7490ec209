import type { PlotPlan } from '../../science/sampling/plan.ts';
import type { Warning } from '../define.ts';
import type { SamplingInputs } from './inputs.ts';

export const warnings = [
  'spread-assumed',
  'small-pilot',
  'normal-with-few-plots',
  'measured-whole',
  'one-plot-stratum',
] as const;
type Code = (typeof warnings)[number];

/** A pilot below so many plots says little about the spread. */
const fewPilotPlots = 10;
/** Below so many degrees of freedom the normal quantile is too small. */
const fewDegrees = 30;

export function warningsOf(plan: PlotPlan, { strata, quantile }: SamplingInputs): Warning<Code>[] {
  const at = (code: Code, row: number, column: string, value: number | null) => [
    { code, path: `strata.${row}.${column}`, value },
  ];
  return [
    ...(strata.every(({ pilotPlots }) => pilotPlots !== null)
      ? []
      : [{ code: 'spread-assumed' as const, path: null, value: null }]),
    ...strata.flatMap(({ pilotPlots }, row) =>
      pilotPlots !== null && pilotPlots < fewPilotPlots
        ? at('small-pilot', row, 'pilotPlots', pilotPlots)
        : [],
    ),
    ...(quantile === 'normal' && plan.n - strata.length < fewDegrees
      ? [{ code: 'normal-with-few-plots' as const, path: null, value: plan.n }]
      : []),
    ...plan.strata.flatMap(({ whole, n }, row) => (whole ? at('measured-whole', row, 'area', n) : [])),
    ...plan.strata.flatMap(({ n, whole }, row) =>
      n < 2 && !whole ? at('one-plot-stratum', row, 'area', n) : [],
    ),
  ];
}
