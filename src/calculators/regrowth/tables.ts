import type { StandClass } from '../../science/below-ground.ts';
import { type ZoneRates, zoneRates } from '../../science/regrowth/ipcc-growth.ts';
import type { BelowGround } from '../../science/tree-biomass/stand.ts';
import type { Inputs } from './fields.ts';

export function standOf({ zone, continent, origin }: Inputs): StandClass {
  return { zone, continent, origin };
}

export function rootsOf(inputs: Inputs): BelowGround {
  const { belowGround: kind, rootRatio } = inputs;
  if (kind === 'ipcc-2019') return { kind, stand: standOf(inputs) };
  return kind === 'ratio' ? { kind, ratio: rootRatio ?? Number.NaN } : { kind };
}

/** The rates of the table with those of the user in their place; null where there is none. */
export function ratesOf({ zone, continent, ownYoung, ownOld, ownCap }: Inputs): ZoneRates | null {
  const own = (value: number) => ({ value, error: null, stage: 'own' });
  const table = zoneRates(zone, continent);
  const young = ownYoung === null ? table?.young : own(ownYoung);
  const old = ownOld === null ? table?.old : own(ownOld);
  if (young === undefined || old === undefined) return null;
  return { young, old, cap: ownCap === null ? (table?.cap ?? null) : own(ownCap) };
}
