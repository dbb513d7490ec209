import type { Source } from '../define.ts';
import { sharedSource } from '../shared-sources.ts';

export const sources: readonly Source[] = [
  sharedSource('ipcc-2019-forest', 'Tables 4.9 (growth), 4.7 (stocks, the cap) and 4.4 (roots).'),
  sharedSource('ipcc-2006-forest', 'Table 4.3: carbon content of 0.47.'),
  {
    id: 'requena-suarez-2019',
    citation:
      'Requena Suarez, D., Rozendaal, D. M. A., De Sy, V. et al. (2019). Estimating aboveground net biomass change for tropical and subtropical forests: refinement of IPCC default rates using forest plot data. Global Change Biology 25, 3609–3624.',
    url: 'https://doi.org/10.1111/gcb.14767',
    supports: 'The plot data behind the tropical and subtropical rates of Table 4.9.',
  },
  {
    id: 'richards-1959',
    citation:
      'Richards, F. J. (1959). A flexible growth function for empirical use. Journal of Experimental Botany 10, 290–301.',
    url: 'https://doi.org/10.1093/jxb/10.2.290',
    supports: 'The Chapman–Richards curve.',
  },
  {
    id: 'cook-patton-2020',
    citation:
      'Cook-Patton, S. C., Leavitt, S. M., Gibbs, D. et al. (2020). Mapping carbon accumulation potential from global natural forest regrowth. Nature 585, 545–550. Field data: GROA, forc-db/GROA, CC BY 4.0.',
    url: 'https://doi.org/10.1038/s41586-020-2686-x',
    supports: 'The plots of the worked example of a fit (study 10944, Panama).',
  },
  sharedSource('cairns-1997', 'Below-ground biomass, equation 1 and the equation with latitude.'),
  sharedSource('mokany-2006', 'Below-ground biomass, 0.489 AGB^0.89.'),
];
