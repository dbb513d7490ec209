import { dateOf } from '../../science/eddy-covariance/calendar.ts';
import { type FluxResult, isPartitioned } from '../../science/eddy-covariance/chain.ts';
import { notFilled } from '../../science/eddy-covariance/gap-filling.ts';
import { seasonsOf } from '../../science/eddy-covariance/seasons.ts';
import { countMeasured } from '../../science/eddy-covariance/series.ts';
import { type PeriodSum, periodSums, sumOf } from '../../science/eddy-covariance/sums.ts';
import { nightRadiation } from '../../science/eddy-covariance/ustar-threshold.ts';
import { mean, standardDeviation } from '../../science/statistics.ts';
import type { Assessed } from './assess.ts';
import { commonThreshold, seasonText } from './threshold-tables.ts';

const percent = (part: number, whole: number) => (100 * part) / whole;
const two = (value: number) => String(value).padStart(2, '0');

function dateText({ year, month, day }: Pick<PeriodSum, 'year' | 'month' | 'day'>): string {
  return day === null ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/** The day that a minute since 1970 lies in, as text. */
export function dayText(minutes: number): string {
  return dateText(dateOf(Math.floor(minutes / 1440)));
}

/** What happened to the records: measured, removed, filled, used. */
export function coverageRows({ prefiltered, removedByRuns, measured, outcome }: FluxResult) {
  const { nee, kept, marked, partition } = outcome;
  const all = prefiltered.nee.length;
  const withQuality = (quality: number) => nee.quality.filter((one) => one === quality).length;
  const counts = {
    all,
    measured: measured + removedByRuns,
    'long-runs': removedByRuns,
    ustar: marked,
    kept: countMeasured(kept),
    'filled-1': withQuality(1),
    'filled-2': withQuality(2),
    'filled-3': withQuality(3),
    open: withQuality(notFilled),
    night: partition?.nights ?? null,
  };
  return Object.entries(counts).map(([records, count]) => ({
    records,
    count,
    share: count === null ? null : percent(count, all),
  }));
}

/** How much of each season was measured and kept, filled, and left open. */
export function seasonRows({ prefiltered, outcome: { nee } }: FluxResult) {
  return seasonsOf(prefiltered).map(({ id, start, end }) => {
    const quality = nee.quality.subarray(start, end);
    const measured = quality.filter((one) => one === 0).length;
    const open = quality.filter((one) => one === notFilled).length;
    const records = end - start;
    return {
      season: seasonText(id),
      days: records / prefiltered.stepsPerDay,
      measured: percent(measured, records),
      filled: percent(records - measured - open, records),
      open: percent(open, records),
    };
  });
}

/** Sums with the threshold used and with those at 5, 50 and 95 % of the bootstrap. */
export function scenarioRows({ outcomes, result: { prefiltered } }: Assessed) {
  const { stepsPerDay } = prefiltered;
  return outcomes.map(({ scenario, used, outcome: { nee, partition } }) => {
    const found = isPartitioned(partition) ? partition : null;
    return {
      scenario,
      threshold: commonThreshold(used),
      measured: percent(nee.quality.filter((one) => one === 0).length, nee.quality.length),
      nee: sumOf(nee.value, stepsPerDay),
      reco: found && sumOf(found.reco, stepsPerDay),
      gpp: found && sumOf(found.gpp, stepsPerDay),
      e0: found?.e0 ?? null,
    };
  });
}

/** Sums by month. */
export function monthRows({ result: { prefiltered, outcome } }: Assessed) {
  return sumRows(prefiltered, outcome, 'month');
}

/** Sums by day, with the range of the sum since the first day over all thresholds. */
export function dayRows({ result: { prefiltered }, outcomes }: Assessed) {
  const [used = [], ...others] = outcomes.map(({ outcome }) => sumRows(prefiltered, outcome, 'day'));
  return used.map((row, day) => {
    const all = [row, ...others.flatMap((rows) => rows[day] ?? [])].map(({ cumulative }) => cumulative);
    const sums = all.filter((one) => one !== null);
    const isRange = others.length > 0 && sums.length === all.length;
    return {
      ...row,
      lowest: isRange ? Math.min(...sums) : null,
      highest: isRange ? Math.max(...sums) : null,
    };
  });
}

function sumRows(
  prefiltered: FluxResult['prefiltered'],
  { nee, partition }: FluxResult['outcome'],
  by: 'day' | 'month',
) {
  const found = isPartitioned(partition) ? partition : null;
  const columns = {
    nee: nee.value,
    neeQuality: nee.quality,
    reco: found?.reco ?? null,
    gpp: found?.gpp ?? null,
  };
  let cumulative: number | null = 0;
  return periodSums(prefiltered, columns, by).map((period) => {
    cumulative = cumulative === null || period.nee === null ? null : cumulative + period.nee;
    return {
      period: dateText(period),
      days: period.records / prefiltered.stepsPerDay,
      measured: percent(period.measured, period.records),
      nee: period.nee,
      cumulative,
      reco: period.reco,
      gpp: period.gpp,
    };
  });
}

const lightClass = 100; // W m-2
const fewestInClass = 20;

/** Measured NEE of the day in classes of measured radiation; classes of few records are left out. */
export function lightRows({ prefiltered: { rg }, outcome: { kept } }: FluxResult) {
  const classes = new Map<number, { readonly radiation: number[]; readonly nee: number[] }>();
  for (const [i, nee] of kept.entries()) {
    const radiation = rg?.[i] ?? Number.NaN;
    if (Number.isNaN(nee) || !(radiation >= nightRadiation)) continue;
    const from = Math.floor(radiation / lightClass) * lightClass;
    const one = classes.get(from) ?? { radiation: [], nee: [] };
    one.radiation.push(radiation);
    one.nee.push(nee);
    classes.set(from, one);
  }
  return [...classes]
    .filter(([, { nee }]) => nee.length >= fewestInClass)
    .sort(([a], [b]) => a - b)
    .map(([from, { radiation, nee }]) => ({
      from,
      to: from + lightClass,
      count: nee.length,
      radiation: mean(radiation),
      nee: mean(nee),
      sd: standardDeviation(nee),
    }));
}
