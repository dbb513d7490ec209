import { solve } from '../linear-algebra.ts';
import { refuse } from '../range-fault.ts';
import { rothcFaults } from './faults.ts';
import { emptyState, type RothcMonth, type RothcSoil, type RothcState } from './month.ts';
import { type Course, moisten, prepareCourse, walk } from './run.ts';

/** Years after which a deficit that still drifts is taken as it is. */
const mostYears = 10_000;

/**
 * The state that a year, repeated for ever, comes back to at its end: what `spinUp` goes towards. One year is
 * linear in the four pools, P' = M P + u, so that P = (I - M)^-1 u.
 * @param year 12 months
 * @returns null where carbon comes in and some of it never decays, as in a year that is always below -5 degrees
 * @throws RangeError for an input outside its range
 */
export function equilibrium(year: readonly RothcMonth[], soil: RothcSoil): RothcState | null {
  refuse(rothcFaults({ soil, year, months: [] }));
  const course = prepareCourse(year, soil);
  const deficit = settle(course);
  const entered = afterYear(course, 0, 0);
  if (entered.every((pool) => pool === 0)) return { ...emptyState, deficit };
  const without = { ...course, entering: new Float64Array(course.entering.length) };
  const columns = [0, 1, 2, 3].map((pool) => afterYear(without, pool, 1));
  if (columns.some((column, pool) => column[pool] === 1)) return null;
  const matrix = [0, 1, 2, 3].map((row) =>
    columns.map((column, pool) => (row === pool ? 1 : 0) - (column[row] ?? 0)),
  );
  const [dpm = 0, rpm = 0, bio = 0, hum = 0] = solve(matrix, entered);
  return { dpm, rpm, bio, hum, deficit };
}

/** The deficit, mm, from which a year comes back to itself; the course is left moistened with it. */
function settle(course: Course): number {
  let deficit = emptyState.deficit;
  for (let years = 1; years <= mostYears; years += 1) {
    const before = deficit;
    deficit = moisten(course, before);
    if (deficit === before) break;
  }
  return deficit;
}

/** All pools a year after one of them held `carbon` and the others nothing. */
function afterYear(course: Course, pool: number, carbon: number): Float64Array {
  const pools = new Float64Array(4);
  pools[pool] = carbon;
  walk(course, pools);
  return pools;
}

/** Active carbon of a state, t C ha-1. */
export function activeCarbon({ dpm, rpm, bio, hum }: RothcState): number {
  return dpm + rpm + bio + hum;
}

/**
 * Carbon of plants per year, t C ha-1, with which the soil holds `total` t C ha-1 at equilibrium: at equilibrium
 * the active carbon is linear in the input (guide, "inverse" use; FAO 2022, GSOCseq technical manual, eq. 5.1).
 * @param total all organic carbon, inert included, t C ha-1
 * @param year  12 months; their plant input says how the carbon is spread over the year, not how much it is.
 *   Carbon of manure comes in as it stands
 * @returns null where no input leads there: the year has no plant input to scale, nothing decays, or inert carbon
 *   and manure alone make more than the target
 * @throws RangeError for an input outside its range
 */
export function requiredInput(total: number, year: readonly RothcMonth[], soil: RothcSoil): number | null {
  refuse(rothcFaults({ soil, year, months: [] }));
  if (!Number.isFinite(total)) throw new RangeError(`total is ${total}; a finite number is needed`);
  const given = year.reduce((sum, month) => sum + month.plantInput, 0);
  if (given === 0) return null;
  const manureAlone = equilibrium(
    year.map((month) => ({ ...month, plantInput: 0 })),
    soil,
  );
  const oneTonne = equilibrium(
    year.map((month) => ({ ...month, plantInput: month.plantInput / given, manureInput: 0 })),
    soil,
  );
  if (manureAlone === null || oneTonne === null) return null;
  const missing = total - soil.inert - activeCarbon(manureAlone);
  return missing < 0 ? null : missing / activeCarbon(oneTonne);
}
