import { figure, label, type OutputsOf, rows } from '../output.ts';

const money = { unit: '[XXX]', symbol: '¤' } as const;
const moneyPerHectare = { unit: '[XXX]/har', symbol: '¤/ha' } as const;
const moneyPerTonne = { unit: '[XXX]/t', symbol: '¤/t CO₂e', substance: 'CO2e' } as const;
const carbonPerHectare = { unit: 't/har', symbol: 't CO₂e/ha', substance: 'CO2e' } as const;
const percent = { unit: '%' } as const;
const flow = figure({ ...moneyPerHectare, digits: 6, signed: true });
const payment = figure({ ...moneyPerHectare, digits: 6 });

/** What a tonne costs, what the project is worth, its years, and what moves its worth. */
export const outputs = {
  costPerTonne: figure(moneyPerTonne),
  costPerPlainTonne: figure(moneyPerTonne),
  npv: figure({ ...moneyPerHectare, signed: true }),
  npvArea: figure({ ...money, signed: true }),
  gaining: figure({ ...percent, optional: true }),
  annuity: figure({ unit: '[XXX]/(har.a)', symbol: '¤/(ha·a)', signed: true, optional: true }),
  irr: figure({ ...percent, optional: true }),
  payback: figure({ unit: 'a', symbol: '', optional: true }),
  discountedCarbon: figure(carbonPerHectare),
  carbon: figure(carbonPerHectare),
  issued: figure({ ...carbonPerHectare, optional: true }),
  breakEvenPrice: figure({ ...moneyPerTonne, optional: true }),
  years: rows({
    year: figure({ unit: 'a', symbol: '', digits: 4 }),
    cost: payment,
    income: payment,
    net: flow,
    cumulative: flow,
    discounted: flow,
    cumulativeDiscounted: flow,
    carbon: figure({ ...carbonPerHectare, digits: 4 }),
    discountedCarbon: figure({ ...carbonPerHectare, digits: 4 }),
  }),
  swings: rows({
    input: label(['cost', 'income', 'rate']),
    low: figure(percent),
    high: figure(percent),
    npvAtLow: figure({ ...moneyPerHectare, signed: true }),
    npvAtHigh: figure({ ...moneyPerHectare, signed: true }),
  }),
};

export type CostOutputs = OutputsOf<typeof outputs>;
