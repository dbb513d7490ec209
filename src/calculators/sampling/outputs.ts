import { figure, label, type OutputsOf, rows } from '../output.ts';

const perHectare = { unit: 't/har', symbol: 't/ha' } as const;
const plots = { unit: '1', digits: 6 } as const;
const money = { unit: '1', digits: 9 } as const;

/** What the calculator gives; what was not asked for, or needs inputs that are empty, has no value. */
export const outputs = {
  n: figure(plots),
  halfWidth: figure(perHectare),
  halfWidthPercent: figure({ unit: '%', optional: true }),
  cost: figure({ ...money, optional: true }),
  cautious: figure({ ...plots, optional: true }),
  standardError: figure(perHectare),
  formulaTotal: figure({ unit: '1', digits: 5, optional: true }),
  possible: figure(money),
  t: figure({ unit: '1', digits: 4 }),
  changeOfNewPlots: figure({ ...perHectare, optional: true }),
  changeOfSamePlots: figure({ ...perHectare, optional: true }),
  method: label(['cost-optimal', 'neyman']),
  spread: label(['pilot', 'partly', 'assumed']),
  strata: rows({
    name: label(),
    n: figure(plots),
    unrounded: figure({ unit: '1', digits: 5 }),
    proportional: figure({ unit: '1', digits: 4 }),
    area: figure({ unit: 'har', symbol: 'ha', digits: 6 }),
    share: figure({ unit: '%' }),
    possible: figure(money),
    cost: figure(money),
  }),
  curve: rows({
    margin: figure(perHectare),
    n: figure(plots),
    cost: figure(money),
  }),
};

export type SamplingOutputs = OutputsOf<typeof outputs>;
