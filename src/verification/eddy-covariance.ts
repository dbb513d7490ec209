import { stampOf } from '../science/eddy-covariance/calendar.ts';
import { type FluxResult, isPartitioned, processFluxes } from '../science/eddy-covariance/chain.ts';
import { type Filled, type FillingVariant, notFilled } from '../science/eddy-covariance/gap-filling.ts';
import type { FluxOptions, UstarChoice } from '../science/eddy-covariance/options.ts';
import { readFluxCsv } from '../science/eddy-covariance/read-flux-csv.ts';
import {
  countMeasured,
  type Driver,
  type FluxSeries,
  minutesPerStep,
} from '../science/eddy-covariance/series.ts';
import { meanOfPresent, sumOf } from '../science/eddy-covariance/sums.ts';
import type { UstarThresholds } from '../science/eddy-covariance/ustar-threshold.ts';
import { listAt, numberAt, optionalNumberAt } from './json-inputs.ts';
import {
  type Allowance,
  type CaseFiles,
  type Json,
  type JsonObject,
  Refusal,
  type Verifier,
} from './verifier.ts';

function chain(inputs: JsonObject, files: CaseFiles): unknown {
  const reading = readFluxCsv(files.read(textAt(inputs, 'csv')), 'hPa');
  if (!reading.ok) {
    const [fault] = reading.faults;
    throw new Refusal(`line ${fault?.line}, ${fault?.column}: ${fault?.code} ${fault?.value}`);
  }
  const { series } = reading;
  const result = processFluxes(series, optionsOf(inputs));
  const { nee, partition, marked } = result.outcome;
  const unfilled = nee.value.length - countMeasured(nee.value);
  const found = isPartitioned(partition) ? partition : null;
  return {
    csv: columnsOf(series, result),
    n_records: series.nee.length,
    n_nee_valid_after_long_runs: result.measured,
    n_nee_removed_by_long_runs: result.removedByRuns,
    ustar_thresholds: result.thresholds && thresholdRows(result.thresholds),
    ustar_by_temperature_class: result.thresholds?.seasons.map(({ id, byClass }) => ({
      season: id,
      by_class: byClass,
    })),
    ustar_threshold_used: usedThreshold(result),
    n_marked_by_ustar: marked,
    counts_fqc: countsOf(nee.quality),
    n_unfilled: unfilled,
    nee_f_mean_umol: meanOfPresent(nee.value),
    nee_f_sum_gC: sumOf(nee.value, series.stepsPerDay),
    partition_result: partition === null ? null : found === null ? noE0 : 'ok',
    E_0: found?.e0 ?? null,
    n_night_used: partition?.nights ?? null,
    Reco_sum_gC: found && sumOf(found.reco, series.stepsPerDay),
    GPP_sum_gC: found && sumOf(found.gpp, series.stepsPerDay),
    Tair_f_mean: result.tair && meanOfPresent(result.tair.value),
  };
}

/** The words of the references for a partitioning without enough windows. */
const noE0 = 'fails: fewer than 3 valid E_0 windows';

function optionsOf(inputs: JsonObject): FluxOptions {
  const partition = inputs['partition'] ?? 'none';
  if (partition !== 'none' && partition !== 'nighttime-Reichstein2005')
    throw new Refusal(`partition is ${partition}; it must be nighttime-Reichstein2005 or none`);
  return {
    removeLongRuns: inputs['remove_long_runs'] !== false,
    ustar: ustarOf(inputs),
    drivers: driversOf(inputs),
    variant: variantOf(inputs['mds_method'] ?? 'Reichstein05'),
    partition:
      partition === 'none'
        ? null
        : {
            site: {
              latitude: numberAt(inputs, 'latitude'),
              longitude: numberAt(inputs, 'longitude'),
              utcOffset: numberAt(inputs, 'utc_offset_h'),
            },
            leastTemperatureRange: optionalNumberAt(inputs, 'e0_min_temperature_range_K') ?? 5,
          },
  };
}

function ustarOf(inputs: JsonObject): UstarChoice {
  const kind = inputs['ustar'] ?? 'none';
  if (kind === 'fixed') return { kind, threshold: numberAt(inputs, 'ustar_fixed_threshold') };
  if (kind === 'estimate' || kind === 'none') return { kind };
  throw new Refusal(`ustar is ${kind}; it must be estimate, fixed or none`);
}

function variantOf(name: Json): FillingVariant {
  if (name === 'Reichstein05' || name === 'Vekuri23') return name;
  throw new Refusal(`mds_method is ${name}; it must be Reichstein05 or Vekuri23`);
}

const driverOf: Readonly<Record<string, Driver>> = { Rg: 'rg', VPD: 'vpd', Tair: 'tair' };

function driversOf(inputs: JsonObject): readonly Driver[] {
  return listAt(inputs, 'mds_variables').map((name) => {
    const driver = driverOf[String(name)];
    if (driver === undefined) throw new Refusal(`mds_variables holds ${name}; it may hold Rg, VPD and Tair`);
    return driver;
  });
}

function textAt(inputs: JsonObject, key: string): string {
  const value = inputs[key];
  if (typeof value !== 'string') throw new Refusal(`${key} is ${value}; a text is needed`);
  return value;
}

function thresholdRows({ single, years, seasons }: UstarThresholds): readonly unknown[] {
  return [
    { mode: 'single', season_year: null, season: null, threshold: single },
    ...years.map(({ year, threshold }) => ({ mode: 'year', season_year: year, season: null, threshold })),
    ...seasons.map(({ id, year, threshold }) => ({
      mode: 'season',
      season_year: year,
      season: id,
      threshold,
    })),
  ];
}

/** One number where all years have the same, else one a year. */
function usedThreshold({ used, thresholds }: FluxResult): number | null | readonly (number | null)[] {
  if (used === null) return null;
  if (thresholds === null) return used[0] ?? null;
  const years = thresholds.years.map(({ threshold }) => threshold);
  return years.length === 1 ? (years[0] ?? null) : years;
}

function countsOf(quality: Uint8Array): Readonly<Record<string, number>> {
  const count = (wanted: number) => quality.filter((one) => one === wanted).length;
  return { 0: count(0), 1: count(1), 2: count(2), 3: count(3) };
}

type Column = readonly (number | null)[];

/** The columns that the reference gives, null where it has none. */
function columnsOf(series: FluxSeries, result: FluxResult): Readonly<Record<string, Column>> {
  const { kept, nee, partition } = result.outcome;
  const step = minutesPerStep(series.stepsPerDay);
  const found = isPartitioned(partition) ? partition : null;
  return {
    TIMESTAMP_END: Array.from(series.nee, (_, i) => stampOf(series.firstEnd + i * step)),
    NEE_orig: listOf(kept),
    ...filledColumns(nee),
    ...(result.tair && { Tair_f: listOf(result.tair.value), Tair_fqc: flagsOf(result.tair.quality) }),
    ...(result.potential && { PotRad: listOf(result.potential) }),
    ...(found && { R_ref: listOf(found.rref), Reco: listOf(found.reco), GPP_f: listOf(found.gpp) }),
  };
}

function filledColumns(nee: Filled): Readonly<Record<string, Column>> {
  const whereFilled = (values: ArrayLike<number>) =>
    Array.from(values, (value, i) => (nee.method[i] === 0 ? null : value));
  return {
    NEE_f: listOf(nee.value),
    NEE_fqc: flagsOf(nee.quality),
    NEE_fall: listOf(nee.estimate),
    NEE_fall_qc: flagsOf(nee.estimateQuality),
    NEE_fnum: whereFilled(nee.count),
    NEE_fsd: listOf(nee.sd),
    NEE_fmeth: whereFilled(nee.method),
    NEE_fwin: whereFilled(nee.window),
  };
}

function listOf(values: Float64Array): Column {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}

function flagsOf(values: Uint8Array): Column {
  return Array.from(values, (value) => (value === notFilled ? null : value));
}

/** The CSV that `expected.csv` names, as one list a column; -9999 and NA are null. */
function expand(expected: JsonObject, files: CaseFiles): Json {
  const { csv } = expected;
  if (typeof csv !== 'string') return expected;
  const [header = '', ...lines] = files.read(csv).trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(','));
  const columns = header.split(',').map((name, place) => {
    const values = rows.map((cells) => {
      const cell = cells[place] ?? '';
      return cell === '' || cell === 'NA' || Number(cell) === -9999 ? null : Number(cell);
    });
    return [name.replaceAll('"', ''), values] as const;
  });
  return { ...expected, csv: Object.fromEntries(columns) };
}

const exact: Allowance = { rel: 0, abs: 0 };

/** What each part of the tolerance of the cases is for. */
const partOf: Readonly<Record<string, string>> = {
  ustar_thresholds: 'ustar_thresholds_abs',
  ustar_by_temperature_class: 'ustar_thresholds_abs',
  ustar_threshold_used: 'ustar_thresholds_abs',
  nee_f_mean_umol: 'nee_f_abs',
  Tair_f_mean: 'nee_f_abs',
  nee_f_sum_gC: 'sums_gC_abs',
  Reco_sum_gC: 'sums_gC_abs',
  GPP_sum_gC: 'sums_gC_abs',
  E_0: 'e0_abs',
};

const partOfColumn: Readonly<Record<string, string>> = {
  NEE_orig: 'nee_f_abs',
  NEE_f: 'nee_f_abs',
  NEE_fall: 'nee_f_abs',
  NEE_fsd: 'nee_f_abs',
  Tair_f: 'nee_f_abs',
  PotRad: 'potrad_abs',
  R_ref: 'rref_gpp_reco_abs_per_record',
  Reco: 'rref_gpp_reco_abs_per_record',
  GPP_f: 'rref_gpp_reco_abs_per_record',
};

function allowance([head = '', column = '', last]: readonly string[], tolerance: JsonObject): Allowance {
  const part = head === 'csv' ? partOfColumn[column] : partOf[head];
  if (part === undefined || last === 'season_year') return exact;
  const abs = tolerance[part];
  return { rel: 0, abs: typeof abs === 'number' ? abs : 0 };
}

const verifier: Verifier = {
  calculator: 'eddy-covariance',
  operations: { chain },
  expand,
  allowance,
  references: [
    'REddyProc 1.3.3 (bgctw/REddyProc, commit 43eea8d) run in R 4.2 on DE-Tha 1998 and on synthetic half-hourly years',
  ],
  notVerified: [
    'Hourly files, files of several years, TIMESTAMP_START, VPD computed from humidity, and files in the formats of FLUXNET, ICOS, AmeriFlux and EddyPro: tested by hand-made files, not against REddyProc.',
    'The bootstrap of the u* threshold and the sums at its 5, 50 and 95 %: REddyProc draws other random numbers; tested by their properties.',
    'The random error with autocorrelation: written from the formula of the REddyProc vignette, tested by hand arithmetic and by simulation (coverage), not against the R package lognorm.',
    'Pooled estimates of the u* threshold, and seasons and years of a file that crosses a new year.',
    'Eddy-covariance fluxes from raw data (10 or 20 Hz), storage below the sensor, corrections of open-path sensors, and partitioning by day: not offered.',
  ],
};

export default verifier;
