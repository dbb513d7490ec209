import { parseUnit, type Unit, UnitError } from '../units.ts';
import { gramsPerMole, massRatio, sameGas } from './substance.ts';

/** A number with its unit, and with what a mass or amount is one of. */
export interface Quantity extends QuantityKind {
  /** Any finite number. */
  readonly value: number;
}

/** What a quantity measures: t/har of C is a stock, t/(har.a) of C a flow. */
export interface QuantityKind {
  /** UCUM code. */
  readonly unit: string;
  /** `C`, `CO2`, `CH4`, `CH4-C`, `N2O`, `N2O-N`, `dry matter`…; null where it does not matter: an area, a length. */
  readonly substance: string | null;
  /** What stands below the stroke, `soil` in g C per kg soil; null where it does not matter. */
  readonly per?: string | null;
}

/** Why a quantity cannot be expressed as another one. */
export interface QuantityFault {
  readonly code:
    | 'not-a-number'
    | 'unknown-unit'
    /** The two measure different things. */
    | 'mixed-dimensions'
    /** They differ by a time: one is a stock, the other a flow. */
    | 'stock-and-flow'
    /** No fixed ratio leads from one substance to the other. */
    | 'mixed-substances'
    /** One says what it is a mass of, the other does not. */
    | 'substance-missing'
    /** Moles and grams of something whose molar mass is not held here. */
    | 'no-molar-mass';
  readonly argument: 'value' | 'from' | 'to';
  /** What was found. */
  readonly value: number | string;
}

export interface Conversion {
  readonly value: number;
  /** `value` for one of the quantity given. */
  readonly factor: number;
  /** What was used beside the units: 44/12, 16/12 or 44/28 of the inventories, or molar masses in g per mol. */
  readonly basis: 'units' | 'inventory-ratio' | 'molar-mass';
}

/** Everything that forbids a conversion, all at once. */
export function quantityFaults(from: Quantity, to: QuantityKind): readonly QuantityFault[] {
  const faults: QuantityFault[] = [];
  if (!Number.isFinite(from.value))
    faults.push({ code: 'not-a-number', argument: 'value', value: from.value });
  const source = read(from.unit, 'from', faults);
  const target = read(to.unit, 'to', faults);
  const place = { argument: 'to', value: written(to) } as const;
  if (source !== null && target !== null) {
    const code = dimensionFault(source, target, from, to);
    if (code !== null) faults.push({ code, ...place });
  }
  const code = substanceFault(from.substance, to.substance) ?? substanceFault(from.per, to.per);
  if (code !== null) faults.push({ code, ...place });
  return faults;
}

/**
 * A quantity in another unit, of another form of the same gas. Mass to mass follows the integer ratios of the
 * inventories (t C x 44/12 = t CO2, CH4-C x 16/12, N2O-N x 44/28: IPCC 2019, vol. 4), amount to mass the
 * molar masses (µmol CO2 to g C: 12.011 g per mol), as flux measurements do.
 * @throws RangeError naming every fault
 */
export function convertQuantity(from: Quantity, to: QuantityKind): Conversion {
  const faults = quantityFaults(from, to);
  if (faults.length > 0) {
    const texts = faults.map(({ code, argument, value }) => `${argument} is ${value} (${code})`);
    throw new RangeError(`${written(from)} cannot become ${written(to)}: ${texts.join('; ')}`);
  }
  const source = parseUnit(from.unit);
  const target = parseUnit(to.unit);
  if (from.unit === to.unit && from.substance === to.substance) {
    return { value: from.value, factor: 1, basis: 'units' };
  }
  const moles = amountOf(source) - amountOf(target);
  if (moles !== 0) {
    const ofMass = moles > 0 ? to.substance : from.substance; // the side that is weighed
    const grams = gramsPerMole(ofMass) ?? Number.NaN; // the faults would have said that it is not known
    const factor = (source.factor * grams ** moles) / target.factor;
    return { value: from.value * factor, factor, basis: 'molar-mass' };
  }
  // Two amounts of one gas are the same number of moles.
  const ratio = amountOf(source) === 0 ? (massRatio(from.substance, to.substance) ?? 1) : 1;
  const factor = (source.factor * ratio) / target.factor;
  const value = (from.value * source.factor * ratio) / target.factor;
  return { value, factor, basis: ratio === 1 ? 'units' : 'inventory-ratio' };
}

/** Exponent of the amount of substance, in moles. */
function amountOf({ dimension }: Unit): number {
  return dimension[4];
}

const matter = [1, 4] as const; // places of mass and amount in a dimension
const time = 2;

function dimensionFault(
  source: Unit,
  target: Unit,
  from: Quantity,
  to: QuantityKind,
): QuantityFault['code'] | null {
  if (from.unit !== to.unit && Number.isNaN(source.factor + target.factor)) return 'mixed-dimensions'; // money
  const difference = source.dimension.map((exponent, at) => exponent - (target.dimension[at] ?? 0));
  const others = difference.filter((_, at) => !matter.some((one) => one === at) && at !== time);
  const [mass, amount] = [difference[matter[0]] ?? 0, difference[matter[1]] ?? 0];
  if (others.some((one) => one !== 0) || mass + amount !== 0) return 'mixed-dimensions';
  if (difference[time] !== 0)
    return Math.abs(difference[time] ?? 0) === 1 ? 'stock-and-flow' : 'mixed-dimensions';
  if (mass === 0) return null;
  if (Math.abs(mass) !== 1) return 'mixed-dimensions';
  const known = gramsPerMole(amount > 0 ? to.substance : from.substance) !== null;
  return known || !sameGas(from.substance ?? '', to.substance ?? '') ? null : 'no-molar-mass';
}

function substanceFault(
  from: string | null | undefined,
  to: string | null | undefined,
): QuantityFault['code'] | null {
  const [source, target] = [from ?? null, to ?? null];
  if (source === target) return null;
  if (source === null || target === null) return 'substance-missing';
  return sameGas(source, target) ? null : 'mixed-substances';
}

function read(code: string, argument: 'from' | 'to', faults: QuantityFault[]): Unit | null {
  try {
    return parseUnit(code);
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    faults.push({ code: 'unknown-unit', argument, value: code });
    return null;
  }
}

function written({ unit, substance, per }: QuantityKind): string {
  return [unit, substance, per && `per ${per}`].filter((part) => part).join(' ');
}
