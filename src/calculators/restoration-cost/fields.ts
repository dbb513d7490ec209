import { choice, type InputsOf, quantity, table, text } from '../fields.ts';

/** Money of any currency: `[XXX]` is ISO 4217 for none in particular, and the sign of it is ¤. */
const moneyPerHectare = { unit: '[XXX]/har', symbol: '¤/ha' } as const;
const carbonPerHectare = { unit: 't/har', symbol: 't CO₂e/ha', substance: 'CO2e' } as const;
const percent = { unit: '%' } as const;
const rate = { ...percent, min: -50, max: 100 } as const;
const limit = { optional: true, more: true } as const;
const multiplier = { ...percent, min: 0, max: 1000, ...limit } as const;
const share = quantity({ ...percent, min: 0, max: 100, default: 0, more: true });
const money = quantity({ ...moneyPerHectare, min: 0, max: 1e9 });
const year = quantity({ unit: 'a', symbol: '', min: 0, max: 100 });

/** What is asked, filled with golden case cost-03; then how sure it is, and what a crediting programme takes off. */
export const fields = {
  currency: text({ maxLength: 3, default: 'USD' }),
  priceYear: text({ maxLength: 4, default: '2024' }),
  discountRate: quantity({ ...rate, default: 5 }),
  area: quantity({ unit: 'har', symbol: 'ha', min: 0, max: 1e7, exclusiveMin: true, default: 1 }),
  periods: table({
    columns: {
      from: year,
      to: year,
      cost: money,
      income: money,
      carbon: quantity({ ...carbonPerHectare, min: -1e5, max: 1e5 }),
    },
    rows: [
      { from: 0, to: 0, cost: 1800, income: 0, carbon: 0 },
      { from: 1, to: 3, cost: 250, income: 0, carbon: 11 },
      { from: 4, to: 30, cost: 40, income: 0, carbon: 11 },
    ],
    minRows: 1,
    maxRows: 60,
  }),
  costLow: quantity({ ...multiplier, default: 90 }),
  costHigh: quantity({ ...multiplier, default: 130 }),
  carbonLow: quantity({ ...multiplier, default: 70 }),
  carbonHigh: quantity({ ...multiplier, default: 120 }),
  incomeLow: quantity(multiplier),
  incomeHigh: quantity(multiplier),
  rateLow: quantity({ ...rate, ...limit, default: 3 }),
  rateHigh: quantity({ ...rate, ...limit, default: 7 }),
  leakage: share,
  deduction: share,
  buffer: share,
  prices: choice(['real', 'nominal'], 'real', { more: true }),
  pools: text({ maxLength: 200, optional: true, more: true }),
  draws: quantity({ unit: '1', min: 100, max: 100_000, default: 10_000, more: true }),
  seed: quantity({ unit: '1', min: 0, max: 4_294_967_295, default: 1, more: true }),
};

/** What stands in the form, read: shares, rates and multipliers in per cent. */
export type CostInputs = InputsOf<typeof fields>;
