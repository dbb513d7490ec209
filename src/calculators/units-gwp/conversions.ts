import { UnitError } from '../../science/units.ts';
import {
  type Conversion,
  convertQuantity,
  type Quantity,
  type QuantityKind,
  quantityFaults,
} from '../../science/units-gwp/quantity.ts';
import { readWrittenUnit } from '../../science/units-gwp/written-unit.ts';

export const problems = [
  'unknown-unit',
  'mixed-dimensions',
  'stock-and-flow',
  'mixed-substances',
  'substance-missing',
  'no-molar-mass',
] as const;

interface Row {
  readonly value: number;
  readonly from: string;
  readonly to: string;
}

/** A row of the table of conversions, converted; `problemsOf` has found nothing. */
export function converted(row: Row): { result: number; factor: number; basis: Conversion['basis'] } {
  const { value, factor, basis } = convertQuantity(
    { ...readWrittenUnit(row.from), value: row.value },
    readWrittenUnit(row.to),
  );
  return { result: value, factor, basis };
}

/** What forbids a conversion, at the cell where it can be mended. */
export function problemsOf(row: Row, index: number) {
  const place = (column: 'from' | 'to') => `conversions.${index}.${column}`;
  const from = unitOf(row.from);
  const to = unitOf(row.to);
  const unread = [
    ...(from === null ? [{ code: 'unknown-unit' as const, path: place('from'), value: row.from }] : []),
    ...(to === null ? [{ code: 'unknown-unit' as const, path: place('to'), value: row.to }] : []),
  ];
  if (from === null || to === null) return unread;
  const asked: Quantity = { ...from, value: row.value };
  return quantityFaults(asked, to).flatMap(({ code }) => {
    const known = problems.find((one) => one === code);
    return known === undefined ? [] : [{ code: known, path: place('to'), value: row.to }];
  });
}

/** A unit as it was typed; null where nobody can read it. */
function unitOf(typed: string): QuantityKind | null {
  try {
    return readWrittenUnit(typed);
  } catch (error) {
    if (error instanceof UnitError) return null;
    throw error;
  }
}
