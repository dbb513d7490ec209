/**
 * Present value of a restoration project and its cost per tonne of CO2e. One number a year, from year 0, which is
 * not discounted, to the last; money in one currency and one price year, carbon in t CO2e with removal positive.
 * Present value, internal rate of return and annuity: Gitman (2003), Principles of Managerial Finance, Brief, 3rd
 * ed., as in numpy-financial (npv, irr, pmt with payments at the end of the year).
 */
import { refuse } from '../range-fault.ts';
import { flowFaults } from './faults.ts';
import { internalRates, signChanges, usualGuess } from './internal-rate.ts';

export interface Appraisal {
  /** Net present value, money. */
  readonly npv: number;
  /** Internal rate of return, per year, as a fraction; null where there is none between -0.99 and 10. */
  readonly irr: number | null;
  /** Every rate at which the present value is 0, rising; `irr` is the one nearest to 0.1. */
  readonly internalRates: readonly number[];
  /** Changes of sign of the flow: with more than one the internal rate may not be unique. */
  readonly signChanges: number;
  /** First year after year 0 by whose end the undiscounted flow has come back to 0; null where it never does. */
  readonly payback: number | null;
  /** Equal yearly sum of years 1 to the last with the same present value; null where year 0 is the last. */
  readonly annuity: number | null;
  /** Removal discounted like money, and plain, t CO2e. */
  readonly discountedCarbon: number;
  readonly carbon: number;
  /** Money per t CO2e, over discounted and over plain carbon; null where no carbon is removed. */
  readonly costPerDiscountedTonne: number | null;
  readonly costPerTonne: number | null;
}

/** Sum of v_t / (1 + r)^t over the years t = 0, 1, ... of a series; `rate` above -1. */
export function presentValue(values: ArrayLike<number>, rate: number): number {
  let sum = 0;
  const factor = 1 / (1 + rate);
  for (let year = values.length - 1; year >= 0; year -= 1) sum = sum * factor + (values[year] ?? 0);
  return sum;
}

/** Annuity of a present value over `years` payments at the end of each year; at a rate of 0 its limit, NPV / years. */
export function annuity(npv: number, rate: number, years: number): number {
  return rate === 0 ? npv / years : npv * (rate / -Math.expm1(-years * Math.log1p(rate)));
}

/** First year after year 0 in which the running sum is 0 or more; null where there is none. */
export function paybackYear(flow: readonly number[]): number | null {
  let sum = 0;
  for (const [year, value] of flow.entries()) {
    sum += value;
    if (year > 0 && sum >= 0) return year;
  }
  return null;
}

/** Cost per tonne; null where no carbon is removed. */
export function costPerTonne(npv: number, carbon: number): number | null {
  return carbon > 0 ? -npv / carbon : null;
}

/**
 * @param flow   net money of each year, income less costs
 * @param carbon t CO2e removed in each year, as many years
 * @param rate   discount rate per year, as a fraction, -0.5 to 1
 * @throws RangeError for inputs outside their range
 */
export function appraise(flow: readonly number[], carbon: readonly number[], rate: number): Appraisal {
  refuse(flowFaults({ flow, carbon, rate }));
  const npv = presentValue(flow, rate);
  const years = flow.length - 1;
  const discountedCarbon = presentValue(carbon, rate);
  const total = carbon.reduce((sum, tonnes) => sum + tonnes, 0);
  const rates = internalRates(flow);
  const nearest = rates.toSorted((a, b) => Math.abs(a - usualGuess) - Math.abs(b - usualGuess));
  return {
    npv,
    irr: nearest[0] ?? null,
    internalRates: rates,
    signChanges: signChanges(flow),
    payback: paybackYear(flow),
    annuity: years === 0 ? null : annuity(npv, rate, years),
    discountedCarbon,
    carbon: total,
    costPerDiscountedTonne: costPerTonne(npv, discountedCarbon),
    costPerTonne: costPerTonne(npv, total),
  };
}
