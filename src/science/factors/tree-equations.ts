import type { FactorTable } from '../factor.ts';
import json from './tree-equations.json' with { type: 'json' };

/** A published equation for the above-ground biomass of one tree from its diameter `dbh`, cm. */
export interface TreeEquation {
  /** Its id in allodb. */
  readonly id: string;
  /** Key in the sources. */
  readonly set: string;
  /** Species, genera, families or groups it stands for. */
  readonly taxa: readonly string[];
  readonly formula: string;
  /** kg in one unit of its result. */
  readonly kilogramsPerUnit: number;
  /** Diameters of the trees it was fitted to, cm: [smallest, largest]. */
  readonly diameter: readonly [number, number];
  /** Wood densities it is for, g/cm3: from the first to below the second, null where open; null for any. */
  readonly density: readonly [number | null, number | null] | null;
  /** Trees it was fitted to. */
  readonly trees: number;
}

// JSON types its pairs as lists
const { equations } = json as unknown as { readonly equations: readonly TreeEquation[] };

export const treeEquations = equations;

/** Every coefficient of the equations: the numbers of a formula, in their order. */
export const equationFactors: FactorTable = {
  id: json.id,
  title: json.title,
  version: json.version,
  sources: json.sources,
  factors: Object.fromEntries(
    equations.flatMap(({ id, set, taxa, formula, diameter, density, trees }) =>
      (formula.match(/-?\d+\.\d+/g) ?? []).map((number, index) => [
        `${id}.${index + 1}`,
        {
          value: Number(number),
          unit: '1',
          substance: 'dry matter',
          error: null,
          source: set,
          place: `${taxa.join(', ')}: ${formula}`,
          validity: `D ${diameter.join(' to ')} cm, ${trees} trees${density === null ? '' : `, wood density ${density[0] ?? 0} to ${density[1] ?? 'any'} g/cm3`}`,
          status: 'seen',
          seenIn: json.seenIn,
        } as const,
      ]),
    ),
  ),
};
