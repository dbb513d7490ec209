import { calculatorIds, loadCalculator } from '../calculators/load.ts';
import { writeCsv } from '../csv/write.ts';
import type { Factor, FactorTable } from '../science/factor.ts';
import { type FieldFacts, number, text } from './data-table.ts';

/** The published numbers that the calculators work with. */
export interface UsedFactors {
  readonly table: FactorTable;
  readonly calculators: readonly string[];
}

/** Every set of factors once, by its id, with the calculators that use it. */
export async function factorTables(): Promise<readonly UsedFactors[]> {
  const found = new Map<string, { table: FactorTable; calculators: string[] }>();
  for (const id of calculatorIds)
    for (const table of (await loadCalculator(id)).factors) {
      const known = found.get(table.id) ?? { table, calculators: [] };
      known.calculators.push(id);
      found.set(table.id, known);
    }
  return [...found.values()].sort((a, b) => (a.table.id < b.table.id ? -1 : 1));
}

type Column = readonly [
  facts: FieldFacts,
  cell: (key: string, factor: Factor, table: FactorTable) => string | number | null | undefined,
];

const columns: Readonly<Record<string, Column>> = {
  id: [text('Id of the factor within its set.'), (key) => key],
  value: [number('The published number, in the unit of the row.'), (_, { value }) => value],
  unit_ucum: [text('Unit, UCUM; 1 for a plain ratio.'), (_, { unit }) => unit],
  substance: [text('What a mass is a mass of.'), (_, { substance }) => substance],
  error_kind: [
    text(
      'Kind of error that the source prints: interval, range, percent, sd or se; empty where it prints none.',
    ),
    (_, { error }) => error?.kind,
  ],
  error_low: [
    number('Lower limit, in the unit of the row.'),
    (_, { error }) => (error && 'low' in error ? error.low : null),
  ],
  error_high: [
    number('Upper limit, in the unit of the row.'),
    (_, { error }) => (error && 'high' in error ? error.high : null),
  ],
  error_half_width_percent: [
    number('Half-width of the interval in per cent of the value.', '%'),
    (_, { error }) => (error?.kind === 'percent' ? error.halfWidth : null),
  ],
  error_sd: [
    number('Standard deviation, in the unit of the row.'),
    (_, { error }) => (error?.kind === 'sd' ? error.sd : null),
  ],
  error_se: [
    number('Standard error, in the unit of the row.'),
    (_, { error }) => (error?.kind === 'se' ? error.se : null),
  ],
  error_level: [
    number('Share of cases in which the limits hold the truth.', '1'),
    (_, { error }) => (error && 'level' in error ? error.level : null),
  ],
  status: [
    text(
      'seen = the number was read where it stands; unconfirmed = it was not, and never serves as a default.',
    ),
    (_, { status }) => status,
  ],
  source: [text('Key of the source within the set.'), (_, { source }) => source],
  place: [text('Table, equation or page in the source.'), (_, { place }) => place],
  validity: [text('Where it holds; empty where nothing limits it.'), (_, { validity }) => validity],
  seen_in: [
    text('Text or code in which the number was read, where it is not the source itself.'),
    (_, { seenIn }) => seenIn,
  ],
  note: [text('What a user must know.'), (_, { note }) => note],
  citation: [text('The source in words.'), (_, { source }, { sources }) => sources[source]?.citation],
  source_address: [text('Address of the source.'), (_, { source }, { sources }) => sources[source]?.url],
};

export const factorFacts: Readonly<Record<string, FieldFacts>> = Object.fromEntries(
  Object.entries(columns).map(([name, [facts]]) => [name, facts]),
);

export function factorsCsv(table: FactorTable): string {
  const rows = Object.entries(table.factors).map(([key, factor]) =>
    Object.values(columns).map(([, cell]) => cell(key, factor, table)),
  );
  return writeCsv([Object.keys(columns), ...rows]);
}
