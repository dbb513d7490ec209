import type { Source } from '../define.ts';
import { sharedSource } from '../shared-sources.ts';

export const sources: readonly Source[] = [
  sharedSource(
    'forster-2021',
    'Potentials of the sixth report: Table 7.15 (by origin of methane) and Table 7.SM.7.',
  ),
  {
    id: 'openclimatedata-gwp',
    citation: 'openclimatedata. Global warming potentials of greenhouse gases (data set, CC0).',
    url: 'https://github.com/openclimatedata/globalwarmingpotentials',
    supports: 'Potentials of the second to the fifth report, transcribed.',
  },
  sharedSource('ipcc-2019-soil', 'Mass ratios 44/12, 16/12 and 44/28.'),
  {
    id: 'prohaska-2022',
    citation:
      'Prohaska, T. et al. (2022). Standard atomic weights of the elements 2021 (IUPAC Technical Report). Pure and Applied Chemistry 94, 573–600.',
    url: 'https://doi.org/10.1515/pac-2019-0603',
    supports: 'Masses of C, H, N and O for moles.',
  },
];
