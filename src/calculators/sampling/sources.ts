import type { Source } from '../define.ts';

export const sources: readonly Source[] = [
  {
    id: 'cochran-1977',
    citation: 'Cochran, W. G. (1977). Sampling Techniques, 3rd edition. John Wiley & Sons, New York.',
    url: 'https://www.wiley.com/en-us/Sampling+Techniques%2C+3rd+Edition-p-9780471162407',
    supports:
      'Number of plots in a stratified sample with and without plot costs (equation 5.25), Neyman allocation (5.26), standard error of a stratified mean (section 5.4).',
  },
  {
    id: 'ar-tool03',
    citation:
      'UNFCCC CDM Executive Board. A/R methodological tool: Calculation of the number of sample plots for measurements within A/R CDM project activities (AR-TOOL03), version 02.1.0.',
    url: 'https://cdm.unfccc.int/methodologies/ARmethodologies/tools/ar-am-tool-03-v2.1.0.pdf',
    supports:
      'The same number of plots where all plots cost the same, with the correction for a finite area; the normal quantile in place of Student’s t.',
  },
  {
    id: 'gabler-2012',
    citation:
      'Gabler, S., Ganninger, M. and Münnich, R. (2012). Optimal allocation of the sample size to strata under box constraints. Metrika 75, 151–161.',
    url: 'https://doi.org/10.1007/s00184-010-0319-3',
    supports: 'Sharing a fixed number of plots between a minimum and what fits into each stratum.',
  },
  {
    id: 'zar-2010',
    citation: 'Zar, J. H. (2010). Biostatistical Analysis, 5th edition. Prentice Hall, Upper Saddle River.',
    url: 'https://search.worldcat.org/title/232785945',
    supports: 'The smallest change that two inventories detect (chapters 7 and 8).',
  },
];
