import { activeCarbon, equilibrium, requiredInput } from './equilibrium.ts';
import type { RothcMonth, RothcSoil, RothcState } from './month.ts';
import { repeatYear, runMonths, scaleInputs, spinUp } from './run.ts';

/** A change of management: a year repeated long enough for a start, and another repeated after it. */
export interface Scenario {
  readonly soil: RothcSoil;
  readonly before: readonly RothcMonth[];
  readonly after: readonly RothcMonth[];
  readonly years: number;
  /** All organic carbon at the start, t C ha-1, inert included; null where the former year is run to it instead. */
  readonly measured: number | null;
}

export interface Start {
  readonly state: RothcState;
  /** Carbon of plants that the former year had, t C ha-1. */
  readonly yearlyInput: number;
}

/** The course of a scenario: one number a year, at its end or over it, t C ha-1. */
export interface ScenarioYears {
  readonly dpm: Float64Array;
  readonly rpm: Float64Array;
  readonly bio: Float64Array;
  readonly hum: Float64Array;
  readonly total: Float64Array;
  readonly co2: Float64Array;
}

export const yearlyPlantInput = (year: readonly RothcMonth[]): number =>
  year.reduce((sum, month) => sum + month.plantInput, 0);

/**
 * Where a scenario begins. With a measured stock the plant input of the former year is scaled to what keeps the
 * stock at equilibrium; without, the former year is run until it changes nothing more.
 * @returns null where there is no equilibrium, or none with the measured stock
 * @throws RangeError for an input outside its range
 */
export function startOf({ soil, before, measured }: Scenario): Start | null {
  if (measured === null) {
    const { state, converged } = spinUp(before, soil);
    return converged ? { state, yearlyInput: yearlyPlantInput(before) } : null;
  }
  const yearlyInput = requiredInput(measured, before, soil);
  if (yearlyInput === null) return null;
  const state = equilibrium(scalePlants(before, yearlyInput), soil);
  return state && { state, yearlyInput };
}

/** A year with so much carbon of plants, t C ha-1, spread as it was; a year without any is left as it is. */
function scalePlants(year: readonly RothcMonth[], yearlyInput: number): readonly RothcMonth[] {
  const given = yearlyPlantInput(year);
  if (given === 0) return year;
  const factor = yearlyInput / given;
  return year.map((month) => ({ ...month, plantInput: month.plantInput * factor }));
}

/**
 * Years after a start, with all carbon that enters multiplied.
 * @param factor 1 for the scenario as it is, 0.8 for inputs 20 % lower
 * @throws RangeError for an input outside its range
 */
export function yearsAfter(start: RothcState, scenario: Scenario, factor = 1): ScenarioYears {
  const { soil, after, years } = scenario;
  const months = runMonths(start, repeatYear(scaleInputs(after, factor), years), soil);
  const column = (value: (year: number) => number) =>
    Float64Array.from({ length: years }, (_, year) => value(year));
  const atEnd = (values: Float64Array) => column((year) => values[12 * year + 11] ?? Number.NaN);
  return {
    dpm: atEnd(months.dpm),
    rpm: atEnd(months.rpm),
    bio: atEnd(months.bio),
    hum: atEnd(months.hum),
    total: atEnd(months.total),
    co2: column((year) => months.co2.subarray(12 * year, 12 * year + 12).reduce((sum, one) => sum + one, 0)),
  };
}

/**
 * The same years if nothing had changed: the former year goes on, with the plant input that the start was found with.
 * @throws RangeError for an input outside its range
 */
export function yearsUnchanged({ state, yearlyInput }: Start, scenario: Scenario): ScenarioYears {
  return yearsAfter(state, { ...scenario, after: scalePlants(scenario.before, yearlyInput) });
}

/** All organic carbon of a state, t C ha-1. */
export function stockOf(state: RothcState, soil: RothcSoil): number {
  return activeCarbon(state) + soil.inert;
}
