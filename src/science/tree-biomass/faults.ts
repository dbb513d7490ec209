import { readFormula } from './formula.ts';
import { fewestHeights, type MeasuredHeight } from './height-model.ts';
import { type BiomassMethod, type Tree, treeBounds } from './method.ts';
import { type EquationSet, equationSets, findEquation } from './species-equations.ts';

/** Why the biomass of trees cannot be computed. `tree` counts from 0; null where the method is meant. */
export interface TreeFault {
  readonly code:
    | 'not-a-number'
    | 'not-above'
    | 'too-low'
    | 'too-high'
    | 'height-missing'
    | 'density-missing'
    | 'density-needed'
    | 'taxon-missing'
    | 'unknown-taxon'
    | 'stress-missing'
    | 'too-few-heights'
    | 'same-diameters'
    | 'formula-missing'
    | 'formula-unreadable'
    | 'formula-without-result';
  readonly tree: number | null;
  readonly argument: keyof Tree | 'stress' | 'diameterLimit' | 'heights' | 'formula';
  readonly value: number | string | null;
  /** Bounds of the value, in its own unit; null where there are none. */
  readonly min: number | null;
  readonly max: number | null;
}

export function isEquationSet(equation: string): equation is EquationSet {
  return equationSets.some((one) => one === equation);
}

/** Whether the method takes the height of a tree. */
export function needsHeight({ equation, formula }: BiomassMethod): boolean {
  if (equation === 'chave-4') return true;
  const reading = equation === 'formula' && formula !== null ? readFormula(formula) : null;
  return reading?.ok === true && reading.formula.usesHeight;
}

/** Whether the method takes the wood density of a tree. */
export function needsDensity({ equation }: BiomassMethod): boolean {
  return equation.startsWith('chave');
}

/** The trees a local height model is fitted to. */
export function measuredHeights(trees: readonly Tree[]): readonly MeasuredHeight[] {
  return trees.flatMap(({ diameter, height }) => (height === null ? [] : [{ diameter, height }]));
}

/** Everything about the trees and the method that forbids a result, at once. */
export function treeFaults(trees: readonly Tree[], method: BiomassMethod): readonly TreeFault[] {
  const ofTrees = trees.flatMap((tree, index) => {
    const ranges = rangesOf(tree, index);
    return ranges.length > 0 ? ranges : [...missingOf(tree, index, method)];
  });
  return [...methodFaults(trees, method), ...ofTrees];
}

function rangesOf(tree: Tree, index: number): TreeFault[] {
  return (['diameter', 'height', 'woodDensity'] as const).flatMap((argument) => {
    const value = tree[argument];
    return value === null && argument !== 'diameter' ? [] : outOfRange(value, argument, index);
  });
}

function outOfRange(
  value: number | null,
  argument: keyof typeof treeBounds,
  tree: number | null,
): TreeFault[] {
  const [min, max] = treeBounds[argument];
  const place = { tree, argument, value, min, max };
  if (value === null || !Number.isFinite(value)) return [{ code: 'not-a-number', ...place }];
  if (argument === 'diameter' && value <= min) return [{ code: 'not-above', ...place }];
  if (value < min) return [{ code: 'too-low', ...place }];
  return value > max ? [{ code: 'too-high', ...place }] : [];
}

function missingOf(tree: Tree, index: number, method: BiomassMethod): readonly TreeFault[] {
  const { equation } = method;
  const fault = (
    code: TreeFault['code'],
    argument: TreeFault['argument'],
    value: TreeFault['value'] = null,
  ) => ({
    code,
    tree: index,
    argument,
    value,
    min: null,
    max: null,
  });
  const faults: TreeFault[] = [];
  if (tree.height === null && method.heights === 'measured' && needsHeight(method))
    faults.push(fault('height-missing', 'height'));
  if (tree.woodDensity === null && needsDensity(method)) faults.push(fault('density-missing', 'woodDensity'));
  if (isEquationSet(equation)) {
    if (tree.taxon === null || tree.taxon.trim() === '') faults.push(fault('taxon-missing', 'taxon'));
    else {
      const found = findEquation(equation, tree.taxon, tree.woodDensity);
      if (found === 'unknown-taxon') faults.push(fault(found, 'taxon', tree.taxon));
      if (found === 'density-needed') faults.push(fault(found, 'woodDensity', tree.woodDensity));
    }
  }
  return faults;
}

function methodFaults(trees: readonly Tree[], method: BiomassMethod): readonly TreeFault[] {
  const { equation, heights, stress, formula, diameterLimit } = method;
  const faults: TreeFault[] = outOfRange(diameterLimit, 'diameterLimit', null);
  const fault = (code: TreeFault['code'], argument: TreeFault['argument'], more: Partial<TreeFault> = {}) =>
    faults.push({ code, tree: null, argument, value: null, min: null, max: null, ...more });
  if (stress !== null) faults.push(...outOfRange(stress, 'stress', null));
  const predicted = needsHeight(method) && trees.some(({ height }) => height === null);
  const needsStress = equation.startsWith('chave-7') || (predicted && heights === 'chave-6a');
  if (needsStress && stress === null) fault('stress-missing', 'stress');
  if (equation === 'formula') {
    const reading = formula === null ? null : readFormula(formula);
    if (reading === null) fault('formula-missing', 'formula');
    else if (!reading.ok) fault('formula-unreadable', 'formula', { value: reading.fault.found });
  }
  if (predicted && heights === 'local') {
    const measured = measuredHeights(trees);
    const different = new Set(measured.map(({ diameter }) => diameter)).size;
    if (measured.length < fewestHeights) {
      fault('too-few-heights', 'heights', { value: measured.length, min: fewestHeights });
    } else if (different < 3) fault('same-diameters', 'heights', { value: different, min: 3 });
  }
  return faults;
}
