import type { Quantity } from './column-names.ts';
import { type FoundColumn, type FoundColumns, findColumns } from './find-columns.ts';
import { saturationPressure, vapourPressureDeficit } from './humidity.ts';
import { pickCells, readCell, type Separator, separatorOf, splitLine } from './read-csv.ts';
import { readTime } from './read-time.ts';
import { type Regular, regularTimes } from './regular-times.ts';
import { countMeasured, type FluxSeries } from './series.ts';
import { columnBounds } from './series-faults.ts';

/** How VPD was measured: as the file says it, or else as a reader knows it. */
export type VpdUnit = 'from-file' | 'hPa' | 'kPa';

/** One thing that is wrong in a file. */
export interface CsvFault {
  readonly code:
    | 'no-time-column'
    | 'no-nee-column'
    | 'unit-not-known'
    | 'vpd-unit-unclear'
    | 'bad-time'
    | 'not-a-number'
    | 'out-of-range'
    | 'step-not-regular'
    | 'duplicate-time'
    | 'time-backwards'
    | 'time-gap'
    | 'daylight-saving';
  /** Line of the file from 1, the header included; null where it is about the whole. */
  readonly line: number | null;
  /** Column as its header writes it. */
  readonly column: string | null;
  readonly value: string | number | null;
  readonly min?: number;
  readonly max?: number;
}

/** Something that a reader should know of a file that was read. */
export interface CsvNote {
  readonly code:
    | 'filled-by-others'
    | 'quality-column-missing'
    | 'storage-not-added'
    | 'vpd-from-humidity'
    | 'time-name-unclear';
  readonly column: string;
  /** Values left out because they were filled by others; null where that is not the point. */
  readonly count: number | null;
}

export type FluxReading =
  | {
      readonly ok: true;
      readonly series: FluxSeries;
      /** Header that each quantity was read from. */
      readonly columns: Readonly<Partial<Record<Quantity, string>>>;
      readonly notes: readonly CsvNote[];
    }
  | { readonly ok: false; readonly faults: readonly CsvFault[] };

/** Below this median, VPD may be in kPa. */
const leastMedianVpd = 2.5;

/**
 * Reads a CSV of half-hourly or hourly fluxes: TIMESTAMP_END or TIMESTAMP_START in local standard time, NEE or FC,
 * and where measured SW_IN or Rg, TA or Tair, VPD or RH, USTAR (`columnNames`); missing values are empty, NA or
 * -9999. A line of units after the header is read. All that is wrong is reported at once, by line and column.
 */
export function readFluxCsv(text: string, vpdUnit: VpdUnit = 'from-file'): FluxReading {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  const header = findHeader(lines);
  if (header === null) {
    const value = lines[0]?.slice(0, 80) ?? null;
    return failed([{ code: 'no-time-column', line: null, column: null, value }]);
  }
  const { columns, separator, first, faults: unitFaults } = header;
  if (columns.nee === null)
    return failed([{ code: 'no-nee-column', line: header.line, column: null, value: null }, ...unitFaults]);
  const { values, minutes, lineOf, dropped, faults } = readCells(lines, header, first, separator);
  const regular = regularTimes(minutes, lineOf, columns.time.means);
  const vpd = vpdOf(values, columns, vpdUnit);
  const all = [...unitFaults, ...faults, ...regular.faults, ...vpd.faults];
  if (all.length > 0 || regular.step === null) return failed(inOrder(all));
  return {
    ok: true,
    series: seriesOf(values, vpd.values, regular),
    columns: Object.fromEntries(
      columns.measured.map(({ quantity, header: { written } }) => [quantity, written]),
    ),
    notes: notesOf(columns, dropped, vpd.fromHumidity),
  };
}

function failed(faults: readonly CsvFault[]): FluxReading {
  return { ok: false, faults };
}

function inOrder(faults: readonly CsvFault[]): readonly CsvFault[] {
  return faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

interface FoundHeader {
  /** Its line, from 1. */
  readonly line: number;
  readonly separator: Separator;
  readonly columns: FoundColumns;
  /** Index of the first line of data. */
  readonly first: number;
  readonly faults: readonly CsvFault[];
}

/** Looks for the header in the first lines: EddyPro writes a line of groups before it, and units after it. */
function findHeader(lines: readonly string[]): FoundHeader | null {
  for (const [index, line] of lines.slice(0, 5).entries()) {
    const separator = separatorOf(line);
    const next = splitLine(lines[index + 1] ?? '', separator).map((cell) => cell.trim());
    const found = findColumns(splitLine(line, separator), next, index + 1);
    if (found === null) continue;
    const first = index + (found.unitsInNextLine ? 2 : 1);
    return { line: index + 1, separator, columns: found.columns, first, faults: found.faults };
  }
  return null;
}

interface Cells {
  readonly values: Readonly<Record<Quantity, Float64Array>>;
  /** Time of each line; NaN where it could not be read. */
  readonly minutes: Float64Array;
  readonly lineOf: Int32Array;
  /** Values filled by others and left out, by quantity. */
  readonly dropped: Readonly<Record<Quantity, number>>;
  readonly faults: readonly CsvFault[];
}

const quantities = ['nee', 'rg', 'tair', 'vpd', 'rh', 'ustar'] as const satisfies readonly Quantity[];

function perQuantity<T>(make: () => T): Record<Quantity, T> {
  return { nee: make(), rg: make(), tair: make(), vpd: make(), rh: make(), ustar: make() };
}

function readCells(
  lines: readonly string[],
  { columns: { time, measured } }: FoundHeader,
  first: number,
  separator: Separator,
): Cells {
  const most = lines.length - first;
  const values = perQuantity(() => new Float64Array(most).fill(Number.NaN));
  const minutes = new Float64Array(most);
  const lineOf = new Int32Array(most);
  const dropped = perQuantity(() => 0);
  const faults: CsvFault[] = [];
  const places = [
    ...new Set([...time.places, ...measured.flatMap(({ place, quality }) => [place, quality ?? place])]),
  ].sort((a, b) => a - b);
  const at = new Map(places.map((place, index) => [place, index]));
  const cells: string[] = places.map(() => '');
  const cell = (place: number) => cells[at.get(place) ?? 0] ?? '';
  let count = 0;
  for (let index = first; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    const number = index + 1;
    pickCells(line, separator, places, cells);
    const text = time.places.map(cell).join(' ');
    const moment = readTime(text);
    if (moment === null)
      faults.push({ code: 'bad-time', line: number, column: time.written, value: text.slice(0, 40) });
    minutes[count] = moment ?? Number.NaN;
    lineOf[count] = number;
    for (const column of measured) {
      const { quantity, quality } = column;
      const value = readValue(column, cell(column.place), separator);
      const isFilled = quality !== null && readCell(cell(quality), separator) !== 0;
      if (typeof value === 'object') faults.push({ ...value, line: number });
      else if (isFilled && !Number.isNaN(value)) dropped[quantity]++;
      else values[quantity][count] = value;
    }
    count++;
  }
  const cut = perQuantity(() => new Float64Array(0));
  for (const quantity of quantities) cut[quantity] = values[quantity].subarray(0, count);
  return {
    values: cut,
    minutes: minutes.subarray(0, count),
    lineOf: lineOf.subarray(0, count),
    dropped,
    faults,
  };
}

const humidityBounds = [0, 110] as const;

/** The value of a cell in the unit of its quantity, NaN where missing; or what is wrong with it. */
function readValue(
  { quantity, header, conversion: { factor, offset } }: FoundColumn,
  text: string,
  separator: Separator,
): number | Omit<CsvFault, 'line'> {
  const found = readCell(text, separator);
  if (found === null) return { code: 'not-a-number', column: header.written, value: text.slice(0, 40) };
  const value = factor === 1 ? found + offset : found * factor + offset;
  const [min, max] = quantity === 'rh' ? humidityBounds : columnBounds[quantity];
  if (value < min || value > max)
    return { code: 'out-of-range', column: header.written, value: found, min, max };
  return value;
}

/** VPD in hPa: as measured, its unit asked for where it is not clear, or from relative humidity. */
function vpdOf(values: Cells['values'], { measured }: FoundColumns, asked: VpdUnit) {
  const column = measured.find(({ quantity }) => quantity === 'vpd');
  const has = (wanted: Quantity) => measured.some(({ quantity }) => quantity === wanted);
  const faults: CsvFault[] = [];
  if (column === undefined) {
    if (!has('rh') || !has('tair')) return { values: null, faults, fromHumidity: false };
    const found = values.rh.map((rh, i) => vapourPressureDeficit(rh, values.tair[i] ?? Number.NaN));
    return { values: found, faults, fromHumidity: true };
  }
  if (!column.unitIsSaid && asked === 'kPa')
    return { values: values.vpd.map((kPa) => kPa * 10), faults, fromHumidity: false };
  if (!column.unitIsSaid && asked === 'from-file' && mayBeKilopascals(values)) {
    const { written } = column.header;
    const value = medianOf(values.vpd);
    faults.push({ code: 'vpd-unit-unclear', line: null, column: written, value, min: leastMedianVpd });
  }
  return { values: values.vpd, faults, fromHumidity: false };
}

/** Whether VPD may be in kPa: it is small, and as kPa it would not exceed what air of that temperature can lack. */
function mayBeKilopascals({ vpd, tair }: Cells['values']): boolean {
  if (!(medianOf(vpd) < leastMedianVpd)) return false;
  let records = 0;
  let impossible = 0;
  for (let i = 0; i < vpd.length; i++) {
    const deficit = (vpd[i] ?? Number.NaN) * 10; // kPa -> hPa
    const most = saturationPressure(tair[i] ?? Number.NaN) * 1.05;
    if (Number.isNaN(deficit) || Number.isNaN(most)) continue;
    records++;
    if (deficit > most) impossible++;
  }
  return !(impossible > records * 0.01);
}

function medianOf(values: Float64Array): number {
  const found = values.filter((value) => !Number.isNaN(value)).sort();
  return found[Math.floor(found.length / 2)] ?? Number.NaN;
}

function seriesOf(
  values: Cells['values'],
  vpd: Float64Array | null,
  { firstEnd, step }: Regular,
): FluxSeries {
  const column = (found: Float64Array | null) =>
    found === null || countMeasured(found) === 0 ? null : found.slice();
  return {
    stepsPerDay: step === 60 ? 24 : 48,
    firstEnd,
    nee: column(values.nee) ?? new Float64Array(values.nee.length).fill(Number.NaN),
    rg: column(values.rg),
    tair: column(values.tair),
    vpd: column(vpd),
    ustar: column(values.ustar),
  };
}

function notesOf(
  { time, measured }: FoundColumns,
  dropped: Readonly<Record<Quantity, number>>,
  fromHumidity: boolean,
): readonly CsvNote[] {
  const notes: CsvNote[] = [];
  if (time.unclear) notes.push({ code: 'time-name-unclear', column: time.written, count: null });
  for (const { quantity, header, known, quality } of measured) {
    const column = header.written;
    if (known.noStorage) notes.push({ code: 'storage-not-added', column, count: null });
    if (known.filled && quality === null) notes.push({ code: 'quality-column-missing', column, count: null });
    if (known.filled && quality !== null)
      notes.push({ code: 'filled-by-others', column, count: dropped[quantity] });
    if (quantity === 'rh' && fromHumidity) notes.push({ code: 'vpd-from-humidity', column, count: null });
  }
  return notes;
}
