import type { Source } from '../define.ts';
import { sharedSource } from '../shared-sources.ts';

export const sources: readonly Source[] = [
  {
    id: 'hedges-1999',
    citation:
      'Hedges, L. V., Gurevitch, J. and Curtis, P. S. (1999). The meta-analysis of response ratios in experimental ecology. Ecology 80, 1150–1156.',
    url: 'https://doi.org/10.1890/0012-9658(1999)080[1150:TMAORR]2.0.CO;2',
    supports: 'The log response ratio that the synthesis pools; here turned into a gain per year.',
  },
  sharedSource(
    'ipcc-2019-soil',
    'Chapter 2, equation 2.25: a change of stock spread over 20 years by default.',
  ),
  sharedSource('ipcc-2019-forest', 'Tables 4.9 (growth), 4.7 (stocks, the cap) and 4.4 (roots).'),
  sharedSource('ipcc-2006-forest', 'Table 4.3: carbon content of 0.47.'),
  sharedSource('forster-2021', 'Global warming potentials of the sixth report, Table 7.15.'),
  {
    id: 'senf-seidl-2021',
    citation:
      'Senf and Seidl, R. (2021). Mapping the forest disturbance regimes of Europe. Nature Sustainability 4, 63.',
    url: 'https://doi.org/10.1038/s41893-020-00609-y',
    supports: 'The default risk of disturbance: 17% of Europe’s forest in the years 1986 to 2016.',
  },
  {
    id: 'badgley-2022',
    citation:
      'Badgley, G., Chay, F., Chegwidden, O. S. et al. (2022). California’s forest carbon offsets buffer pool is severely undercapitalized. Frontiers in Forests and Global Change 5.',
    url: 'https://doi.org/10.3389/ffgc.2022.930426',
    supports: 'The deduction for a buffer, and why it may be too small.',
  },
  {
    id: 'murray-2004',
    citation:
      'Murray, B. C., McCarl, B. A. and Lee, H.-C. (2004). Estimating leakage from forest carbon sequestration programs. Land Economics 80, 109.',
    url: 'https://le.uwpress.org/content/80/1/109',
    supports: 'Leakage as a share of the removal; from below 10% to above 90% by place and activity.',
  },
  {
    id: 'friedlingstein-2025',
    citation:
      'Friedlingstein, P., O’Sullivan, M., Jones, M. W. et al. (2025). Global Carbon Budget 2024. Earth System Science Data 17, 965–1039.',
    url: 'https://doi.org/10.5194/essd-17-965-2025',
    supports: 'Emissions of the world.',
  },
  {
    id: 'gcp-2024-national',
    citation:
      'Global Carbon Project (2024). National fossil carbon emissions 2024 v1.01, territorial emissions: data of the Global Carbon Budget 2024.',
    url: 'https://doi.org/10.18160/gcp-2024',
    supports: 'Fossil emissions of single countries and the European Union.',
  },
  {
    id: 'lewis-2019',
    citation:
      'Lewis, S. L., Wheeler, C. E., Mitchard, E. T. A. and Koch, A. (2019). Restoring natural forests is the best way to remove atmospheric carbon. Nature, 2 April 2019.',
    url: 'https://www.nature.com/articles/d41586-019-01026-8',
    supports: 'The area of the worked example: 350 million ha of the Bonn Challenge.',
  },
];
