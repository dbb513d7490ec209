import { rangeFaults, refuse } from '../science/range-fault.ts';
import { rothcBounds } from '../science/rothc/domain.ts';
import {
  co2Ratio,
  decay,
  emptyState,
  inertCarbon,
  largestDeficit,
  lossShares,
  type RothcMonth,
  type RothcSoil,
} from '../science/rothc/month.ts';
import { type RothcSeries, runMonths, spinUp, spinUpDefaults } from '../science/rothc/run.ts';
import { byKey, numberAt, numbersAt, objectAt, objectsAt, optionalNumberAt } from './json-inputs.ts';
import { type JsonObject, Refusal, type Verifier } from './verifier.ts';

export default {
  calculator: 'rothc',
  operations: {
    run,
    'moisture-deficit': moistureDeficit,
    'month-step': monthStep,
    ratios,
  },
  expand: (expected) => byKey(expected, 'checkpoints', 'month_index'),
  references: [
    'Rothamsted-Models/RothC_Py, commit f2ab6df (equations of version 1.0.0)',
    'Rothamsted-Models/RothC_Code, Fortran 2.0.0, commit 1e0dadc (opt_RMmoist = 1, opt_SMDbare = 1)',
    'RothC - a model for the turnover of carbon in soil: model description and users guide (June 2025), worked examples of part 2',
    'Falloon et al. (1998), doi:10.1016/S0038-0717(97)00256-3',
  ],
  notVerified: [
    'The input that a target stock needs is not in the reference; it is checked against runs of the same model.',
    'The exact equilibrium is checked against the spin-up and has no result of an outside program.',
    'The bands for inputs 20 % lower and higher are runs of the same model and no part of RothC.',
    'The guide does not print the clay of its worked month; the 23.4 % of the same example are used.',
    'Evaporation converted from potential evapotranspiration has no reference case.',
  ],
} as const satisfies Verifier;

function run(inputs: JsonObject) {
  const soil = soilOf(objectAt(inputs, 'soil') ?? {});
  const months = objectsAt(inputs, 'run_months').map(monthOf);
  const year = objectsAt(inputs, 'spinup_12_months').map(monthOf);
  const tolerance = optionalNumberAt(inputs, 'spinup_tolerance_t_ha') ?? spinUpDefaults.tolerance;
  // The reference stops at 10,000 years too, and goes on from there.
  const { state, years } = spinUp(year, soil, { tolerance });
  const { deficit, ...pools } = state;
  const soc = pools.dpm + pools.rpm + pools.bio + pools.hum + soil.inert;
  const series = runMonths(state, months, soil);
  return {
    equilibrium: { months: years * 12, ...pools, iom: soil.inert, soc, smd_mm: deficit },
    checkpoints: checkpoints(series, soil),
  };
}

/** Every month of a run by its number, counted from 1. */
function checkpoints(series: RothcSeries, soil: RothcSoil): Record<string, Record<string, number>> {
  let co2 = 0;
  const entries = Array.from(series.total, (soc, index) => {
    const at = (column: Float64Array) => column[index] ?? Number.NaN;
    co2 += at(series.co2);
    const month = {
      month_index: index + 1,
      dpm: at(series.dpm),
      rpm: at(series.rpm),
      bio: at(series.bio),
      hum: at(series.hum),
      iom: soil.inert,
      soc,
      smd_mm: at(series.deficit),
      rm_tmp: at(series.temperatureModifier),
      rm_moist: at(series.moistureModifier),
      rm_cover: at(series.coverModifier),
      co2_c_month: at(series.co2),
      co2_c_cum: co2,
    };
    return [String(index + 1), month] as const;
  });
  return Object.fromEntries(entries);
}

function moistureDeficit(inputs: JsonObject) {
  const evaporation = numbersAt(inputs, 'pan_evap_mm');
  const cover = numbersAt(inputs, 'plant_cover');
  const months = numbersAt(inputs, 'rain_mm').map((rain, index) => ({
    ...stillMonth,
    rain,
    panEvaporation: evaporation[index] ?? Number.NaN,
    covered: isCovered(cover.length === 1 ? cover[0] : cover[index]),
  }));
  const soil = { clay: numberAt(inputs, 'clay_pct'), depth: numberAt(inputs, 'depth_cm'), inert: 0 };
  const start = { ...emptyState, deficit: optionalNumberAt(inputs, 'start_deficit_mm') ?? 0 };
  const { deficit, moistureModifier } = runMonths(start, months, soil);
  return { max_deficit_mm: largestDeficit(soil), acc_deficit_mm: deficit, rm_moist: moistureModifier };
}

/** What a month holds that moisture does not depend on. */
const stillMonth = { temperature: 0, plantInput: 0, manureInput: 0, dpmRpm: 1 };

/** The guide's worked example leaves out the clay of its soil, Hoosfield: 23.4 %. */
const hoosfieldClay = 23.4;

function monthStep(inputs: JsonObject) {
  const given = objectAt(inputs, 'pools') ?? {};
  const pools = {
    dpm: numberAt(given, 'dpm'),
    rpm: numberAt(given, 'rpm'),
    bio: numberAt(given, 'bio'),
    hum: numberAt(given, 'hum'),
  };
  const clay = optionalNumberAt(inputs, 'clay_pct') ?? hoosfieldClay;
  const modifier = numberAt(inputs, 'rate_modifier_abc');
  const years = optionalNumberAt(inputs, 'dt_years') ?? 1 / 12;
  const { dpm, rpm, bio, hum } = rothcBounds.state;
  refuse([
    ...rangeFaults(pools, { dpm, rpm, bio, hum }),
    ...rangeFaults(
      { clay, modifier, years },
      { clay: rothcBounds.soil.clay, modifier: [0, 10], years: [0, 1] },
    ),
  ]);
  const step = decay(pools, lossShares(clay), modifier, years);
  return { remaining: step.pools, co2: step.co2 };
}

function ratios(inputs: JsonObject) {
  const clay = optionalNumberAt(inputs, 'clay_pct');
  const total = optionalNumberAt(inputs, 'toc_t_ha');
  if (clay !== null) refuse(rangeFaults({ clay }, { clay: rothcBounds.soil.clay }));
  return {
    x: clay === null ? null : co2Ratio(clay),
    iom_t_ha: total === null ? null : inertCarbon(total),
  };
}

function soilOf(soil: JsonObject): RothcSoil {
  const total = optionalNumberAt(soil, 'toc_t_ha');
  const given = optionalNumberAt(soil, 'iom_t_ha');
  const inert = given ?? (total === null ? Number.NaN : inertCarbon(total));
  return { clay: numberAt(soil, 'clay_pct'), depth: numberAt(soil, 'depth_cm'), inert };
}

function monthOf(month: JsonObject): RothcMonth {
  return {
    temperature: numberAt(month, 'temp_c'),
    rain: numberAt(month, 'rain_mm'),
    panEvaporation: numberAt(month, 'pan_evap_mm'),
    plantInput: numberAt(month, 'c_input_t_ha'),
    manureInput: numberAt(month, 'fym_input_t_ha'),
    covered: isCovered(numberAt(month, 'plant_cover')),
    dpmRpm: numberAt(month, 'dpm_rpm'),
  };
}

function isCovered(cover: number | undefined): boolean {
  if (cover !== 0 && cover !== 1) throw new Refusal(`plant_cover is ${cover}; it must be 0 or 1`);
  return cover === 1;
}
