export const assumptions = [
  'independent-plots',
  'normal-means',
  'known-areas',
  'finite-area',
  'pilot-limit',
  'change',
];
export const limits = ['measurement-error', 'clusters', 'placement', 'one-variable'];
