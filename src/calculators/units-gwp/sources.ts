import type { Source } from '../define.ts';

export const sources: readonly Source[] = [
  {
    id: 'forster-2021',
    citation:
      'Forster, P. et al. (2021). The Earth’s energy budget, climate feedbacks and climate sensitivity. In: Climate Change 2021: The Physical Science Basis, chapter 7. IPCC.',
    url: 'https://doi.org/10.1017/9781009157896.009',
    supports: 'Potentials of the sixth report: Table 7.15 (by origin of methane) and Table 7.SM.7.',
  },
  {
    id: 'openclimatedata-gwp',
    citation: 'openclimatedata. Global warming potentials of greenhouse gases (data set, CC0).',
    url: 'https://github.com/openclimatedata/globalwarmingpotentials',
    supports: 'Potentials of the second to the fifth report, transcribed.',
  },
  {
    id: 'ipcc-2019-soil',
    citation:
      'IPCC (2019). 2019 Refinement to the 2006 IPCC Guidelines for National Greenhouse Gas Inventories. Volume 4: Agriculture, Forestry and Other Land Use.',
    url: 'https://www.ipcc-nggip.iges.or.jp/public/2019rf/vol4.html',
    supports: 'Mass ratios 44/12, 16/12 and 44/28.',
  },
  {
    id: 'prohaska-2022',
    citation:
      'Prohaska, T. et al. (2022). Standard atomic weights of the elements 2021 (IUPAC Technical Report). Pure and Applied Chemistry 94, 573–600.',
    url: 'https://doi.org/10.1515/pac-2019-0603',
    supports: 'Masses of C, H, N and O for moles.',
  },
];
