import type { Source } from '../define.ts';
import { sharedSource } from '../shared-sources.ts';

export const sources: readonly Source[] = [
  sharedSource('ipcc-2014-wetlands', 'Chapter 4, Tables 4.2 to 4.5 and 4.11 to 4.14.'),
  sharedSource('forster-2021', 'Global warming potential of methane in the sixth report, Table 7.15.'),
  {
    id: 'ouyang-2014',
    citation:
      'Ouyang, X. & Lee, S. Y. (2014). Updated estimates of carbon accumulation rates in coastal marsh sediments. Biogeosciences 11, 5057–5071.',
    url: 'https://doi.org/10.5194/bg-11-5057-2014',
    supports:
      'Mean rate of 143 salt marsh sites, 244.7 g C per m² and year, against which the default is low.',
  },
];
