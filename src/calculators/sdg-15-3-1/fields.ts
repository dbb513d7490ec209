import { landCovers, landUnitBounds } from '../../science/sdg-15-3-1/domain.ts';
import { choice, type InputsOf, optionalChoice, quantity, table, text } from '../fields.ts';
import { changes } from './changes.ts';
import { exampleUnits } from './example.ts';

const within = (name: keyof typeof landUnitBounds) => {
  const [min, max] = landUnitBounds[name];
  return { min, max };
};
const code = (name: 'trajectory' | 'state' | 'performance' | 'productivity') =>
  quantity({ unit: '1', ...within(name), optional: true });
const stock = (name: 'socBaseline' | 'socFinal') =>
  quantity({ unit: 't/har', symbol: 't C/ha', substance: 'C', ...within(name), optional: true });

/** What is asked: the land units; then what few change. */
export const fields = {
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
      baseline: optionalChoice(changes, { more: true }),
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
};

/** What stands in the form, read. */
export type LandInputs = InputsOf<typeof fields>;
