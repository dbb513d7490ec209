import type { Tone } from '../../charts/plot/model.ts';
import type { ViewModel } from '../view.ts';
import type { YassoInputs } from './fields.ts';
import type { YassoOutputs } from './outputs.ts';

type Row = YassoOutputs['course'][number];
type Column = Exclude<keyof Row, 'year'>;
type Point = readonly [x: number, y: number];

/** One number of every year. */
function through(rows: readonly Row[], column: Column): readonly Point[] {
  return rows.flatMap((row): Point[] => {
    const value = row[column];
    return row.year === null || value === null ? [] : [[row.year, value]];
  });
}

/** The stock with the new litter against the former litter going on. */
export function stockThroughTime(_: YassoInputs, { course }: YassoOutputs): ViewModel {
  return {
    kind: 'lines',
    x: { name: 'year', symbol: '' },
    y: { name: 'carbon', symbol: 't C/ha' },
    lines: [
      { name: 'restored', tone: 'treated', points: through(course, 'total') },
      { name: 'baseline', tone: 'comparison', style: 'dashed', points: through(course, 'baseline') },
    ],
  };
}

/** W and E are small, and alike in how fast they go: they are drawn as one. */
const pools: readonly (readonly [name: string, tone: Tone, columns: readonly Column[]])[] = [
  ['n', '1', ['n']],
  ['a', '4', ['a']],
  ['we', '3', ['w', 'e']],
  ['h', '2', ['h']],
];

/** The sum of some columns in every year. */
function sumOf(rows: readonly Row[], columns: readonly Column[]): readonly Point[] {
  const parts = columns.map((column) => through(rows, column));
  const [first = []] = parts;
  return first.map(([year], index) => [
    year,
    parts.reduce((sum, points) => sum + (points[index]?.[1] ?? 0), 0),
  ]);
}

/** In which pools the carbon lies. */
export function poolsThroughTime(_: YassoInputs, { course }: YassoOutputs): ViewModel {
  return {
    kind: 'lines',
    x: { name: 'year', symbol: '' },
    y: { name: 'carbon', symbol: 't C/ha' },
    lines: pools.map(([name, tone, columns]) => ({ name, tone, points: sumOf(course, columns) })),
  };
}
