import type { Tone } from '../../charts/plot/model.ts';
import type { ViewModel } from '../view.ts';
import type { BlueCarbonInputs } from './fields.ts';
import type { BlueCarbonOutputs } from './outputs.ts';

/** Mean of all years on one hectare, by component: the project, the land without it, and the difference. */
export function againstBaseline(
  { area, years, baseline }: BlueCarbonInputs,
  outputs: BlueCarbonOutputs,
): ViewModel | null {
  const { value: net, low, high } = outputs.netPerYear;
  if (net === null) return null;
  const part = (name: 'soil' | 'biomass' | 'methane' | 'avoided', tone: Tone, sign: 1 | -1) => ({
    ...{ name, tone, value: (sign * (outputs[name].value ?? 0)) / area / years },
  });
  const interval = low === undefined || high === undefined ? null : ([low, high] as const);
  const present = (...parts: readonly ReturnType<typeof part>[]) => parts.filter(({ value }) => value !== 0);
  const wetland = present(part('soil', '1', 1), part('biomass', '2', 1), part('methane', '3', -1));
  const without = { name: 'without', parts: present(part('avoided', '4', -1)) };
  const difference = { name: 'difference', parts: [...wetland, part('avoided', '4', 1)], interval };
  return {
    kind: 'bars',
    x: { name: 'removal', symbol: 't CO2e/(ha·yr)' },
    bars:
      baseline === 'drained'
        ? [{ name: 'with', parts: wetland }, without, difference]
        : [{ name: 'with', parts: wetland, interval }, without],
  };
}

const lines: readonly (readonly [
  name: 'soil' | 'biomass' | 'avoided' | 'methane',
  tone: Tone,
  sign: number,
])[] = [
  ['soil', '1', 1],
  ['biomass', '2', 1],
  ['methane', '3', -1],
  ['avoided', '4', 1],
];

/** What has been removed since the start, by component and in all. */
export function throughTime(_: BlueCarbonInputs, { course }: BlueCarbonOutputs): ViewModel {
  const points = (name: 'net' | (typeof lines)[number][0], sign: number) =>
    course.map((row) => [row.year ?? 0, sign * (row[name] ?? 0) + 0] as const);
  const parts = lines
    .map(([name, tone, sign]) => ({
      ...{ name, tone, style: 'dashed' as const },
      points: points(name, sign),
    }))
    .filter((line) => line.points.some(([, y]) => y !== 0));
  return {
    kind: 'lines',
    x: { name: 'year', symbol: '' },
    y: { name: 'removal', symbol: 't CO2e' },
    lines: [{ name: 'net', tone: 'treated', points: points('net', 1) }, ...parts],
  };
}
