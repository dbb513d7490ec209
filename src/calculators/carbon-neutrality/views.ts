import type { ViewModel } from '../view.ts';
import type { NeutralityInputs } from './fields.ts';
import type { NeutralityOutputs } from './outputs.ts';

type Row = NeutralityOutputs['course'][number];
type Column = 'net' | 'low' | 'high' | 'annual' | 'emission';

const year = { name: 'year', symbol: '', fromZero: false } as const;

/** Gt CO2e, so that numbers of the world and of a field both stay readable: by the size of what is drawn. */
function scaleOf(rows: readonly Row[], columns: readonly Column[]) {
  const largest = Math.max(...rows.flatMap((row) => columns.map((column) => Math.abs(row[column] ?? 0))));
  if (largest >= 1000) return { per: 1000, symbol: 'Gt CO₂e' };
  return largest >= 1 ? { per: 1, symbol: 'Mt CO₂e' } : { per: 1e-6, symbol: 't CO₂e' };
}

const at = (row: Row) => Number(row.year);

/** Net removal since the beginning, with its interval. */
export function netRemoval(
  { startYear }: NeutralityInputs,
  { course, removal }: NeutralityOutputs,
): ViewModel {
  const { per, symbol } = scaleOf(course, ['net', 'low', 'high']);
  const drawn = (row: Row, column: 'net' | 'low' | 'high') => (row[column] ?? 0) / per;
  const band = course.map((row) => [at(row), drawn(row, 'low'), drawn(row, 'high')] as const);
  return {
    kind: 'lines',
    x: year,
    y: { name: 'sum', symbol },
    lines: [
      {
        ...({ name: 'net', tone: 'treated' } as const),
        points: [[startYear - 1, 0], ...course.map((row) => [at(row), drawn(row, 'net')] as const)],
        ...(removal.low === undefined ? {} : { band: [[startYear - 1, 0, 0] as const, ...band] }),
      },
    ],
  };
}

/** What is removed in each year beside what is emitted in it. */
export function againstEmissions(_: NeutralityInputs, { course }: NeutralityOutputs): ViewModel | null {
  if (course.length < 2) return null;
  const { per, symbol } = scaleOf(course, ['annual', 'emission']);
  const line = (column: 'annual' | 'emission') =>
    course.map((row) => [at(row), (row[column] ?? 0) / per] as const);
  return {
    kind: 'lines',
    x: year,
    y: { name: 'amount', symbol: `${symbol}/yr` },
    lines: [
      { name: 'annual', tone: 'treated', points: line('annual') },
      { name: 'emission', tone: 'comparison', style: 'dashed', points: line('emission') },
    ],
  };
}

/** From what plants and soil take up to what is left of it. */
export function termByTerm(_: NeutralityInputs, { terms }: NeutralityOutputs): ViewModel {
  const largest = Math.max(...terms.map(({ amount }) => Math.abs(amount ?? 0)));
  const [per, symbol] = largest >= 1000 ? [1000, 'Gt CO₂e'] : [1, 'Mt CO₂e'];
  return {
    kind: 'intervals',
    x: { name: 'sum', symbol },
    reference: 0,
    rows: terms.map(({ term, amount }) => ({
      name: { key: `label.terms.term.${term}` },
      value: (amount ?? 0) / per,
      pooled: term === 'net',
    })),
  };
}
