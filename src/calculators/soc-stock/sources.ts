import type { Source } from '../define.ts';
import { sharedSource } from '../shared-sources.ts';

export const sources: readonly Source[] = [
  {
    id: 'poeplau-2017',
    citation:
      'Poeplau, C., Vos, C. and Don, A. (2017). Soil organic carbon stocks are systematically overestimated by misuse of the parameters bulk density and rock fragment content. SOIL 3, 61–66.',
    url: 'https://doi.org/10.5194/soil-3-61-2017',
    supports: 'Equations 1 and 2: mass of fine earth and stock of a layer (method M4).',
  },
  sharedSource('ipcc-2019-soil', 'Default depth of 30 cm, and the stock in t C/ha.'),
  {
    id: 'ellert-1995',
    citation:
      'Ellert, B.H. and Bettany, J.R. (1995). Calculation of organic matter and nutrients stored in soils under contrasting management regimes. Canadian Journal of Soil Science 75, 529–538.',
    url: 'https://doi.org/10.4141/cjss95-075',
    supports: 'Equation 4: stock at equal soil mass, straight lines between the layers.',
  },
  {
    id: 'wendt-2013',
    citation:
      'Wendt, J.W. and Hauser, S. (2013). An equivalent soil mass procedure for monitoring soil organic carbon in multiple soil layers. European Journal of Soil Science 64, 58–65.',
    url: 'https://doi.org/10.1111/ejss.12002',
    supports: 'Equation 5: stock at equal soil mass, a cubic curve through the layers.',
  },
  {
    id: 'simple-esm',
    citation:
      'Ferchaud, F. and Chlebowski, F. (2022). SimpleESM: R script to calculate soil organic carbon and nitrogen stocks at Equivalent Soil Mass. INRAE.',
    url: 'https://github.com/fabienferchaud/SimpleESM',
    supports: 'The monotone form of the cubic and the depth that holds the mass; the results compared with.',
  },
];
