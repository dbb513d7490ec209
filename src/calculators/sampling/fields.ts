import { choice, quantity, table, text } from '../fields.ts';

const amount = { unit: 't/har', symbol: 't/ha', min: 0, max: 1_000_000 } as const;

/** What is asked: the aim and the strata first, how it is computed under "more". */
export const fields = {
  goal: choice(['margin', 'total'], 'margin'),
  // golden case sample-05
  margin: quantity({ ...amount, exclusiveMin: true, optional: true, default: 6 }),
  marginPercent: quantity({ unit: '%', min: 0, max: 100, exclusiveMin: true, optional: true }),
  total: quantity({ unit: '1', min: 1, max: 1_000_000, optional: true }),
  confidence: quantity({ unit: '%', min: 50, max: 99.9, default: 95 }),
  plotArea: quantity({ unit: 'har', symbol: 'ha', min: 0.0001, max: 10, default: 0.04 }),
  strata: table({
    columns: {
      name: text({ maxLength: 60, optional: true }),
      area: quantity({ unit: 'har', symbol: 'ha', min: 0, max: 1e9, exclusiveMin: true }),
      sd: quantity({ ...amount, optional: true }),
      cost: quantity({ unit: '1', min: 0, max: 1e9, exclusiveMin: true, optional: true }),
      pilotPlots: quantity({ unit: '1', min: 2, max: 100_000, optional: true, more: true }),
      mean: quantity({ ...amount, exclusiveMin: true, optional: true, more: true }),
      cv: quantity({ unit: '%', min: 0, max: 1000, optional: true, more: true }),
    },
    rows: [
      { name: 'A', area: 1200, sd: 35, cost: 100 },
      { name: 'B', area: 800, sd: 52, cost: 150 },
      { name: 'C', area: 450, sd: 18, cost: 90 },
      { name: 'D', area: 300, sd: 60, cost: 300 },
      { name: 'E', area: 90, sd: 25, cost: 80 },
    ],
    minRows: 1,
    maxRows: 100,
  }),
  quantile: choice(['student', 'normal'], 'normal', { more: true }),
  minimum: quantity({ unit: '1', min: 1, max: 1000, default: 2, more: true }),
  power: quantity({ unit: '%', min: 50, max: 99.9, default: 80, more: true }),
  correlation: quantity({ unit: '1', min: -0.99, max: 0.99, optional: true, more: true }),
};
