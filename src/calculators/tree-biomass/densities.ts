import table from '../../science/factors/wood-density-genus.json' with { type: 'json' };
import type { DensityRank } from '../../science/tree-biomass/domain.ts';
import type { Tree } from '../../science/tree-biomass/method.ts';
import { genusDensity, meanWoodDensity, readWoodDensities } from '../../science/tree-biomass/wood-density.ts';
import type { Inputs } from './fields.ts';

const genera = readWoodDensities(table.genera);

/** A wood density, where it comes from, and the rank that sets its error. */
export interface UsedDensity {
  /** g/cm3; null where the equation takes none and none is given. */
  readonly value: number | null;
  readonly rank: DensityRank;
  readonly from: 'given' | 'genus' | 'mean' | null;
}

/** The density as given; for equations of Chave else that of the genus, else the mean of the data base. */
export function densityOf(
  { woodDensity, taxon }: Inputs['trees'][number],
  { equation, densityRank }: Inputs,
): UsedDensity {
  if (woodDensity !== null) return { value: woodDensity, rank: densityRank, from: 'given' };
  if (!equation.startsWith('chave')) return { value: null, rank: 'unknown', from: null };
  const genus = genusDensity(genera, taxon ?? '');
  return genus === null
    ? { value: meanWoodDensity, rank: 'unknown', from: 'mean' }
    : { value: genus.density, rank: 'genus', from: 'genus' };
}

/** The trees as science takes them. */
export function treesOf(inputs: Inputs): readonly Tree[] {
  return inputs.trees.map((tree) => ({
    diameter: tree.diameter,
    height: tree.height,
    woodDensity: densityOf(tree, inputs).value,
    taxon: tree.taxon,
  }));
}
