import { refuse } from '../range-fault.ts';
import { rothcFaults } from './faults.ts';
import {
  coverModifier,
  emptyState,
  enteringCarbon,
  type LossShares,
  largestDeficit,
  lossShares,
  moistureModifier,
  nextDeficit,
  type RothcMonth,
  type RothcSoil,
  type RothcState,
  rates,
  temperatureModifier,
} from './month.ts';

/** The course of a run: one number a month in each column, at the end of the month. */
export interface RothcSeries {
  /** Pools, t C ha-1. */
  readonly dpm: Float64Array;
  readonly rpm: Float64Array;
  readonly bio: Float64Array;
  readonly hum: Float64Array;
  /** All pools and the inert carbon, t C ha-1. */
  readonly total: Float64Array;
  /** Carbon lost as CO2 in the month, t C ha-1. */
  readonly co2: Float64Array;
  /** Moisture deficit, mm, 0 or below. */
  readonly deficit: Float64Array;
  /** Rate modifiers a, b and c. */
  readonly temperatureModifier: Float64Array;
  readonly moistureModifier: Float64Array;
  readonly coverModifier: Float64Array;
  /** Where the run ends, to go on from. */
  readonly end: RothcState;
}

export interface SpinUp {
  readonly state: RothcState;
  readonly years: number;
  /** Whether the last year changed the active carbon by no more than the tolerance. */
  readonly converged: boolean;
}

/** Months as the loop reads them: what does not depend on the pools is worked out before it. */
export interface Course {
  readonly months: readonly RothcMonth[];
  readonly largest: number;
  readonly shares: LossShares;
  /** Share of DPM, RPM, BIO, HUM left at the end of each month, four a month. */
  readonly left: Float64Array;
  /** Carbon that enters DPM, RPM, HUM, t C ha-1, three a month. */
  readonly entering: Float64Array;
  readonly deficit: Float64Array;
  readonly temperatureModifier: Float64Array;
  readonly moistureModifier: Float64Array;
  readonly coverModifier: Float64Array;
}

/** Pools that a loop changes: DPM, RPM, BIO, HUM. */
type Pools = Float64Array;

/** Prepares months; `moisten` must run before the first walk. */
export function prepareCourse(months: readonly RothcMonth[], soil: RothcSoil): Course {
  const count = months.length;
  const entering = new Float64Array(3 * count);
  const temperature = new Float64Array(count);
  const cover = new Float64Array(count);
  for (const [index, month] of months.entries()) {
    const { dpm, rpm, hum } = enteringCarbon(month);
    entering[3 * index] = dpm;
    entering[3 * index + 1] = rpm;
    entering[3 * index + 2] = hum;
    temperature[index] = temperatureModifier(month.temperature);
    cover[index] = coverModifier(month.covered);
  }
  return {
    months,
    largest: largestDeficit(soil),
    shares: lossShares(soil.clay),
    left: new Float64Array(4 * count),
    entering,
    deficit: new Float64Array(count),
    temperatureModifier: temperature,
    moistureModifier: new Float64Array(count),
    coverModifier: cover,
  };
}

/** Fills in moisture and decay for a course that begins with this deficit, mm; gives the deficit at its end. */
export function moisten(course: Course, before: number): number {
  let deficit = before;
  for (const [index, month] of course.months.entries()) {
    deficit = nextDeficit(deficit, course.largest, month);
    const moisture = moistureModifier(deficit, course.largest);
    course.deficit[index] = deficit;
    course.moistureModifier[index] = moisture;
    const a = course.temperatureModifier[index] ?? 0;
    const c = course.coverModifier[index] ?? 0;
    const modifier = (a * moisture * c) / 12;
    course.left[4 * index] = Math.exp(-modifier * rates.dpm);
    course.left[4 * index + 1] = Math.exp(-modifier * rates.rpm);
    course.left[4 * index + 2] = Math.exp(-modifier * rates.bio);
    course.left[4 * index + 3] = Math.exp(-modifier * rates.hum);
  }
  return deficit;
}

type Columns = Pick<RothcSeries, 'dpm' | 'rpm' | 'bio' | 'hum' | 'total' | 'co2'>;

/** Takes the pools through a course; every month is written down where there is a record. */
export function walk(course: Course, pools: Pools, record: Columns | null = null, inert = 0): void {
  const { left, entering, shares } = course;
  let dpm = pools[0] ?? 0;
  let rpm = pools[1] ?? 0;
  let bio = pools[2] ?? 0;
  let hum = pools[3] ?? 0;
  const months = course.months.length;
  for (let month = 0, l = 0, e = 0; month < months; month += 1, l += 4, e += 3) {
    const dpmLeft = dpm * (left[l] ?? 0);
    const rpmLeft = rpm * (left[l + 1] ?? 0);
    const bioLeft = bio * (left[l + 2] ?? 0);
    const humLeft = hum * (left[l + 3] ?? 0);
    const lost = dpm - dpmLeft + (rpm - rpmLeft) + (bio - bioLeft) + (hum - humLeft);
    dpm = dpmLeft + (entering[e] ?? 0);
    rpm = rpmLeft + (entering[e + 1] ?? 0);
    bio = bioLeft + shares.bio * lost;
    hum = humLeft + shares.hum * lost + (entering[e + 2] ?? 0);
    if (record === null) continue;
    record.dpm[month] = dpm;
    record.rpm[month] = rpm;
    record.bio[month] = bio;
    record.hum[month] = hum;
    record.total[month] = dpm + rpm + bio + hum + inert;
    record.co2[month] = shares.co2 * lost;
  }
  pools[0] = dpm;
  pools[1] = rpm;
  pools[2] = bio;
  pools[3] = hum;
}

/** t C ha-1 from one year to the next, and years. */
export const spinUpDefaults = { tolerance: 1e-6, mostYears: 10_000 } as const;

/**
 * Repeats a year from empty pools until the active carbon changes by no more than `tolerance` from one year's
 * end to the next (guide, "running the model to equilibrium"; RothC_Py stops at 1e-6 t C ha-1).
 * @param year 12 months
 * @throws RangeError for an input outside its range
 */
export function spinUp(
  year: readonly RothcMonth[],
  soil: RothcSoil,
  {
    tolerance = spinUpDefaults.tolerance,
    mostYears = spinUpDefaults.mostYears,
  }: { readonly tolerance?: number; readonly mostYears?: number } = {},
): SpinUp {
  refuse(rothcFaults({ soil, year, months: [] }));
  const course = prepareCourse(year, soil);
  const pools = new Float64Array(4);
  let start = Number.NaN;
  let end = emptyState.deficit;
  let before = 0;
  for (let years = 1; years <= mostYears; years += 1) {
    // Once a year ends as moist as it began, all years are alike.
    if (end !== start) {
      start = end;
      end = moisten(course, start);
    }
    walk(course, pools);
    const active = sum(pools);
    if (Math.abs(active - before) <= tolerance) return { state: stateOf(pools, end), years, converged: true };
    before = active;
  }
  return { state: stateOf(pools, end), years: mostYears, converged: false };
}

/**
 * The course of months from a state, which is not changed.
 * @throws RangeError for an input outside its range
 */
export function runMonths(state: RothcState, months: readonly RothcMonth[], soil: RothcSoil): RothcSeries {
  refuse(rothcFaults({ soil, year: null, months, state }));
  const course = prepareCourse(months, soil);
  const deficit = moisten(course, state.deficit);
  const pools = Float64Array.of(state.dpm, state.rpm, state.bio, state.hum);
  const column = () => new Float64Array(months.length);
  const record = {
    dpm: column(),
    rpm: column(),
    bio: column(),
    hum: column(),
    total: column(),
    co2: column(),
  };
  walk(course, pools, record, soil.inert);
  return {
    ...record,
    deficit: course.deficit,
    temperatureModifier: course.temperatureModifier,
    moistureModifier: course.moistureModifier,
    coverModifier: course.coverModifier,
    end: stateOf(pools, deficit),
  };
}

/** The same year again and again. */
export function repeatYear(year: readonly RothcMonth[], years: number): readonly RothcMonth[] {
  return Array.from({ length: years }, () => year).flat();
}

/** The same months with all their carbon multiplied, for a band of scenarios. */
export function scaleInputs(months: readonly RothcMonth[], factor: number): readonly RothcMonth[] {
  return months.map((month) => ({
    ...month,
    plantInput: month.plantInput * factor,
    manureInput: month.manureInput * factor,
  }));
}

function stateOf(pools: Pools, deficit: number): RothcState {
  const [dpm = 0, rpm = 0, bio = 0, hum = 0] = pools;
  return { dpm, rpm, bio, hum, deficit };
}

/** In the order of the reference: DPM, RPM, BIO, HUM. */
function sum(pools: Pools): number {
  return (pools[0] ?? 0) + (pools[1] ?? 0) + (pools[2] ?? 0) + (pools[3] ?? 0);
}
