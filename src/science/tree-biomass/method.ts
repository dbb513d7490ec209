import type { Bounds } from '../range-fault.ts';
import type { FeldpauschRegion } from './domain.ts';
import type { EquationSet } from './species-equations.ts';

/** A live tree as it stands in a tally sheet. */
export interface Tree {
  /** At 1.3 m or above buttresses, cm, above 0, at most 500. */
  readonly diameter: number;
  /** Total height, m, 1.3 to 120; null where not measured. */
  readonly height: number | null;
  /** Oven-dry mass per green volume, g/cm3, 0.05 to 1.5; null where not known. */
  readonly woodDensity: number | null;
  /** Species, genus or group, for the equations of species; null where not named. */
  readonly taxon: string | null;
}

export type Equation = 'chave-4' | 'chave-7-biomass' | 'chave-7-published' | EquationSet | 'formula';

/** Where the height of a tree comes from that was not measured. */
export const heightSources = ['measured', 'chave-6a', 'feldpausch', 'local'] as const;
export type HeightSource = (typeof heightSources)[number];

export interface BiomassMethod {
  readonly equation: Equation;
  /** `measured`: every tree that needs a height must have one. */
  readonly heights: HeightSource;
  /** Environmental stress E of Chave et al. (2014), -0.5 to 2, for equations 6a and 7; null where not known. */
  readonly stress: number | null;
  readonly region: FeldpauschRegion;
  /** The user's own formula, kg; null without one. */
  readonly formula: string | null;
  /** Trees with a smaller diameter, cm, count as nothing; 0 for none. */
  readonly diameterLimit: number;
}

/** Valid ranges of every quantity, in the unit of its argument: [smallest, largest]. */
export const treeBounds = {
  diameter: [0, 500],
  height: [1.3, 120],
  woodDensity: [0.05, 1.5],
  stress: [-0.5, 2],
  diameterLimit: [0, 100],
} as const satisfies Record<string, Bounds>;
