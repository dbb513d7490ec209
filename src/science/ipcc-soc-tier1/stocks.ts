import { type Bounds, rangeFaults, refuse } from '../range-fault.ts';
import { socTier1Bounds } from './domain.ts';

/** Years from one equilibrium to the next at Tier 1 (IPCC 2019, vol. 4, ch. 2, eq. 2.25). */
export const transitionYears = 20;

/** One part of the land in one state. */
export interface LandPart {
  /** t C ha-1 of the reference, 0-30 cm */
  readonly referenceStock: number;
  /** F_LU times F_MG times F_I */
  readonly factor: number;
  /** ha */
  readonly area: number;
}

/** Equilibrium stock of one part, t C ha-1: SOC_REF · F_LU · F_MG · F_I (IPCC 2019, vol. 4, ch. 2, eq. 2.25). */
export function equilibriumStock(referenceStock: number, factor: number): number {
  return referenceStock * factor;
}

/**
 * Stock of all parts at equilibrium, t C, 0-30 cm (eq. 2.25).
 * @throws RangeError naming every part's value outside its range
 */
export function totalStock(parts: readonly LandPart[]): number {
  const { referenceStock, factor, area } = socTier1Bounds;
  refuse(
    parts.flatMap((part, at) => rangeFaults({ ...part }, { referenceStock, factor, area }, `parts.${at}.`)),
  );
  let total = 0;
  for (const part of parts) total += equilibriumStock(part.referenceStock, part.factor) * part.area;
  return total;
}

/**
 * Annual change of the stock, t C a-1, gain positive: (SOC_0 - SOC_(0-T)) / D; D is the transition of 20 years,
 * or the years between two inventories where these are more (eq. 2.25 and its note).
 * @param before t C @param after t C @param between years between the two inventories; null where it is one change
 */
export function annualChange(
  before: number,
  after: number,
  transition: number = transitionYears,
  between: number | null = null,
): number {
  refuse(
    rangeFaults(
      { transitionYears: transition, years: between ?? 0 },
      { transitionYears: socTier1Bounds.transitionYears, years: socTier1Bounds.years },
    ),
  );
  return (after - before) / Math.max(transition, between ?? 0);
}

/** A time in which the stock goes towards one equilibrium. */
export interface Phase {
  /** Year in which it begins. */
  readonly from: number;
  /** t C ha-1 to which the stock goes. */
  readonly equilibrium: number;
}

/**
 * Stocks at the end of years 0 to `years`, t C ha-1: from the stock reached when a phase begins the stock goes
 * in a straight line to the equilibrium of the phase, which it has after the transition and then keeps.
 * @param initial stock in year 0, t C ha-1
 * @param phases  in the order of their beginnings, whole years from 0
 * @throws RangeError for stocks, years or transition outside their range, or phases out of order
 */
export function stockPathway(
  initial: number,
  phases: readonly Phase[],
  years: number,
  transition: number = transitionYears,
): Float64Array {
  const stock: Bounds = [0, 10_000];
  refuse([
    ...rangeFaults(
      { initial, years, transitionYears: transition },
      { initial: stock, years: socTier1Bounds.years, transitionYears: socTier1Bounds.transitionYears },
    ),
    ...phases.flatMap(({ from, equilibrium }, at) =>
      rangeFaults(
        { from, equilibrium },
        { from: [phases[at - 1]?.from ?? 0, socTier1Bounds.years[1]], equilibrium: stock },
        `phases.${at}.`,
      ),
    ),
  ]);
  if (!Number.isInteger(years)) throw new RangeError(`years is ${years}; it must be a whole number`);
  const stocks = new Float64Array(years + 1).fill(initial);
  phases.forEach((phase, at) => {
    const end = Math.min(years, phases[at + 1]?.from ?? years);
    const start = stocks[Math.min(phase.from, years)] ?? initial;
    for (let year = phase.from + 1; year <= end; year += 1) {
      const share = Math.min(1, (year - phase.from) / transition);
      stocks[year] = start + (phase.equilibrium - start) * share;
    }
    // what follows starts from the stock reached
    stocks.fill(stocks[end] ?? initial, end + 1);
  });
  return stocks;
}

/** The state of a land unit in one inventory. */
export interface Inventory {
  readonly year: number;
  /** Year of the first inventory that found the present regime, or of its beginning where that is earlier. */
  readonly regimeStart: number;
  /** Equilibrium stock of the present regime, t C ha-1. */
  readonly equilibrium: number;
}

/**
 * Stocks of a land unit in the years of its inventories, t C ha-1 (IPCC 2019, vol. 4, ch. 2, eq. 2.25 from
 * inventory to inventory). The land is at equilibrium in the first one. A regime that an inventory is the first
 * to find has been there since the inventory before it: from the stock of that year it goes in a straight line.
 * @param inventories in the order of their years
 * @throws RangeError for years out of order, or stocks and transition outside their range
 */
export function inventoryStocks(
  inventories: readonly Inventory[],
  transition: number = transitionYears,
): readonly number[] {
  refuse(rangeFaults({ transitionYears: transition }, { transitionYears: socTier1Bounds.transitionYears }));
  const stocks: number[] = [];
  let since = { year: Number.NaN, stock: Number.NaN };
  inventories.forEach((inventory, at) => {
    const previous = inventories[at - 1];
    refuse(
      rangeFaults(
        { year: inventory.year, equilibrium: inventory.equilibrium },
        { year: [previous?.year ?? -1e6, 1e6], equilibrium: [0, 10_000] },
        `inventories.${at}.`,
      ),
    );
    if (previous === undefined) {
      stocks.push(inventory.equilibrium);
      since = {
        year: Math.min(inventory.regimeStart, inventory.year - transition),
        stock: inventory.equilibrium,
      };
      return;
    }
    const changed =
      inventory.regimeStart !== previous.regimeStart || inventory.equilibrium !== previous.equilibrium;
    if (changed) since = { year: previous.year, stock: stocks[at - 1] ?? Number.NaN };
    const share = Math.min(1, (inventory.year - since.year) / transition);
    stocks.push(since.stock + (inventory.equilibrium - since.stock) * share);
  });
  return stocks;
}
