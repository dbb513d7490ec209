import { type LandCover, landCovers, subIndicators } from '../../science/sdg-15-3-1/domain.ts';
import {
  type Change,
  defaultMatrix,
  statusChange,
  type TransitionMatrix,
} from '../../science/sdg-15-3-1/indicator.ts';
import {
  type ClassAreas,
  classAreas,
  degradedShare,
  type LandAssessment,
  type LandUnit,
  type UnitResult,
} from '../../science/sdg-15-3-1/units.ts';
import type { Warning } from '../define.ts';

import { changes } from './changes.ts';

type ChangeName = (typeof changes)[number];

export const warnings = [
  'matrix-changed',
  'missing-but-degraded',
  'near-soc-limit',
  'productivity-incomplete',
] as const;
type Code = (typeof warnings)[number];

interface GivenUnit extends Omit<LandUnit, 'baseline'> {
  readonly baseline: ChangeName | null;
}

export function toUnit({ baseline, ...unit }: GivenUnit): LandUnit {
  return { ...unit, baseline: changeOf(baseline) };
}

const changeOf = (name: ChangeName | null): Change | null => {
  if (name === null) return null;
  return name === 'degraded' ? -1 : name === 'improved' ? 1 : 0;
};
const nameOf = (change: Change | null): ChangeName | null =>
  change === null ? null : (changes[change + 1] ?? null);

interface Transition {
  readonly from: LandCover;
  readonly to: LandCover;
  readonly meaning: ChangeName | null;
}

export function changedMatrix(transitions: readonly Transition[]): TransitionMatrix {
  return landCovers.map((from, row) =>
    landCovers.map((to, column): Change => {
      const own = transitions.find((one) => one.from === from && one.to === to);
      return changeOf(own?.meaning ?? null) ?? defaultMatrix[row]?.[column] ?? 0;
    }),
  );
}

export function unitRow(unit: UnitResult) {
  return {
    productivityClass: unit.productivityClass === null ? null : String(unit.productivityClass),
    productivity: nameOf(unit.productivity),
    landCover: nameOf(unit.landCover),
    socChange: unit.socPercent,
    soc: nameOf(unit.soc),
    indicator: unit.excluded ? 'water' : nameOf(unit.indicator),
    status: unit.status === null || unit.excluded ? null : String(unit.status),
  };
}

function classRow(areas: ClassAreas) {
  return { ...areas, proportionDegraded: degradedShare(areas) };
}

/** Areas by class of the indicator and of its parts; of the baseline and the status too where a baseline is given. */
export function classRows(units: readonly LandUnit[], { units: results, areas, areasOf }: LandAssessment) {
  const rows = [
    { of: 'indicator' as const, ...classRow(areas) },
    ...subIndicators.map((of) => ({ of, ...classRow(areasOf[of]) })),
  ];
  if (units.every(({ baseline }) => baseline === null)) return rows;
  const baseline = classAreas(units, results, (_, index) => units[index]?.baseline ?? null);
  const status = classAreas(units, results, (unit) => statusChange(unit.status));
  return [
    ...rows,
    { of: 'baseline' as const, ...classRow(baseline) },
    { of: 'status' as const, ...classRow(status) },
  ];
}

export function matrixRow(from: LandCover, meanings: readonly Change[]) {
  const to = (cover: LandCover) => nameOf(meanings[landCovers.indexOf(cover)] ?? null);
  return {
    from,
    'tree-covered': to('tree-covered'),
    grassland: to('grassland'),
    cropland: to('cropland'),
    wetland: to('wetland'),
    artificial: to('artificial'),
    'other-land': to('other-land'),
    water: to('water'),
  };
}

/** Above this share of the area near a limit the reader is told, %. */
const muchNearLimit = 10;

export function warningsOf(
  units: readonly LandUnit[],
  { missingButDegraded, nearSocLimit }: LandAssessment,
  changed: number,
): Warning<Code>[] {
  const about = (code: Code, holds: boolean, value: number) => (holds ? [{ code, path: null, value }] : []);
  const bare = units.filter(
    ({ productivity, trajectory, state, performance }) =>
      productivity === null &&
      [trajectory, state, performance].includes(null) &&
      [trajectory, state, performance].some((part) => part !== null),
  ).length;
  return [
    ...about('matrix-changed', changed > 0, changed),
    ...about('missing-but-degraded', missingButDegraded > 0, missingButDegraded),
    ...about('near-soc-limit', (nearSocLimit ?? 0) > muchNearLimit, Math.round(nearSocLimit ?? 0)),
    ...about('productivity-incomplete', bare > 0, bare),
  ];
}

/** A transition that is given twice, or whose meaning is not. */
export function transitionFaults(transitions: readonly Transition[]) {
  const repeated = transitions.flatMap(({ from, to }, index) =>
    transitions.findIndex((one) => one.from === from && one.to === to) < index
      ? [{ code: 'transition-twice' as const, path: `transitions.${index}.to`, value: to }]
      : [],
  );
  const open = transitions.flatMap(({ meaning }, index) =>
    meaning === null
      ? [{ code: 'meaning-missing' as const, path: `transitions.${index}.meaning`, value: null }]
      : [],
  );
  return [...repeated, ...open];
}
