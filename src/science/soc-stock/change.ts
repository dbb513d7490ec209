import { refuseNonsense } from './faults.ts';
import { cutAt } from './fixed-depth.ts';
import {
  fineEarthDensity,
  layerFineMass,
  type ProfileMethod,
  type ReferenceLayer,
  type SoilLayer,
} from './layers.ts';

/** How much a stock changed; positive for a gain. */
export interface StockChange {
  /** t C ha-1 */
  readonly change: number;
  /** t C ha-1 a-1; null where the years are not known. */
  readonly rate: number | null;
}

/**
 * Change between two stocks of the same mass of soil, and its rate (equation 7).
 * @param before t C ha-1
 * @param after  t C ha-1
 * @param years  between the two, above 0; null where not known
 * @throws RangeError for years that are not above 0
 */
export function stockChange(before: number, after: number, years: number | null): StockChange {
  if (years !== null && !(years > 0 && years < Number.POSITIVE_INFINITY))
    throw new RangeError(`years is ${years}; it must be finite and above 0`);
  const change = after - before;
  return { change, rate: years === null ? null : change / years };
}

/** The layers of a profile down to its reporting depth, as a reference for others. @throws RangeError as `fixedDepthStock` */
export function referenceOf(layers: readonly SoilLayer[], method: ProfileMethod): readonly ReferenceLayer[] {
  refuseNonsense(layers, method);
  return cutAt(layers, method.reportingDepth).map((layer) => ({
    lower: layer.lower,
    mass: layerFineMass(fineEarthDensity(layer, method), layer.lower - layer.upper),
  }));
}

/**
 * The reference where none is given: of several profiles (or means of a treatment) the one with the least fine
 * earth down to the reporting depth, so that no other has to be continued below its samples. Of equals the first.
 * @throws RangeError for no profile
 */
export function lightestReference(
  profiles: readonly (readonly SoilLayer[])[],
  method: ProfileMethod,
): { readonly profile: number; readonly reference: readonly ReferenceLayer[] } {
  const references = profiles.map((layers) => referenceOf(layers, method));
  const totals = references.map((layers) => layers.reduce((sum, { mass }) => sum + mass, 0));
  const profile = totals.indexOf(Math.min(...totals));
  const reference = references[profile];
  if (reference === undefined) throw new RangeError('profiles has 0 profiles; at least 1 is needed');
  return { profile, reference };
}

/**
 * The mean reference of replicate cores that were cut at the same depths: the mean mass of each layer.
 * @throws RangeError for no core, or cores that were cut at other depths than the first
 */
export function meanReference(
  cores: readonly (readonly SoilLayer[])[],
  method: ProfileMethod,
): readonly ReferenceLayer[] {
  const [first, ...others] = cores.map((layers) => referenceOf(layers, method));
  if (first === undefined) throw new RangeError('cores has 0 cores; at least 1 is needed');
  return first.map(({ lower, mass }, layer) => {
    const masses = others.map((other, core) => {
      const same = other[layer];
      if (other.length !== first.length || same?.lower !== lower)
        throw new RangeError(
          `cores[${core + 1}] has no layer down to ${lower} cm; all cores need the same limits`,
        );
      return same.mass;
    });
    return { lower, mass: masses.reduce((sum, one) => sum + one, mass) / cores.length };
  });
}
