import type { ViewModel } from '../view.ts';
import type { Inputs } from './fields.ts';
import type { RegrowthOutputs } from './outputs.ts';

type Row = RegrowthOutputs['course'][number];
type Column = Exclude<keyof Row, 'year'>;
type Point = readonly [x: number, y: number];
type Band = readonly [x: number, low: number, high: number];

/** One number of the table of years, against the age. */
function through(rows: readonly Row[], column: Column): readonly Point[] {
  return rows.flatMap((row): Point[] => {
    const [x, y] = [row.age, row[column]];
    return x === null || y === null ? [] : [[x, y]];
  });
}

function bandOf(rows: readonly Row[], lower: Column, upper: Column): { readonly band?: readonly Band[] } {
  const band = rows.flatMap((row): Band[] => {
    const [x, low, high] = [row.age, row[lower], row[upper]];
    return x === null || low === null || high === null ? [] : [[x, low, high]];
  });
  return band.length > 0 ? { band } : {};
}

const age = { name: 'age', symbol: 'yr' } as const;
/** A cap is drawn where the stand comes this near to it. */
const nearCap = 0.6;

/** Above-ground biomass with its interval, the plots of a fit, and the cap where the stand comes near it. */
export function growthThroughTime(inputs: Inputs, { course, agb, cap }: RegrowthOutputs): ViewModel {
  const plots = inputs.method === 'fit' ? inputs.plots : [];
  const oldest = plots.reduce((high, plot) => Math.max(high, plot.age), 0);
  const isNear = cap.value !== null && (agb.value ?? 0) >= nearCap * cap.value;
  return {
    kind: 'lines',
    x: age,
    y: { name: 'biomass', symbol: 't/ha' },
    lines: [
      ...(plots.length > 0
        ? [
            {
              ...({ name: 'plots', tone: 'comparison', style: 'points' } as const),
              points: plots.map((plot): Point => [plot.age, plot.stock]),
            },
          ]
        : []),
      { name: 'stand', tone: 'treated', points: through(course, 'agb'), ...bandOf(course, 'low', 'high') },
    ],
    marks: [
      ...(isNear ? [{ axis: 'y', at: cap.value, name: 'cap' } as const] : []),
      ...(oldest > 0 && inputs.years > oldest ? [{ axis: 'x', at: oldest, name: 'oldest' } as const] : []),
    ],
  };
}

/** CO2 that the whole area has taken up by each year; null where nothing can be said. */
export function removalThroughTime(_: Inputs, { course }: RegrowthOutputs): ViewModel | null {
  const points = through(course, 'removal');
  if (points.length < 2) return null;
  return {
    kind: 'lines',
    x: age,
    y: { name: 'co2', symbol: 't CO₂' },
    lines: [{ name: 'area', tone: 'treated', points, ...bandOf(course, 'removalLow', 'removalHigh') }],
  };
}

/** How fast a stand on a curve grows: in the year itself, and on average since it began; rates are two numbers. */
export function increments(
  { method }: Inputs,
  { course, ageOfLargestMeanIncrement }: RegrowthOutputs,
): ViewModel | null {
  const [current, mean] = [through(course, 'increment'), through(course, 'meanIncrement')];
  if (method === 'ipcc-rates' || mean.length < 2) return null;
  const best = ageOfLargestMeanIncrement.value;
  const last = course.at(-1)?.age ?? 0;
  return {
    kind: 'lines',
    x: age,
    y: { name: 'increment', symbol: 't/(ha·yr)' },
    lines: [
      { name: 'current', tone: 'treated', points: current },
      { name: 'mean', tone: 'comparison', style: 'dashed', points: mean },
    ],
    marks: best === null || best > last ? [] : [{ axis: 'x', at: best, name: 'best' }],
  };
}
