import {
  ageAtShare,
  ageOfLargestIncrement,
  ageOfLargestMeanIncrement,
  type Curve,
} from '../../science/regrowth/chapman-richards.ts';
import type { CurveFit } from '../../science/regrowth/fit.ts';
import { tQuantile } from '../../science/statistics.ts';
import { belowGround, co2PerCarbon, standCarbon } from '../../science/tree-biomass/stand.ts';
import type { Estimate } from '../output.ts';
import { type CoursePoint, courseOf, fitOf } from './course.ts';
import type { Inputs } from './fields.ts';
import { ratesOf, rootsOf } from './tables.ts';
import { warningsOf } from './warnings.ts';

type Limits = readonly [number, number];

/** CO2 that the area has taken up since the start, t: what survives, less what stood there before. */
function removalOf({ survival, baseline, area }: Inputs): (co2: number) => number {
  return (co2) => area * ((co2 * survival) / 100 - baseline * co2PerCarbon);
}

/** Everything that is computed of a regrowing stand. */
export function run(inputs: Inputs) {
  const course = courseOf(inputs);
  const fit = inputs.method === 'fit' ? fitOf(inputs) : null;
  const rates = inputs.method === 'ipcc-rates' ? ratesOf(inputs) : null;
  const curve = inputs.method === 'curve' ? inputs : fit?.identifiable === true ? fit : null;
  const rows = course.map((point) => rowOf(inputs, point));
  const last = rows.at(-1);
  const end = course.at(-1);
  const removal = removalOf(inputs);
  return {
    outputs: {
      removal: estimate(last?.removal ?? null, end?.co2Limits ?? null, removal),
      yearly: { value: last?.removal == null ? null : last.removal / inputs.years / inputs.area },
      co2: estimate(last?.co2 ?? null, end?.co2Limits ?? null),
      carbon: { value: last?.carbon ?? null },
      agb: estimate(last?.agb ?? null, end?.limits ?? null),
      bgb: { value: last?.bgb ?? null },
      intervalFrom: end?.co2Limits ? 'rates' : end?.limits ? 'above-ground' : 'none',
      ...agesOfCurve(curve),
      removalByTable: { value: removalByTable(inputs) },
      young: { value: rates?.young.value ?? null },
      old: { value: rates?.old.value ?? null },
      cap: { value: rates?.cap?.value ?? null },
      ...parametersOf(inputs, fit),
      method: inputs.method,
      roots: inputs.belowGround,
      identifiable: fit === null ? null : fit.identifiable ? 'yes' : 'no',
      course: rows,
    },
    warnings: warningsOf(inputs, course, fit, rates),
  };
}

/** The same with the rates and the cap of the tables, where the reader's own stand in their place. */
function removalByTable(inputs: Inputs): number | null {
  const { method, ownYoung, ownOld, ownCap, years } = inputs;
  if (method !== 'ipcc-rates' || (ownYoung === null && ownOld === null && ownCap === null)) return null;
  const byTable = { ...inputs, ownYoung: null, ownOld: null, ownCap: null, step: years };
  const agb = courseOf(byTable, false).at(-1)?.agb ?? null;
  const roots = rootsOf(inputs);
  if (agb === null || (roots.kind === 'ipcc-2019' && belowGround(agb, roots) === null)) return null;
  return removalOf(inputs)(standCarbon(agb, roots, inputs.carbonFraction).co2);
}

function estimate(
  value: number | null,
  limits: Limits | null,
  change: (limit: number) => number = (limit) => limit,
): Estimate {
  if (value === null || limits === null) return { value };
  return { value, low: change(limits[0]), high: change(limits[1]), level: 0.95 };
}

function rowOf(inputs: Inputs, { age, agb, increment, limits, co2Limits }: CoursePoint) {
  const stand = agb === null ? null : standCarbon(agb, rootsOf(inputs), inputs.carbonFraction);
  const removal = removalOf(inputs);
  return {
    age,
    year: String(inputs.startYear + age),
    agb,
    low: limits?.[0] ?? null,
    high: limits?.[1] ?? null,
    increment,
    meanIncrement: agb === null || age === 0 ? null : agb / age,
    bgb: stand?.bgb ?? null,
    carbon: stand?.carbon ?? null,
    co2: stand?.co2 ?? null,
    removal: stand === null ? null : removal(stand.co2),
    removalLow: co2Limits === null ? null : removal(co2Limits[0]),
    removalHigh: co2Limits === null ? null : removal(co2Limits[1]),
  };
}

function agesOfCurve(curve: Curve | null) {
  return {
    ageOfLargestIncrement: { value: curve && ageOfLargestIncrement(curve) },
    ageOfLargestMeanIncrement: { value: curve && ageOfLargestMeanIncrement(curve) },
    ageAt90Percent: { value: curve && ageAtShare(curve, 0.9) },
  };
}

/** Parameters of the curve; those of a fit with their 95 % interval, where the asymptote is identifiable. */
function parametersOf(inputs: Inputs, fit: CurveFit | null) {
  const given = inputs.method === 'curve' ? inputs : fit;
  const one = (name: keyof Curve, place: number): Estimate => {
    const value = given?.[name] ?? null;
    const error = fit?.standardErrors?.[place];
    if (value === null || fit === null || error === undefined || !fit.identifiable) return { value };
    const half = tQuantile(0.975, fit.df) * error;
    return { value, low: value - half, high: value + half, level: 0.95 };
  };
  return {
    fittedAsymptote: one('asymptote', 0),
    fittedRate: one('rate', 1),
    fittedShape: one('shape', 2),
    residualError: { value: fit?.residualError ?? null },
  };
}
