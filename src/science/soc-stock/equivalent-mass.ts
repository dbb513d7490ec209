/**
 * Soil organic carbon stock at equivalent soil mass (ESM): the carbon above a reference mass of fine earth,
 * so that soils of unlike density are compared over the same amount of soil. The mass is that of the fine earth
 * with its organic matter, as in SimpleESM; von Haden et al. (2020), doi:10.1111/gcb.15124, take the organic
 * matter off, which is not done here.
 *
 * Equation 3: points of cumulative mass and stock. Equation 4: straight lines between them (Ellert & Bettany
 * 1995, Can. J. Soil Sci. 75:529-538, doi:10.4141/cjss95-075). Equation 5: a cubic through them (Wendt &
 * Hauser 2013, Eur. J. Soil Sci. 64:58-65, doi:10.1111/ejss.12002; forms in `cubic.ts`). Equation 6: the depth
 * that holds the mass, from depth against mass in the same way.
 */
import { type Cubic, type CubicKind, cubicAt, cubicOf, fitCubic } from './cubic.ts';
import { refuseNonsense, stonesOnly } from './faults.ts';
import {
  type DensityMethod,
  fineEarthDensity,
  layerFineMass,
  layerStock,
  type ReferenceLayer,
  type SoilLayer,
} from './layers.ts';

export type EsmMethod = 'linear' | CubicKind;

/** How a mass below the profile was reached: straight on with the last layer, or on with the last cubic piece. */
export type Extrapolation = 'linear' | 'cubic';

/** The stock above one reference mass. */
export interface EsmStock {
  /** Fine earth from the surface, t ha-1. */
  readonly referenceMass: number;
  /** Organic carbon from the surface, t C ha-1. */
  readonly cumulativeStock: number;
  /** Organic carbon below the reference mass before this one, t C ha-1. */
  readonly stock: number;
  /** Depth that holds the reference mass, cm. */
  readonly depth: number;
  /** null where the profile holds the reference mass. */
  readonly extrapolation: Extrapolation | null;
}

export interface EsmOptions {
  readonly method: EsmMethod;
  /**
   * Up to this multiple of the mass of the profile a cubic goes on with its last piece, beyond it with a straight
   * line; 1 or more, Infinity for always. Without meaning for `linear`.
   */
  readonly cubicReach?: number;
}

/** Above it a cubic is no longer trusted below the profile. */
export const defaultCubicReach = 1.1;

/** Relative difference of two masses that is taken for rounding. */
const rounding = 1e-9;

/** Cumulative points of a profile, the surface first, one more than layers (equation 3). */
export interface MassProfile {
  /** Fine earth from the surface, t ha-1, ascending. */
  readonly mass: Float64Array;
  /** Organic carbon from the surface, t C ha-1. */
  readonly stock: Float64Array;
  /** cm */
  readonly depth: Float64Array;
}

/**
 * The cumulative points of layers that follow one another from the surface (equation 3).
 * @throws RangeError naming argument, value and bounds, as `fixedDepthStock`; and for a layer without fine earth,
 *   which holds no mass to compare
 */
export function massProfile(layers: readonly SoilLayer[], method: DensityMethod): MassProfile {
  const last = layers.at(-1);
  if (last === undefined) throw new RangeError('layers has 0 layers; at least 1 is needed');
  refuseNonsense(layers, { ...method, reportingDepth: last.lower });
  const [none] = stonesOnly(layers, method);
  if (none !== undefined)
    throw new RangeError(`layers[${none}] has no fine earth; equal soil mass needs more than 0 g cm-3`);
  const [mass, stock, depth] = [0, 0, 0].map(() => new Float64Array(layers.length + 1));
  if (!mass || !stock || !depth) throw new Error('three lists were made');
  let cumulativeMass = 0;
  let cumulativeStock = 0;
  layers.forEach((layer, index) => {
    const fine = layerFineMass(fineEarthDensity(layer, method), layer.lower - layer.upper);
    cumulativeMass += fine;
    cumulativeStock += layerStock(fine, layer.soc);
    mass[index + 1] = cumulativeMass;
    stock[index + 1] = cumulativeStock;
    depth[index + 1] = layer.lower;
  });
  return { mass, stock, depth };
}

/** Fine earth from the surface to the lower limit of each reference layer, t ha-1. */
export function cumulativeMasses(reference: readonly ReferenceLayer[]): readonly number[] {
  let sum = 0;
  return reference.map(({ mass }) => {
    sum += mass;
    return sum;
  });
}

/**
 * Stocks above each reference mass (equations 4 to 6).
 * @param reference cumulative masses of fine earth, t ha-1, above 0 and ascending
 * @throws RangeError naming argument, value and bounds
 */
export function equivalentMassStocks(
  profile: MassProfile,
  reference: readonly number[],
  options: EsmOptions,
): readonly EsmStock[] {
  const { method, cubicReach = defaultCubicReach } = options;
  refuseReference(reference);
  if (!(cubicReach >= 1)) throw new RangeError(`cubicReach is ${cubicReach}; it must be 1 or more`);
  const stockAt = interpolator(profile.mass, profile.stock, method, cubicReach);
  const depthAt = interpolator(profile.mass, profile.depth, method, cubicReach);
  const total = lastOf(profile.mass);
  let above = 0;
  return reference.map((referenceMass) => {
    const cumulativeStock = stockAt(referenceMass);
    const extrapolation = extrapolationAt(referenceMass, total, method, cubicReach);
    const stock = cumulativeStock - above;
    above = cumulativeStock;
    return { referenceMass, cumulativeStock, stock, depth: depthAt(referenceMass), extrapolation };
  });
}

/** How a mass is reached in a profile of so much fine earth; null where it is within the profile. */
function extrapolationAt(
  mass: number,
  total: number,
  method: EsmMethod,
  cubicReach: number,
): Extrapolation | null {
  if (mass <= total * (1 + rounding)) return null;
  return method === 'linear' || mass > cubicReach * total * (1 + rounding) ? 'linear' : 'cubic';
}

function interpolator(
  x: Float64Array,
  y: Float64Array,
  method: EsmMethod,
  cubicReach: number,
): (mass: number) => number {
  if (method === 'linear') return (mass) => lineAt(x, y, mass);
  const cubic: Cubic = cubicOf(x.length);
  cubic.x.set(x);
  cubic.y.set(y);
  fitCubic(method, cubic);
  const total = lastOf(x);
  return (mass) =>
    extrapolationAt(mass, total, method, cubicReach) === 'linear'
      ? lineAt(x, y, mass)
      : cubicAt(method, cubic, mass);
}

/** Straight lines through points from x = 0 on, the last one continued: equation 4 with its extrapolation. */
export function lineAt(x: Float64Array, y: Float64Array, at: number): number {
  let piece = 0;
  while (piece < x.length - 2 && (x[piece + 1] ?? 0) < at) piece += 1;
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [x[piece], x[piece + 1], y[piece], y[piece + 1]];
  return y1 + ((y1 - y0) / (x1 - x0)) * (at - x1);
}

function lastOf(numbers: Float64Array): number {
  return numbers[numbers.length - 1] ?? 0;
}

function refuseReference(reference: readonly number[]): void {
  let above = 0;
  reference.forEach((mass, index) => {
    if (!(mass > above && mass < Number.POSITIVE_INFINITY))
      throw new RangeError(`reference[${index}] is ${mass} t ha-1; it must be finite and above ${above}`);
    above = mass;
  });
}
