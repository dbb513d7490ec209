/** The trees of a tally sheet, with their errors, as the simulation of `uncertainty.ts` takes them. */
import { chaveHeightResidual, chaveLogHeight, feldpauschHeight } from './allometry.ts';
import type { HeightModel } from './height-model.ts';
import type { BiomassMethod, Tree } from './method.ts';
import type { SimulatedHeight, SimulatedTree } from './uncertainty.ts';

/** Standard deviations of what was measured. */
export interface MeasurementErrors {
  /** Of diameters, cm; `chave2004` for sd = 0.0062 D + 0.0904 cm, and 4.64 cm for 5 % of the trees. */
  readonly diameter: number | 'chave2004';
  /** Of measured heights, a share of the height, 0 to 1. */
  readonly height: number;
  /** Around a regional height curve of Feldpausch et al. (2012), m; null where not known. */
  readonly regionalHeight: number | null;
}

/** Whether an interval can be computed: equation 4, with a known error of every height. */
export function canSimulate(
  trees: readonly Tree[],
  { equation, heights }: BiomassMethod,
  { regionalHeight }: MeasurementErrors,
): boolean {
  if (equation !== 'chave-4' || trees.length === 0) return false;
  return heights !== 'feldpausch' || regionalHeight !== null || trees.every(({ height }) => height !== null);
}

/**
 * A tree with its errors, for equation 4.
 * @param densityDeviation of its wood density, g/cm3
 * @param plot number of its plot, from 0
 * @param model the local height model, where heights are `local`
 */
export function simulatedTree(
  tree: Tree,
  method: BiomassMethod,
  errors: MeasurementErrors,
  densityDeviation: number,
  plot: number,
  model: HeightModel | null,
): SimulatedTree {
  return {
    diameter: tree.diameter,
    diameterDeviation: errors.diameter === 'chave2004' ? null : errors.diameter,
    woodDensity: tree.woodDensity ?? Number.NaN, // refused where it is missing
    densityDeviation,
    height: simulatedHeight(tree, method, errors, model),
    plot,
  };
}

function simulatedHeight(
  { height }: Tree,
  { heights, stress, region }: BiomassMethod,
  errors: MeasurementErrors,
  model: HeightModel | null,
): SimulatedHeight {
  if (height !== null) return { kind: 'measured', height, deviation: errors.height * height };
  if (heights === 'feldpausch') {
    return {
      kind: 'curve',
      height: (diameter) => feldpauschHeight(diameter, region),
      deviation: errors.regionalHeight ?? 0,
    };
  }
  if (heights === 'local' && model !== null) return modelled(model);
  return fromStress(stress ?? Number.NaN);
}

/** Heights of equation 6a of Chave et al. (2014) for an environmental stress E. */
export function fromStress(stress: number): SimulatedHeight {
  // ln H is a quadratic in ln D: three diameters give its coefficients, and D = 1 the constant.
  const a = chaveLogHeight(1, stress);
  const up = chaveLogHeight(Math.E, stress) - a;
  const down = chaveLogHeight(1 / Math.E, stress) - a;
  return { kind: 'logarithm', a, b: (up - down) / 2, c: (up + down) / 2, deviation: chaveHeightResidual };
}

/** Heights of a local model, with its residual error. */
export function modelled({ form, coefficients, logResidual, residual }: HeightModel): SimulatedHeight {
  const [a = 0, b = 0, c = 0] = coefficients;
  if (form !== 'michaelis') return { kind: 'logarithm', a, b, c, deviation: logResidual ?? 0 };
  return { kind: 'curve', height: (diameter) => (a * diameter) / (b + diameter), deviation: residual };
}
