/** From simulated plots to the carbon of the stand, with the published error of the ratio of roots. */
import { rootShootRow, type StandClass } from '../below-ground.ts';
import { type Distribution, fixed, normal } from '../distributions.ts';
import { factorDistribution } from '../factor-distribution.ts';
import type { RootShootRow } from '../factors/ipcc-2019-root-shoot.ts';
import { treeFactor, treeFactors } from '../factors/tree-biomass.ts';
import { randomSource } from '../random.ts';
import type { BelowGround } from './stand.ts';

/** Carbon of dry matter: that of tropical stems with its spread, or a number without error. */
export function carbonDistribution(fraction: number | 'tropical-stem'): Distribution {
  if (fraction !== 'tropical-stem') return fixed(fraction);
  const { error } = treeFactors.factors['carbon.tropicalStem'];
  return normal(treeFactor('carbon.tropicalStem'), error?.kind === 'sd' ? error.sd : Number.NaN);
}

export interface StandSamples {
  /** t/ha, draw by draw. */
  readonly agb: Float64Array;
  /** t/ha and t C/ha; null where the error of the roots is not published. */
  readonly bgb: Float64Array | null;
  readonly carbon: Float64Array | null;
}

/**
 * Draws of the mean of plots of one size. The carbon fraction is drawn once for the stand in each draw (BIOMASS draws
 * it for each tree, where it averages out), the ratio of roots of Table 4.4 once too, with its printed error.
 * @param plots   kg of above-ground biomass of each plot, draw by draw (`simulatePlots`)
 * @param areaHa  of one plot, above 0
 * @param roots   below-ground biomass; only `none` and `ipcc-2019` have samples
 * @param seed    integer from 0 to 2^53 - 1, another one than that of the plots
 */
export function simulateStand(
  plots: readonly Float64Array[],
  areaHa: number,
  roots: BelowGround,
  fraction: Distribution,
  seed: number,
): StandSamples {
  const draws = plots[0]?.length ?? 0;
  const agb = new Float64Array(draws);
  for (const plot of plots)
    for (let draw = 0; draw < draws; draw += 1) agb[draw] = (agb[draw] as number) + (plot[draw] as number);
  const perHectare = 1 / (1000 * areaHa * plots.length);
  for (let draw = 0; draw < draws; draw += 1) agb[draw] = (agb[draw] as number) * perHectare;
  if (roots.kind !== 'none' && roots.kind !== 'ipcc-2019') return { agb, bgb: null, carbon: null };

  const random = randomSource(seed);
  const carbon = new Float64Array(draws);
  const bgb = new Float64Array(draws);
  const ratio = roots.kind === 'ipcc-2019' ? ratiosOf(roots.stand, agb) : () => 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const above = agb[draw] as number;
    bgb[draw] = above * ratio(above, random.next());
    carbon[draw] = (above + (bgb[draw] as number)) * fraction.draw(random);
  }
  return { agb, bgb: roots.kind === 'none' ? null : bgb, carbon };
}

/** The ratio for a biomass at a share of probability. A class without a ratio takes that of the middle of the draws. */
function ratiosOf(stand: StandClass, agb: Float64Array): (above: number, p: number) => number {
  const known = new Map<RootShootRow, Distribution>();
  const middle = rootShootRow(agb.reduce((sum, value) => sum + value, 0) / agb.length, stand);
  return (above, p) => {
    const row = rootShootRow(above, stand) ?? middle;
    if (row === null) return Number.NaN;
    const distribution = known.get(row) ?? factorDistribution(row);
    known.set(row, distribution);
    return distribution.quantile(p);
  };
}
