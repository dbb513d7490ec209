import { type Bounds, type RangeFault, rangeFaults } from '../range-fault.ts';
import { yassoBounds } from './domain.ts';
import type { Awenh, YassoSite } from './model.ts';

/** Why a run cannot be computed; the value of `not-twelve-months` is the number of months. */
export interface YassoFault extends Omit<RangeFault, 'code'> {
  readonly code: RangeFault['code'] | 'not-twelve-months' | 'not-whole-years' | 'shares-not-whole';
}

/** By how much chemical shares may miss 1: what is left by rounding them to whole per cent. */
export const shareTolerance = 0.021;

const poolNames = ['a', 'w', 'e', 'n', 'h'] as const;
type Site = Pick<YassoSite, 'precipitation' | 'diameter' | 'leaching'>;
const { precipitation, diameter, leaching } = yassoBounds;
const siteBounds: Readonly<Record<keyof Site, Bounds>> = { precipitation, diameter, leaching };

/** Everything that forbids a run. `initial` and `years` are left out of a steady state. */
export function yassoFaults(run: {
  readonly site: YassoSite;
  readonly litter: Awenh;
  readonly initial?: Awenh;
  readonly years?: number;
}): readonly YassoFault[] {
  const { site, litter, initial, years } = run;
  const months = site.temperatures.length;
  const faults: YassoFault[] = [];
  if (months !== 12) {
    faults.push({ code: 'not-twelve-months', argument: 'temperatures', value: months, min: 12, max: 12 });
  }
  faults.push(...listFaults(site.temperatures, yassoBounds.temperature, 'temperatures'));
  faults.push(...rangeFaults<keyof Site>(site, siteBounds));
  if (initial) faults.push(...listFaults(initial, yassoBounds.pool, 'initial'));
  faults.push(...listFaults(litter, yassoBounds.litter, 'litter'));
  if (years !== undefined) {
    const found = rangeFaults({ years }, { years: yassoBounds.years });
    faults.push(...found);
    const [min, max] = yassoBounds.years;
    if (found.length === 0 && !Number.isInteger(years))
      faults.push({ code: 'not-whole-years', argument: 'years', value: years, min, max });
  }
  return faults;
}

function listFaults(values: readonly number[], bounds: Bounds, name: string): RangeFault[] {
  const keyed = Object.fromEntries(values.map((value, index) => [String(index), value]));
  const all = Object.fromEntries(values.map((_, index) => [String(index), bounds]));
  return rangeFaults(keyed, all, `${name}.`);
}

/** Shares of A, W, E, N, H in litter that are no shares, or that do not make up the whole of it. */
export function shareFaults(shares: Awenh): readonly YassoFault[] {
  const keyed = Object.fromEntries(poolNames.map((name, pool) => [name, shares[pool] ?? Number.NaN]));
  const all = Object.fromEntries(poolNames.map((name) => [name, yassoBounds.share]));
  const faults = rangeFaults(keyed, all, 'shares.');
  const value = shares.reduce((sum, share) => sum + share, 0);
  if (faults.length > 0 || Math.abs(value - 1) <= shareTolerance) return faults;
  const [min, max] = [1 - shareTolerance, 1 + shareTolerance];
  return [{ code: 'shares-not-whole', argument: 'shares', value, min, max }];
}
