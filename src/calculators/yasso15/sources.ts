import { yasso15Factors } from '../../science/factors/yasso15.ts';
import type { Source } from '../define.ts';
import { sharedSource } from '../shared-sources.ts';

const of = yasso15Factors.sources;

export const sources: readonly Source[] = [
  {
    id: 'jarvenpaa-yasso15',
    citation: of['jarvenpaa']?.citation ?? '',
    url: of['jarvenpaa']?.url ?? '',
    supports:
      'The model: five pools, climate modifiers of A, W and E, of N and of H, calibration with data from all over the world.',
  },
  {
    id: 'tuomi-2009',
    citation:
      'Tuomi, M., Thum, T., Järvinen, H., Fronzek, S., Berg, B., Harmon, M., Trofymow, J. A., Sevanto, S. and Liski, J. (2009). Leaf litter decomposition – Estimates of global variability based on Yasso07 model. Ecological Modelling 220, 3362–3371.',
    url: 'https://doi.org/10.1016/j.ecolmodel.2009.05.016',
    supports:
      'Decomposition of the pools A, W, E and N and the flows between them, on which Yasso15 is built.',
  },
  {
    id: 'tuomi-2011',
    citation:
      'Tuomi, M., Laiho, R., Repo, A. and Liski, J. (2011). Wood decomposition model for boreal forests. Ecological Modelling 222, 709–718.',
    url: 'https://doi.org/10.1016/j.ecolmodel.2010.10.025',
    supports: 'How much slower thick wood decays.',
  },
  {
    id: 'ryassofortran',
    citation:
      'Finnish Meteorological Institute (2020). Ryassofortran: R functions that call the Fortran 90 release of the soil carbon model YASSO15. Parameter vector sample_parameters, commit fdc7c1a.',
    url: 'https://github.com/YASSOmodel/Ryassofortran',
    supports: 'Every equation as it is computed (subroutine mod5c), and the vector of 35 parameters.',
  },
  sharedSource('fao-2022-gsocseq', 'The gain against what would have been without the change (eq. 2.2).'),
];
