import { landDegradationFactors } from '../factors/land-degradation.ts';
import { refuse } from '../range-fault.ts';
import { type LandCover, landUnitBounds, type SubIndicator, subIndicators } from './domain.ts';
import {
  type Change,
  defaultMatrix,
  landCoverChange,
  oneOutAllOut,
  type ProductivityClass,
  productivityChange,
  productivityClass,
  type StatusClass,
  socChange,
  socPercent,
  stateChange,
  statusClass,
  type TransitionMatrix,
  trajectoryChange,
} from './indicator.ts';

/** A piece of land with its inputs; null where there is no data. */
export interface LandUnit {
  /** km2, above 0. */
  readonly area: number;
  /** Class of significance of the trend, integer from -3 to 3. */
  readonly trajectory: number | null;
  /** Difference of percentile classes, integer from -9 to 9. */
  readonly state: number | null;
  /** -1 degraded, 0 not degraded. */
  readonly performance: number | null;
  /** Five classes, 1 to 5, in place of the three above; they must agree where both are given. */
  readonly productivity: number | null;
  readonly landCoverInitial: LandCover | null;
  readonly landCoverFinal: LandCover | null;
  /** t C ha-1, 0 or more. */
  readonly socBaseline: number | null;
  /** t C ha-1, 0 or more. */
  readonly socFinal: number | null;
  /** The indicator of the baseline period. */
  readonly baseline: Change | null;
}

/** Why a unit cannot be assessed. `unit` counts from 0. */
export interface UnitFault {
  readonly code: 'out-of-range' | 'not-whole' | 'productivity-differs';
  readonly unit: number;
  readonly argument: NumberOfUnit;
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

type NumberOfUnit = keyof typeof landUnitBounds;
const numbers = Object.keys(landUnitBounds) as readonly NumberOfUnit[]; // its own keys
const whole: readonly NumberOfUnit[] = ['trajectory', 'state', 'performance', 'productivity'];

/** Everything in the units that forbids a result. */
export function landUnitFaults(units: readonly LandUnit[]): readonly UnitFault[] {
  const faults: UnitFault[] = [];
  for (const [index, unit] of units.entries()) {
    const before = faults.length;
    for (const argument of numbers) {
      const value = unit[argument];
      if (value === null) continue;
      const [min, max] = landUnitBounds[argument];
      const inside = value >= min && value <= max && !(argument === 'area' && value === 0); // NaN is outside
      if (inside && !(whole.includes(argument) && !Number.isInteger(value))) continue;
      const code = inside ? 'not-whole' : 'out-of-range';
      faults.push({ code, unit: index, argument, value, min, max });
    }
    const given = unit.productivity;
    if (faults.length > before || given === null) continue;
    const parts = classFromParts(unit);
    if (parts === null || parts === given) continue;
    const place = { unit: index, argument: 'productivity', value: given } as const;
    faults.push({ code: 'productivity-differs', ...place, min: parts, max: parts });
  }
  return faults;
}

export interface UnitResult {
  readonly productivityClass: ProductivityClass | null;
  readonly productivity: Change | null;
  readonly landCover: Change | null;
  /** % of the baseline; positive for a gain. */
  readonly socPercent: number | null;
  readonly soc: Change | null;
  readonly indicator: Change | null;
  /** Against the indicator of the baseline period; null where that is not given. */
  readonly status: StatusClass | null;
  /** Left out of all areas: its final land cover is water, and water was to be left out. */
  readonly excluded: boolean;
}

/** Areas by class, km2. */
export interface ClassAreas {
  readonly degraded: number;
  readonly stable: number;
  readonly improved: number;
  readonly noData: number;
}

export interface LandAssessment {
  readonly units: readonly UnitResult[];
  readonly areas: ClassAreas;
  readonly areasOf: Readonly<Record<SubIndicator, ClassAreas>>;
  /** Degraded, % of the area with data; null where no area has data. */
  readonly proportionDegraded: number | null;
  /** km2 of units left out as water. */
  readonly excludedArea: number;
  /** Units without data of which a sub-indicator is degraded: a stricter reading would call them degraded. */
  readonly missingButDegraded: number;
  /** % of the area with data on soil organic carbon that lies within 2 points of a limit; null where none has data. */
  readonly nearSocLimit: number | null;
  /** `proportionDegraded` from the other two sub-indicators alone. */
  readonly without: Readonly<Record<SubIndicator, number | null>>;
}

export interface AssessmentOptions {
  readonly matrix?: TransitionMatrix;
  /** Leaves out units whose final land cover is water: the indicator is a share of land. */
  readonly excludeWater: boolean;
}

const others: Readonly<Record<SubIndicator, readonly [SubIndicator, SubIndicator]>> = {
  productivity: ['landCover', 'soc'],
  landCover: ['productivity', 'soc'],
  soc: ['productivity', 'landCover'],
};

/** Points of per cent around a limit of soil organic carbon within which a class is called uncertain. */
const nearPoints = 2;

/**
 * The indicator of every unit, areas and shares by class, and how much hangs on each sub-indicator.
 * @throws RangeError naming argument, value and bounds of every fault
 */
export function assessLand(
  units: readonly LandUnit[],
  { matrix = defaultMatrix, excludeWater }: AssessmentOptions,
): LandAssessment {
  refuse(
    landUnitFaults(units).map(({ unit, argument, ...fault }) => ({
      ...fault,
      argument: `units[${unit}].${argument}`,
    })),
  );
  const results = units.map((unit) => assessUnit(unit, matrix, excludeWater));
  const areasBy = (classOf: (unit: UnitResult) => Change | null) => classAreas(units, results, classOf);
  const withoutOne = (left: SubIndicator) => {
    const [first, second] = others[left];
    return degradedShare(areasBy((unit) => oneOutAllOut([unit[first], unit[second]])));
  };
  const areas = areasBy((unit) => unit.indicator);
  return {
    units: results,
    areas,
    areasOf: {
      productivity: areasBy((unit) => unit.productivity),
      landCover: areasBy((unit) => unit.landCover),
      soc: areasBy((unit) => unit.soc),
    },
    proportionDegraded: degradedShare(areas),
    excludedArea: areaWhere(units, results, (unit) => unit.excluded),
    missingButDegraded: results.filter(
      (unit) => !unit.excluded && unit.indicator === null && subIndicators.some((one) => unit[one] === -1),
    ).length,
    nearSocLimit: nearLimitShare(units, results),
    without: {
      productivity: withoutOne('productivity'),
      landCover: withoutOne('landCover'),
      soc: withoutOne('soc'),
    },
  };
}

function assessUnit(unit: LandUnit, matrix: TransitionMatrix, excludeWater: boolean): UnitResult {
  const five = asClass(unit.productivity) ?? classFromParts(unit);
  const productivity = productivityChange(five);
  const landCover = landCoverChange(unit.landCoverInitial, unit.landCoverFinal, matrix);
  const percent = socPercent(unit.socBaseline, unit.socFinal);
  const soc = socChange(percent);
  const indicator = oneOutAllOut([productivity, landCover, soc]);
  return {
    productivityClass: five,
    productivity,
    landCover,
    socPercent: percent,
    soc,
    indicator,
    status: statusClass(unit.baseline, indicator),
    excluded: excludeWater && unit.landCoverFinal === 'water',
  };
}

function classFromParts({ trajectory, state, performance }: LandUnit): ProductivityClass | null {
  const performs = performance === null ? null : performance < 0 ? -1 : 0;
  return productivityClass(trajectoryChange(trajectory), stateChange(state), performs);
}

function asClass(value: number | null): ProductivityClass | null {
  return ([1, 2, 3, 4, 5] as const).find((one) => one === value) ?? null;
}

/** Areas by a class of the units, those left out as water not counted; `index` counts the units from 0. */
export function classAreas(
  units: readonly Pick<LandUnit, 'area'>[],
  results: readonly UnitResult[],
  classOf: (unit: UnitResult, index: number) => Change | null,
): ClassAreas {
  const sums = { degraded: 0, stable: 0, improved: 0, noData: 0 };
  for (const [index, result] of results.entries()) {
    if (result.excluded) continue;
    const change = classOf(result, index);
    const name = change === null ? 'noData' : change < 0 ? 'degraded' : change > 0 ? 'improved' : 'stable';
    sums[name] += units[index]?.area ?? 0;
  }
  return sums;
}

function areaWhere(
  units: readonly LandUnit[],
  results: readonly UnitResult[],
  holds: (unit: UnitResult) => boolean,
): number {
  let sum = 0;
  for (const [index, result] of results.entries()) if (holds(result)) sum += units[index]?.area ?? 0;
  return sum;
}

/** Degraded, % of the area with data; null where no area has data. */
export function degradedShare({ degraded, stable, improved }: ClassAreas): number | null {
  const known = degraded + stable + improved;
  return known === 0 ? null : (degraded / known) * 100;
}

function nearLimitShare(units: readonly LandUnit[], results: readonly UnitResult[]): number | null {
  const limit = landDegradationFactors.factors['soc.limit'].value;
  const known = areaWhere(units, results, (unit) => !unit.excluded && unit.soc !== null);
  const near = areaWhere(
    units,
    results,
    ({ excluded, socPercent: percent }) =>
      !excluded && percent !== null && Math.abs(Math.abs(percent) - limit) <= nearPoints,
  );
  return known === 0 ? null : (near / known) * 100;
}
