import type { Source } from '../define.ts';

export const sources: readonly Source[] = [
  {
    id: 'unccd-gpg-2021',
    citation:
      'Sims, N.C., Newnham, G.J., England, J.R. et al. (2021). Good Practice Guidance. SDG Indicator 15.3.1, Proportion of Land That Is Degraded Over Total Land Area. Version 2.0. United Nations Convention to Combat Desertification, Bonn.',
    url: 'https://www.unccd.int/publications/good-practice-guidance-sdg-indicator-1531-proportion-land-degraded-over-total-land',
    supports: 'Sub-indicators, their combination, and the share of degraded land.',
  },
  {
    id: 'trends-earth-algorithms',
    citation:
      'Conservation International. trends.earth-algorithms: code for calculating indicators of land condition. Commit 35b2b7d.',
    url: 'https://github.com/ConservationInternational/trends.earth-algorithms',
    supports:
      'The form in which the rules are computed, the default transition matrix, and the results compared with.',
  },
];
