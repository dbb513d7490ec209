import { type RangeFault, rangeFaults, refuse } from '../range-fault.ts';
import {
  ageAtShare,
  ageOfLargestIncrement,
  ageOfLargestMeanIncrement,
  type Curve,
  currentIncrement,
  meanIncrement,
  stockAt,
} from './chapman-richards.ts';
import { regrowthBounds } from './domain.ts';
import {
  biomassAt,
  type GrowthRates,
  ratioAt,
  type StandStock,
  stockOf,
  type TwoRatios,
} from './ipcc-growth.ts';

const { age: ageBounds } = regrowthBounds;

function ageFaults(ages: readonly number[]): readonly RangeFault[] {
  return ages.flatMap((age, index) => rangeFaults({ [index]: age }, { [index]: ageBounds }, 'ages.'));
}

/** Every fault of a curve and the ages it is asked for. */
export function curveFaults(curve: Curve, ages: readonly number[]): readonly RangeFault[] {
  const { asymptote, rate, shape } = regrowthBounds;
  return [...rangeFaults<keyof Curve>(curve, { asymptote, rate, shape }), ...ageFaults(ages)];
}

export interface CurveAge {
  /** years */
  readonly age: number;
  /** t/ha */
  readonly stock: number;
  /** t/ha a year; null where infinite (age 0, shape below 1). */
  readonly currentIncrement: number | null;
  /** t/ha a year; null at age 0. */
  readonly meanIncrement: number | null;
}

export interface CurveSummary {
  readonly ages: readonly CurveAge[];
  /** years; see `ageOfLargestIncrement`. */
  readonly ageOfLargestIncrement: number;
  /** years; null with a shape up to 1. */
  readonly ageOfLargestMeanIncrement: number | null;
  /** years */
  readonly ageAt90Percent: number;
}

/** A Chapman-Richards curve at some ages, years. @throws RangeError naming every fault of `curveFaults` */
export function evaluateCurve(curve: Curve, ages: readonly number[]): CurveSummary {
  refuse(curveFaults(curve, ages));
  return {
    ages: ages.map((age) => ({
      age,
      stock: stockAt(curve, age),
      currentIncrement: currentIncrement(curve, age),
      meanIncrement: meanIncrement(curve, age),
    })),
    ageOfLargestIncrement: ageOfLargestIncrement(curve),
    ageOfLargestMeanIncrement: ageOfLargestMeanIncrement(curve),
    ageAt90Percent: ageAtShare(curve, 0.9),
  };
}

/** Every fault of growth rates, root ratios, carbon fraction and ages. */
export function growthFaults(
  rates: GrowthRates,
  ratios: TwoRatios,
  fraction: number,
  ages: readonly number[],
): readonly RangeFault[] {
  const { growth, stock, ratio } = regrowthBounds;
  const caps = { youngCap: rates.youngCap ?? 0, cap: rates.cap ?? 0 };
  return [
    ...rangeFaults({ young: rates.young, old: rates.old }, { young: growth, old: growth }),
    ...rangeFaults(caps, { youngCap: [0, Number.MAX_VALUE], cap: [0, Number.MAX_VALUE] }),
    ...rangeFaults({ below: ratios.below, above: ratios.above }, { below: ratio, above: ratio }),
    ...(ratios.limit === Infinity ? [] : rangeFaults({ limit: ratios.limit }, { limit: stock })),
    ...rangeFaults({ fraction }, { fraction: regrowthBounds.fraction }),
    ...ageFaults(ages),
  ];
}

/**
 * Biomass, carbon and CO2 of a regrowing stand at some ages, years, by the method of IPCC rates.
 * @param fraction carbon of dry matter
 * @throws RangeError naming every fault of `growthFaults`
 */
export function growStand(
  rates: GrowthRates,
  ratios: TwoRatios,
  fraction: number,
  ages: readonly number[],
): readonly StandStock[] {
  refuse(growthFaults(rates, ratios, fraction, ages));
  return ages.map((age) => {
    const agb = biomassAt(rates, age);
    return stockOf(agb, ratioAt(ratios, agb), fraction);
  });
}
