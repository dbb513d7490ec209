import type { FactorTable } from '../../science/factor.ts';
import { gwpFactors } from '../../science/factors/gwp.ts';
import { organicSoilFactors } from '../../science/factors/organic-soils.ts';
import type { Source } from '../define.ts';

export const sources: readonly Source[] = [
  {
    ...{ id: 'ipcc-2014-wetlands', ...cited(organicSoilFactors, 'ipcc-2014-wetlands') },
    supports:
      'Chapter 2, equations 2.2, 2.6 and 2.7, Tables 2.1 to 2.5 (drained); chapter 3, equation 3.8, Tables 3.1 to 3.3 (rewetted).',
  },
  {
    ...{ id: 'forster-2021', ...cited(gwpFactors, 'ar6') },
    supports: 'Global warming potentials of the sixth report, Table 7.15.',
  },
];

/** The source as its table of factors has it. */
function cited(table: FactorTable, key: string) {
  return table.sources[key] ?? { citation: '', url: '' };
}
