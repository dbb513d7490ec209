/**
 * SDG indicator 15.3.1 from its sub-indicators: UNCCD Good Practice Guidance, version 2 (Sims et al. 2021), in the
 * form of trends.earth-algorithms. In every class -1 is degraded, 0 stable, 1 improved; null is no data.
 */
import { landDegradationFactors } from '../factors/land-degradation.ts';
import { type LandCover, landCovers } from './domain.ts';

export type Change = -1 | 0 | 1;

/** 1 declining, 2 early signs of decline, 3 stable but stressed, 4 stable, 5 increasing. */
export type ProductivityClass = 1 | 2 | 3 | 4 | 5;

/**
 * Against a baseline: 1 persistent degradation, 2 recent degradation, 3 baseline degradation, 4 stability,
 * 5 baseline improvement, 6 recent improvement, 7 persistent improvement.
 */
export type StatusClass = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Meaning of every transition, rows initial, columns final in the order of `landCovers`. */
export type TransitionMatrix = readonly (readonly Change[])[];

const { factors } = landDegradationFactors;

/** The default matrix of the UNCCD. */
export const defaultMatrix: TransitionMatrix = landCovers.map((from) =>
  landCovers.map((to) => asChange(factors[`transition.${from}.${to}`].value)),
);

/** Relative rounding of a per cent that is taken for the limit itself. */
const rounding = 1e-9;

/**
 * Trajectory of productivity from its class of significance: -3 and 3 at 99 %, -2 and 2 at 95 %, -1 and 1 at 90 %;
 * only what is significant at 95 % counts.
 * @throws RangeError for what is not an integer from -3 to 3
 */
export function trajectoryChange(significance: number | null): Change | null {
  return changeBeyond('trajectory', significance, 3, factors['trajectory.class'].value);
}

/**
 * State of productivity from the difference of its ten percentile classes between two periods; two classes count.
 * @throws RangeError for what is not an integer from -9 to 9
 */
export function stateChange(classes: number | null): Change | null {
  return changeBeyond('state', classes, 9, factors['state.classes'].value);
}

function changeBeyond(name: string, value: number | null, most: number, limit: number): Change | null {
  if (value === null) return null;
  if (!Number.isInteger(value) || Math.abs(value) > most)
    throw new RangeError(`${name} is ${value}; it must be an integer from ${-most} to ${most}`);
  return asChange(Math.abs(value) < limit ? 0 : Math.sign(value));
}

/** Land productivity in five classes; no data where a part is missing (lookup table of the guidance). */
export function productivityClass(
  trajectory: Change | null,
  state: Change | null,
  performance: -1 | 0 | null,
): ProductivityClass | null {
  if (trajectory === null || state === null || performance === null) return null;
  const bothFall = state === -1 && performance === -1;
  if (trajectory === 1) return bothFall ? 2 : 5;
  if (trajectory === -1 || bothFall) return 1;
  if (state === -1) return 2;
  return state === 0 && performance === -1 ? 3 : 4;
}

/** Land productivity in three classes: declining and early signs of decline are degraded, increasing is improved. */
export function productivityChange(five: ProductivityClass | null): Change | null {
  if (five === null) return null;
  if (five <= 2) return -1;
  return five === 5 ? 1 : 0;
}

/** Meaning of a transition of land cover. */
export function landCoverChange(
  initial: LandCover | null,
  final: LandCover | null,
  matrix: TransitionMatrix = defaultMatrix,
): Change | null {
  if (initial === null || final === null) return null;
  return matrix[landCovers.indexOf(initial)]?.[landCovers.indexOf(final)] ?? null;
}

/**
 * Change of soil organic carbon in per cent of the baseline; null where a stock is missing or the baseline is 0.
 * @param baseline t C ha-1, 0 or more
 * @param final    t C ha-1, 0 or more
 * @throws RangeError for a stock that is negative or no number
 */
export function socPercent(baseline: number | null, final: number | null): number | null {
  refuseStock('baseline', baseline);
  refuseStock('final', final);
  if (baseline === null || final === null || baseline === 0) return null;
  return ((final - baseline) / baseline) * 100;
}

function refuseStock(name: string, value: number | null): void {
  if (value !== null && !(value >= 0 && value < Number.POSITIVE_INFINITY))
    throw new RangeError(`${name} is ${value} t C ha-1; it must be finite and 0 or more`);
}

/** Soil organic carbon: a change of 10 % or more counts. */
export function socChange(percent: number | null): Change | null {
  if (percent === null) return null;
  const limit = factors['soc.limit'].value * (1 - rounding);
  return asChange(Math.abs(percent) < limit ? 0 : Math.sign(percent));
}

/**
 * One out, all out: degraded where any sub-indicator is, else improved where any is, else stable. A missing
 * sub-indicator gives no data even where another is degraded, as the implementation has it.
 */
export function oneOutAllOut(parts: readonly (Change | null)[]): Change | null {
  if (parts.length === 0 || parts.includes(null)) return null;
  if (parts.includes(-1)) return -1;
  return parts.includes(1) ? 1 : 0;
}

/** Status of the reporting period against the baseline in seven classes (expanded status matrix of the guidance). */
export function statusClass(baseline: Change | null, reporting: Change | null): StatusClass | null {
  if (baseline === null || reporting === null) return null;
  if (reporting === -1) return baseline === -1 ? 1 : 2;
  if (reporting === 1) return baseline === 1 ? 7 : 6;
  if (baseline === 0) return 4;
  return baseline === -1 ? 3 : 5;
}

/** Status in three classes: 1 to 3 degraded, 4 stable, 5 to 7 improved. */
export function statusChange(seven: StatusClass | null): Change | null {
  return seven === null ? null : asChange(Math.sign(seven - 4));
}

function asChange(value: number): Change {
  if (value === 0) return 0; // -0 as well
  return value < 0 ? -1 : 1;
}
