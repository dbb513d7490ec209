import type { FactorTable } from '../../science/factor.ts';
import { coastalFactors } from '../../science/factors/coastal-wetlands.ts';
import { gwpFactors } from '../../science/factors/gwp.ts';
import type { Source } from '../define.ts';

export const sources: readonly Source[] = [
  {
    ...{ id: 'ipcc-2014-wetlands', ...cited(coastalFactors, 'ipcc-2014-wetlands') },
    supports: 'Chapter 4, Tables 4.2 to 4.5 and 4.11 to 4.14.',
  },
  {
    ...{ id: 'forster-2021', ...cited(gwpFactors, 'ar6') },
    supports: 'Global warming potential of methane in the sixth report, Table 7.15.',
  },
  {
    id: 'ouyang-2014',
    citation:
      'Ouyang, X. & Lee, S. Y. (2014). Updated estimates of carbon accumulation rates in coastal marsh sediments. Biogeosciences 11, 5057–5071.',
    url: 'https://doi.org/10.5194/bg-11-5057-2014',
    supports:
      'Mean rate of 143 salt marsh sites, 244.7 g C per m² and year, against which the default is low.',
  },
];

/** The source as its table of factors has it. */
function cited(table: FactorTable, key: string) {
  return table.sources[key] ?? { citation: '', url: '' };
}
