import { gwpSets } from '../../science/units-gwp/gwp-sets.ts';
import { figure, label, type OutputsOf, rows } from '../output.ts';

const equivalent = { unit: 't', symbol: 't CO2e', substance: 'CO2e', signed: true, digits: 4 } as const;
export const ratio = { unit: '1', symbol: 'kg CO2e/kg' } as const;
const potential = figure({ ...ratio, digits: 4 });

export const outputs = {
  balance: figure(equivalent),
  co2Part: figure(equivalent),
  ch4Part: figure(equivalent),
  n2oPart: figure(equivalent),
  gwpCh4: potential,
  gwpN2o: potential,
  method: label(['gwp']),
  conversions: rows({
    value: figure({ unit: '1', digits: 10 }),
    from: label(),
    result: figure({ unit: '1', digits: 10 }),
    to: label(),
    factor: figure({ unit: '1', digits: 10 }),
    basis: label(['units', 'inventory-ratio', 'molar-mass']),
  }),
  bySet: rows(
    {
      set: label(gwpSets),
      ch4: potential,
      n2o: potential,
      balance: figure(equivalent),
    },
    { shown: 'closed' },
  ),
} as const;
export type Outputs = OutputsOf<typeof outputs>;
