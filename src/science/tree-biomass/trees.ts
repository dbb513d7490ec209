/** Above-ground biomass of every tree of a tally sheet, by one method. */
import type { TreeEquation } from '../factors/tree-equations.ts';
import {
  chaveDiameters,
  chaveHeight,
  chaveWithHeight,
  chaveWithoutHeight,
  feldpauschHeight,
} from './allometry.ts';
import { isEquationSet, measuredHeights, needsHeight, type TreeFault, treeFaults } from './faults.ts';
import { parseFormula } from './formula.ts';
import { compareHeightModels, type HeightModel, modelHeight } from './height-model.ts';
import type { BiomassMethod, Tree } from './method.ts';
import { equationBiomass, findEquation } from './species-equations.ts';

export interface TreeBiomass {
  /** Height that was used, m; null where the equation takes none. */
  readonly height: number | null;
  /** The height was predicted from the diameter. */
  readonly predicted: boolean;
  /** Above-ground biomass, kg of dry matter; 0 below the diameter limit. */
  readonly agb: number;
  /** Diameters the equation was fitted to, cm; null where not known (a formula of the user's own). */
  readonly fitted: readonly [number, number] | null;
}

export interface TreesBiomass {
  readonly trees: readonly TreeBiomass[];
  /** Above-ground biomass of all trees, kg. */
  readonly agb: number;
  /** The local height model, where one was used. */
  readonly heightModel: HeightModel | null;
}

/**
 * Above-ground biomass, kg of dry matter, tree by tree. No tree at all gives 0.
 * @throws RangeError naming argument, value and bounds of every fault of `treeFaults`, and for a formula whose
 *   result for a tree is not a number from 0
 */
export function treesBiomass(trees: readonly Tree[], method: BiomassMethod): TreesBiomass {
  refuse(treeFaults(trees, method));
  const result = weighTrees(trees, method);
  refuse(resultFaults(result.trees, method));
  return result;
}

/** The same for trees without a fault of `treeFaults`; a formula of the user's own may still have no result. */
export function weighTrees(trees: readonly Tree[], method: BiomassMethod): TreesBiomass {
  const heightModel = localModel(trees, method);
  const results = trees.map((tree) => oneTree(tree, method, heightModel));
  return { trees: results, agb: results.reduce((sum, { agb }) => sum + agb, 0), heightModel };
}

/** Trees for which a formula of the user's own has no result, or one below 0. */
export function resultFaults(
  results: readonly TreeBiomass[],
  { formula }: BiomassMethod,
): readonly TreeFault[] {
  return results.flatMap(({ agb }, index): TreeFault[] =>
    agb >= 0 && agb < Infinity
      ? []
      : [
          {
            code: 'formula-without-result',
            tree: index,
            argument: 'formula',
            value: formula,
            min: 0,
            max: null,
          },
        ],
  );
}

function localModel(trees: readonly Tree[], method: BiomassMethod): HeightModel | null {
  const predicted = method.heights === 'local' && trees.some(({ height }) => height === null);
  return predicted && needsHeight(method) ? (compareHeightModels(measuredHeights(trees))[0] ?? null) : null;
}

function oneTree(tree: Tree, method: BiomassMethod, model: HeightModel | null): TreeBiomass {
  const height = needsHeight(method) ? (tree.height ?? predictedHeight(tree.diameter, method, model)) : null;
  const { agb, fitted } = biomassOf(tree, height, method);
  const counted = tree.diameter >= method.diameterLimit ? agb : 0;
  return { height, predicted: height !== null && tree.height === null, agb: counted, fitted };
}

function biomassOf(
  { diameter, woodDensity, taxon }: Tree,
  height: number | null,
  { equation, stress, formula }: BiomassMethod,
): Pick<TreeBiomass, 'agb' | 'fitted'> {
  // What is missing here was refused before; NaN would be refused after.
  const density = woodDensity ?? Number.NaN;
  if (isEquationSet(equation)) {
    const found = findEquation(equation, taxon ?? '', woodDensity) as TreeEquation; // refused where it is a fault
    return { agb: equationBiomass(found, diameter), fitted: found.diameter };
  }
  switch (equation) {
    case 'chave-4':
      return { agb: chaveWithHeight(diameter, height ?? Number.NaN, density), fitted: chaveDiameters };
    case 'chave-7-biomass':
    case 'chave-7-published': {
      const set = equation === 'chave-7-biomass' ? 'biomass' : 'published';
      return {
        agb: chaveWithoutHeight(diameter, density, stress ?? Number.NaN, set),
        fitted: chaveDiameters,
      };
    }
    case 'formula':
      return { agb: parseFormula(formula ?? '').evaluate(diameter, height ?? Number.NaN), fitted: null };
  }
}

/** Height of a tree that was not measured, m. */
function predictedHeight(
  diameter: number,
  { heights, stress, region }: BiomassMethod,
  model: HeightModel | null,
): number | null {
  switch (heights) {
    case 'measured':
      return null;
    case 'chave-6a':
      return stress === null ? null : chaveHeight(diameter, stress);
    case 'feldpausch':
      return feldpauschHeight(diameter, region);
    case 'local':
      return model === null ? null : modelHeight(model, diameter);
  }
}

function refuse(faults: readonly TreeFault[]): void {
  if (faults.length === 0) return;
  const texts = faults.map(({ code, tree, argument, value, min, max }) => {
    const place = tree === null ? argument : `trees[${tree}].${argument}`;
    const bounds = min === null && max === null ? '' : `; it must lie within ${min ?? '-'} to ${max ?? '-'}`;
    return `${place} is ${value} (${code})${bounds}`;
  });
  throw new RangeError(texts.join('. '));
}
