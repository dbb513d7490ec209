import { landCovers, subIndicators } from '../../science/sdg-15-3-1/domain.ts';
import { assessLand, landUnitFaults } from '../../science/sdg-15-3-1/units.ts';
import type { LandInputs } from './fields.ts';
import {
  changedMatrix,
  classRows,
  matrixRow,
  toUnit,
  transitionFaults,
  unitRow,
  warningsOf,
} from './rows.ts';

export { warnings } from './rows.ts';
export const problems = ['not-whole', 'productivity-differs', 'transition-twice', 'meaning-missing'] as const;

export function check({ units, transitions }: LandInputs) {
  return [
    ...landUnitFaults(units.map(toUnit)).flatMap(({ code: found, unit, argument, value, min, max }) =>
      found === 'out-of-range'
        ? [] // the fields say so
        : [{ code: found, path: `units.${unit}.${argument}`, value, min, max }],
    ),
    ...transitionFaults(transitions),
  ];
}

export function run({ units, water, transitions }: LandInputs) {
  const matrix = changedMatrix(transitions);
  const given = units.map(toUnit);
  const result = assessLand(given, { matrix, excludeWater: water === 'exclude' });
  const classes = classRows(given, result);
  return {
    outputs: {
      proportionDegraded: { value: result.proportionDegraded },
      areaDegraded: { value: result.areas.degraded },
      areaStable: { value: result.areas.stable },
      areaImproved: { value: result.areas.improved },
      areaNoData: { value: result.areas.noData },
      areaWater: { value: result.excludedArea },
      nearSocLimit: { value: result.nearSocLimit },
      statusDegraded: { value: classes.find(({ of }) => of === 'status')?.proportionDegraded ?? null },
      units: result.units.map((one, index) => ({
        unit: units[index]?.unit ?? null,
        area: units[index]?.area ?? null,
        ...unitRow(one),
      })),
      classes,
      without: subIndicators.map((left) => ({ left, proportionDegraded: result.without[left] })),
      matrix: landCovers.map((from, row) => matrixRow(from, matrix[row] ?? [])),
    },
    warnings: warningsOf(given, result, transitions.length),
  };
}
