import { expect, it } from 'vitest';
import { shortCitation } from './short-citation.ts';

it.each([
  ['Wang, C. (2006). Biomass.', 'Wang 2006'],
  ['Lloyd, J. and Taylor, J.A. (1994). On the temperature.', 'Lloyd & Taylor 1994'],
  ['Ouyang, X. & Lee, S. Y. (2014). Updated estimates.', 'Ouyang & Lee 2014'],
  ['Hedges, L. V., Gurevitch, J. and Curtis, P. S. (1999). The meta-analysis.', 'Hedges et al. 1999'],
  ['Egger, M., Davey Smith, G., Schneider, M. and Minder, C. (1997). Bias.', 'Egger et al. 1997'],
  ['Papale, D. et al. (2006). Towards.', 'Papale et al. 2006'],
  ['IPCC (2019). 2019 Refinement.', 'IPCC 2019'],
  ['Finnish Meteorological Institute (2020). Ryassofortran.', 'Finnish Meteorological Institute 2020'],
  ['CDM Executive Board. AR-TOOL12: Estimation of stocks.', 'CDM Executive Board'],
  ['Richards, K. R. and Stokes, C. A review of forest carbon.', 'Richards & Stokes'],
  ['Järvenpää, M., Repo, A. and Liski, J. Soil carbon model. Manuscript.', 'Järvenpää et al.'],
  ['nameless', 'nameless'],
])('%s', (citation, short) => expect(shortCitation(citation)).toBe(short));
