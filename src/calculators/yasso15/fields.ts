import { yassoBounds } from '../../science/yasso15/domain.ts';
import { choice, type InputsOf, quantity, table } from '../fields.ts';

type Bounds = readonly [number, number];
const within = ([min, max]: Bounds) => ({ min, max });
const carbon = { unit: 't/har', symbol: 't C/ha', substance: 'C' } as const;
const yearly = { unit: 't/(har.a)', symbol: 't C/(ha·a)', substance: 'C' } as const;
const pool = quantity({ ...carbon, ...within(yassoBounds.pool), default: 0, more: true });
const share = quantity({ unit: '%', min: 0, max: 100 });
const litter = quantity({ ...yearly, ...within(yassoBounds.litter) });

/** What is asked, filled with golden case yasso-03; then what most readers leave alone. */
export const fields = {
  years: quantity({ unit: 'a', symbol: '', ...within(yassoBounds.years), default: 30 }),
  start: choice(['empty', 'steady-state', 'pools'], 'empty'),
  litter: table({
    columns: {
      before: litter,
      after: litter,
      diameter: quantity({ unit: 'cm', ...within(yassoBounds.diameter) }),
      a: share,
      w: share,
      e: share,
      n: share,
    },
    rows: [{ before: 0, after: 1, diameter: 2, a: 65, w: 3, e: 2, n: 30 }],
    minRows: 1,
    maxRows: 10,
  }),
  precipitation: quantity({ unit: 'mm/a', ...within(yassoBounds.precipitation), default: 650 }),
  months: table({
    columns: { temperature: quantity({ unit: 'Cel', symbol: '°C', ...within(yassoBounds.temperature) }) },
    rows: [-8.3, -8, -4, 1.6, 8.5, 13.6, 16.4, 14.4, 9.4, 4.5, -0.6, -5.1].map((temperature) => ({
      temperature,
    })),
    minRows: 12,
    maxRows: 12,
  }),
  poolA: pool,
  poolW: pool,
  poolE: pool,
  poolN: pool,
  poolH: pool,
  leaching: quantity({ unit: '/m', symbol: '1/m', ...within(yassoBounds.leaching), default: 0, more: true }),
};

/** What stands in the form, read. */
export type YassoInputs = InputsOf<typeof fields>;
