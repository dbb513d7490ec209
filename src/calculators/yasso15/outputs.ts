import { figure, type OutputsOf, rows } from '../output.ts';

const carbon = { unit: 't/har', symbol: 't C/ha', substance: 'C' } as const;
const yearly = { unit: 't/(har.a)', symbol: 't C/(ha·a)', substance: 'C' } as const;
const pool = figure({ ...carbon, digits: 4 });
const rate = figure({ unit: '/a', symbol: '' });

/** Stocks of litter and soil, their course, and the rates they decay at. */
export const outputs = {
  endStock: figure(carbon),
  baselineStock: figure(carbon),
  gain: figure({ ...carbon, signed: true }),
  startStock: figure(carbon),
  change: figure({ ...carbon, signed: true }),
  changePerYear: figure({ ...yearly, signed: true }),
  longTermStock: figure(carbon),
  litterBefore: figure(yearly),
  litterAfter: figure(yearly),
  respired: figure(carbon),
  leached: figure({ ...carbon, optional: true }),
  course: rows({
    year: figure({ unit: 'a', symbol: '', digits: 4 }),
    total: pool,
    baseline: pool,
    a: pool,
    w: pool,
    e: pool,
    n: pool,
    h: pool,
    co2: figure({ ...yearly, digits: 4 }),
  }),
  rates: rows({
    diameter: figure({ unit: 'cm' }),
    size: figure({ unit: '1' }),
    a: rate,
    w: rate,
    e: rate,
    n: rate,
    h: rate,
  }),
};

export type YassoOutputs = OutputsOf<typeof outputs>;
