import type { Awenh, YassoSite } from './model.ts';
import { runYears, steadyState, type YassoSeries } from './run.ts';

/** Litter of one size, with the carbon of a year before and after a change. */
export interface LitterClass {
  /** cm, 0 for litter that is not woody. */
  readonly diameter: number;
  readonly before: Awenh;
  readonly after: Awenh;
}

export interface Stand {
  readonly classes: readonly LitterClass[];
  readonly climate: Omit<YassoSite, 'diameter'>;
  /** Pools at the start, which decay like fine litter; null for the steady state of the former litter. */
  readonly initial: Awenh | null;
}

const nothing: Awenh = [0, 0, 0, 0, 0];

/** What is alike in size at the start, with the litter that is added to it afterwards. */
interface Cohort {
  readonly diameter: number;
  readonly initial: Awenh;
  readonly litter: Awenh;
}

/** @returns null where nothing decays, so that former litter has no steady state */
function cohortsOf({ classes, climate, initial }: Stand): readonly Cohort[] | null {
  const cohorts: Cohort[] = [];
  for (const { diameter, before, after } of classes) {
    const state = initial === null ? steadyState(before, { ...climate, diameter }) : nothing;
    if (state === null) return null;
    cohorts.push({ diameter, initial: state, litter: after });
  }
  if (initial !== null) cohorts.push({ diameter: 0, initial, litter: nothing });
  return cohorts;
}

/**
 * Pools of all sizes together at the start.
 * @returns null where nothing decays, so that former litter has no steady state
 * @throws RangeError for an input outside its range
 */
export function standStart(stand: Stand): Awenh | null {
  const cohorts = cohortsOf(stand);
  return cohorts && sumPools(cohorts.map((cohort) => cohort.initial));
}

/**
 * Years after the change: the model is linear in the pools, so every size runs by itself and all are added.
 * @returns null where the start is not defined
 * @throws RangeError for an input outside its range
 */
export function standYears(stand: Stand, years: number): YassoSeries | null {
  const cohorts = cohortsOf(stand);
  if (cohorts === null) return null;
  const runs = cohorts.map(({ diameter, initial, litter }) =>
    runYears(initial, litter, { ...stand.climate, diameter }, years),
  );
  const column = (name: keyof YassoSeries) => {
    const sum = new Float64Array(years);
    for (const run of runs) {
      for (const [year, value] of run[name].entries()) sum[year] = (sum[year] ?? 0) + value;
    }
    return sum;
  };
  return {
    a: column('a'),
    w: column('w'),
    e: column('e'),
    n: column('n'),
    h: column('h'),
    total: column('total'),
    co2: column('co2'),
    leached: column('leached'),
  };
}

/**
 * Pools that the litter after the change leads to.
 * @returns null where nothing decays
 * @throws RangeError for an input outside its range
 */
export function standSteadyState({ classes, climate }: Omit<Stand, 'initial'>): Awenh | null {
  const states = classes.map(({ diameter, after }) => steadyState(after, { ...climate, diameter }));
  const defined = states.filter((state) => state !== null);
  return defined.length < states.length ? null : sumPools(defined);
}

function sumPools(all: readonly Awenh[]): Awenh {
  const sum = (pool: 0 | 1 | 2 | 3 | 4) => all.reduce((total, pools) => total + pools[pool], 0);
  return [sum(0), sum(1), sum(2), sum(3), sum(4)];
}
