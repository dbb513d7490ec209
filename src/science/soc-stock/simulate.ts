/**
 * Monte Carlo for one profile whose measurement errors are given. Each measurement is drawn from a normal
 * distribution around its value, cut off where it would be impossible: carbon below 0, bulk density below
 * 0.001 g cm-3, fragments outside 0 to 100 %. Errors of carbon and of fragments are independent between layers;
 * those of bulk density are one and the same error through a profile (same rings, same balance) or independent.
 */
import { type Distribution, fixed, truncatedNormal } from '../distributions.ts';
import type { Random } from '../random.ts';
import { type CubicKind, cubicAt, cubicOf, fitCubic } from './cubic.ts';
import {
  defaultCubicReach,
  type EsmOptions,
  equivalentMassStocks,
  lineAt,
  massProfile,
} from './equivalent-mass.ts';
import { type ErrorPart, fixedDepthStock, knownErrors } from './fixed-depth.ts';
import {
  type DensityErrors,
  fineDensityOf,
  layerFineMass,
  layerStock,
  type ProfileMethod,
  type SoilLayer,
} from './layers.ts';

export interface ProfileSimulation {
  /** Stock to the reporting depth of each draw, t C ha-1. */
  readonly fixedDepth: Float64Array;
  /** Stock above each reference mass, of each draw, t C ha-1. */
  readonly equivalentMass: readonly Float64Array[];
  /** The errors that were drawn; those known for some layers only are left out. */
  readonly errorParts: readonly ErrorPart[];
}

export interface SimulationOptions extends EsmOptions {
  /** 1 or more. */
  readonly draws: number;
  /** Where the numbers come from; two profiles drawn from one source are independent. */
  readonly random: Random;
  readonly densityErrors: DensityErrors;
}

/** Least density of fine earth in a draw, g cm-3: stones may outweigh a drawn sample. */
const leastDensity = 0.001;

/**
 * Draws of the stock at fixed depth and above each reference mass.
 * @param reference cumulative masses, t ha-1; may be empty
 * @returns null where no error is known for every layer
 * @throws RangeError naming argument, value and bounds, as `fixedDepthStock` and `equivalentMassStocks`
 */
export function simulateStocks(
  layers: readonly SoilLayer[],
  method: ProfileMethod,
  reference: readonly number[],
  options: SimulationOptions,
): ProfileSimulation | null {
  const { draws, random } = options;
  if (!(Number.isInteger(draws) && draws >= 1))
    throw new RangeError(`draws is ${draws}; it must be 1 or more`);
  fixedDepthStock(layers, method); // refuses what is nonsense
  if (reference.length > 0) equivalentMassStocks(massProfile(layers, method), reference, options);
  const errorParts = knownErrors(layers, method);
  if (errorParts.length === 0) return null;

  const draw = drawing(layers, method, errorParts, options);
  const equivalentMass = reference.map(() => new Float64Array(draws));
  const fixedDepth = new Float64Array(draws);
  for (let index = 0; index < draws; index += 1) {
    draw.next(random);
    fixedDepth[index] = draw.fixedDepth();
    for (let target = 0; target < equivalentMass.length; target += 1) {
      const stocks = equivalentMass[target];
      if (stocks) stocks[index] = draw.at(reference[target] ?? Number.NaN);
    }
  }
  return { fixedDepth, equivalentMass, errorParts };
}

/**
 * Draws of a change, t C ha-1: those of the second profile less those of the first. The two are independent where
 * they were drawn from one source, one after the other.
 * @throws RangeError for lists of unlike length
 */
export function drawsOfChange(before: Float64Array, after: Float64Array): Float64Array {
  if (before.length !== after.length)
    throw new RangeError(`after has ${after.length} draws; as many as before, ${before.length}, are needed`);
  return after.map((stock, index) => stock - (before[index] ?? Number.NaN));
}

/** What is drawn of one layer; constants where no error is known. */
export interface LayerDistributions {
  readonly soc: Distribution;
  readonly density: Distribution;
  readonly fragments: Distribution;
  readonly thickness: number;
}

/** How the measurements of each layer spread around their values, for the errors that count. */
export function layerSpreads(
  layers: readonly SoilLayer[],
  parts: readonly ErrorPart[],
): readonly LayerDistributions[] {
  const around = (part: ErrorPart, value: number, error: number | null, min: number, max: number | null) =>
    parts.includes(part) && error !== null && error > 0 && value > 0
      ? truncatedNormal(value, (value * error) / 100, min, max)
      : fixed(value);
  return layers.map((layer) => ({
    soc: around('concentration', layer.soc, layer.concentrationError, 0, null),
    density: around('density', layer.bulkDensity, layer.densityError, leastDensity, null),
    fragments: around('fragments', layer.fragments ?? 0, layer.fragmentsError, 0, 100),
    thickness: layer.lower - layer.upper,
  }));
}

function drawing(
  layers: readonly SoilLayer[],
  method: ProfileMethod,
  parts: readonly ErrorPart[],
  { method: esm, cubicReach = defaultCubicReach, densityErrors }: SimulationOptions,
) {
  const distributions = layerSpreads(layers, parts);
  const shared = densityErrors === 'shared';
  const cubic = cubicOf(layers.length + 1);
  const { x: mass, y: stock } = cubic;
  const depth = Float64Array.from([0, ...layers.map((layer) => layer.lower)]);
  const kind: CubicKind | null = esm === 'linear' ? null : esm;
  const last = layers.length;
  return {
    /** Draws the knots of one profile. */
    next(random: Random): void {
      const common = shared ? random.next() : 0;
      for (let index = 0; index < last; index += 1) {
        const one = distributions[index];
        if (one === undefined) return;
        const density = shared ? one.density.quantile(common) : one.density.draw(random);
        const drawn = fineDensityOf(density, one.fragments.draw(random), method);
        const fine = layerFineMass(Math.max(leastDensity, drawn), one.thickness);
        mass[index + 1] = (mass[index] ?? 0) + fine;
        stock[index + 1] = (stock[index] ?? 0) + layerStock(fine, one.soc.draw(random));
      }
      if (kind !== null) fitCubic(kind, cubic);
    },
    fixedDepth: () => lineAt(depth, stock, method.reportingDepth),
    at(reference: number): number {
      const line = kind === null || reference > cubicReach * (mass[last] ?? 0);
      return line ? lineAt(mass, stock, reference) : cubicAt(kind, cubic, reference);
    },
  };
}
