import { type FluxOptions, optionBounds } from './options.ts';
import { countMeasured, type FluxSeries, minutesPerStep } from './series.ts';

/** Measured columns and what they may hold, in the unit of the column: [smallest, largest]. */
export const columnBounds = {
  /** Beyond any flux of an ecosystem: a code for missing values, or another unit. */
  nee: [-1000, 1000],
  rg: [-10, 1400],
  tair: [-60, 55],
  vpd: [-5, 150],
  ustar: [0, 10],
} as const;

/** NEE outside these is suspicious, µmol m-2 s-1: a warning, not a fault. */
export const usualNee = [-60, 60] as const;

/** The shortest series, days (REddyProc: three months). */
export const shortestSeries = 90;

export type Column = keyof typeof columnBounds;

/** Why a series cannot be processed. */
export interface FluxFault {
  readonly code:
    | 'too-short'
    | 'not-whole-days'
    | 'lengths-differ'
    | 'nothing-measured'
    | 'column-missing'
    | 'out-of-range';
  readonly argument: Column | keyof typeof optionBounds | 'firstEnd';
  /** Record, from 0; null where it is about the whole. */
  readonly record: number | null;
  readonly value: number | null;
  /** Bounds of the value in its own unit; records for lengths, minutes for `firstEnd`. */
  readonly min: number;
  readonly max: number;
}

const columns = ['nee', 'rg', 'tair', 'vpd', 'ustar'] as const satisfies readonly Column[];

/** Everything in a series and its options that forbids a result. */
export function fluxFaults(series: FluxSeries, options: FluxOptions): readonly FluxFault[] {
  return [...lengthFaults(series), ...columnFaults(series), ...optionFaults(series, options)];
}

function* lengthFaults(series: FluxSeries): Generator<FluxFault> {
  const { nee, stepsPerDay, firstEnd } = series;
  const n = nee.length;
  const min = shortestSeries * stepsPerDay;
  const max = Number.MAX_SAFE_INTEGER;
  if (n < min) yield { code: 'too-short', argument: 'nee', record: null, value: n, min, max };
  const step = minutesPerStep(stepsPerDay);
  const minuteOfDay = ((firstEnd % 1440) + 1440) % 1440;
  if (minuteOfDay !== step)
    yield {
      code: 'not-whole-days',
      argument: 'firstEnd',
      record: 0,
      value: minuteOfDay,
      min: step,
      max: step,
    };
  if (n % stepsPerDay !== 0) {
    const whole = Math.floor(n / stepsPerDay) * stepsPerDay;
    yield {
      code: 'not-whole-days',
      argument: 'nee',
      record: n - 1,
      value: n,
      min: whole,
      max: whole + stepsPerDay,
    };
  }
  for (const argument of columns) {
    const value = series[argument]?.length ?? n;
    if (value !== n) yield { code: 'lengths-differ', argument, record: null, value, min: n, max: n };
  }
}

function* columnFaults(series: FluxSeries): Generator<FluxFault> {
  for (const argument of columns) {
    const values = series[argument];
    if (values === null) continue;
    const [min, max] = columnBounds[argument];
    for (let record = 0; record < values.length; record++) {
      const value = values[record] ?? Number.NaN;
      if (value < min || value > max) yield { code: 'out-of-range', argument, record, value, min, max };
    }
  }
}

function* optionFaults(series: FluxSeries, { ustar, partition }: FluxOptions): Generator<FluxFault> {
  const needed = new Set<Column>(['nee']);
  if (ustar.kind !== 'none') needed.add('ustar').add('rg');
  if (ustar.kind === 'estimate') needed.add('tair');
  if (partition !== null) needed.add('rg').add('tair');
  for (const argument of columns.filter((column) => needed.has(column))) {
    const values = series[argument];
    const common = { argument, record: null, value: null, min: 2, max: Number.MAX_SAFE_INTEGER };
    if (values === null) yield { code: 'column-missing', ...common };
    else if (countMeasured(values) < 2)
      yield { code: 'nothing-measured', ...common, value: countMeasured(values) };
  }
  const given = {
    threshold: ustar.kind === 'fixed' ? ustar.threshold : null,
    latitude: partition?.site.latitude ?? null,
    longitude: partition?.site.longitude ?? null,
    utcOffset: partition?.site.utcOffset ?? null,
    leastTemperatureRange: partition?.leastTemperatureRange ?? null,
  };
  for (const argument of [
    'threshold',
    'latitude',
    'longitude',
    'utcOffset',
    'leastTemperatureRange',
  ] as const) {
    const value = given[argument];
    const [min, max] = optionBounds[argument];
    if (value !== null && !(value >= min && value <= max))
      yield { code: 'out-of-range', argument, record: null, value, min, max };
  }
}

/** @throws RangeError for the first of the faults */
export function refuseNonsense(series: FluxSeries, options: FluxOptions): void {
  const [fault] = fluxFaults(series, options);
  if (fault === undefined) return;
  const { code, argument, record, value, min, max } = fault;
  const place = record === null ? argument : `${argument} of record ${record + 1}`;
  throw new RangeError(`${place} is ${value} (${code}); it must lie within ${min} to ${max}`);
}
