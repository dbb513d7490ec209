import { normalQuantile } from '../../science/statistics.ts';
import type { Estimate } from '../output.ts';
import type { Name, ViewModel } from '../view.ts';
import type { MetaInputs } from './inputs.ts';
import type { MetaOutputs } from './outputs.ts';

type StudyRow = MetaOutputs['studies'][number];
type ForestRow = Extract<ViewModel, { kind: 'intervals' }>['rows'][number];

/** A drawing of more studies cannot be read; those of the largest weight stay. */
const mostStudies = 120;

/** Every study with its interval and weight, the groups, the pooled mean, and where a further place may lie. */
export function forest(_: MetaInputs, outputs: MetaOutputs): ViewModel | null {
  const { effect, prediction, subgroups } = outputs;
  const studies = heaviest(outputs.studies);
  const largest = Math.max(...studies.map(({ weight }) => weight ?? 0));
  const groups = subgroups.map((one) => ({ ...one, value: one.effect }));
  return {
    kind: 'intervals',
    x: { name: 'effect', symbol: '' },
    reference: 0,
    rows: [
      ...studies.flatMap((one) => studyRow(one, largest)),
      ...groups.flatMap((one) => row({ text: one.group ?? '' }, one, { pooled: true })),
      ...row('pooled', effect, { pooled: true }),
      ...row('prediction', prediction, {}),
    ],
    values: { shown: studies.length, k: outputs.studies.length },
  };
}

/** In the order given, the lightest left out where there are too many. */
function heaviest(studies: readonly StudyRow[]): readonly StudyRow[] {
  const byWeight = [...studies].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
  const kept = new Set(byWeight.slice(0, mostStudies));
  return studies.filter((one) => kept.has(one));
}

function studyRow({ study, effect, low, high, weight }: StudyRow, largest: number): readonly ForestRow[] {
  const rounded = { number: weight ?? 0, digits: 3, signed: false };
  const name = { key: 'view.forest.study', values: { study: study ?? '', weight: rounded } };
  return row(name, { value: effect, low, high }, { weight: largest > 0 ? (weight ?? 0) / largest : 0 });
}

type Range = Pick<Estimate, 'value'> & { readonly low?: number | null; readonly high?: number | null };

function row(name: Name, { value, low, high }: Range, more: Partial<ForestRow>): readonly ForestRow[] {
  if (value === null) return [];
  const interval = low == null || high == null ? null : ([low, high] as const);
  return [{ name, value, interval, ...more }];
}

/** Effects against their standard errors, with the limits that hold 95 % where all studies share one true effect. */
export function funnel(_: MetaInputs, { studies, effect }: MetaOutputs): ViewModel | null {
  const centre = effect.value;
  const points = studies.flatMap(({ effect: x, standardError: y }): [number, number][] =>
    x === null || y === null ? [] : [[x, y]],
  );
  if (centre === null || points.length < 3) return null;
  const top = Math.max(...points.map(([, error]) => error));
  const reach = normalQuantile(0.975) * top;
  return {
    kind: 'lines',
    x: { name: 'effect', symbol: '', fromZero: false },
    y: { name: 'standard-error', symbol: '', down: true },
    lines: [
      { name: 'study', tone: 'treated', style: 'points', points },
      {
        ...{ name: 'limits', tone: 'comparison', style: 'dashed' },
        points: [
          [centre - reach, top],
          [centre, 0],
          [centre + reach, top],
        ],
      },
    ],
    marks: [{ axis: 'x', at: centre, name: 'pooled' }],
  };
}
