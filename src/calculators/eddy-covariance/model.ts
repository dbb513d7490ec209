import { isPartitioned } from '../../science/eddy-covariance/chain.ts';
import { countMeasured, minutesPerStep } from '../../science/eddy-covariance/series.ts';
import { sumOf } from '../../science/eddy-covariance/sums.ts';
import type { Estimate } from '../output.ts';
import { type Assessed, assess } from './assess.ts';
import type { FluxInputs } from './fields.ts';
import type { FluxOutputs } from './outputs.ts';
import { halfHourRows } from './records.ts';
import { coverageRows, dayRows, dayText, lightRows, monthRows, scenarioRows, seasonRows } from './tables.ts';
import { classRows, commonThreshold, thresholdRows } from './threshold-tables.ts';
import { warningsOf } from './warnings.ts';

export { problems } from './problem-codes.ts';
export { warnings } from './warning-codes.ts';

export function check(inputs: FluxInputs) {
  const assessment = assess(inputs);
  return assessment.ok ? [] : assessment.problems;
}

export function run(inputs: FluxInputs) {
  const assessment = assess(inputs);
  if (!assessment.ok) throw new Error('inputs with problems are not run');
  const { assessed } = assessment;
  return { outputs: outputsOf(assessed), warnings: warningsOf(inputs, assessed) };
}

function outputsOf(assessed: Assessed): FluxOutputs {
  const { result, reading, error, bands } = assessed;
  const { prefiltered, outcome, used } = result;
  const { nee, partition } = outcome;
  const { stepsPerDay, firstEnd } = prefiltered;
  const found = isPartitioned(partition) ? partition : null;
  const records = nee.value.length;
  const total = sumOf(nee.value, stepsPerDay);
  const step = minutesPerStep(stepsPerDay);
  const { p5 = null, p95 = null } = bands?.years.length === 1 ? (bands.years[0] ?? {}) : {};
  return {
    nee: interval(total, error?.sumError ?? null),
    neePerHectare: interval(total && total / 100, error && error.sumError / 100), // g m-2 -> t ha-1
    reco: { value: found && sumOf(found.reco, stepsPerDay) },
    gpp: { value: found && sumOf(found.gpp, stepsPerDay) },
    randomError: { value: error?.sumError ?? null },
    effectiveRecords: { value: error?.effectiveRecords ?? null },
    threshold: {
      value: commonThreshold(used),
      ...(p5 === null || p95 === null ? {} : { low: p5, high: p95 }),
    },
    e0: { value: found?.e0 ?? null },
    firstDay: dayText(firstEnd - step),
    lastDay: dayText(firstEnd + (records - 2) * step),
    days: { value: records / stepsPerDay },
    measured: { value: (100 * countMeasured(outcome.kept)) / records },
    scenarios: scenarioRows(assessed),
    months: monthRows(assessed),
    coverage: coverageRows(result),
    seasons: seasonRows(result),
    thresholds: thresholdRows(assessed),
    classes: classRows(assessed),
    light: lightRows(result),
    columns: Object.entries(reading.columns).map(([name, column]) => ({ quantity: name, column })),
    daily: dayRows(assessed),
    halfHourly: halfHourRows(result),
  };
}

/** A value with the interval of 1.96 standard errors to either side. */
function interval(value: number | null, error: number | null): Estimate {
  if (value === null || error === null) return { value };
  return { value, low: value - 1.96 * error, high: value + 1.96 * error, level: 0.95 };
}
