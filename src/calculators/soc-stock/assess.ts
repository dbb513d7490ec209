import { type Summary, summarise } from '../../science/monte-carlo.ts';
import { type Random, randomSource } from '../../science/random.ts';
import { lightestReference, stockChange } from '../../science/soc-stock/change.ts';
import {
  cumulativeMasses,
  type EsmMethod,
  type EsmStock,
  equivalentMassStocks,
  massProfile,
} from '../../science/soc-stock/equivalent-mass.ts';
import { fixedDepthStock, type ProfileStock } from '../../science/soc-stock/fixed-depth.ts';
import type {
  DensityErrors,
  ProfileMethod,
  ReferenceLayer,
  SoilLayer,
} from '../../science/soc-stock/layers.ts';
import { drawsOfChange, type ProfileSimulation, simulateStocks } from '../../science/soc-stock/simulate.ts';
import type { Estimate } from '../output.ts';

export interface SocStockInputs extends ProfileMethod {
  readonly layers: readonly SoilLayer[];
  readonly reference: readonly ReferenceLayer[];
  readonly esmMethod: EsmMethod;
  readonly laterLayers: readonly SoilLayer[];
  readonly years: number | null;
  readonly densityErrors: DensityErrors;
  readonly seed: number;
  /** Draws of the Monte Carlo simulation. */
  readonly draws: number;
}

/** One profile with all that is computed of it. */
interface Profile {
  readonly fixed: ProfileStock;
  readonly esm: readonly EsmStock[];
  readonly simulation: ProfileSimulation | null;
}

/** 97.5 % point of the normal distribution: a 95 % interval is the estimate plus or minus so many errors. */
const z95 = 1.96;
const level = 0.95;
const undefinedFigure: Estimate = { value: null };

/** Everything that the result shows, and what its warnings are read from. */
export function assess(inputs: SocStockInputs) {
  const { layers, laterLayers, years } = inputs;
  const random = randomSource(inputs.seed);
  const reference = referenceOf(inputs);
  const before = assessProfile(inputs, layers, reference.layers, random);
  const after =
    laterLayers.length === 0 ? null : assessProfile(inputs, laterLayers, reference.layers, random);

  const last = before.esm.at(-1);
  const later = after?.esm.at(-1);
  const change = last && later ? stockChange(last.cumulativeStock, later.cumulativeStock, years) : null;
  const changes = last && later ? difference(lastDraws(before), lastDraws(after)) : null;
  const outputs = {
    stock: withNormalInterval(before.fixed, 1),
    stockPerSquareMetre: withNormalInterval(before.fixed, 0.1), // t/ha -> kg/m2
    mass: { value: before.fixed.mass },
    intervalFrom: before.fixed.standardError === null ? ('none' as const) : ('errors' as const),
    change: estimate(change?.change, changes),
    rate: years === null ? undefinedFigure : estimate(change?.change, changes, 1 / years),
    changeAtFixedDepth: estimate(
      after ? after.fixed.stock - before.fixed.stock : undefined,
      difference(before.simulation?.fixedDepth ?? null, after?.simulation?.fixedDepth ?? null),
    ),
    referenceFrom: reference.from,
    referenceMass: last ? { value: last.referenceMass } : undefinedFigure,
    esmStock: estimate(last?.cumulativeStock, lastDraws(before)),
    laterEsmStock: estimate(later?.cumulativeStock, lastDraws(after)),
    laterStock: after ? withNormalInterval(after.fixed, 1) : undefinedFigure,
    esmDepth: { value: last?.depth ?? null },
    laterEsmDepth: { value: later?.depth ?? null },
    layers: before.fixed.layers.map(({ fragmentsMissing: _, ...row }) => row),
    esm: before.esm.map((one, index) => esmRow(reference.layers[index], one, after?.esm[index])),
    simulation: [
      ...simulationRow('stock', before.simulation?.fixedDepth ?? null),
      ...simulationRow('esm-stock', lastDraws(before)),
      ...simulationRow('later-stock', after?.simulation?.fixedDepth ?? null),
      ...simulationRow('later-esm-stock', lastDraws(after)),
      ...simulationRow('change', changes),
    ],
  };
  return { outputs, before, after };
}

function assessProfile(
  inputs: SocStockInputs,
  layers: readonly SoilLayer[],
  reference: readonly ReferenceLayer[],
  random: Random,
): Profile {
  const { esmMethod, densityErrors, draws } = inputs;
  const masses = cumulativeMasses(reference);
  const options = { method: esmMethod, draws, random, densityErrors };
  return {
    fixed: fixedDepthStock(layers, inputs, densityErrors),
    esm: masses.length === 0 ? [] : equivalentMassStocks(massProfile(layers, inputs), masses, options),
    // At fixed depth the interval needs no draws.
    simulation: masses.length === 0 ? null : simulateStocks(layers, inputs, masses, options),
  };
}

/** The reference that is given; else, of two profiles, the lighter one; else none. */
function referenceOf(inputs: SocStockInputs): {
  readonly from: 'given' | 'baseline' | 'later' | 'none';
  readonly layers: readonly ReferenceLayer[];
} {
  if (inputs.reference.length > 0) return { from: 'given', layers: inputs.reference };
  if (inputs.laterLayers.length === 0) return { from: 'none', layers: [] };
  const { profile, reference } = lightestReference([inputs.layers, inputs.laterLayers], inputs);
  return { from: profile === 0 ? 'baseline' : 'later', layers: reference };
}

function esmRow(layer: ReferenceLayer | undefined, one: EsmStock, later: EsmStock | undefined) {
  return {
    lower: layer?.lower ?? null,
    referenceMass: one.referenceMass,
    stock: one.stock,
    cumulativeStock: one.cumulativeStock,
    depth: one.depth,
    extrapolation: one.extrapolation ?? 'within',
    laterCumulativeStock: later?.cumulativeStock ?? null,
    laterDepth: later?.depth ?? null,
    laterExtrapolation: later ? (later.extrapolation ?? 'within') : null,
    change: later ? later.cumulativeStock - one.cumulativeStock : null,
  };
}

/** Draws of the stock above the whole reference mass; null where no error is known. */
function lastDraws(profile: Profile | null): Float64Array | null {
  return profile?.simulation?.equivalentMass.at(-1) ?? null;
}

function difference(before: Float64Array | null, after: Float64Array | null): Float64Array | null {
  return before === null || after === null ? null : drawsOfChange(before, after);
}

/** A value with the 95 % interval of its draws, where there are draws, both times a factor. */
function estimate(value: number | undefined, samples: Float64Array | null, factor = 1): Estimate {
  if (value === undefined) return undefinedFigure;
  if (samples === null) return { value: value * factor };
  const { p2_5, p97_5 } = summarise(samples);
  return { value: value * factor, low: p2_5 * factor, high: p97_5 * factor, level };
}

function simulationRow<Name extends string>(quantity: Name, samples: Float64Array | null) {
  if (samples === null) return [];
  const { n, mean, sd, p2_5, p50, p97_5 }: Summary = summarise(samples);
  return [{ quantity, draws: n, mean, sd, low: p2_5, median: p50, high: p97_5 }];
}

/** The stock in another unit, with its 95 % interval where the errors are known; a stock is never negative. */
function withNormalInterval({ stock, standardError }: ProfileStock, factor: number): Estimate {
  const value = stock * factor;
  if (standardError === null) return { value };
  const half = z95 * standardError * factor;
  return { value, low: Math.max(0, value - half), high: value + half, level };
}
