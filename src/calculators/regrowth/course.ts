import { rootShootRow } from '../../science/below-ground.ts';
import { type Curve, currentIncrement, stockAt } from '../../science/regrowth/chapman-richards.ts';
import { type CurveFit, fitCurve, predictStock } from '../../science/regrowth/fit.ts';
import { biomassAt, type GrowthRates } from '../../science/regrowth/ipcc-growth.ts';
import { simulateGrowth } from '../../science/regrowth/ipcc-uncertainty.ts';
import type { Inputs } from './fields.ts';
import { ratesOf, standOf } from './tables.ts';

type Limits = readonly [number, number];

/** Above-ground biomass at an age, t/ha, with what is known of its error. */
export interface CoursePoint {
  readonly age: number;
  /** null where nothing can be said: beyond the oldest plot of a fit without an asymptote. */
  readonly agb: number | null;
  /** t/ha a year; null where infinite or not said. */
  readonly increment: number | null;
  /** Limits of the 95 % interval of above-ground biomass, t/ha. */
  readonly limits: Limits | null;
  /** The same of CO2 above and below ground, t/ha. */
  readonly co2Limits: Limits | null;
}

/** Ages of the table: every step, and the last year. */
export function agesOf({ years, step }: Inputs): readonly number[] {
  const ages = Array.from({ length: Math.floor(years / step) + 1 }, (_, i) => i * step);
  return ages.at(-1) === years ? ages : [...ages, years];
}

/** @param intervals false where only the biomass is asked for: the simulation is then left out */
export function courseOf(inputs: Inputs, intervals = true): readonly CoursePoint[] {
  const ages = agesOf(inputs);
  switch (inputs.method) {
    case 'curve': {
      const { asymptote, rate, shape } = inputs;
      return ages.map((age) => onCurve({ asymptote, rate, shape }, age));
    }
    case 'fit': {
      const fit = fitOf(inputs);
      return ages.map((age) => onFit(fit, age));
    }
    case 'ipcc-rates':
      return byRates(inputs, ages, intervals && ratesHaveErrors(inputs));
  }
}

export function fitOf({ plots, heldShape }: Inputs): CurveFit {
  return fitCurve(plots, heldShape);
}

function onCurve(curve: Curve, age: number): CoursePoint {
  return {
    age,
    agb: stockAt(curve, age),
    increment: currentIncrement(curve, age),
    limits: null,
    co2Limits: null,
  };
}

function onFit(fit: CurveFit, age: number): CoursePoint {
  const found = predictStock(fit, age);
  if (found === null) return { age, agb: null, increment: null, limits: null, co2Limits: null };
  return { ...onCurve(fit, age), limits: found.limits };
}

/** Whether both rates have a published error: an interval from one of them would look surer than it is. */
function ratesHaveErrors(inputs: Inputs): boolean {
  const rates = ratesOf(inputs);
  return rates !== null && rates.young.error !== null && rates.old.error !== null;
}

function byRates(inputs: Inputs, ages: readonly number[], simulated: boolean): readonly CoursePoint[] {
  const rates = ratesOf(inputs);
  if (rates === null) return [];
  const plain: GrowthRates = {
    young: rates.young.value,
    old: rates.old.value,
    youngCap: null,
    cap: rates.cap?.value ?? null,
  };
  const intervals = simulated ? simulate(inputs, ages) : null;
  return ages.map((age, i) => {
    const agb = biomassAt(plain, age);
    return {
      age,
      agb,
      increment: biomassAt(plain, age + 1) - agb, // of the year that begins
      limits: intervals?.[i]?.agb ?? null,
      co2Limits:
        inputs.belowGround === 'ipcc-2019' || inputs.belowGround === 'none'
          ? (intervals?.[i]?.co2 ?? null)
          : null,
    };
  });
}

function simulate(inputs: Inputs, ages: readonly number[]) {
  const rates = ratesOf(inputs);
  if (rates === null) return null;
  const stand = standOf(inputs);
  const limit = stand.zone.startsWith('boreal') ? 75 : 125;
  const none = { value: 0, error: null };
  const rows =
    inputs.belowGround === 'ipcc-2019' ? [limit, limit + 1].map((agb) => rootShootRow(agb, stand)) : [];
  const below = rows[0] ?? rows[1] ?? none;
  const above = rows[1] ?? rows[0] ?? none;
  const { draws, seed, carbonFraction: fraction } = inputs;
  const { young, old, cap } = rates;
  return simulateGrowth(
    { young, old, youngCap: null, cap: cap?.value ?? null, limit, below, above, fraction },
    ages,
    { draws, seed },
  );
}
