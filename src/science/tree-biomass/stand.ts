/** From trees to hectares: above-ground biomass of plots, below-ground biomass, carbon, dead wood and litter. */
import { cairns1997, cairns1997Latitude, mokany2006, rootShoot, type StandClass } from '../below-ground.ts';
import { molarFactors } from '../factors/molar.ts';
import { type TreeFactor, treeFactor } from '../factors/tree-biomass.ts';
import { mean, standardDeviation, tQuantile } from '../statistics.ts';
import type { belowGroundMethods, DebrisClimate } from './domain.ts';

/** CO2 of carbon, 44/12. */
export const co2PerCarbon = molarFactors.factors['ratio.CO2'].value;
/** Carbon of the dry matter of trees, where nothing else is known (IPCC 2006, vol. 4, Table 4.3). */
export const treeCarbon = treeFactor('carbon.tree');

/** t/ha of a plot whose trees weigh so much. @throws RangeError for an area that is not above 0 */
export function perHectare(agbKg: number, areaHa: number): number {
  if (!(areaHa > 0 && areaHa < Infinity)) throw new RangeError(`area is ${areaHa}; it must be above 0 ha`);
  return agbKg / 1000 / areaHa; // kg -> t
}

/** How below-ground biomass is found from above-ground biomass. */
export type BelowGround =
  | { readonly kind: 'ipcc-2019'; readonly stand: StandClass }
  | { readonly kind: 'ratio'; readonly ratio: number }
  | { readonly kind: Exclude<(typeof belowGroundMethods)[number], 'ipcc-2019' | 'ratio'> };

/** Below-ground biomass of a stand, t/ha; null with `none`, and where Table 4.4 has no ratio for the stand. */
export function belowGround(agb: number, method: BelowGround): number | null {
  switch (method.kind) {
    case 'ipcc-2019': {
      const ratio = rootShoot(agb, method.stand);
      return ratio === null ? null : agb * ratio;
    }
    case 'ratio':
      return agb * method.ratio;
    case 'cairns':
      return cairns1997(agb);
    case 'cairns-tropical':
      return cairns1997Latitude(agb, 'tropical');
    case 'cairns-temperate':
      return cairns1997Latitude(agb, 'temperate');
    case 'cairns-boreal':
      return cairns1997Latitude(agb, 'boreal');
    case 'mokany':
      return mokany2006(agb);
    case 'none':
      return null;
  }
}

export interface StandCarbon {
  /** Above-ground biomass, t/ha. */
  readonly agb: number;
  /** Below-ground biomass, t/ha; null where it is left out or has no value. */
  readonly bgb: number | null;
  /** Carbon of both, t C/ha. */
  readonly carbon: number;
  /** The same as CO2, t/ha. */
  readonly co2: number;
}

/**
 * Biomass to carbon: (AGB + BGB) x carbon fraction, and x 44/12.
 * @param agb      above-ground biomass, t/ha, from 0
 * @param fraction carbon of dry matter, 0 to 1
 */
export function standCarbon(agb: number, method: BelowGround, fraction: number): StandCarbon {
  if (!(fraction >= 0 && fraction <= 1)) throw new RangeError(`fraction is ${fraction}; 0 to 1 is needed`);
  const bgb = belowGround(agb, method);
  const carbon = (agb + (bgb ?? 0)) * fraction;
  return { agb, bgb, carbon, co2: carbon * co2PerCarbon };
}

/** Carbon of dead wood and litter, t C/ha, as shares of above-ground biomass (CDM AR-TOOL12). */
export function debrisCarbon(agb: number, climate: DebrisClimate): { deadWood: number; litter: number } {
  const share = (pool: 'deadWood' | 'litter') => treeFactor(`${pool}.${climate}` satisfies TreeFactor);
  return {
    deadWood: agb * share('deadWood') * treeFactor('carbon.deadWood'),
    litter: agb * share('litter') * treeFactor('carbon.litter'),
  };
}

export interface PlotMean {
  readonly mean: number;
  /** Half-width of the interval of the mean; null with fewer than two plots. */
  readonly halfWidth: number | null;
}

/** Mean of plots of one size and its t interval: how sure it is because plots differ. */
export function plotMean(perHectares: readonly number[], level = 0.95): PlotMean {
  const n = perHectares.length;
  const middle = mean(perHectares);
  if (n < 2) return { mean: middle, halfWidth: null };
  const t = tQuantile((1 + level) / 2, n - 1);
  return { mean: middle, halfWidth: (t * standardDeviation(perHectares)) / Math.sqrt(n) };
}
