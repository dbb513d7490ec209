import { type Distribution, normal } from '../../science/distributions.ts';
import { knownErrors } from '../../science/soc-stock/fixed-depth.ts';
import { fineDensityOf, layerFineMass, layerStock } from '../../science/soc-stock/layers.ts';
import { layerSpreads } from '../../science/soc-stock/simulate.ts';
import { normalCdf } from '../../science/special-functions.ts';
import type { Saying } from '../say.ts';
import { type Unsure, unsureOf } from '../unsure.ts';
import type { SocStockInputs } from './assess.ts';

const columns = { soc: 'soc', density: 'bulkDensity', fragments: 'fragments' } as const;
type Part = keyof typeof columns;
const parts: readonly Part[] = ['soc', 'density', 'fragments'];

/** The error that all densities of a profile share, in standard deviations. */
const common = 'density';

/** What was measured in each layer, with the errors entered; an error of density that the profile shares is one. */
export function unsure(inputs: SocStockInputs): Unsure {
  const { layers, reportingDepth } = inputs;
  const spreads = layerSpreads(layers, knownErrors(layers, inputs));
  const isShared = inputs.densityErrors === 'shared' && spreads.some(({ density }) => varies(density));
  const names: Record<string, Saying> = {};
  const drawn: Record<string, Distribution> = {};
  if (isShared) {
    names[common] = { key: 'column.layers.bulkDensity.label' };
    drawn[common] = normal(0, 1);
  }
  for (const [row, spread] of spreads.entries())
    for (const part of parts) {
      if (isShared && part === 'density') continue;
      const column = { key: `column.layers.${columns[part]}.label` };
      const values = { row: { key: 'row.layers.label', values: { number: row + 1 } }, column };
      names[`${part} ${row}`] = { key: 'cell.name', values };
      drawn[`${part} ${row}`] = spread[part];
    }
  return unsureOf(names, drawn, (x: Readonly<Record<string, number>>) => {
    const share = normalCdf(x[common] ?? 0);
    let stock = 0;
    for (const [row, { upper, lower }] of layers.entries()) {
      const at = (part: Part) => x[`${part} ${row}`] ?? Number.NaN;
      const density = isShared ? (spreads[row]?.density.quantile(share) ?? Number.NaN) : at('density');
      const fine = Math.max(0, fineDensityOf(density, at('fragments'), inputs));
      const thickness = Math.max(0, Math.min(lower, reportingDepth) - upper);
      stock += layerStock(layerFineMass(fine, thickness), at('soc'));
    }
    return stock;
  });
}

function varies(spread: Distribution): boolean {
  return spread.quantile(0.9) > spread.quantile(0.1);
}
