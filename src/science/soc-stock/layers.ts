/**
 * Layers of a soil profile: what was measured, its valid ranges, fine earth and carbon of one layer.
 *
 * Equation 1 is the mass of fine earth of a layer, equation 2 its carbon; both are the method M4 of
 * Poeplau, Vos & Don (2017), SOIL 3:61-66, doi:10.5194/soil-3-61-2017. Fine earth is what passes a sieve
 * of 2 mm. Equations are numbered through the files of this folder: 3 cumulative points, 4 and 5 equal soil
 * mass, 6 depth that holds a mass, 7 change.
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
  /** Relative standard error of `fragments`, %, 0 to 100; null where not known. Without meaning for basis (a). */
  readonly fragmentsError: number | null;
}

/** How the density of a profile is to be read. */
export interface DensityMethod {
  readonly densityBasis: DensityBasis;
  /** Density of the coarse fragments, g cm-3, 0.5 to 4; used with basis (c) only. */
  readonly stoneDensity: number;
}

export interface ProfileMethod extends DensityMethod {
  /** Depth to which the stock is summed, cm, above 0, at most 300. */
  readonly reportingDepth: number;
}

/** Errors of bulk density: one and the same through a profile (same rings, same balance), or of each layer alone. */
export type DensityErrors = 'shared' | 'independent';

/** A layer of a reference soil. */
export interface ReferenceLayer {
  /** Lower limit, cm; names the layer, and is not computed with. */
  readonly lower: number;
  /** Fine earth of the layer, t ha-1, above 0. */
  readonly mass: number;
}

/** The deepest limit of a layer, cm. */
export const deepest = 300;

export const layerBounds = {
  upper: [0, deepest],
  lower: [0, deepest],
  soc: [0, 600],
  bulkDensity: [0.02, 2.2],
  fragments: [0, 100],
  concentrationError: [0, 100],
  densityError: [0, 100],
  fragmentsError: [0, 100],
} as const satisfies Record<keyof SoilLayer, readonly [number, number]>;

export const methodBounds = { reportingDepth: [0, deepest], stoneDensity: [0.5, 4] } as const;

/** Valid ranges of every quantity, in the unit of its argument: [smallest, largest]. */
export const socStockBounds = { ...layerBounds, ...methodBounds } as const;

/** Mass of fine earth per total volume of soil, g cm-3 (Poeplau et al. 2017, M4; bases a, b and c). */
export function fineEarthDensity(
  layer: Pick<SoilLayer, 'bulkDensity' | 'fragments'>,
  method: DensityMethod,
): number {
  return fineDensityOf(layer.bulkDensity, layer.fragments ?? 0, method);
}

/** The same from numbers, for loops: bulk density in g cm-3, fragments in % of the volume. */
export function fineDensityOf(bulkDensity: number, fragments: number, method: DensityMethod): number {
  const fraction = fragments / 100; // % of the volume -> volume per volume
  switch (method.densityBasis) {
    case 'total-volume':
      return bulkDensity;
    case 'fine-earth':
      return bulkDensity * (1 - fraction);
    case 'whole-soil':
      return bulkDensity - fraction * method.stoneDensity;
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

/** The most fine earth a profile can hold, t ha-1: 300 cm at the highest bulk density. */
export const heaviest = deepest * layerBounds.bulkDensity[1] * 100;

/** [smallest, largest] mass of a reference layer, t ha-1; the smallest itself is not allowed. */
export const referenceMassBounds = [0, heaviest] as const;
