import { landCovers, landDegradationFactors } from '../../science/factors/land-degradation.ts';
import { assessLand, landUnitBounds, landUnitFaults, subIndicators } from '../../science/sdg-15-3-1/units.ts';
import { defineCalculator } from '../define.ts';
import { choice, optionalChoice, quantity, table, text } from '../fields.ts';
import { equations, symbols, working } from './equations.ts';
import { exampleUnits } from './example.ts';
import { outputs } from './outputs.ts';
import {
  changedMatrix,
  changes,
  classRows,
  matrixRow,
  toUnit,
  transitionFaults,
  unitRow,
  warningCodes,
  warningsOf,
} from './rows.ts';
import { sources } from './sources.ts';
import { areasByClass, withoutOnePart } from './views.ts';

const within = (name: keyof typeof landUnitBounds) => {
  const [min, max] = landUnitBounds[name];
  return { min, max };
};
const code = (name: 'trajectory' | 'state' | 'performance' | 'productivity') =>
  quantity({ unit: '1', ...within(name), optional: true });
const stock = (name: 'socBaseline' | 'socFinal') =>
  quantity({ unit: 't/har', symbol: 't C/ha', substance: 'C', ...within(name), optional: true });

/** SDG indicator 15.3.1, the proportion of land that is degraded, from the sub-indicators of land units. */
export default defineCalculator({
  id: 'sdg-15-3-1',
  version: '1.1.0',
  fields: {
    units: table({
      columns: {
        unit: text({ maxLength: 80 }),
        area: quantity({ unit: 'km2', symbol: 'km²', ...within('area'), exclusiveMin: true }),
        trajectory: code('trajectory'),
        state: code('state'),
        performance: code('performance'),
        productivity: code('productivity'),
        landCoverInitial: optionalChoice(landCovers),
        landCoverFinal: optionalChoice(landCovers),
        socBaseline: stock('socBaseline'),
        socFinal: stock('socFinal'),
        baseline: optionalChoice(changes),
      },
      // golden case sdg-09
      rows: exampleUnits,
      minRows: 1,
      maxRows: 1000,
    }),
    water: choice(['exclude', 'include'], 'exclude', { more: true }),
    transitions: table({
      columns: {
        from: choice(landCovers, 'tree-covered'),
        to: choice(landCovers, 'tree-covered'),
        meaning: optionalChoice(changes),
      },
      rows: [],
      minRows: 0,
      maxRows: 49,
      more: true,
    }),
  },
  outputs,
  sources,
  factors: [landDegradationFactors],
  symbols,
  equations,
  views: { areas: areasByClass, without: withoutOnePart },
  working,
  assumptions: ['one-out-all-out', 'missing', 'soc-limit', 'water'],
  limits: ['no-rasters', 'no-uncertainty', 'soc-method', 'contradictions'],
  problems: ['not-whole', 'productivity-differs', 'transition-twice', 'meaning-missing'],
  warnings: warningCodes,
  check: ({ units, transitions }) => [
    ...landUnitFaults(units.map(toUnit)).flatMap(({ code: found, unit, argument, value, min, max }) =>
      found === 'out-of-range'
        ? [] // the fields say so
        : [{ code: found, path: `units.${unit}.${argument}`, value, min, max }],
    ),
    ...transitionFaults(transitions),
  ],
  run: ({ units, water, transitions }) => {
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
  },
});
