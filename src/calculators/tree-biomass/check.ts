import { environmentalStress } from '../../science/tree-biomass/allometry.ts';
import { type TreeFault, treeFaults } from '../../science/tree-biomass/faults.ts';
import { type BiomassMethod, type Tree, treeBounds } from '../../science/tree-biomass/method.ts';
import { type BelowGround, belowGround, perHectare } from '../../science/tree-biomass/stand.ts';
import { resultFaults, weighTrees } from '../../science/tree-biomass/trees.ts';
import type { Problem } from '../fields.ts';
import type { problems } from './codes.ts';
import { treesOf } from './densities.ts';
import type { Inputs } from './fields.ts';

type Code = (typeof problems)[number];
type Found = Omit<Problem, 'unit'> & { readonly code: Code };

/** E as given, else from its climate; null without either. */
export function stressOf(inputs: Inputs): number | null {
  const { stress, temperatureSeasonality, waterDeficit, precipitationSeasonality } = inputs;
  if (stress !== null) return stress;
  if (temperatureSeasonality === null || waterDeficit === null || precipitationSeasonality === null)
    return null;
  return environmentalStress({ temperatureSeasonality, waterDeficit, precipitationSeasonality });
}

export function methodOf(inputs: Inputs): BiomassMethod {
  const { equation, heights, region, formula, diameterLimit } = inputs;
  return { equation, heights, stress: stressOf(inputs), region, formula, diameterLimit };
}

export function rootsOf({ belowGround: kind, zone, continent, origin, rootRatio }: Inputs): BelowGround {
  if (kind === 'ipcc-2019') return { kind, stand: { zone, continent, origin } };
  return kind === 'ratio' ? { kind, ratio: rootRatio ?? Number.NaN } : { kind };
}

/** What no field can see alone, all at once. */
export function check(inputs: Inputs): readonly Found[] {
  const own = [...wholeNumbers(inputs), ...climateProblems(inputs), ...choiceProblems(inputs)];
  const trees = treesOf(inputs);
  const method = methodOf(inputs);
  // A stress that is missing because its climate is not complete, or is impossible, was named already.
  const named = own.some(({ code }) => code.startsWith('climate'));
  const faults = treeFaults(trees, named ? { ...method, stress: method.stress === null ? 0 : null } : method)
    .filter(({ code }) => !named || code !== 'stress-missing')
    .map(toProblem);
  if (own.length > 0 || faults.length > 0) return [...own, ...faults];
  return resultProblems(inputs, trees, method);
}

function toProblem({ code, tree, argument, value, min, max }: TreeFault): Found {
  const path = tree === null || argument === 'formula' ? argument : `trees.${tree}.${argument}`;
  // Fields keep every number within the bounds of science: what is left are codes of this list.
  return {
    code: code as Code,
    path,
    value,
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
  };
}

function wholeNumbers(inputs: Inputs): Found[] {
  return (['draws', 'seed'] as const).flatMap((path) =>
    Number.isInteger(inputs[path]) ? [] : [{ code: 'not-whole' as const, path, value: inputs[path] }],
  );
}

const climate = ['temperatureSeasonality', 'waterDeficit', 'precipitationSeasonality'] as const;

function climateProblems(inputs: Inputs): Found[] {
  if (inputs.stress !== null) return [];
  const missing = climate.filter((name) => inputs[name] === null);
  if (missing.length === climate.length) return [];
  if (missing.length > 0)
    return missing.map((path) => ({ code: 'climate-incomplete' as const, path, value: null }));
  const value = stressOf(inputs) ?? Number.NaN;
  const [min, max] = treeBounds.stress;
  if (value >= min && value <= max) return [];
  return [{ code: 'climate-impossible', path: 'temperatureSeasonality', value, min, max }];
}

function choiceProblems({ belowGround: roots, rootRatio, carbon, ownCarbon }: Inputs): Found[] {
  const found: Found[] = [];
  if (roots === 'ratio' && rootRatio === null)
    found.push({ code: 'ratio-missing', path: 'rootRatio', value: null });
  if (carbon === 'own' && ownCarbon === null)
    found.push({ code: 'carbon-missing', path: 'ownCarbon', value: null });
  return found;
}

/** What only the result shows: a formula without one, a stand without a ratio in the table. */
function resultProblems(inputs: Inputs, trees: readonly Tree[], method: BiomassMethod): readonly Found[] {
  const weighed = weighTrees(trees, method);
  const [first] = resultFaults(weighed.trees, method);
  if (first !== undefined) return [{ ...toProblem(first), value: (first.tree ?? 0) + 1 }];
  const agb = perHectare(weighed.agb, inputs.plotArea * countPlots(inputs));
  const roots = rootsOf(inputs);
  if (roots.kind !== 'ipcc-2019' || belowGround(agb, roots) !== null) return [];
  return [{ code: 'no-root-ratio', path: 'zone', value: Math.round(agb) }];
}

export function countPlots({ trees }: Inputs): number {
  return new Set(trees.map(({ plot }) => plot)).size;
}
