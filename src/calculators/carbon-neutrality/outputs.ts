import { figure, label, type OutputsOf, rows } from '../output.ts';
import { rateSources } from './choices.ts';

const sum = { unit: 'Mt', symbol: 'Mt CO₂e', substance: 'CO2e' } as const;
const yearly = { unit: 'Mt/a', symbol: 'Mt CO₂e/yr', substance: 'CO2e' } as const;
const amount = figure(sum);

export const outputs = {
  removal: figure(sum),
  share: figure({ unit: '%' }),
  emitted: figure(sum),
  perHectare: figure({ unit: 't/har', symbol: 't CO₂e/ha', substance: 'CO2e' }),
  peak: figure(yearly),
  peakYear: label(),
  lastAnnual: figure(yearly),
  firstRate: figure({ unit: 't/(har.a)', symbol: 't C/(ha·yr)', substance: 'C' }),
  baseStockUsed: figure({ unit: 't/har', symbol: 't C/ha', substance: 'C', optional: true }),
  gainYears: figure({ unit: 'a', symbol: 'yr', optional: true }),
  firstEmission: figure(yearly),
  from: label(rateSources),
  sign: label(['removal', 'either', 'emission']),
  terms: rows({
    term: label(['uptake', 'lost', 'leaked', 'set-aside', 'other-gases', 'net']),
    amount: figure({ ...sum, signed: true }),
  }),
  course: rows(
    {
      year: label(),
      area: figure({ unit: 'har', symbol: 'ha' }),
      net: amount,
      low: amount,
      high: amount,
      annual: figure(yearly),
      emission: figure(yearly),
      emitted: amount,
      share: figure({ unit: '%' }),
    },
    { shown: 'closed' },
  ),
} as const;

export type NeutralityOutputs = OutputsOf<typeof outputs>;
