/**
 * Intervals from replicate cores. The values are core-level stocks, cumulative to one mass or depth: layers of a
 * core are correlated, so variances of layers may not be added.
 * Student (1908), Biometrika 6:1-25, doi:10.1093/biomet/6.1.1; Welch (1947), Biometrika 34:28-35,
 * doi:10.1093/biomet/34.1-2.28, with the degrees of freedom of Satterthwaite (1946), Biometrics 2:110-114,
 * doi:10.2307/3002019.
 */
import { mean, standardDeviation, tQuantile } from '../statistics.ts';

/** A mean or a difference with its interval; null where the replicates do not give one. */
export interface ReplicateEstimate {
  /** t C ha-1 */
  readonly value: number;
  readonly standardError: number | null;
  readonly degreesOfFreedom: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Mean stock of replicate cores with the interval of Student; one core has none.
 * @param stocks t C ha-1, at least one
 * @param level  above 0, below 1
 * @throws RangeError naming argument and value
 */
export function meanStock(stocks: readonly number[], level = 0.95): ReplicateEstimate {
  refuse('stocks', stocks);
  if (stocks.length === 1) return withoutInterval(mean(stocks));
  const standardError = standardDeviation(stocks) / Math.sqrt(stocks.length);
  return withInterval(mean(stocks), standardError, stocks.length - 1, level);
}

/**
 * Mean stock of the second group less that of the first, with the interval of Welch: groups of unlike variance.
 * One core in either group gives no interval.
 * @param before t C ha-1, at least one
 * @param after  t C ha-1, at least one
 * @param level  above 0, below 1
 * @throws RangeError naming argument and value
 */
export function stockDifference(
  before: readonly number[],
  after: readonly number[],
  level = 0.95,
): ReplicateEstimate {
  refuse('before', before);
  refuse('after', after);
  const value = mean(after) - mean(before);
  if (before.length === 1 || after.length === 1) return withoutInterval(value);
  const a = standardDeviation(before) ** 2 / before.length;
  const b = standardDeviation(after) ** 2 / after.length;
  // Two groups without any spread have no ratio of variances; their interval has no width.
  const share = a + b === 0 ? 0.5 : a / (a + b);
  const freedom = 1 / (share ** 2 / (before.length - 1) + (1 - share) ** 2 / (after.length - 1));
  return withInterval(value, Math.sqrt(a + b), freedom, level);
}

/** The same per year. @throws RangeError for years that are not above 0 */
export function perYear(estimate: ReplicateEstimate, years: number): ReplicateEstimate {
  if (!(years > 0 && years < Number.POSITIVE_INFINITY))
    throw new RangeError(`years is ${years}; it must be finite and above 0`);
  const share = (value: number | null) => (value === null ? null : value / years);
  return {
    value: estimate.value / years,
    standardError: share(estimate.standardError),
    degreesOfFreedom: estimate.degreesOfFreedom,
    low: share(estimate.low),
    high: share(estimate.high),
  };
}

function withInterval(
  value: number,
  standardError: number,
  degreesOfFreedom: number,
  level: number,
): ReplicateEstimate {
  if (!(level > 0 && level < 1)) throw new RangeError(`level is ${level}; it must lie between 0 and 1`);
  const half = tQuantile((1 + level) / 2, degreesOfFreedom) * standardError;
  return { value, standardError, degreesOfFreedom, low: value - half, high: value + half };
}

function withoutInterval(value: number): ReplicateEstimate {
  return { value, standardError: null, degreesOfFreedom: null, low: null, high: null };
}

function refuse(name: string, stocks: readonly number[]): void {
  if (stocks.length === 0) throw new RangeError(`${name} has 0 cores; at least 1 is needed`);
  const wrong = stocks.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) throw new RangeError(`${name}[${wrong}] is ${stocks[wrong]}; a finite number is needed`);
}
