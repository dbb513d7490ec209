import {
  type Conversion,
  columnNames,
  conversionOf,
  type Header,
  type KnownName,
  type Quantity,
  readHeader,
  timeNames,
} from './column-names.ts';
import { readTime } from './read-time.ts';

/** A column that is read. */
export interface FoundColumn {
  readonly quantity: Quantity;
  readonly header: Header;
  readonly known: KnownName;
  /** From 0. */
  readonly place: number;
  /** Place of the column that says which values were measured; null where there is none. */
  readonly quality: number | null;
  readonly conversion: Conversion;
  /** Whether header, line of units or network say the unit. */
  readonly unitIsSaid: boolean;
}

export interface TimeColumn {
  readonly written: string;
  /** One place, or those of date and time. */
  readonly places: readonly number[];
  readonly means: 'start' | 'end';
  /** The name does not say which end of the record it means. */
  readonly unclear: boolean;
}

export interface FoundColumns {
  readonly time: TimeColumn;
  readonly measured: readonly FoundColumn[];
  readonly nee: FoundColumn | null;
}

export interface UnitFault {
  readonly code: 'unit-not-known';
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

export interface Found {
  readonly columns: FoundColumns;
  readonly unitsInNextLine: boolean;
  readonly faults: readonly UnitFault[];
}

/** Finds the columns in the cells of a header; null where no cell is a time. @param next cells of the line after */
export function findColumns(cells: readonly string[], next: readonly string[], line: number): Found | null {
  const headers = cells.map(readHeader);
  const time = findTime(headers);
  if (time === null) return null;
  const unitsInNextLine =
    next.length > 1 &&
    readTime(time.places.map((place) => next[place] ?? '').join(' ')) === null &&
    areWords(next);
  const faults: UnitFault[] = [];
  const measured = (Object.keys(columnNames) as Quantity[]).flatMap((quantity) => {
    const found = findQuantity(headers, quantity, unitsInNextLine ? next : [], line, faults);
    return found === null ? [] : [found];
  });
  const nee = measured.find(({ quantity }) => quantity === 'nee') ?? null;
  return { columns: { time, measured, nee }, unitsInNextLine, faults };
}

/** A line of units holds no number. */
function areWords(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || Number.isNaN(Number(cell)));
}

function findTime(headers: readonly Header[]): TimeColumn | null {
  for (const { name, means } of timeNames) {
    const place = headers.findIndex((header) => header.name === name);
    const header = headers[place];
    if (header === undefined) continue;
    return { written: header.written, places: [place], means, unclear: !name.startsWith('TIMESTAMP_') };
  }
  const date = headers.findIndex(({ name }) => name === 'DATE');
  const clock = headers.findIndex(({ name }) => name === 'TIME');
  if (date === -1 || clock === -1) return null;
  return { written: 'date, time', places: [date, clock], means: 'end', unclear: true }; // EddyPro stamps the end
}

function findQuantity(
  headers: readonly Header[],
  quantity: Quantity,
  units: readonly string[],
  line: number,
  faults: UnitFault[],
): FoundColumn | null {
  for (const known of columnNames[quantity]) {
    const place = headers.findIndex(({ name }) => name === known.name);
    const header = headers[place];
    if (header === undefined) continue;
    const unit = header.unit ?? (units[place]?.replace(/^"(.*)"$/, '$1') || null);
    const conversion = conversionOf(quantity, unit);
    if (conversion === null)
      faults.push({ code: 'unit-not-known', line, column: header.written, value: unit ?? '' });
    const quality = known.filled ? headers.findIndex(({ name }) => name === `${known.name}_QC`) : -1;
    return {
      quantity,
      header,
      known,
      place,
      quality: quality === -1 ? null : quality,
      conversion: conversion ?? { factor: 1, offset: 0 },
      unitIsSaid: known.fixedUnit === true || (unit !== null && /[a-z%]/i.test(unit)),
    };
  }
  return null;
}
