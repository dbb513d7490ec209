import { choice, quantity, table, text } from '../fields.ts';

const plain = { unit: '1' } as const;
const mean = quantity({ ...plain, min: -1e9, max: 1e9, optional: true });
const deviation = quantity({ ...plain, min: 0, max: 1e9, optional: true });
const replicates = quantity({ ...plain, min: 1, max: 1e6, optional: true });
const positive = quantity({ ...plain, min: 0, max: 1e9, exclusiveMin: true, optional: true });
const effect = quantity({ ...plain, min: -1e9, max: 1e9, optional: true });
const name = text({ maxLength: 120 });
const group = text({ maxLength: 80, optional: true, more: true });
const moderator = quantity({ ...plain, min: -1e9, max: 1e9, optional: true, more: true });

/** What is asked for: the studies first; the model, and effects computed elsewhere, are for those who need them. */
export const fields = {
  measure: choice(['lnRR', 'SMD', 'MD', 'given'], 'lnRR'),
  studies: table({
    columns: {
      study: name,
      m1: mean,
      sd1: deviation,
      n1: replicates,
      m2: mean,
      sd2: deviation,
      n2: replicates,
      subgroup: group,
      moderator,
    },
    // golden case meta-04: invented
    rows: [
      { study: 'site1', m1: 24.1, sd1: 5.2, n1: 10, m2: 15.2, sd2: 4.1, n2: 10 },
      { study: 'site2', m1: 18.3, sd1: 4.4, n1: 8, m2: 14.9, sd2: 4, n2: 8 },
      { study: 'site3', m1: 31.2, sd1: 7.9, n1: 12, m2: 20.5, sd2: 6.3, n2: 10 },
      { study: 'site4', m1: 12.4, sd1: 3.1, n1: 6, m2: 11.8, sd2: 3.5, n2: 6 },
      { study: 'site5', m1: 27.7, sd1: 6.6, n1: 15, m2: 16.1, sd2: 4.8, n2: 15 },
      { study: 'site6', m1: 15.9, sd1: 5, n1: 9, m2: 13.2, sd2: 4.6, n2: 8 },
      { study: 'site7', m1: 22.8, sd1: 4.9, n1: 10, m2: 18, sd2: 4.4, n2: 10 },
      { study: 'site8', m1: 35, sd1: 9.1, n1: 20, m2: 21.4, sd2: 7, n2: 18 },
      { study: 'site9', m1: 19.4, sd1: 6.2, n1: 7, m2: 17.7, sd2: 5.9, n2: 7 },
    ],
    minRows: 0,
    maxRows: 500,
  }),
  effects: table({
    columns: {
      study: name,
      effect,
      variance: positive,
      standardError: positive,
      low: effect,
      high: effect,
      subgroup: group,
      moderator,
    },
    rows: [],
    minRows: 0,
    maxRows: 500,
    more: true,
  }),
  method: choice(['REML', 'DL', 'PM', 'FE'], 'REML', { more: true }),
  test: choice(['knha', 'z'], 'knha', { more: true }),
  missingSd: choice(['leave-out', 'fill-in'], 'leave-out', { more: true }),
};
