import { type Filled, fillGaps } from './gap-filling.ts';
import { withoutLongRuns } from './long-runs.ts';
import type { FluxOptions, PartitionChoice, UstarChoice } from './options.ts';
import { type Partitioned, type PartitioningFailure, partition } from './partitioning.ts';
import { potentialRadiation } from './potential-radiation.ts';
import { centresOf, countMeasured, type Driver, type FluxSeries } from './series.ts';
import { refuseNonsense } from './series-faults.ts';
import { filterUstar, thresholdsOfRecords } from './ustar-filter.ts';
import { estimateUstar, type UstarData, type UstarThresholds, ustarData } from './ustar-threshold.ts';

/** Everything that one run finds. */
export interface FluxResult {
  /** NEE after the pre-filter, µmol m-2 s-1. */
  readonly prefiltered: FluxSeries;
  readonly removedByRuns: number;
  /** Records with NEE after the pre-filter. */
  readonly measured: number;
  /** null where no threshold was estimated. */
  readonly ustarData: UstarData | null;
  readonly thresholds: UstarThresholds | null;
  /** Threshold of each record, m s-1; null without a filter. */
  readonly used: Float64Array | null;
  readonly potential: Float64Array | null;
  /** Filled air temperature, °C; null where nothing was partitioned. */
  readonly tair: Filled | null;
  readonly outcome: FilteredResult;
}

/** What follows from one threshold. */
export interface FilteredResult {
  /** NEE after both filters, µmol m-2 s-1. */
  readonly kept: Float64Array;
  /** Records that the u* filter marks; null without a filter. */
  readonly marked: number | null;
  readonly nee: Filled;
  /** null where it was not asked for. */
  readonly partition: Partitioned | PartitioningFailure | null;
}

/** Whether a partitioning was found. */
export function isPartitioned(found: Partitioned | PartitioningFailure | null): found is Partitioned {
  return found !== null && 'rref' in found;
}

/**
 * From half-hourly or hourly NEE to filled and partitioned fluxes: pre-filter, u* threshold and filter, gap filling,
 * potential radiation, night-time partitioning, in this order (Wutzler et al. 2018).
 * @throws RangeError naming argument, value and bounds for what `fluxFaults` finds, and where no threshold can be
 *   found although one was to be estimated
 */
export function processFluxes(series: FluxSeries, options: FluxOptions): FluxResult {
  refuseNonsense(series, options);
  const { values: nee, removed: removedByRuns } = options.removeLongRuns
    ? withoutLongRuns(series.nee)
    : { values: series.nee, removed: 0 };
  const prefiltered = { ...series, nee };
  const data = options.ustar.kind === 'estimate' ? ustarData(prefiltered) : null;
  const thresholds = data === null ? null : estimateUstar(data);
  const used = usedThresholds(prefiltered, options.ustar, thresholds);
  const weather =
    options.partition === null ? { potential: null, tair: null } : weatherOf(series, options.partition);
  const outcome = filterAndFill(prefiltered, options, used, weather);
  return {
    prefiltered,
    removedByRuns,
    measured: countMeasured(nee),
    ustarData: data,
    thresholds,
    used,
    ...weather,
    outcome,
  };
}

function usedThresholds(
  { nee }: FluxSeries,
  choice: UstarChoice,
  thresholds: UstarThresholds | null,
): Float64Array | null {
  if (choice.kind === 'none') return null;
  if (choice.kind === 'fixed') return new Float64Array(nee.length).fill(choice.threshold);
  const found = thresholds && thresholdsOfRecords(thresholds, nee.length);
  if (found === null)
    throw new RangeError('ustar has no threshold in these data; give one in m s-1, or choose no filter');
  return found;
}

/** What the partitioning needs besides NEE, whatever the threshold. */
export interface Weather {
  readonly potential: Float64Array | null;
  readonly tair: Filled | null;
}

/** Potential radiation, and air temperature with its gaps filled from radiation or the time of day. */
function weatherOf(series: FluxSeries, { site }: PartitionChoice): Weather {
  const { tair, stepsPerDay } = series;
  return {
    potential: potentialRadiation(centresOf(series), site),
    tair:
      tair && fillGaps(tair, { ...series, tair: null }, { stepsPerDay, variant: 'Reichstein05', all: false }),
  };
}

/** Filter, filling and partitioning with the thresholds given; `series` is what the pre-filter left. */
export function filterAndFill(
  series: FluxSeries,
  options: FluxOptions,
  thresholds: Float64Array | null,
  { potential, tair }: Weather,
): FilteredResult {
  const { stepsPerDay, rg } = series;
  const filtered = thresholds && filterUstar(series, thresholds);
  const kept = filtered?.nee ?? series.nee;
  const chosen = (driver: Driver) => (options.drivers.includes(driver) ? series[driver] : null);
  const drivers = { rg: chosen('rg'), vpd: chosen('vpd'), tair: chosen('tair') };
  const nee = fillGaps(kept, drivers, { stepsPerDay, variant: options.variant, all: true });
  const choice = options.partition;
  const found =
    choice === null || rg === null || potential === null || tair === null
      ? null
      : partition(
          {
            stepsPerDay,
            nee: nee.value,
            neeQuality: nee.quality,
            tair: tair.value,
            tairQuality: tair.quality,
            rg,
            potential,
          },
          choice,
        );
  return { kept, marked: filtered?.count ?? null, nee, partition: found };
}
