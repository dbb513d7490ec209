import { isPartitioned } from '../../science/eddy-covariance/chain.ts';
import { countMeasured, minutesPerStep } from '../../science/eddy-covariance/series.ts';
import { usualNee } from '../../science/eddy-covariance/series-faults.ts';
import { timeShift } from '../../science/eddy-covariance/time-shift.ts';
import type { Warning } from '../define.ts';
import type { Assessed } from './assess.ts';
import type { FluxInputs } from './fields.ts';
import { seasonRows } from './tables.ts';
import type { WarningCode } from './warning-codes.ts';

const largestFilledShare = 40; // % of a season
const shortestSeason = 30; // days of it in the file
const largestShift = 0.7; // of a record
const usualRange = 5; // K

/** What a reader should look at. */
export function warningsOf(inputs: FluxInputs, assessed: Assessed): readonly Warning<WarningCode>[] {
  return [...ofFile(inputs, assessed), ...ofFilling(assessed), ...ofMethod(inputs, assessed)];
}

function at(code: WarningCode, value: number | null, path: string | null = 'data'): Warning<WarningCode> {
  return { code, path, value };
}

function* ofFile(inputs: FluxInputs, { reading }: Assessed): Generator<Warning<WarningCode>> {
  const { series, notes } = reading;
  for (const { code, count } of notes) yield at(code, count);
  const shift = timeShift(series, inputs);
  if (shift !== null && Math.abs(shift) >= largestShift * minutesPerStep(series.stepsPerDay))
    yield at('time-shifted', Math.round(shift));
  const [low, high] = usualNee;
  const extreme = series.nee.filter((value) => value < low || value > high).length;
  if (extreme > 0) yield at('nee-extreme', extreme);
  const days = series.nee.length / series.stepsPerDay;
  if (days !== 365 && days !== 366) yield at('not-a-year', days);
}

function* ofFilling({ reading: { series }, result }: Assessed): Generator<Warning<WarningCode>> {
  const { value } = result.outcome.nee;
  const open = value.length - countMeasured(value);
  if (open > 0) yield at('gaps-left', open);
  const filled = seasonRows(result).flatMap((row) => (row.days >= shortestSeason ? [row.filled] : []));
  const most = Math.max(0, ...filled);
  if (most > largestFilledShare) yield at('season-mostly-filled', Math.round(most));
  if (series.rg === null) yield at('diurnal-only', null);
  else if (series.vpd === null || series.tair === null) yield at('radiation-only', null);
}

function* ofMethod(inputs: FluxInputs, { result, bands }: Assessed): Generator<Warning<WarningCode>> {
  const { thresholds, outcome } = result;
  if (thresholds?.years.some(({ pooled }) => pooled)) yield at('threshold-pooled', null, 'ustar');
  if (bands !== null && bands.single.p5 === null)
    yield at('no-bands', Math.round(bands.single.share * 100), 'samples');
  const { partition } = outcome;
  if (partition !== null && !isPartitioned(partition))
    yield at('not-partitioned', partition.windows, 'partition');
  if (inputs.partition === 'night' && inputs.leastRange < usualRange)
    yield at('range-relaxed', inputs.leastRange, 'leastRange');
}
