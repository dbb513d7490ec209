import {
  type Awenh,
  type YassoParameters,
  type YassoSite,
  yasso15Parameters,
} from '../science/yasso15/model.ts';
import { runYears, steadyState } from '../science/yasso15/run.ts';
import { byKey, numberAt, numbersAt, objectAt, optionalNumberAt } from './json-inputs.ts';
import { type JsonObject, Refusal, type Verifier } from './verifier.ts';

export default {
  calculator: 'yasso15',
  operations: { run, 'steady-state': steady },
  expand: (expected) => byKey(expected, 'checkpoints', 'year'),
  references: [
    'Ryassofortran (YASSOmodel), Fortran core of Yasso15 compiled and run with the parameters of the factor table',
  ],
  notVerified: [
    'Respiration and leaching by year: checked by mass balance, not against another program.',
    'The spread of the predictions: it needs the full sample of parameters, which is not published with the package.',
    'The parameters against the manuscript of Järvenpää et al.: they were read in the code of its package.',
    'Sums over several sizes of litter: each size is checked by itself.',
  ],
} as const satisfies Verifier;

function run(inputs: JsonObject) {
  const years = numberAt(inputs, 'years');
  const series = runYears(
    poolsAt(inputs, 'initial_awenh'),
    poolsAt(inputs, 'annual_litter_awenh'),
    siteOf(inputs),
    years,
    parametersOf(inputs),
  );
  const checkpoints = Array.from(series.total, (total, index) => {
    const columns = [series.a, series.w, series.e, series.n, series.h];
    const awenh = columns.map((column) => column[index]);
    return [String(index + 1), { year: index + 1, awenh, total }] as const;
  });
  return { checkpoints: Object.fromEntries(checkpoints) };
}

function steady(inputs: JsonObject) {
  const awenh = steadyState(poolsAt(inputs, 'annual_litter_awenh'), siteOf(inputs), parametersOf(inputs));
  return { awenh, total: awenh === null ? null : awenh.reduce((sum, pool) => sum + pool, 0) };
}

function siteOf(inputs: JsonObject): YassoSite {
  return {
    temperatures: numbersAt(inputs, 'monthly_temperature_c'),
    precipitation: numberAt(inputs, 'annual_precipitation_mm'),
    diameter: optionalNumberAt(inputs, 'woody_diameter_cm') ?? 0,
    leaching: optionalNumberAt(inputs, 'leaching') ?? 0,
  };
}

/** Five pools; none is empty where the key is absent. */
function poolsAt(inputs: JsonObject, key: string): Awenh {
  const pools = numbersAt(inputs, key);
  if (pools.length === 0) return [0, 0, 0, 0, 0];
  const [a = Number.NaN, w = Number.NaN, e = Number.NaN, n = Number.NaN, h = Number.NaN] = pools;
  if (pools.length !== 5) throw new Refusal(`${key} has ${pools.length} pools; 5 are needed`);
  return [a, w, e, n, h];
}

/** The parameters of the factor table, with those that a case gives in their place. */
function parametersOf(inputs: JsonObject): YassoParameters {
  const given = objectAt(inputs, 'parameters') ?? {};
  const own = Object.keys(yasso15Parameters).flatMap((name) => {
    const value = optionalNumberAt(given, name);
    return value === null ? [] : [[name, value] as const];
  });
  return { ...yasso15Parameters, ...Object.fromEntries(own) };
}
