import { type EmissionYear, emissionYears, shareOf } from '../../science/neutrality/pathway.ts';
import { type CoursePoint, removalCourse } from '../../science/neutrality/removal.ts';
import { courseLimits, type Limits } from '../../science/neutrality/spread.ts';
import { gainAt } from '../../science/neutrality/uptake.ts';
import { gwpOf } from '../../science/units-gwp/gwp.ts';
import { varies } from '../../science/varies.ts';
import type { Estimate } from '../output.ts';
import type { NeutralityInputs } from './fields.ts';
import type { NeutralityOutputs } from './outputs.ts';
import { baseOf, firstEmission, gainOf, pathwayOf, prepare } from './plan.ts';
import { warningsOf } from './warnings.ts';

const mega = 1e6;

/** Everything that the result shows, Mt CO2e. */
export function run(inputs: NeutralityInputs) {
  const { plan, uptake, spreads } = prepare(inputs);
  const gwp = gwpOf(inputs.gwpSet);
  const course = removalCourse(plan, uptake, gwp);
  const limits = courseLimits(plan, uptake, gwp, spreads, inputs);
  const emissions = emissionYears(pathwayOf(inputs), inputs.startYear, inputs.years);
  const end = lastOf(course);
  const endLimits = lastOf(limits);
  const { emitted } = lastOf(emissions);
  const removal = estimate(end.net / mega, endLimits, 1 / mega);
  const peak = course.slice(1).reduce((best, point) => (point.annual > best.annual ? point : best));
  const bySynthesis = inputs.rateFrom === 'synthesis';
  const outputs: NeutralityOutputs = {
    removal,
    share: shareEstimate(removal, emitted),
    emitted: { value: emitted },
    perHectare: plan.area === 0 ? { value: null } : estimate(end.net / plan.area, endLimits, 1 / plan.area),
    peak: { value: peak.annual / mega },
    peakYear: String(inputs.startYear + peak.year - 1),
    lastAnnual: { value: end.annual / mega },
    firstRate: { value: gainAt(uptake, 1) },
    baseStockUsed: { value: bySynthesis ? baseOf(inputs).stock : null },
    gainYears: { value: bySynthesis ? gainOf(inputs).years : null },
    firstEmission: {
      value: inputs.pathway === 'points' ? (emissions[0]?.emission ?? null) : firstEmission(inputs),
    },
    from: inputs.rateFrom,
    sign: signOf(removal),
    terms: termsOf(end),
    course: course
      .slice(1)
      .map((point) => rowOf(inputs, point, limits[point.year], emissions[point.year - 1])),
  };
  return { outputs, warnings: warningsOf(inputs, outputs) };
}

function lastOf<T>(list: readonly T[]): T {
  const last = list.at(-1);
  if (last === undefined) throw new Error('not reached: there is a year');
  return last;
}

function estimate(value: number, { low, high }: Limits, times: number): Estimate {
  const ends = { p2_5: low * times, p97_5: high * times };
  return varies(ends) ? { value, low: ends.p2_5, high: ends.p97_5, level: 0.95 } : { value };
}

function shareEstimate({ value, low, high, level }: Estimate, emitted: number): Estimate {
  const share = (part: number) => shareOf(part, emitted);
  if (value === null || share(value) === null) return { value: null };
  if (low === undefined || high === undefined || level === undefined) return { value: share(value) };
  return { value: share(value), low: share(low) ?? 0, high: share(high) ?? 0, level };
}

/** Whether the interval lies on one side of nothing. */
function signOf({ value, low, high }: Estimate): 'removal' | 'either' | 'emission' {
  const [from, to] = [low ?? value ?? 0, high ?? value ?? 0];
  if (from > 0) return 'removal';
  return to < 0 ? 'emission' : 'either';
}

function termsOf({ uptake, lost, leaked, setAside, otherGases, net }: CoursePoint) {
  const amounts = {
    ...{ uptake, lost: -lost, leaked: -leaked },
    ...{ 'set-aside': -setAside, 'other-gases': -otherGases, net },
  };
  return Object.entries(amounts).map(([term, amount]) => ({ term, amount: amount / mega + 0 }));
}

function rowOf(
  { startYear }: NeutralityInputs,
  { year, area, net, annual }: CoursePoint,
  limits: Limits | undefined,
  emission: EmissionYear | undefined,
) {
  const emitted = emission?.emitted ?? 0;
  return {
    year: String(startYear + year - 1),
    area,
    net: net / mega,
    low: (limits?.low ?? net) / mega,
    high: (limits?.high ?? net) / mega,
    annual: annual / mega,
    emission: emission?.emission ?? null,
    emitted,
    share: shareOf(net / mega, emitted),
  };
}
