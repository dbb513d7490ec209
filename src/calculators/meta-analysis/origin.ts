export const assumptions = [
  'independent-studies',
  'known-variances',
  'normal-effects',
  'small-samples',
  'filled-in',
];
export const limits = ['funnel', 'heterogeneity', 'dependence', 'quality', 'prediction'];
