import type { Source } from '../define.ts';

export const sources: readonly Source[] = [
  {
    id: 'wutzler-2018',
    citation:
      'Wutzler, T., Lucas-Moffat, A., Migliavacca, M., Knauer, J., Sickel, K., Šigut, L., Menzer, O. and Reichstein, M. (2018). Basic and extensible post-processing of eddy covariance flux data with REddyProc. Biogeosciences 15, 5015–5030.',
    url: 'https://doi.org/10.5194/bg-15-5015-2018',
    supports: 'The whole chain as REddyProc 1.3.3 has it; all results are compared with that program.',
  },
  {
    id: 'reichstein-2005',
    citation:
      'Reichstein, M. et al. (2005). On the separation of net ecosystem exchange into assimilation and ecosystem respiration: review and improved algorithm. Global Change Biology 11, 1424–1439.',
    url: 'https://doi.org/10.1111/j.1365-2486.2005.001002.x',
    supports:
      'Gap filling by marginal distribution sampling, and partitioning by the respiration of the night.',
  },
  {
    id: 'papale-2006',
    citation:
      'Papale, D. et al. (2006). Towards a standardized processing of Net Ecosystem Exchange measured with eddy covariance technique: algorithms and uncertainty estimation. Biogeosciences 3, 571–583.',
    url: 'https://doi.org/10.5194/bg-3-571-2006',
    supports: 'Threshold of the friction velocity by the moving point test.',
  },
  {
    id: 'vekuri-2023',
    citation:
      'Vekuri, H. et al. (2023). A widely-used eddy covariance gap-filling method creates systematic bias in carbon balance estimates. Scientific Reports 13, 1720.',
    url: 'https://doi.org/10.1038/s41598-023-28827-2',
    supports: 'The variant of the gap filling that balances less and more radiation.',
  },
  {
    id: 'lloyd-taylor-1994',
    citation:
      'Lloyd, J. and Taylor, J.A. (1994). On the temperature dependence of soil respiration. Functional Ecology 8, 315–323.',
    url: 'https://doi.org/10.2307/2389824',
    supports: 'Equation 11: respiration against temperature.',
  },
  {
    id: 'zieba-2011',
    citation:
      'Zieba, A. and Ramza, P. (2011). Standard deviation of the mean of autocorrelated observations estimated with the use of the autocorrelation function estimated from the data. Metrology and Measurement Systems 18, 529–542.',
    url: 'https://doi.org/10.2478/v10178-011-0052-x',
    supports: 'Number of independent records in the random error of a sum.',
  },
  {
    id: 'pastorello-2020',
    citation:
      'Pastorello, G. et al. (2020). The FLUXNET2015 dataset and the ONEFlux processing pipeline for eddy covariance data. Scientific Data 7, 225.',
    url: 'https://doi.org/10.1038/s41597-020-0534-3',
    supports: 'Names of columns and their quality flags.',
  },
];
