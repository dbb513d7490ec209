import type { Source } from '../define.ts';

export const sources: readonly Source[] = [
  {
    id: 'ipcc-2019-soil',
    citation:
      'IPCC (2019). 2019 Refinement to the 2006 IPCC Guidelines for National Greenhouse Gas Inventories. Volume 4: Agriculture, Forestry and Other Land Use.',
    url: 'https://www.ipcc-nggip.iges.or.jp/public/2019rf/vol4.html',
    supports:
      'Equation 2.25; Table 2.3 (reference stocks), Tables 5.5 and 6.2 (factors), section 4.3.3.4 (forest), Tables 11.1 and 11.3 (nitrous oxide).',
  },
  {
    id: 'ipcc-2014-wetlands',
    citation:
      'IPCC (2014). 2013 Supplement to the 2006 IPCC Guidelines for National Greenhouse Gas Inventories: Wetlands.',
    url: 'https://www.ipcc-nggip.iges.or.jp/public/wetlands/',
    supports: 'Chapter 5, Tables 5.3 and 5.4: inland wetland mineral soil, cultivated and rewetted.',
  },
];
