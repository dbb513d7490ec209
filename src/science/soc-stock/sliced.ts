import { type DensityMethod, fineEarthDensity, layerFineMass, layerStock, type SoilLayer } from './layers.ts';

/**
 * Stocks above each reference mass by the method of thin slices: whole slices are added from the surface as long
 * as they fit into the reference mass, so a result may lack up to one slice of soil. SimpleESM (Ferchaud &
 * Chlebowski) does so with slices of 1 mm; `equivalentMassStocks` with `linear` is the exact form of the same.
 * Below the profile the last layer goes on.
 * @param reference cumulative masses of fine earth, t ha-1, ascending
 * @param slice     thickness, cm, above 0
 * @returns cumulative stocks, t C ha-1
 * @throws RangeError for a slice that is not above 0, no layer, or a last layer without fine earth
 */
export function slicedStocks(
  layers: readonly SoilLayer[],
  method: DensityMethod,
  reference: readonly number[],
  slice = 0.1,
): readonly number[] {
  if (!(slice > 0)) throw new RangeError(`slice is ${slice} cm; it must be above 0`);
  const last = layers.at(-1);
  if (last === undefined || !(fineEarthDensity(last, method) > 0))
    throw new RangeError('layers must end with a layer that has fine earth');
  return reference.map((target) => {
    let mass = 0;
    let stock = 0;
    for (const layer of layers) {
      const one = layerFineMass(fineEarthDensity(layer, method), slice);
      const thickness = layer === last ? Number.POSITIVE_INFINITY : layer.lower - layer.upper;
      const fitting = one > 0 ? Math.floor((target - mass) / one + wholeSlice) : Number.POSITIVE_INFINITY;
      const slices = Math.min(fitting, thickness / slice);
      mass += slices * one;
      stock += layerStock(slices * one, layer.soc);
      if (fitting < thickness / slice) break;
    }
    return stock;
  });
}

/** Share of a slice by which rounding may miss a whole one. */
const wholeSlice = 1e-9;
