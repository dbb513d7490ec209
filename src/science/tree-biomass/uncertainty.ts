/**
 * How sure the above-ground biomass of measured plots is: Monte Carlo propagation of the errors of diameter, wood
 * density, height and equation, after `AGBmonteCarlo` of the R package BIOMASS (Réjou-Méchain et al. 2017, Methods
 * Ecol. Evol. 8:1163-1167), for equation 4 of Chave et al. (2014).
 *
 * In every draw each tree gets a diameter, a wood density, a height and a residual of ln AGB of its own; all trees
 * share one pair of coefficients from the posterior of equation 4. That posterior belongs to the logarithms: the
 * constant 0.0673 of the printed equation already holds exp(0.357^2/2) and must not be used with a residual.
 * The errors are those of measuring and of the equation; how plots differ is not among them.
 */
import { treeFactor } from '../factors/tree-biomass.ts';
import { cholesky } from '../linear-algebra.ts';
import { type Random, randomSource } from '../random.ts';
import { fastNormal, fillNormal } from './fast-normal.ts';

/** Height of a tree: measured, or predicted from its diameter in each draw. */
export type SimulatedHeight =
  /** Normal around `height`, m, with `deviation`, m, cut at 1.3 m and at 15 m above the tallest tree. */
  | { readonly kind: 'measured'; readonly height: number; readonly deviation: number }
  /** ln H = a + b ln D + c (ln D)^2 and a normal error with `deviation`: equation 6a, log1, log2. */
  | {
      readonly kind: 'logarithm';
      readonly a: number;
      readonly b: number;
      readonly c: number;
      readonly deviation: number;
    }
  /** `height` of a diameter, m, and a normal error with `deviation`, m, cut as a measured one. */
  | { readonly kind: 'curve'; readonly height: (diameter: number) => number; readonly deviation: number };

export interface SimulatedTree {
  /** cm */
  readonly diameter: number;
  /** Standard deviation of the diameter, cm; null for that of Chave et al. (2004). */
  readonly diameterDeviation: number | null;
  /** g/cm3 */
  readonly woodDensity: number;
  /** g/cm3 */
  readonly densityDeviation: number;
  readonly height: SimulatedHeight;
  /** Number of its plot, from 0. */
  readonly plot: number;
}

export interface SimulationOptions {
  /** 2 to 1,000,000 */
  readonly draws: number;
  /** Integer from 0 to 2^53 - 1. */
  readonly seed: number;
  /** Number of plots; trees of a plot that is not below it are refused. */
  readonly plots: number;
}

const posterior = {
  intercept: treeFactor('posterior.intercept'),
  slope: treeFactor('posterior.slope'),
  residual: treeFactor('posterior.residual'),
  root: cholesky([
    [treeFactor('posterior.varianceIntercept'), treeFactor('posterior.covariance')],
    [treeFactor('posterior.covariance'), treeFactor('posterior.varianceSlope')],
  ]),
};
const chave2004 = {
  slope: treeFactor('diameterError.slope'),
  constant: treeFactor('diameterError.constant'),
  gross: treeFactor('diameterError.gross'),
  share: treeFactor('diameterError.grossShare'),
};
const diameterLimits = [0.1, 500] as const;
const densityLimits = [treeFactor('woodDensity.lowest'), treeFactor('woodDensity.highest')] as const;
const lowestHeight = 1.3;
/** Normal numbers of a tree in a draw: diameter, density, height, residual. */
const perTree = 4;

/** Trees among n that have the gross error of Chave et al. (2004): 5 %, to the nearest tree, halves to even. */
export function grossErrors(n: number): number {
  const exact = chave2004.share * n;
  const below = Math.floor(exact);
  const half = Math.abs(exact - below - 0.5) < 1e-9;
  return half ? below + (below % 2) : Math.round(exact);
}

/** The trees as columns, with the limits within which a number is drawn again until it fits. */
function columnsOf(trees: readonly SimulatedTree[]) {
  const column = (of: (tree: SimulatedTree) => number) => Float64Array.from(trees, of);
  // What was given is always allowed, so that drawing again ends.
  return {
    diameter: column((tree) => tree.diameter),
    diameterDeviation: column(
      ({ diameter, diameterDeviation }) =>
        diameterDeviation ?? chave2004.slope * diameter + chave2004.constant,
    ),
    lowestDiameter: column((tree) => Math.min(diameterLimits[0], tree.diameter)),
    density: column((tree) => tree.woodDensity),
    densityDeviation: column((tree) => tree.densityDeviation),
    lowestDensity: column((tree) => Math.min(densityLimits[0], tree.woodDensity)),
    highestDensity: column((tree) => Math.max(densityLimits[1], tree.woodDensity)),
    plot: Int32Array.from(trees, (tree) => tree.plot),
  };
}

function logHeight({ a, b, c }: SimulatedHeight & { kind: 'logarithm' }, ln: number): number {
  return a + b * ln + c * ln * ln;
}

/** 15 m above the tallest height, m: where the heights are cut. */
function tallestOf(trees: readonly SimulatedTree[]): number {
  const heights = trees.map(({ height, diameter }) => {
    if (height.kind === 'measured') return height.height;
    return height.kind === 'curve'
      ? height.height(diameter)
      : Math.exp(logHeight(height, Math.log(diameter)));
  });
  return 15 + heights.reduce((high, height) => Math.max(high, height), 0);
}

/** A height, m, from a standard normal number `z`, drawn again where it is cut. */
function drawHeight(
  height: SimulatedHeight,
  diameter: number,
  z: number,
  tallest: number,
  random: Random,
): number {
  if (height.kind === 'logarithm')
    return Math.exp(logHeight(height, Math.log(diameter)) + height.deviation * z);
  const mean = height.kind === 'measured' ? height.height : height.height(diameter);
  const low = Math.min(lowestHeight, mean);
  const high = Math.max(tallest, mean);
  let value = mean + height.deviation * z;
  while (value < low || value > high) value = mean + height.deviation * fastNormal(random);
  return value;
}

/**
 * Above-ground biomass of every plot, kg, draw by draw.
 * @returns one Float64Array of `draws` sums for each plot
 * @throws RangeError for draws or a seed out of range, or a number of a tree that is not finite or not positive
 */
export function simulatePlots(trees: readonly SimulatedTree[], options: SimulationOptions): Float64Array[] {
  const { draws, seed, plots } = options;
  refuseNonsense(trees, options);
  const random = randomSource(seed);
  const n = trees.length;
  const t = columnsOf(trees);
  const sums = Array.from({ length: plots }, () => new Float64Array(draws));
  const sumOf = Array.from(t.plot, (plot) => sums[plot] as Float64Array); // checked above
  const heights = trees.map((tree) => tree.height);
  const tallest = tallestOf(trees);
  const gross = new GrossErrors(
    trees.flatMap((tree, i) => (tree.diameterDeviation === null ? [i] : [])),
    n,
    random,
  );
  const [[l11 = 0] = [], [l21 = 0, l22 = 0] = []] = posterior.root;

  const z = new Float64Array(2 + perTree * n);
  for (let draw = 0; draw < draws; draw += 1) {
    fillNormal(random, z);
    const first = z[0] as number; // z has 2 + 4 n places
    const intercept = posterior.intercept + l11 * first;
    const slope = posterior.slope + l21 * first + l22 * (z[1] as number);
    const isGross = gross.choose();
    for (let i = 0; i < n; i += 1) {
      const at = 2 + perTree * i;
      const spread = isGross[i] === 1 ? chave2004.gross : (t.diameterDeviation[i] as number);
      const lowest = t.lowestDiameter[i] as number;
      let diameter = (t.diameter[i] as number) + spread * (z[at] as number);
      while (diameter < lowest || diameter > diameterLimits[1])
        diameter = (t.diameter[i] as number) + spread * fastNormal(random);

      const lightest = t.lowestDensity[i] as number;
      const heaviest = t.highestDensity[i] as number;
      let density = (t.density[i] as number) + (t.densityDeviation[i] as number) * (z[at + 1] as number);
      while (density < lightest || density > heaviest)
        density = (t.density[i] as number) + (t.densityDeviation[i] as number) * fastNormal(random);

      const height = drawHeight(
        heights[i] as SimulatedHeight,
        diameter,
        z[at + 2] as number,
        tallest,
        random,
      );
      const size = Math.log(density * diameter * diameter * height);
      const sum = sumOf[i] as Float64Array; // one for every tree
      const residual = posterior.residual * (z[at + 3] as number);
      sum[draw] = (sum[draw] as number) + Math.exp(intercept + slope * size + residual);
    }
  }
  return sums;
}

/** Draws for each simulation which trees have a gross error, without giving the same tree two. */
class GrossErrors {
  readonly #candidates: Int32Array;
  readonly #flags: Uint8Array;
  readonly #count: number;
  readonly #random: Random;

  constructor(candidates: readonly number[], trees: number, random: Random) {
    this.#candidates = Int32Array.from(candidates);
    this.#flags = new Uint8Array(trees);
    this.#count = grossErrors(candidates.length);
    this.#random = random;
  }

  /** 1 for every tree with a gross error. The next call writes into the same array. */
  choose(): Uint8Array {
    const list = this.#candidates;
    for (let k = 0; k < this.#count; k += 1) this.#flags[list[k] as number] = 0;
    for (let k = 0; k < this.#count; k += 1) {
      const other = k + Math.floor(this.#random.next() * (list.length - k));
      const chosen = list[other] as number; // k <= other < length
      list[other] = list[k] as number;
      list[k] = chosen;
      this.#flags[chosen] = 1;
    }
    return this.#flags;
  }
}

function refuseNonsense(trees: readonly SimulatedTree[], { draws, plots }: SimulationOptions): void {
  if (!Number.isInteger(draws) || draws < 2 || draws > 1e6) {
    throw new RangeError(`draws is ${draws}; an integer from 2 to 1000000 is needed`);
  }
  const inRange = (place: string, value: number, min: number, max: number) => {
    if (!(value >= min && value <= max))
      throw new RangeError(`${place} is ${value}; it must lie within ${min} to ${max}`);
  };
  for (const [i, tree] of trees.entries()) {
    const at = (name: string) => `trees[${i}].${name}`;
    inRange(at('diameter'), tree.diameter, Number.MIN_VALUE, diameterLimits[1]);
    inRange(at('diameterDeviation'), tree.diameterDeviation ?? 0, 0, 100);
    inRange(at('woodDensity'), tree.woodDensity, Number.MIN_VALUE, 2);
    inRange(at('densityDeviation'), tree.densityDeviation, 0, 1);
    inRange(at('height.deviation'), tree.height.deviation, 0, 100);
    if (tree.height.kind === 'measured') inRange(at('height'), tree.height.height, Number.MIN_VALUE, 150);
    if (!Number.isInteger(tree.plot) || tree.plot < 0 || tree.plot >= plots)
      throw new RangeError(`${at('plot')} is ${tree.plot}; an integer from 0 to ${plots - 1} is needed`);
  }
}
