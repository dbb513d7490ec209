/**
 * Wood density of genera from the Global Wood Density Database (Zanne et al. 2009), and how far the density of a
 * tree may be from it, by the rank that its density was found at (Réjou-Méchain et al. 2017).
 */
import { treeFactor, treeFactors } from '../factors/tree-biomass.ts';
import type { DensityRank } from './domain.ts';

/** Mean of the data base, g/cm3, for a genus that is not known. */
export const meanWoodDensity = treeFactor('woodDensity.mean');

/** Standard deviation of the density of a tree around the mean of its rank, g/cm3. */
export function densityDeviation(rank: DensityRank): number {
  if (rank !== 'unknown') return treeFactor(`woodDensity.sd.${rank}`);
  const { error } = treeFactors.factors['woodDensity.mean'];
  return error?.kind === 'sd' ? error.sd : Number.NaN;
}

export interface GenusDensity {
  readonly genus: string;
  /** Mean of its species, g/cm3. */
  readonly density: number;
  readonly records: number;
  readonly species: number;
}

/** Densities by genus in lower case. */
export type WoodDensities = ReadonlyMap<string, GenusDensity>;

/** Reads lines of genus, density, records, species, as in `factors/wood-density-genus.json` (38 kB). */
export function readWoodDensities(lines: string): WoodDensities {
  const entries = lines.split('\n').map((line): [string, GenusDensity] => {
    const [genus = '', density, records, species] = line.split(' ');
    return [
      genus.toLowerCase(),
      { genus, density: Number(density), records: Number(records), species: Number(species) },
    ];
  });
  return new Map(entries);
}

/** Mean density of the genus of a species or genus name; null where the data base does not know the genus. */
export function genusDensity(densities: WoodDensities, name: string): GenusDensity | null {
  const [genus = ''] = name.trim().toLowerCase().split(/\s+/);
  return densities.get(genus) ?? null;
}
