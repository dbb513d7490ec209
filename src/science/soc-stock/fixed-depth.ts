/**
 * Soil organic carbon stock at fixed depth: equations 1 and 2 of `layers.ts`, summed. The default depth of
 * reporting, 30 cm, and t C ha-1 follow the IPCC 2019 Refinement, vol. 4.
 */
import { refuseNonsense } from './faults.ts';
import {
  type DensityErrors,
  fineEarthDensity,
  layerFineMass,
  layerStock,
  type ProfileMethod,
  type SoilLayer,
} from './layers.ts';

/** A layer down to the reporting depth. */
export interface LayerStock {
  /** cm */
  readonly upper: number;
  /** cm; the reporting depth where it cuts the layer. */
  readonly lower: number;
  /** Fine earth, t ha-1. */
  readonly mass: number;
  /** Organic carbon, t C ha-1. */
  readonly stock: number;
  /** Fine earth from the surface to `lower`, t ha-1. */
  readonly cumulativeMass: number;
  /** Organic carbon from the surface to `lower`, t C ha-1. */
  readonly cumulativeStock: number;
  /** Fragments count in this density but were not given: 0 was used. */
  readonly fragmentsMissing: boolean;
}

/** The measurements whose error a standard error holds. */
export type ErrorPart = 'concentration' | 'density' | 'fragments';

export interface ProfileStock {
  readonly layers: readonly LayerStock[];
  /** Fine earth from the surface to the reporting depth, t ha-1. */
  readonly mass: number;
  /** Organic carbon from the surface to the reporting depth, t C ha-1. */
  readonly stock: number;
  /** Standard error of `stock`, t C ha-1; null where no error is known for every layer. */
  readonly standardError: number | null;
  readonly errorParts: readonly ErrorPart[];
}

/**
 * Organic carbon from the surface to the reporting depth: the sum of equation 2, the last layer cut in
 * proportion of its depth. Layers wholly below the reporting depth are checked and left out.
 * @param densityErrors whether one error of bulk density holds through the profile
 * @throws RangeError naming argument, value and bounds, for a value outside its range, layers that do not
 *   follow one another from the surface, or a profile that ends above the reporting depth.
 */
export function fixedDepthStock(
  layers: readonly SoilLayer[],
  method: ProfileMethod,
  densityErrors: DensityErrors = 'shared',
): ProfileStock {
  refuseNonsense(layers, method);
  const counted = cutAt(layers, method.reportingDepth);
  const stocks: LayerStock[] = [];
  let cumulativeMass = 0;
  let cumulativeStock = 0;
  for (const layer of counted) {
    const mass = layerFineMass(fineEarthDensity(layer, method), layer.lower - layer.upper);
    const stock = layerStock(mass, layer.soc);
    const fragmentsMissing = method.densityBasis !== 'total-volume' && layer.fragments === null;
    cumulativeMass += mass;
    cumulativeStock += stock;
    const { upper, lower } = layer;
    stocks.push({ upper, lower, mass, stock, cumulativeMass, cumulativeStock, fragmentsMissing });
  }
  return {
    layers: stocks,
    mass: cumulativeMass,
    stock: cumulativeStock,
    ...propagateErrors(counted, method, densityErrors),
  };
}

/** The layers above a depth (cm), the one that crosses it cut there. */
export function cutAt(layers: readonly SoilLayer[], depth: number): readonly SoilLayer[] {
  return layers
    .filter((layer) => layer.upper < depth)
    .map((layer) => ({ ...layer, lower: Math.min(layer.lower, depth) }));
}

/**
 * Which errors are known for every layer. An error known for some of the layers only is left out: an interval
 * from half of the errors would look surer than it is. Fragments without a volume have no error to know.
 */
export function knownErrors(
  layers: readonly SoilLayer[],
  { densityBasis }: Pick<ProfileMethod, 'densityBasis'>,
): readonly ErrorPart[] {
  const parts: ErrorPart[] = [];
  if (layers.every((layer) => layer.concentrationError !== null)) parts.push('concentration');
  if (layers.every((layer) => layer.densityError !== null)) parts.push('density');
  const stony = layers.filter((layer) => (layer.fragments ?? 0) > 0);
  const known = stony.length > 0 && stony.every((layer) => layer.fragmentsError !== null);
  if (densityBasis !== 'total-volume' && known) parts.push('fragments');
  return parts;
}

/**
 * First-order propagation to the sum of the layers, t C ha-1: errors of concentration and of fragments are
 * independent between layers (their squares add); errors of bulk density too, or they are one and the same error
 * through the profile (they add before they are squared).
 */
function propagateErrors(
  layers: readonly SoilLayer[],
  method: ProfileMethod,
  densityErrors: DensityErrors,
): Pick<ProfileStock, 'standardError' | 'errorParts'> {
  const errorParts = knownErrors(layers, method);
  const { densityBasis, stoneDensity } = method;
  let variance = 0;
  let shift = 0; // t C ha-1 by which one standard error of every bulk density moves the sum
  for (const layer of layers) {
    const thickness = layer.lower - layer.upper;
    // g cm-3 of fine earth -> t C ha-1 of this layer
    const stockOf = (density: number) => layerStock(layerFineMass(density, thickness), layer.soc);
    const fraction = (layer.fragments ?? 0) / 100;
    if (errorParts.includes('concentration'))
      variance += (stockOf(fineEarthDensity(layer, method)) * relative(layer.concentrationError)) ** 2;
    if (errorParts.includes('density')) {
      const share = densityBasis === 'fine-earth' ? 1 - fraction : 1;
      const moved = stockOf(share * layer.bulkDensity * relative(layer.densityError));
      if (densityErrors === 'shared') shift += moved;
      else variance += moved ** 2;
    }
    if (errorParts.includes('fragments')) {
      const lost = densityBasis === 'fine-earth' ? layer.bulkDensity : stoneDensity;
      variance += stockOf(lost * fraction * relative(layer.fragmentsError)) ** 2;
    }
  }
  return { standardError: errorParts.length === 0 ? null : Math.sqrt(variance + shift ** 2), errorParts };
}

function relative(percent: number | null): number {
  return (percent ?? 0) / 100;
}
