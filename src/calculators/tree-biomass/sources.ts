import type { Source } from '../define.ts';
import { sharedSource } from '../shared-sources.ts';

export const sources: readonly Source[] = [
  {
    id: 'chave-2014',
    citation:
      'Chave, J., Réjou-Méchain, M., Búrquez, A. et al. (2014). Improved allometric models to estimate the aboveground biomass of tropical trees. Global Change Biology 20, 3177–3190.',
    url: 'https://doi.org/10.1111/gcb.12629',
    supports: 'Equations 4 and 7 (biomass), 6a (height) and the environmental stress E.',
  },
  {
    id: 'rejou-mechain-2017',
    citation:
      'Réjou-Méchain, M., Tanguy, A., Piponiot, C., Chave, J. and Hérault, B. (2017). BIOMASS: an R package for estimating above-ground biomass and its uncertainty in tropical forests. Methods in Ecology and Evolution 8, 1163–1167.',
    url: 'https://doi.org/10.1111/2041-210X.12753',
    supports: 'Propagation of errors, coefficients of equation 7 fitted again, local height models.',
  },
  {
    id: 'chave-2004',
    citation:
      'Chave, J., Condit, R., Aguilar, S. et al. (2004). Error propagation and scaling for tropical forest biomass estimates. Philosophical Transactions of the Royal Society B 359, 409–420.',
    url: 'https://doi.org/10.1098/rstb.2003.1425',
    supports: 'Error of diameters, p. 412.',
  },
  {
    id: 'feldpausch-2012',
    citation:
      'Feldpausch, T. R., Lloyd, J., Lewis, S. L. et al. (2012). Tree height integrated into pantropical forest biomass estimates. Biogeosciences 9, 3381–3403.',
    url: 'https://doi.org/10.5194/bg-9-3381-2012',
    supports: 'Regional height curves, equation 5 and Table 3.',
  },
  {
    id: 'wang-2006',
    citation:
      'Wang, C. (2006). Biomass allometric equations for 10 co-occurring tree species in Chinese temperate forests. Forest Ecology and Management 222, 9–16.',
    url: 'https://doi.org/10.1016/j.foreco.2005.10.074',
    supports: 'Equations of ten species of north-eastern China.',
  },
  {
    id: 'xiang-2016',
    citation:
      'Xiang, W., Zhou, J., Ouyang, S. et al. (2016). Species-specific and general allometric equations for estimating tree biomass components of subtropical forests in southern China. European Journal of Forest Research 135, 963–979.',
    url: 'https://doi.org/10.1007/s10342-016-0987-2',
    supports: 'Equations of species and groups of subtropical China.',
  },
  {
    id: 'chojnacky-2014',
    citation:
      'Chojnacky, D. C., Heath, L. S. and Jenkins, J. C. (2014). Updated generalized biomass equations for North American tree species. Forestry 87, 129–151.',
    url: 'https://doi.org/10.1093/forestry/cpt053',
    supports: 'Equations of genera and families of North America.',
  },
  sharedSource('ipcc-2019-forest', 'Table 4.4: ratio of below-ground to above-ground biomass.'),
  sharedSource('ipcc-2006-forest', 'Table 4.3: carbon content of 0.47.'),
  {
    id: 'zanne-2009',
    citation:
      'Zanne, A. E., Lopez-Gonzalez, G., Coomes, D. A. et al. (2009). Data from: Towards a worldwide wood economics spectrum. Dryad. CC0.',
    url: 'https://doi.org/10.5061/dryad.234',
    supports: 'Mean wood density of genera, as held in the R package BIOMASS.',
  },
  sharedSource('cairns-1997', 'Below-ground biomass, equation 1 and the equation with latitude.'),
  sharedSource('mokany-2006', 'Below-ground biomass, 0.489 AGB^0.89.'),
  {
    id: 'ar-tool12',
    citation:
      'CDM Executive Board. AR-TOOL12: Estimation of carbon stocks and change in carbon stocks in dead wood and litter in A/R CDM project activities.',
    url: 'https://cdm.unfccc.int/Reference/tools/index.html',
    supports: 'Shares of dead wood and litter.',
  },
  {
    id: 'ar-tool14',
    citation:
      'CDM Executive Board. AR-TOOL14: Estimation of carbon stocks and change in carbon stocks of trees and shrubs in A/R CDM project activities, version 04.2.',
    url: 'https://cdm.unfccc.int/Reference/tools/index.html',
    supports: 'Discount for uncertainty, appendix.',
  },
];
