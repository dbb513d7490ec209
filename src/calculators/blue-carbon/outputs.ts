import { figure, label, type OutputsOf, rows } from '../output.ts';

const total = { unit: 't', symbol: 't CO2e', substance: 'CO2e' } as const;
const plain = figure({ unit: '1', digits: 4 });

export const outputs = {
  net: figure(total),
  netPerYear: figure({ unit: 't/(har.a)', symbol: 't CO2e/(ha·yr)', substance: 'CO2e' }),
  intervalFrom: label(['limits', 'none']),
  soil: figure(total),
  biomass: figure(total),
  methane: figure(total),
  avoided: figure(total),
  absolute: figure({ ...total, optional: true }),
  probabilityOfRemoval: figure({ unit: '%', optional: true }),
  yearsToNaturalStock: figure({ unit: 'a', symbol: 'yr', optional: true }),
  breakevenRate: figure({ unit: 't/(har.a)', symbol: 't C/(ha·yr)', substance: 'C', optional: true }),
  method: label(['tier-1', 'own-factors']),
  factors: rows(
    {
      factor: label(['accumulation', 'soil-stock', 'drainage', 'methane', 'growth', 'biomass', 'root-shoot']),
      table: plain,
      used: plain,
      low: plain,
      high: plain,
    },
    { shown: 'closed' },
  ),
  course: rows(
    {
      year: figure({ unit: 'a', symbol: '', digits: 4 }),
      soil: figure(total),
      biomass: figure(total),
      avoided: figure(total),
      methane: figure(total),
      net: figure(total),
    },
    { shown: 'closed' },
  ),
};

export type BlueCarbonOutputs = OutputsOf<typeof outputs>;
