import type { Tone } from '../../charts/plot/model.ts';
import type { ViewModel } from '../view.ts';
import type { RothcInputs } from './fields.ts';
import type { RothcOutputs } from './outputs.ts';

type Row = RothcOutputs['course'][number];
type Column = Exclude<keyof Row, 'year'>;
type Point = readonly [x: number, y: number];

/** One number of every year. */
function through(rows: readonly Row[], column: Column): readonly Point[] {
  return rows.flatMap((row): Point[] => {
    const value = row[column];
    return row.year === null || value === null ? [] : [[row.year, value]];
  });
}

/** The stock after the change, in its range, against the former use going on. */
export function stockThroughTime(
  { targetStock, inputBand }: RothcInputs,
  { course }: RothcOutputs,
): ViewModel {
  const band = course.flatMap(({ year, low, high }) =>
    year === null || low === null || high === null ? [] : [[year, low, high] as const],
  );
  return {
    kind: 'lines',
    x: { name: 'year', symbol: '' },
    y: { name: 'carbon', symbol: 't C/ha' },
    lines: [
      { name: 'restored', tone: 'treated', points: through(course, 'total'), band },
      { name: 'baseline', tone: 'comparison', style: 'dashed', points: through(course, 'baseline') },
    ],
    marks: targetStock === null ? [] : [{ axis: 'y', at: targetStock, name: 'target' }],
    values: { band: inputBand },
  };
}

const pools: readonly (readonly [column: Column, tone: Tone])[] = [
  ['hum', '2'],
  ['rpm', '1'],
  ['bio', '3'],
  ['dpm', '4'],
];

/** In which pools the carbon lies. */
export function poolsThroughTime(_: RothcInputs, { course }: RothcOutputs): ViewModel {
  return {
    kind: 'lines',
    x: { name: 'year', symbol: '' },
    y: { name: 'carbon', symbol: 't C/ha' },
    lines: pools.map(([name, tone]) => ({ name, tone, points: through(course, name) })),
  };
}
