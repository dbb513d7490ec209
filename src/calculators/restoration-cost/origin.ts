export const assumptions = [
  'year-zero',
  'discounted-carbon',
  'triangles',
  'one-price-year',
  'credits',
  'annuity',
  'gwp',
];
export const limits = ['ranking', 'social-cost', 'double-counting', 'sunk-costs', 'taxes', 'correlation'];
