import {
  type FilteredResult,
  type FluxResult,
  filterAndFill,
  processFluxes,
} from '../../science/eddy-covariance/chain.ts';
import type { FluxOptions } from '../../science/eddy-covariance/options.ts';
import { type RandomError, randomError } from '../../science/eddy-covariance/random-error.ts';
import { type FluxReading, readFluxCsv } from '../../science/eddy-covariance/read-flux-csv.ts';
import { fluxFaults } from '../../science/eddy-covariance/series-faults.ts';
import { bootstrapUstar, type UstarBands } from '../../science/eddy-covariance/ustar-bootstrap.ts';
import { thresholdsOfRecords } from '../../science/eddy-covariance/ustar-filter.ts';
import type { FluxInputs } from './fields.ts';
import type { Scenario } from './outputs.ts';
import { csvProblems, type FoundProblem, fluxProblems, thrownProblem } from './problems.ts';

/** Everything the outputs are made of. */
export interface Assessed {
  readonly reading: Extract<FluxReading, { ok: true }>;
  readonly result: FluxResult;
  /** null where no threshold was estimated. */
  readonly bands: UstarBands | null;
  /** What follows from each threshold; the first is the result itself. */
  readonly outcomes: readonly {
    readonly scenario: Scenario;
    readonly outcome: FilteredResult;
    readonly used: Float64Array | null;
  }[];
  readonly error: RandomError | null;
}

type Assessment =
  | { readonly ok: true; readonly assessed: Assessed }
  | { readonly ok: false; readonly problems: readonly FoundProblem[] };

const made = new WeakMap<FluxInputs, Assessment>();

/** The result for some inputs, or all that is wrong; made once, for check and run ask for the same object. */
export function assess(inputs: FluxInputs): Assessment {
  const known = made.get(inputs);
  if (known !== undefined) return known;
  const assessment = make(inputs);
  made.set(inputs, assessment);
  return assessment;
}

function make(inputs: FluxInputs): Assessment {
  const whole = (['samples', 'seed'] as const)
    .filter((name) => !Number.isInteger(inputs[name]))
    .map((name) => ({ code: 'not-whole' as const, path: name, value: inputs[name] }));
  const reading = readFluxCsv(inputs.data, inputs.vpdUnit);
  if (!reading.ok) return { ok: false, problems: [...whole, ...csvProblems(reading.faults)] };
  const options = optionsOf(inputs);
  const problems = [...whole, ...fluxProblems(fluxFaults(reading.series, options))];
  if (problems.length > 0) return { ok: false, problems };
  try {
    return { ok: true, assessed: compute(inputs, reading, options) };
  } catch (error) {
    return { ok: false, problems: [thrownProblem(error)] };
  }
}

function optionsOf(inputs: FluxInputs): FluxOptions {
  const { latitude, longitude, utcOffset, leastRange, threshold } = inputs;
  return {
    removeLongRuns: inputs.longRuns === 'remove',
    ustar: inputs.ustar === 'fixed' ? { kind: 'fixed', threshold } : { kind: inputs.ustar },
    drivers: ['rg', 'vpd', 'tair'],
    variant: inputs.method,
    partition:
      inputs.partition === 'none'
        ? null
        : { site: { latitude, longitude, utcOffset }, leastTemperatureRange: leastRange },
  };
}

function compute(inputs: FluxInputs, reading: Assessed['reading'], options: FluxOptions): Assessed {
  const result = processFluxes(reading.series, options);
  const { ustarData, prefiltered } = result;
  const bands = ustarData && bootstrapUstar(ustarData, inputs.samples, inputs.seed);
  const others = (['p5', 'p50', 'p95'] as const).flatMap((scenario) => {
    if (bands === null || ustarData === null) return [];
    const years = ustarData.years.map(({ year }, y) => ({
      year,
      threshold: bands.years[y]?.[scenario] ?? null,
      pooled: false,
    }));
    const seasons = ustarData.seasons.map(({ season }) => season);
    const used = thresholdsOfRecords({ years, seasons }, prefiltered.nee.length);
    return used === null
      ? []
      : [{ scenario, used, outcome: filterAndFill(prefiltered, options, used, result) }];
  });
  const { outcome, used } = result;
  return {
    reading,
    result,
    bands,
    outcomes: [{ scenario: 'used', used, outcome }, ...others],
    error: randomError(outcome.nee, prefiltered.stepsPerDay),
  };
}
