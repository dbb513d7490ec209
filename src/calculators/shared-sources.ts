import type { Source } from './define.ts';

/** What several calculators rest on, once, by key in content/references. */
const records = {
  'cairns-1997': {
    citation:
      'Cairns, M. A., Brown, S., Helmer, E. H. and Baumgardner, G. A. (1997). Root biomass allocation in the world’s upland forests. Oecologia 111, 1–11.',
    url: 'https://doi.org/10.1007/s004420050201',
  },
  'fao-2022-gsocseq': {
    citation:
      'FAO (2022). Global Soil Organic Carbon Sequestration Potential Map (GSOCseq v1.1): technical manual. Food and Agriculture Organization of the United Nations, Rome.',
    url: 'https://github.com/FAO-SID/GSOCseq',
  },
  'forster-2021': {
    citation:
      'Forster, P. et al. (2021). The Earth’s energy budget, climate feedbacks and climate sensitivity. In: Climate Change 2021: The Physical Science Basis, chapter 7. IPCC.',
    url: 'https://doi.org/10.1017/9781009157896.009',
  },
  'ipcc-2006-forest': {
    citation:
      'IPCC (2006). 2006 IPCC Guidelines for National Greenhouse Gas Inventories. Volume 4: Agriculture, Forestry and Other Land Use.',
    url: 'https://www.ipcc-nggip.iges.or.jp/public/2006gl/vol4.html',
  },
  'ipcc-2014-wetlands': {
    citation:
      'IPCC (2014). 2013 Supplement to the 2006 IPCC Guidelines for National Greenhouse Gas Inventories: Wetlands. Hiraishi, T. et al. (eds). IPCC, Switzerland.',
    url: 'https://www.ipcc-nggip.iges.or.jp/public/wetlands/',
  },
  'ipcc-2019-forest': {
    citation:
      'IPCC (2019). 2019 Refinement to the 2006 IPCC Guidelines for National Greenhouse Gas Inventories. Volume 4, Chapter 4: Forest Land.',
    url: 'https://www.ipcc-nggip.iges.or.jp/public/2019rf/vol4.html',
  },
  'ipcc-2019-soil': {
    citation:
      'IPCC (2019). 2019 Refinement to the 2006 IPCC Guidelines for National Greenhouse Gas Inventories. Volume 4: Agriculture, Forestry and Other Land Use.',
    url: 'https://www.ipcc-nggip.iges.or.jp/public/2019rf/vol4.html',
  },
  'mokany-2006': {
    citation:
      'Mokany, K., Raison, R. J. and Prokushkin, A. S. (2006). Critical analysis of root : shoot ratios in terrestrial biomes. Global Change Biology 12, 84–96.',
    url: 'https://doi.org/10.1111/j.1365-2486.2005.001043.x',
  },
} as const satisfies Readonly<Record<string, Pick<Source, 'citation' | 'url'>>>;

/** A source that several calculators share, with what rests on it in one of them. */
export function sharedSource(id: keyof typeof records, supports: string): Source {
  return { id, ...records[id], supports };
}
