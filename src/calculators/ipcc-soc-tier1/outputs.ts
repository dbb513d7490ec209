import { figure, label, type OutputsOf, rows } from '../output.ts';

export const carbon = { unit: 't/har', symbol: 't C/ha', substance: 'C' } as const;
export const nitrogen = { unit: 'kg/(har.a)', symbol: 'kg N/(ha·yr)', substance: 'N' } as const;
const yearly = { unit: 't/(har.a)', symbol: 't CO2/(ha·yr)', substance: 'CO2', signed: true } as const;
const yearlyEquivalent = { unit: 't/(har.a)', symbol: 't CO2e/(ha·yr)', substance: 'CO2e' } as const;
const total = { unit: 't', symbol: 't CO2', substance: 'CO2', signed: true, digits: 4 } as const;
const totalEquivalent = { unit: 't', symbol: 't CO2e', substance: 'CO2e', signed: true, digits: 4 } as const;
const optional = { optional: true } as const;

export const outputs = {
  annual: figure(yearly),
  cumulative: figure(total),
  intervalFrom: label(['draws', 'no-change', 'none']),
  probabilityOfGain: figure({ unit: '%', ...optional }),
  net: figure({ ...totalEquivalent, ...optional }),
  annualN2o: figure({ ...yearlyEquivalent, ...optional }),
  annualMethane: figure({ ...yearlyEquivalent, ...optional }),
  breakevenNitrogen: figure({ ...nitrogen, ...optional }),
  stockBefore: figure(carbon),
  stockAfter: figure(carbon),
  stockWithout: figure(carbon),
  referenceStock: figure(carbon),
  referenceStockError: figure({ unit: '%', ...optional }),
  // beside the reader's own numbers
  defaultStock: figure({ ...carbon, ...optional }),
  annualDefault: figure({ ...yearly, ...optional }),
  method: label(['tier-1']),
  factors: rows({
    state: label(['before', 'after', 'without']),
    part: label(['landUse', 'management', 'input']),
    value: figure({ unit: '1' }),
    error: figure({ unit: '%' }),
    key: label(),
  }),
  course: rows(
    {
      year: figure({ unit: 'a', symbol: 'yr', digits: 4 }),
      withProject: figure({ ...carbon, digits: 4 }),
      withoutProject: figure({ ...carbon, digits: 4 }),
      soil: figure(total),
      low: figure(total),
      high: figure(total),
      emitted: figure({ ...totalEquivalent, signed: false }),
      net: figure(totalEquivalent),
    },
    { shown: 'closed' },
  ),
} as const;
export type Outputs = OutputsOf<typeof outputs>;
