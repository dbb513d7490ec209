/**
 * Local height-diameter models, fitted to trees of the stand whose height was measured, as `modelHD` of the R
 * package BIOMASS (Réjou-Méchain et al. 2017, Methods Ecol. Evol. 8:1163-1167) does:
 *   log1       ln H = a + b ln D
 *   log2       ln H = a + b ln D + c (ln D)^2
 *   michaelis  H = A D / (B + D)
 * The first two are predicted as exp(fit + RSE^2/2), the correction of Baskerville (1972).
 */
import { linearModel } from '../least-squares.ts';
import { mean } from '../statistics.ts';
import { type HeightForm, heightForms } from './domain.ts';

export interface HeightModel {
  readonly form: HeightForm;
  /** a, b (, c); A in m and B in cm. */
  readonly coefficients: readonly number[];
  /** Residual standard error of ln H; null for `michaelis`. */
  readonly logResidual: number | null;
  /** Residual standard error of H, m. */
  readonly residual: number;
  /** Diameters of the trees it was fitted to, cm. */
  readonly diameters: readonly [number, number];
  readonly trees: number;
}

/** Fewest trees with a measured height, as BIOMASS asks. */
export const fewestHeights = 15;

/** A tree whose height was measured: D in cm, H in m, both above 0. */
export interface MeasuredHeight {
  readonly diameter: number;
  readonly height: number;
}

/** How a non-linear fit ends: where a step lowers the sum of squares by a smaller share than this. */
export interface HeightFitOptions {
  readonly tolerance?: number;
}

/**
 * Height-diameter model by least squares.
 * @throws RangeError with fewer than 15 trees, for a D or H that is not above 0, or where all D are equal
 */
export function fitHeightModel(
  trees: readonly MeasuredHeight[],
  form: HeightForm,
  { tolerance = finest }: HeightFitOptions = {},
): HeightModel {
  if (trees.length < fewestHeights) {
    throw new RangeError(
      `trees has ${trees.length} heights; at least ${fewestHeights} measured heights are needed`,
    );
  }
  for (const [index, tree] of trees.entries()) {
    for (const name of ['diameter', 'height'] as const) {
      const value = tree[name];
      if (!(value > 0 && value < Infinity)) {
        throw new RangeError(`trees[${index}].${name} is ${value}; a number above 0 is needed`);
      }
    }
  }
  const all = trees.map(({ diameter }) => diameter);
  const diameters = [Math.min(...all), Math.max(...all)] as const;
  if (diameters[0] === diameters[1]) {
    throw new RangeError(`diameter is ${diameters[0]} in all trees; different diameters are needed`);
  }
  const part = form === 'michaelis' ? fitMichaelis(trees, tolerance) : fitLogarithms(trees, form);
  const model = { form, ...part, residual: Number.NaN, diameters, trees: trees.length };
  let squares = 0;
  for (const { diameter, height } of trees) squares += (height - modelHeight(model, diameter)) ** 2;
  return { ...model, residual: Math.sqrt(squares / (trees.length - part.coefficients.length)) };
}

type Part = Pick<HeightModel, 'coefficients' | 'logResidual'>;

function fitLogarithms(trees: readonly MeasuredHeight[], form: 'log1' | 'log2'): Part {
  const design = trees.map(({ diameter }) => {
    const ln = Math.log(diameter);
    return form === 'log1' ? [1, ln] : [1, ln, ln * ln];
  });
  const fit = linearModel(
    design,
    trees.map(({ height }) => Math.log(height)),
  );
  return { coefficients: [...fit.coefficients], logResidual: Math.sqrt(fit.residualVariance ?? 0) };
}

/**
 * Gauss-Newton steps, halved while the sum of squares rises, from a fit to the mean heights of equal diameters.
 * That start and `tolerance` = 1.49e-8 are those of SSmicmen and nlsLM in R, which stop a few millionths short of
 * the smallest sum of squares; the tolerance used by default finds it to 1e-9.
 */
function fitMichaelis(trees: readonly MeasuredHeight[], tolerance: number): Part {
  const means = meansByDiameter(trees);
  const middle = means[Math.floor(means.length / 2)]?.diameter ?? 1;
  const highest = means.reduce((high, { height }) => Math.max(high, height), 0);
  const start = descend(means, [1.5 * highest, middle], finest);
  return { coefficients: descend(trees, start, tolerance), logResidual: null };
}

const finest = 1e-15;
/** B, cm, at which heights are a straight line for all that D can be. */
const steepest = 1e7;

function meansByDiameter(trees: readonly MeasuredHeight[]): readonly MeasuredHeight[] {
  const groups = new Map<number, number[]>();
  for (const { diameter, height } of trees) groups.set(diameter, [...(groups.get(diameter) ?? []), height]);
  return [...groups]
    .map(([diameter, heights]) => ({ diameter, height: mean(heights) }))
    .sort((one, two) => one.diameter - two.diameter);
}

type Pair = readonly [number, number];

function descend(trees: readonly MeasuredHeight[], start: Pair, tolerance: number): Pair {
  let at = start;
  let squares = michaelisSquares(trees, at);
  for (let step = 0; step < 500; step += 1) {
    const [byA, byB] = gaussNewton(trees, at);
    let share = 1;
    let next = at;
    let fallen = Infinity;
    for (; share > 1e-12; share /= 2) {
      next = [at[0] + share * byA, at[1] + share * byB];
      if (next[0] > 0 && next[1] > 0 && next[1] < steepest) fallen = michaelisSquares(trees, next);
      if (fallen <= squares) break;
    }
    if (!(fallen <= squares)) return at;
    const change = (squares - fallen) / squares;
    at = next;
    squares = fallen;
    if (!(change > tolerance)) return at;
  }
  return at;
}

function michaelisSquares(trees: readonly MeasuredHeight[], [A, B]: Pair): number {
  let squares = 0;
  for (const { diameter, height } of trees) squares += (height - (A * diameter) / (B + diameter)) ** 2;
  return squares;
}

/** Change of A and B that the linearised model asks for. */
function gaussNewton(trees: readonly MeasuredHeight[], [A, B]: Pair): Pair {
  let [aa, ab, bb, ra, rb] = [0, 0, 0, 0, 0];
  for (const { diameter, height } of trees) {
    const byA = diameter / (B + diameter);
    const byB = (-A * byA) / (B + diameter);
    const residual = height - A * byA;
    aa += byA * byA;
    ab += byA * byB;
    bb += byB * byB;
    ra += byA * residual;
    rb += byB * residual;
  }
  const determinant = aa * bb - ab * ab;
  return determinant > 0 ? [(bb * ra - ab * rb) / determinant, (aa * rb - ab * ra) / determinant] : [0, 0];
}

/** ln H of a logarithmic model before the correction; for `michaelis` the logarithm of its height. */
export function modelLogHeight({ form, coefficients }: HeightModel, diameter: number): number {
  const [a = 0, b = 0, c = 0] = coefficients;
  if (form === 'michaelis') return Math.log((a * diameter) / (b + diameter));
  const ln = Math.log(diameter);
  return a + b * ln + c * ln * ln;
}

/** Mean height, m, of trees with a diameter, cm. */
export function modelHeight(model: HeightModel, diameter: number): number {
  const correction = model.logResidual === null ? 0 : model.logResidual ** 2 / 2;
  return Math.exp(modelLogHeight(model, diameter) + correction);
}

/** Models of all forms, the one with the smallest residual error of H first. @throws as `fitHeightModel` */
export function compareHeightModels(trees: readonly MeasuredHeight[]): readonly HeightModel[] {
  return heightForms
    .map((form) => fitHeightModel(trees, form))
    .sort((one, two) => one.residual - two.residual);
}
