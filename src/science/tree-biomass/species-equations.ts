/** Above-ground biomass of single trees with the published equations of species and groups. */
import { type TreeEquation, treeEquations } from '../factors/tree-equations.ts';
import { type ParsedFormula, parseFormula } from './formula.ts';

export type { TreeEquation } from '../factors/tree-equations.ts';

/** Keys of the sets of equations: Wang (2006), Xiang et al. (2016), Chojnacky et al. (2014). */
export const equationSets = ['wang-2006', 'xiang-2016', 'chojnacky-2014'] as const;
export type EquationSet = (typeof equationSets)[number];

const parsed = new Map<string, ParsedFormula>();

function formulaOf({ formula }: TreeEquation): ParsedFormula {
  const known = parsed.get(formula) ?? parseFormula(formula);
  parsed.set(formula, known);
  return known;
}

/** Above-ground biomass, kg, of a tree of a diameter, cm, as the equation gives it. */
export function equationBiomass(equation: TreeEquation, diameter: number): number {
  return formulaOf(equation).evaluate(diameter, Number.NaN) * equation.kilogramsPerUnit;
}

/** Why no equation was found: the taxon is not in the set, or its equations need a wood density to choose. */
export type EquationFault = 'unknown-taxon' | 'density-needed';

/**
 * The equation of a set for a taxon. A species is found by its name, else by that of its genus. Some groups of
 * Chojnacky et al. (2014) have one equation for each class of wood density.
 * @param taxon       species, genus, family or group, in any case
 * @param woodDensity g/cm3; null where not known
 */
export function findEquation(
  set: EquationSet,
  taxon: string,
  woodDensity: number | null,
): TreeEquation | EquationFault {
  const words = taxon.trim().toLowerCase().split(/\s+/);
  const named = (name: string) =>
    treeEquations.filter(
      (equation) => equation.set === set && equation.taxa.some((one) => one.toLowerCase() === name),
    );
  const whole = named(words.join(' '));
  const found = whole.length > 0 ? whole : named(words[0] ?? '');
  const [only] = found;
  if (only === undefined) return 'unknown-taxon';
  if (only.density === null) return only;
  if (woodDensity === null) return 'density-needed';
  const fits = found.find(({ density }) => {
    const [from, below] = density ?? [null, null];
    return woodDensity >= (from ?? 0) && woodDensity < (below ?? Infinity);
  });
  return fits ?? 'density-needed';
}

/** Every name that a set has equations for, in alphabetical order. */
export function taxaOf(set: EquationSet): readonly string[] {
  const taxa = treeEquations.filter((equation) => equation.set === set).flatMap((equation) => equation.taxa);
  return [...new Set(taxa)].sort();
}
