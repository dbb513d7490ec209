import type { Factor, FactorTable } from '../factor.ts';
import json from './ipcc-2019-growth.json' with { type: 'json' };
import { factorOf, type TableRow } from './ipcc-2019-rows.ts';

/** Above-ground biomass growth (Table 4.9, t/ha of dry matter a year) or stock (Table 4.7, t/ha). */
export interface StageRow extends TableRow {
  /** Age class as printed; `all` and `all-classes`, `secondary-both-classes` where the table merges classes. */
  readonly stage: string;
}

// JSON types its words as string and its pairs as lists
const rows = json as unknown as { readonly growth: readonly StageRow[]; readonly stock: readonly StageRow[] };

export const growthRows = rows.growth;
export const stockRows = rows.stock;

const { id, title, version, sources, seenIn } = json;

const stages = (name: string, list: readonly StageRow[], place: string, unit: string) =>
  list.map((row): [string, Factor] => [
    [name, row.zone, row.continent, row.stage].join('.'),
    factorOf(row, place, unit, [row.stage], seenIn),
  ]);

/** Tables 4.9 (growth) and 4.7 (stock) of above-ground biomass, as one table of factors. */
export const growthFactors: FactorTable = {
  id,
  title,
  version,
  sources,
  factors: Object.fromEntries([
    ...stages('growth', growthRows, 'Table 4.9', 't/har/a'),
    ...stages('stock', stockRows, 'Table 4.7', 't/har'),
  ]),
};
