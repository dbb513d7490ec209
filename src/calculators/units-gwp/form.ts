import { defaultGwpSet, gwpSets } from '../../science/units-gwp/gwp-sets.ts';
import { choice, type InputsOf, quantity, table, text } from '../fields.ts';
import { ratio } from './outputs.ts';

const largest = 1e12;
const mass = { min: -largest, max: largest } as const;
const ownPotential = quantity({ ...ratio, min: 0, max: 1000, optional: true, more: true });

/** What the form asks; filled with golden case gwp-02. */
export const fields = {
  co2: quantity({ unit: 't', symbol: 't CO2', substance: 'CO2', ...mass, default: -120 }),
  ch4: quantity({ unit: 'kg', symbol: 'kg', substance: 'CH4', ...mass, default: 850 }),
  ch4Form: choice(['gas', 'carbon'], 'gas'),
  n2o: quantity({ unit: 'kg', symbol: 'kg', substance: 'N2O', ...mass, default: 14 }),
  n2oForm: choice(['gas', 'nitrogen'], 'nitrogen'),
  gwpSet: choice(gwpSets, defaultGwpSet),
  conversions: table({
    columns: {
      value: quantity({ unit: '1', min: -1e15, max: 1e15 }),
      from: text({ maxLength: 60 }),
      to: text({ maxLength: 60 }),
    },
    // golden cases unit-42, unit-43 and unit-31
    rows: [
      { value: 1, from: 'ha', to: 'mu (Chinese)' },
      { value: 1, from: 't C', to: 't CO2' },
      { value: 1, from: 'umol CO2 m-2 s-1', to: 'g C m-2 d-1' },
    ],
    minRows: 0,
    maxRows: 200,
  }),
  ownGwpCh4: ownPotential,
  ownGwpN2o: ownPotential,
} as const;
export type Inputs = InputsOf<typeof fields>;
