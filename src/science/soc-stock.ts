/**
 * Soil organic carbon stock at fixed depth. Stocks at equivalent soil mass come in a later issue.
 *
 * Equation 1 is the mass of fine earth of a layer, equation 2 its carbon; both are the method M4 of
 * Poeplau, Vos & Don (2017), SOIL 3:61-66, doi:10.5194/soil-3-61-2017. The default depth of reporting,
 * 30 cm, and t C ha-1 follow the IPCC 2019 Refinement, vol. 4. Fine earth is what passes a sieve of 2 mm.
 */

/** What a bulk density is the density of. */
export type DensityBasis =
  /** (a) Mass of fine earth per total volume of soil, stones included in the volume. */
  | 'total-volume'
  /** (b) Mass of fine earth per volume of fine earth. */
  | 'fine-earth'
  /** (c) Mass of the whole sample, stones included, per total volume. */
  | 'whole-soil';

export interface SoilLayer {
  /** Upper limit below the surface, cm, 0 to 300. */
  readonly upper: number;
  /** Lower limit below the surface, cm, above `upper`, at most 300. */
  readonly lower: number;
  /** Organic carbon of the fine earth, g kg-1, 0 to 600. */
  readonly soc: number;
  /** Bulk density on the basis chosen for the profile, g cm-3, 0.02 to 2.2. */
  readonly bulkDensity: number;
  /** Coarse fragments, % of the volume, 0 to 100; null where not measured. Without meaning for basis (a). */
  readonly fragments: number | null;
  /** Relative standard error of `soc`, %, 0 to 100; null where not known. */
  readonly concentrationError: number | null;
  /** Relative standard error of `bulkDensity`, %, 0 to 100; null where not known. */
  readonly densityError: number | null;
}

export interface ProfileMethod {
  /** Depth to which the stock is summed, cm, above 0, at most 300. */
  readonly reportingDepth: number;
  readonly densityBasis: DensityBasis;
  /** Density of the coarse fragments, g cm-3, 0.5 to 4; used with basis (c) only. */
  readonly stoneDensity: number;
}

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
export type ErrorPart = 'concentration' | 'density';

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

/** Why a profile cannot be computed. `layer` counts from 0; null where the profile as a whole is meant. */
export interface ProfileFault {
  readonly code:
    | 'not-from-surface'
    | 'lower-not-deeper'
    | 'gap'
    | 'overlap'
    | 'too-shallow'
    | 'no-fine-earth';
  readonly layer: number | null;
  readonly argument: keyof SoilLayer | 'reportingDepth';
  readonly value: number;
  /** Bounds of the value, in its own unit: cm, or g cm-3 for the bulk density. */
  readonly min: number;
  readonly max: number;
}

const deepest = 300;

const layerBounds = {
  upper: [0, deepest],
  lower: [0, deepest],
  soc: [0, 600],
  bulkDensity: [0.02, 2.2],
  fragments: [0, 100],
  concentrationError: [0, 100],
  densityError: [0, 100],
} as const satisfies Record<keyof SoilLayer, readonly [number, number]>;

const methodBounds = { reportingDepth: [0, deepest], stoneDensity: [0.5, 4] } as const;

/** Valid ranges of every quantity, in the unit of its argument: [smallest, largest]. */
export const socStockBounds = { ...layerBounds, ...methodBounds } as const;

/** Mass of fine earth per total volume of soil, g cm-3 (Poeplau et al. 2017, M4; bases a, b and c). */
export function fineEarthDensity(
  layer: Pick<SoilLayer, 'bulkDensity' | 'fragments'>,
  method: Pick<ProfileMethod, 'densityBasis' | 'stoneDensity'>,
): number {
  const fraction = (layer.fragments ?? 0) / 100; // % of the volume -> volume per volume
  switch (method.densityBasis) {
    case 'total-volume':
      return layer.bulkDensity;
    case 'fine-earth':
      return layer.bulkDensity * (1 - fraction);
    case 'whole-soil':
      return layer.bulkDensity - fraction * method.stoneDensity;
  }
}

/**
 * Mass of the fine earth of a layer, t ha-1 (equation 1; Poeplau et al. 2017, M4).
 * @param density   of fine earth per total volume, g cm-3
 * @param thickness of the layer, cm
 */
export function layerFineMass(density: number, thickness: number): number {
  return density * thickness * 100; // g cm-3 · cm = g cm-2 = 100 t ha-1
}

/**
 * Organic carbon of a layer, t C ha-1 (equation 2; Poeplau et al. 2017, M4).
 * @param mass          of the fine earth, t ha-1
 * @param concentration of organic carbon in the fine earth, g kg-1
 */
export function layerStock(mass: number, concentration: number): number {
  return (mass * concentration) / 1000; // g kg-1 -> t t-1
}

/**
 * Organic carbon from the surface to the reporting depth: the sum of equation 2, the last layer cut in
 * proportion of its depth. Layers wholly below the reporting depth are checked and left out.
 * @throws RangeError naming argument, value and bounds, for a value outside its range, layers that do not
 *   follow one another from the surface, or a profile that ends above the reporting depth.
 */
export function fixedDepthStock(layers: readonly SoilLayer[], method: ProfileMethod): ProfileStock {
  refuseNonsense(layers, method);
  const counted = layers
    .filter((layer) => layer.upper < method.reportingDepth)
    .map((layer) => ({ ...layer, lower: Math.min(layer.lower, method.reportingDepth) }));
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
    ...propagateErrors(counted, method),
  };
}

/**
 * First-order propagation to the sum of the layers, t C ha-1: errors of concentration are independent
 * between layers (their squares add), errors of bulk density are one and the same error through the
 * profile (they add before they are squared). An error known for some of the layers only is left out:
 * an interval from half of the errors would look surer than it is.
 */
function propagateErrors(
  layers: readonly SoilLayer[],
  method: ProfileMethod,
): Pick<ProfileStock, 'standardError' | 'errorParts'> {
  const errorParts: ErrorPart[] = [];
  let variance = 0;
  if (layers.every((layer) => layer.concentrationError !== null)) {
    errorParts.push('concentration');
    for (const layer of layers) {
      const mass = layerFineMass(fineEarthDensity(layer, method), layer.lower - layer.upper);
      variance += (layerStock(mass, layer.soc) * ((layer.concentrationError ?? 0) / 100)) ** 2;
    }
  }
  if (layers.every((layer) => layer.densityError !== null)) {
    errorParts.push('density');
    let shift = 0;
    for (const layer of layers) {
      // g cm-3 of fine earth by which one standard error of the bulk density moves equation 1
      const fraction = method.densityBasis === 'fine-earth' ? 1 - (layer.fragments ?? 0) / 100 : 1;
      const density = fraction * layer.bulkDensity * ((layer.densityError ?? 0) / 100);
      shift += layerStock(layerFineMass(density, layer.lower - layer.upper), layer.soc);
    }
    variance += shift ** 2;
  }
  return { standardError: errorParts.length === 0 ? null : Math.sqrt(variance), errorParts };
}

/** Everything about the order and depth of the layers, and about their fine earth, that forbids a result. */
export function profileFaults(layers: readonly SoilLayer[], method: ProfileMethod): readonly ProfileFault[] {
  const faults: ProfileFault[] = [];
  let reached = 0;
  layers.forEach((layer, index) => {
    const { upper, lower, bulkDensity } = layer;
    const place = { layer: index, argument: 'upper', value: upper, min: reached, max: reached } as const;
    if (index === 0 && upper !== 0) faults.push({ code: 'not-from-surface', ...place });
    if (index > 0 && upper > reached) faults.push({ code: 'gap', ...place });
    if (index > 0 && upper < reached) faults.push({ code: 'overlap', ...place });
    if (!(lower > upper)) {
      faults.push({
        code: 'lower-not-deeper',
        layer: index,
        argument: 'lower',
        value: lower,
        min: upper,
        max: deepest,
      });
    }
    if (method.densityBasis === 'whole-soil' && !(fineEarthDensity(layer, method) > 0)) {
      const stones = bulkDensity - fineEarthDensity(layer, method); // g cm-3 of the total volume
      const max = socStockBounds.bulkDensity[1];
      faults.push({
        code: 'no-fine-earth',
        layer: index,
        argument: 'bulkDensity',
        value: bulkDensity,
        min: stones,
        max,
      });
    }
    reached = lower;
  });
  // Only layers in order say how deep the profile goes.
  if (faults.every((fault) => fault.code === 'no-fine-earth') && reached < method.reportingDepth) {
    const value = method.reportingDepth;
    faults.push({
      code: 'too-shallow',
      layer: null,
      argument: 'reportingDepth',
      value,
      min: 0,
      max: reached,
    });
  }
  return faults;
}

function refuseNonsense(layers: readonly SoilLayer[], method: ProfileMethod): void {
  inBounds('reportingDepth', method.reportingDepth, methodBounds.reportingDepth);
  if (method.reportingDepth === 0)
    throw new RangeError('reportingDepth is 0; it must be above 0, at most 300 cm');
  inBounds('stoneDensity', method.stoneDensity, methodBounds.stoneDensity);
  layers.forEach((layer, index) => {
    for (const name of ['upper', 'lower', 'soc', 'bulkDensity'] as const) {
      inBounds(`layers[${index}].${name}`, layer[name], layerBounds[name]);
    }
    for (const name of ['fragments', 'concentrationError', 'densityError'] as const) {
      const value = layer[name];
      if (value !== null) inBounds(`layers[${index}].${name}`, value, layerBounds[name]);
    }
  });
  const [fault] = profileFaults(layers, method);
  if (fault === undefined) return;
  const name = fault.layer === null ? fault.argument : `layers[${fault.layer}].${fault.argument}`;
  throw new RangeError(
    `${name} is ${fault.value} (${fault.code}); it must lie within ${fault.min} to ${fault.max}`,
  );
}

function inBounds(name: string, value: number, [min, max]: readonly [number, number]): void {
  if (value >= min && value <= max) return; // NaN fails both
  throw new RangeError(`${name} is ${value}; it must lie within ${min} to ${max}`);
}
