import { figure, type OutputsOf, rows } from '../output.ts';

const carbon = { unit: 't/har', symbol: 't C/ha', substance: 'C' } as const;
const yearly = { unit: 't/(har.a)', symbol: 't C/(ha·a)', substance: 'C' } as const;
const pool = figure({ ...carbon, digits: 4 });

/** Stocks of the layer, what they rest on, and their course. */
export const outputs = {
  endStock: figure(carbon),
  baselineStock: figure(carbon),
  change: figure({ ...carbon, signed: true }),
  changePerYear: figure({ ...yearly, signed: true }),
  startStock: figure(carbon),
  longTermStock: figure(carbon),
  requiredInput: figure({ ...yearly, optional: true }),
  inputBefore: figure(yearly),
  inputAfter: figure(yearly),
  inertCarbon: figure(carbon),
  respired: figure(carbon),
  course: rows({
    year: figure({ unit: 'a', symbol: '', digits: 4 }),
    total: pool,
    low: pool,
    high: pool,
    baseline: pool,
    dpm: pool,
    rpm: pool,
    bio: pool,
    hum: pool,
    co2: figure({ ...yearly, digits: 4 }),
  }),
  modifiers: rows({
    month: figure({ unit: '1', digits: 2 }),
    deficit: figure({ unit: 'mm' }),
    temperature: figure({ unit: '1' }),
    moisture: figure({ unit: '1' }),
    cover: figure({ unit: '1' }),
  }),
};

export type RothcOutputs = OutputsOf<typeof outputs>;
