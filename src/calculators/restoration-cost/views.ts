import type { ViewModel } from '../view.ts';
import type { CostInputs } from './fields.ts';
import type { CostOutputs } from './outputs.ts';

type Row = CostOutputs['years'][number];
type Point = readonly [x: number, y: number];

/** One number of every year. */
function through(rows: readonly Row[], column: Exclude<keyof Row, 'year'>): readonly Point[] {
  return rows.flatMap((row): Point[] => {
    const value = row[column];
    return row.year === null || value === null ? [] : [[row.year, value]];
  });
}

/** Money of each year, and what it has come to so far with and without discount. */
export function moneyThroughTime({ currency }: CostInputs, { years, payback }: CostOutputs): ViewModel {
  return {
    kind: 'lines',
    x: { name: 'year', symbol: '' },
    y: { name: 'money', symbol: `${currency}/ha` },
    lines: [
      { name: 'net', tone: 'comparison', style: 'points', points: through(years, 'net') },
      { name: 'cumulative', tone: '2', style: 'dashed', points: through(years, 'cumulative') },
      { name: 'discounted', tone: 'treated', points: through(years, 'cumulativeDiscounted') },
    ],
    marks: payback.value === null ? [] : [{ axis: 'x', at: payback.value, name: 'payback' }],
  };
}

/** What a tonne costs, in each way of counting tonnes. */
export function costOfTonne({ currency }: CostInputs, outputs: CostOutputs): ViewModel | null {
  const rows = (['costPerTonne', 'costPerPlainTonne', 'breakEvenPrice'] as const).flatMap((name) => {
    const { value, low, high } = outputs[name];
    const interval = low === undefined || high === undefined ? null : ([low, high] as const);
    return value === null ? [] : [{ name: { key: `output.${name}.label` }, value, interval }];
  });
  if (rows.length === 0) return null;
  return { kind: 'intervals', x: { name: 'cost', symbol: `${currency}/t CO₂e` }, reference: 0, rows };
}

/** Worth of the project with one input at a time at the ends of its range. */
export function swingsOfWorth({ currency }: CostInputs, { npv, swings }: CostOutputs): ViewModel | null {
  const { value } = npv;
  if (value === null) return null;
  const rows = swings.flatMap(({ input, npvAtLow, npvAtHigh }) => {
    if (npvAtLow === null || npvAtHigh === null || npvAtLow === npvAtHigh) return [];
    const interval = [Math.min(npvAtLow, npvAtHigh), Math.max(npvAtLow, npvAtHigh)] as const;
    return [{ name: { key: `label.swings.input.${input}` }, value, interval }];
  });
  if (rows.length === 0) return null;
  const axis = { name: 'worth', symbol: `${currency}/ha`, fromZero: false };
  return { kind: 'intervals', prints: 'ends', x: axis, reference: value, rows, digits: 4 };
}
