import { figure, label, type OutputsOf, rows } from '../output.ts';

const plain = { unit: '1' } as const;
const signed = { unit: '1', signed: true } as const;
const probability = { unit: '1', digits: 2, least: 0.001 } as const;
const count = { unit: '1', digits: 6 } as const;
const share = figure({ unit: '%' });
const interval = { low: figure(signed), high: figure(signed) };
const spread = { tau2: figure(plain), i2: share };

/** What the calculator gives; what the measure, the model or few studies leave open has no value. */
export const outputs = {
  effect: figure(signed),
  percent: figure({ unit: '%', signed: true, optional: true }),
  answer: label(['above', 'below', 'open']),
  k: figure(count),
  p: figure(probability),
  prediction: figure({ ...signed, optional: true }),
  riley: figure({ ...signed, optional: true }),
  tau: figure(plain),
  i2: share,
  regressionR2: figure({ unit: '%', optional: true }),
  studies: rows(
    {
      study: label(),
      effect: figure(signed),
      standardError: figure(plain),
      ...interval,
      weight: share,
    },
    { shown: 'closed' },
  ),
  subgroups: rows({
    group: label(),
    k: figure(count),
    effect: figure(signed),
    ...interval,
    ...spread,
  }),
  differences: rows({
    test: label(['separate', 'common']),
    statistic: figure(plain),
    df1: figure(count),
    df2: figure(count),
    p: figure(probability),
  }),
  regression: rows({
    term: label(['intercept', 'slope']),
    coefficient: figure(signed),
    standardError: figure(plain),
    ...interval,
    p: figure(probability),
  }),
  models: rows({
    model: label(['FE', 'DL', 'REML', 'PM']),
    test: label(['z', 'knha']),
    effect: figure(signed),
    ...interval,
    ...spread,
  }),
  heterogeneity: rows(
    {
      q: figure(plain),
      df: figure(count),
      p: figure(probability),
      tau2: figure(plain),
      tau2Error: figure(plain),
      h2: figure(plain),
    },
    { shown: 'closed' },
  ),
  smallStudies: rows(
    {
      test: label(['egger', 'begg']),
      statistic: figure(signed),
      p: figure(probability),
    },
    { shown: 'closed' },
  ),
  leaveOneOut: rows(
    {
      without: label(),
      effect: figure(signed),
      ...interval,
      ...spread,
    },
    { shown: 'closed' },
  ),
};

export type MetaOutputs = OutputsOf<typeof outputs>;
