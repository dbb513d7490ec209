import { type Matrix, matrixExponential, solve } from '../linear-algebra.ts';
import { refuse } from '../range-fault.ts';
import { shareFaults, yassoFaults } from './faults.ts';
import {
  type Awenh,
  coefficientMatrix,
  ratesAt,
  respirationRates,
  type YassoParameters,
  type YassoRates,
  type YassoSite,
  yasso15Parameters,
} from './model.ts';

/** The course of a run: one number a year in each column, at its end or over it, in the unit of the litter. */
export interface YassoSeries {
  readonly a: Float64Array;
  readonly w: Float64Array;
  readonly e: Float64Array;
  readonly n: Float64Array;
  readonly h: Float64Array;
  readonly total: Float64Array;
  /** CO2 given off over the year. */
  readonly co2: Float64Array;
  /** Leached over the year. */
  readonly leached: Float64Array;
}

/** Places in the vector that one year carries on: five pools, the constant 1 that litter hangs on, two losses. */
const constant = 5;
const lostAsCo2 = 6;
const lostByLeaching = 7;
const size = 8;

/**
 * exp(A) for a year. A holds M and the litter b as in dx/dt = M x + b, and two rows that add up what is lost, so
 * that neither an inverse of M nor a mass balance is needed to know them; a climate in which nothing decays is
 * no special case.
 */
function yearOf(rates: YassoRates, litter: Awenh, p: YassoParameters): Matrix {
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  const set = (row: number, column: number, value: number) => {
    const target = rows[row];
    if (target) target[column] = value;
  };
  for (const [row, values] of coefficientMatrix(rates, p).entries()) {
    for (const [column, value] of values.entries()) set(row, column, value);
    set(row, constant, litter[row] ?? 0);
  }
  for (const [pool, rate] of respirationRates(rates, p).entries()) set(lostAsCo2, pool, rate);
  for (let pool = 0; pool < 4; pool += 1) set(lostByLeaching, pool, rates.leaching);
  return matrixExponential(rows);
}

/**
 * Year after year of the same litter and climate: the exact solution of dx/dt = M x + b.
 * @param initial pools at the start, in the unit of the litter
 * @param litter  A, W, E, N, H of the litter of a year, spread evenly over it
 * @param years   whole number, 1 to 500
 * @throws RangeError for an input outside its range
 */
export function runYears(
  initial: Awenh,
  litter: Awenh,
  site: YassoSite,
  years: number,
  p: YassoParameters = yasso15Parameters,
): YassoSeries {
  refuse(yassoFaults({ site, litter, initial, years }));
  const year = Float64Array.from(yearOf(ratesAt(site, p), litter, p).flatMap((row) => [...row]));
  const columns = Array.from({ length: size }, () => new Float64Array(years));
  const total = new Float64Array(years);
  let now = Float64Array.of(...initial, 1, 0, 0);
  let next = new Float64Array(size);
  for (let index = 0; index < years; index += 1) {
    now[lostAsCo2] = 0;
    now[lostByLeaching] = 0;
    apply(year, now, next);
    [now, next] = [next, now];
    for (let place = 0; place < size; place += 1) {
      const value = now[place] ?? 0;
      const column = columns[place];
      if (column) column[index] = value;
      if (place < 5) total[index] = (total[index] ?? 0) + value;
    }
  }
  const [a, w, e, n, h, , co2, leached] = columns;
  const none = new Float64Array(0);
  return {
    a: a ?? none,
    w: w ?? none,
    e: e ?? none,
    n: n ?? none,
    h: h ?? none,
    total,
    co2: co2 ?? none,
    leached: leached ?? none,
  };
}

/** next = year · now */
function apply(year: Float64Array, now: Float64Array, next: Float64Array): void {
  for (let row = 0; row < size; row += 1) {
    let sum = 0;
    for (let column = 0; column < size; column += 1)
      sum += (year[row * size + column] ?? 0) * (now[column] ?? 0);
    next[row] = sum;
  }
}

/**
 * Pools that the same litter and climate lead to for ever: x = -M^-1 b.
 * @returns null where nothing decays (no precipitation)
 * @throws RangeError for an input outside its range
 */
export function steadyState(
  litter: Awenh,
  site: YassoSite,
  p: YassoParameters = yasso15Parameters,
): Awenh | null {
  refuse(yassoFaults({ site, litter }));
  const rates = ratesAt(site, p);
  if (rates.decay.some((rate) => rate === 0)) return null;
  const [a = 0, w = 0, e = 0, n = 0, h = 0] = solve(
    coefficientMatrix(rates, p),
    litter.map((one) => -one),
  );
  return [a, w, e, n, h];
}

/**
 * Litter by its chemical shares, brought to a sum of 1 where they miss it by rounding.
 * @param total of a year, in any unit of carbon
 * @throws RangeError for shares outside 0 to 1, or whose sum misses 1 by more than rounding
 */
export function litterOf(total: number, shares: Awenh): Awenh {
  refuse(shareFaults(shares));
  const sum = shares.reduce((all, share) => all + share, 0);
  const [a, w, e, n, h] = shares;
  const part = (share: number) => (total * share) / sum;
  return [part(a), part(w), part(e), part(n), part(h)];
}
