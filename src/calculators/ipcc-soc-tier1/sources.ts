import type { Source } from '../define.ts';
import { sharedSource } from '../shared-sources.ts';

export const sources: readonly Source[] = [
  sharedSource(
    'ipcc-2019-soil',
    'Equation 2.25; Table 2.3 (reference stocks), Tables 5.5 and 6.2 (factors), section 4.3.3.4 (forest), Tables 11.1 and 11.3 (nitrous oxide).',
  ),
  sharedSource(
    'ipcc-2014-wetlands',
    'Chapter 5, Tables 5.3 and 5.4: inland wetland mineral soil, cultivated and rewetted.',
  ),
];
