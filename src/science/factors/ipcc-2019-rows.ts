import type { Factor, FactorError } from '../factor.ts';

/** A number of a table of the 2019 Refinement, vol. 4, ch. 4, with the words of its cell. */
export interface TableRow {
  readonly zone: string;
  readonly continent: string;
  readonly value: number;
  readonly error: FactorError | null;
  /** Range that is printed beside the value. */
  readonly printedRange?: readonly [number, number];
  readonly note?: string;
}

/** The row as a factor of a table that all read in the same text. */
export function factorOf(
  row: TableRow,
  place: string,
  unit: string,
  classes: readonly string[],
  seenIn: string,
): Factor {
  const range = row.printedRange && `range printed beside the value: ${row.printedRange.join(' to ')}`;
  const note = row.note ?? range;
  return {
    value: row.value,
    unit,
    substance: 'dry matter',
    error: row.error,
    source: 'ipcc-2019-forest',
    place,
    validity: [row.zone, row.continent, ...classes].join(', '),
    status: 'seen',
    seenIn,
    ...(note === undefined ? {} : { note }),
  };
}
