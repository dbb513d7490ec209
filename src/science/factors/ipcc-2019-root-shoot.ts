import type { Factor, FactorTable } from '../factor.ts';
import json from './ipcc-2019-root-shoot.json' with { type: 'json' };
import { factorOf, type TableRow } from './ipcc-2019-rows.ts';

/** Ratio of below-ground to above-ground biomass (Table 4.4). */
export interface RootShootRow extends TableRow {
  readonly origin: string;
  /** Class of above-ground biomass, t/ha: `le125` is up to 125, the limit included; `all` is one cell. */
  readonly biomass: string;
}

// JSON types its words as string
export const rootShootRows = json.rootShoot as readonly RootShootRow[];

const { id, title, version, sources, seenIn } = json;

/** Table 4.4 as a table of factors. */
export const rootShootFactors: FactorTable = {
  id,
  title,
  version,
  sources,
  factors: Object.fromEntries(
    rootShootRows.map((row): [string, Factor] => [
      ['rootShoot', row.zone, row.continent, row.origin, row.biomass].join('.'),
      factorOf(row, 'Table 4.4', '1', [row.origin, row.biomass], seenIn),
    ]),
  ),
};
